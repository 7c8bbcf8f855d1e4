/**
 * Brings many new items to the public at once (imports, benchmarks): each is saved, submitted by its writer
 * and approved by somebody else with the functions that single steps use, and all of it is written in ONE
 * transaction. What is wrong with an item is found before anything is written: that item is refused and
 * told, the others go on. Whatever fails while writing takes the whole batch back. Nobody sees the states in
 * between, so they are not written; the rows at the end are those that single steps leave. Nobody
 * gets mail: ten thousand old articles are no news to their writers.
 */
import type { Payload, PayloadRequest } from 'payload'
import { personOf, type Person } from '../access/person.ts'
import { scopeOf } from '#domain/roles.ts'
import { crashAt } from '../crash-points.ts'
import { createMany } from '../database/many-rows.ts'
import { PortalError } from '../errors.ts'
import { announceCommit } from './after-commit.ts'
import { namedRows } from './content/uploads.ts'
import { enterItem, type Entered } from './batch-item.ts'
import { readKnown, type BatchItem } from './batch-known.ts'
import { requireInspected, withFreshInspections } from './leaks/fresh-inspections.ts'
import { inTransaction } from './transaction.ts'

export type { BatchItem } from './batch-known.ts'

export type BatchRequest = {
  payload: Payload
  writer: PayloadRequest['user']
  approver: PayloadRequest['user']
  items: readonly BatchItem[]
  /** Internal: goes into both audit events of each item. */
  note?: string
  changeNote?: string
}

export type BatchResult = {
  entered: { index: number; id: string; edition: string }[]
  refused: { index: number; error: PortalError }[]
}

/** @throws PortalError when one of the two persons may not do this at all; a database error: nothing was written. */
export async function enterBatch(request: BatchRequest): Promise<BatchResult> {
  const { payload, items } = request
  const writer = signedIn(request.writer)
  const approver = signedIn(request.approver)
  for (const { collection } of items) {
    if (scopeOf(writer.role, collection, 'create') === 'none') throw new PortalError('not-allowed')
  }
  const result = await withFreshInspections(payload, () =>
    inTransaction({ payload, user: request.writer }, async (req) => {
      const known = await readKnown(payload, items, req)
      requireInspected(namedRows(known.uploads))
      const submittedAt = new Date()
      const entering = {
        ...{ payload, req, known, writer, approver, note: request.note, changeNote: request.changeNote },
        submittedAt: submittedAt.toISOString(),
        approvedAt: new Date(submittedAt.getTime() + 1).toISOString(),
      }
      const entered: { index: number; rows: Entered; item: BatchItem }[] = []
      const refused: BatchResult['refused'] = []
      for (const [index, item] of items.entries()) {
        try {
          entered.push({ index, rows: await enterItem(entering, item), item })
        } catch (error) {
          if (!(error instanceof PortalError)) throw error
          refused.push({ index, error })
        }
      }
      await writeItems(payload, entered, req)
      crashAt('transition-before-commit')
      return {
        entered: entered.map(({ index, rows }) => ({ index, id: rows.item.id, edition: rows.edition.id })),
        refused,
      }
    }),
  )
  crashAt('transition-after-commit')
  announceCommit()
  return result
}

function signedIn(user: PayloadRequest['user']): Person {
  const person = personOf({ user })
  if (!person) throw new PortalError('not-signed-in')
  return person
}

async function writeItems(
  payload: Payload,
  entered: readonly { rows: Entered; item: BatchItem }[],
  req: PayloadRequest,
): Promise<void> {
  for (const { rows, item } of entered) {
    const { collection } = item
    // Copies, because the adapter adds ids of its own to rows of lists, and the edition holds these rows too.
    const { id, ...data } = structuredClone(rows.item)
    await payload.db.create({ collection, customID: id, data, req, returning: false })
    const at = new Date().toISOString()
    await payload.db.createVersion({
      autosave: false,
      collectionSlug: collection,
      createdAt: at,
      updatedAt: at,
      parent: id,
      versionData: { ...structuredClone(rows.saved), createdAt: at, updatedAt: at } as never,
      req,
      returning: false,
    })
  }
  const all = entered.map(({ rows }) => rows)
  const ledgers = {
    editions: all.map(({ edition }) => edition),
    addresses: all.flatMap(({ address }) => address ?? []),
    publications: all.map(({ publication }) => publication),
    'audit-events': all.flatMap(({ events }) => events),
  } as const
  for (const [collection, rows] of Object.entries(ledgers)) await createMany(payload, collection, rows, req)
}
