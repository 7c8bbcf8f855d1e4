/**
 * The one way to sign in. Our own instead of Payload's operation, which reads the account before the slow
 * password check and writes it back whole afterwards: an account disabled in between came back enabled.
 * Whatever is wrong, the answer is the same and costs the same.
 */
import { getFieldsToSign, jwtSign, type Payload, type PayloadRequest } from 'payload'
import { addSessionToUser } from 'payload/shared'
import { PortalError } from '../errors.ts'
import { recordAudit } from '../workflow/audit.ts'
import { inTransaction } from '../workflow/transaction.ts'
import { isPassword, type StoredPassword } from './password-check.ts'
import { factorOf, isEnrolled, matchCode, spendCode } from './second-factor.ts'
import { startSession } from './sessions.ts'
import { usersCollection } from './users-collection.ts'

export type Credentials = { email: string; password: string; code?: unknown }
export type SignedIn = { user: UserRow; token: string; /** Seconds since 1970. */ exp: number }
export type UserRow = StoredPassword & {
  id: string
  email: string
  role: string
  isDisabled?: boolean | null
} & Record<string, unknown>

type Options = { payload: Payload; address: string; browser: string; now?: () => Date }

/** @throws PortalError `wrong-credentials`; `account-disabled` only to whoever proved to be its owner. */
export async function signIn(
  { email, password, code }: Credentials,
  { payload, address, browser, now = () => new Date() }: Options,
): Promise<SignedIn> {
  const known = await userByEmail(payload, email)
  const factor = await factorOf(payload, known?.id ?? 'nobody')
  const isRight = await isPassword(known, password)
  const isCodeRight = !isEnrolled(factor) || matchCode(factor, { code, now: now() }) !== null
  if (!known || !isRight || !isCodeRight) throw new PortalError('wrong-credentials')
  const config = usersCollection(payload).config
  const { user, sid } = await inTransaction({ payload }, async (req) => {
    const row = await userByEmail(payload, email, req)
    // The password may have been changed while this one was being compared.
    if (!row || row.id !== known.id || row.hash !== known.hash) throw new PortalError('wrong-credentials')
    const spent = await spendFactor(payload, row.id, { code, now: now() }, req)
    if (row.isDisabled) throw new PortalError('account-disabled')
    const { sid: session } = await addSessionToUser({
      collectionConfig: config,
      payload,
      req,
      user: row as never,
    })
    if (!session) throw new TypeError('sessions are switched off')
    await startSession(payload, { sid: session, user: row.id, address, browser, now: now() }, req)
    await audit(payload, row, { spent, address, browser, at: now() }, req)
    return { user: row, sid: session }
  })
  const signed = await jwtSign({
    fieldsToSign: getFieldsToSign({
      collectionConfig: config,
      email: user.email,
      sid,
      user: { ...user, collection: 'users' },
    }),
    secret: payload.secret,
    tokenExpiration: config.auth.tokenExpiration,
  })
  return { user, ...signed }
}

const userByEmail = (payload: Payload, email: string, req?: PayloadRequest): Promise<UserRow | null> =>
  payload.db.findOne<UserRow>({
    collection: 'users',
    where: { email: { equals: email } },
    ...(req ? { req } : {}),
  })

type Spent = Awaited<ReturnType<typeof spendCode>>

/** `null`: the account has no factor. @throws PortalError `wrong-credentials` for a missing, wrong or spent code. */
async function spendFactor(
  payload: Payload,
  user: string,
  given: { code: unknown; now: Date },
  req: PayloadRequest,
): Promise<Spent> {
  const factor = await factorOf(payload, user, req)
  if (!isEnrolled(factor)) return null
  const spent = await spendCode(payload, factor, given, req)
  if (!spent) throw new PortalError('wrong-credentials')
  return spent
}

type Facts = { spent: Spent; address: string; browser: string; at: Date }

async function audit(
  payload: Payload,
  { id, email }: UserRow,
  { spent, address, browser, at }: Facts,
  req: PayloadRequest,
): Promise<void> {
  const event = {
    actor: id,
    actorEmail: email,
    collection: 'users',
    item: id,
    title: email,
    at: at.toISOString(),
  }
  const note = `${browser}, ${address}`
  await recordAudit(payload, { ...event, action: 'sign-in', note }, req)
  if (spent?.kind === 'recovery')
    await recordAudit(
      payload,
      { ...event, action: 'recovery-code-used', note: `Còn ${spent.left.length} mã` },
      req,
    )
}
