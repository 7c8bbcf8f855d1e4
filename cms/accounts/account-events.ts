/** What the audit says about accounts: one event for each thing that changed, in the transaction that changed it. */
import type { Payload, PayloadRequest } from 'payload'
import type { AccountAction } from '#domain/audit-actions.ts'
import { personOf } from '../access/person.ts'
import { recordAudit } from '../workflow/audit.ts'

type Event = {
  action: AccountAction
  account: { id: string; email: string }
  note?: string
  fromState?: string
  toState?: string
  now?: Date
}

/** The actor is whoever is signed in on `req`; `system` for commands. */
export async function recordAccountEvent(
  payload: Payload,
  { action, account, now = new Date(), ...more }: Event,
  req: PayloadRequest,
): Promise<void> {
  const person = personOf(req)
  await recordAudit(
    payload,
    {
      action,
      actor: person?.id ?? 'system',
      ...(person ? { actorEmail: person.email } : {}),
      collection: 'users',
      item: account.id,
      title: account.email,
      ...more,
      at: now.toISOString(),
    },
    req,
  )
}
