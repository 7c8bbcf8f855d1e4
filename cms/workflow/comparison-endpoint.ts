/**
 * `GET /api/{collection}/{id}/comparison?with=live|return|edition:<n>`: what the working copy says otherwise
 * than the live edition, than what was last returned, or than any edition. Without such a base everything is
 * new, and `base` is `null`.
 */
import type { Endpoint, PayloadRequest } from 'payload'
import { compareContents, refsIn } from '#domain/comparison/comparison.ts'
import type { PublicCollection } from '#domain/collections.ts'
import type { PublicContent } from '#domain/content.ts'
import { PortalError } from '../errors.ts'
import { freeze } from './content/content-of.ts'
import { editionsOf } from './editions.ts'
import type { WorkingCopy } from './item.ts'
import { fieldLabels } from './field-labels.ts'
import { itemNames } from './item-names.ts'
import { readable } from './requested-item.ts'
import { returnedContentOf, returnOf } from './returns.ts'

type Base = {
  kind: 'live' | 'return' | 'edition'
  /** Content hash of the base. */
  revision: string
  /** ISO 8601 UTC: approved or returned then. */
  at: string
  number?: number
  content: PublicContent
}

export const comparisonEndpoint = (collection: PublicCollection): Endpoint => ({
  path: '/:id/comparison',
  method: 'get',
  handler: async (req) => {
    const { item, person } = await readable(req, collection, 'comparison')
    const base = await baseOf(req, collection, item)
    const { content, revision } = await freeze(req.payload, collection, item)
    const before = base?.content ?? {}
    const names = await itemNames(req.payload, person, [...new Set([...refsIn(before), ...refsIn(content)])])
    const { changes, unchanged } = compareContents(collection, before, content, names)
    const labelOf = fieldLabels(req.payload, collection)
    return Response.json({
      revision,
      lockVersion: item.lockVersion,
      base: base && { kind: base.kind, revision: base.revision, at: base.at, number: base.number },
      hasReturn: returnedContentOf(item) !== null,
      hasLive: Boolean(item.liveEdition),
      changes: changes.map((change) => ({ ...change, label: labelOf(change.field) })),
      unchanged: unchanged.map((field) => ({ field, label: labelOf(field) })),
    })
  },
})

async function baseOf(
  req: PayloadRequest,
  collection: PublicCollection,
  item: WorkingCopy,
): Promise<Base | null> {
  const wanted = req.searchParams.get('with') ?? 'live'
  if (wanted === 'return') return returnBase(item)
  const number = /^edition:(\d{1,9})$/.exec(wanted)?.[1]
  if (wanted !== 'live' && number === undefined) {
    throw new PortalError('broken-request', {
      message: 'So với gì thì phải ghi “live”, “return” hoặc “edition:<số bản>”.',
    })
  }
  const editions = await editionsOf(req.payload, collection, item.id)
  const found = editions.find(({ id, number: own }) =>
    number === undefined ? id === item.liveEdition : own === Number(number),
  )
  if (!found && number !== undefined) throw new PortalError('not-found')
  return found
    ? {
        kind: number === undefined ? 'live' : 'edition',
        revision: found.hash,
        at: found.approvedAt,
        number: found.number,
        content: found.content,
      }
    : null
}

function returnBase(item: WorkingCopy): Base | null {
  const [returned, content] = [returnOf(item), returnedContentOf(item)]
  return returned && content
    ? { kind: 'return', revision: returned.revision, at: returned.at, content }
    : null
}
