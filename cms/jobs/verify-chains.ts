/**
 * Walks the hash chains of the ledgers (ARCHITECTURE, Workflow): sealed audit events in one chain, editions in
 * one chain per item. Answers the first broken link of each chain's kind in a Vietnamese sentence.
 */
import type { Payload } from 'payload'
import { publicCollections, type PublicCollection } from '#domain/collections.ts'
import { contentHash } from '#domain/content-hash.ts'
import { dayAfter, type Anchor } from '#domain/anchors.ts'
import { formatDay, formatMoment, isMoment } from '#domain/dates.ts'
import { editionSeal, type EditionRow } from '../workflow/editions.ts'
import { allAnchors } from '../workflow/anchors.ts'
import { auditSeal, type SealedEvent } from './audit-seal.ts'

const pageSize = 200

export type ChainReport = { checked: number; broken: string | null }
type OnChecked = (checked: number) => void

const when = (at: unknown): string => (isMoment(at) ? formatMoment(at) : 'không rõ lúc nào')

/** Numbers without a gap from 1, each seal made from the event and the seal before it. */
export async function verifyAuditChain(
  payload: Payload,
  onChecked: OnChecked = () => {},
): Promise<ChainReport> {
  let last = 0
  let previousSeal = ''
  for (;;) {
    const { docs } = await payload.db.find<SealedEvent>({
      collection: 'audit-events',
      where: { number: { greater_than: last } },
      sort: 'number',
      limit: pageSize,
      pagination: false,
    })
    for (const row of docs) {
      const event = { ...row, id: String(row.id), number: Number(row.number) }
      const broken = eventFault(event, last + 1, previousSeal)
      if (broken) return { checked: last, broken }
      last = event.number
      previousSeal = event.seal ?? ''
    }
    onChecked(last)
    if (docs.length < pageSize) return { checked: last, broken: null }
  }
}

function eventFault(
  event: SealedEvent & { number: number },
  expected: number,
  previousSeal: string,
): string | null {
  if (event.number !== expected)
    return `Nhật ký thiếu sự kiện số ${expected} (sau số ${expected - 1} là số ${event.number}).`
  const name = `Sự kiện số ${event.number} (${event.action}, ${event.actorEmail ?? event.actor}, ${when(event.at)}, mã ${event.id})`
  if ((event.previousSeal ?? '') !== previousSeal) return `${name} không nối với sự kiện trước.`
  return event.seal === auditSeal(event, event.number, previousSeal)
    ? null
    : `${name} đã bị sửa sau khi niêm.`
}

/**
 * The chain against its daily anchors, which others hold too: the anchored events are there with their seals,
 * no day is missing, and no fewer editions exist than then.
 */
export async function verifyAnchors(payload: Payload): Promise<ChainReport> {
  const anchors = await allAnchors(payload)
  const { totalDocs: editions } = await payload.db.count({ collection: 'editions' })
  let before: Anchor | null = null
  for (const [index, anchor] of anchors.entries()) {
    const broken =
      before && anchor.day !== dayAfter(before.day)
        ? `Thiếu mốc nhật ký ngày ${formatDay(dayAfter(before.day))}.`
        : await anchorFault(payload, anchor, editions)
    if (broken) return { checked: index, broken }
    before = anchor
  }
  return { checked: anchors.length, broken: null }
}

async function anchorFault(payload: Payload, anchor: Anchor, editions: number): Promise<string | null> {
  const { day, number, seal } = anchor
  const name = `Mốc nhật ký ngày ${formatDay(day)}`
  const { docs } = await payload.db.find<SealedEvent>({
    collection: 'audit-events',
    where: { number: { equals: number } },
    limit: 1,
    pagination: false,
  })
  if (!docs[0]) return `${name} ghi sự kiện số ${number}, nay không còn trong nhật ký.`
  if (docs[0].seal !== seal) return `${name}: sự kiện số ${number} nay mang dấu niêm khác với dấu đã công bố.`
  return editions < anchor.editions
    ? `${name} ghi có ${anchor.editions} bản đăng, nay chỉ còn ${editions}.`
    : null
}

/** Events that the relay should have sealed long ago. */
export async function countUnsealed(payload: Payload, before: string): Promise<number> {
  const { totalDocs } = await payload.db.count({
    collection: 'audit-events',
    where: { and: [{ isSealed: { equals: false } }, { at: { less_than: before } }] },
  })
  return totalDocs
}

/** Every item's editions: numbers without a gap, hashes, seals, and as many as the working copy counts. */
export async function verifyEditionChains(
  payload: Payload,
  onChecked: OnChecked = () => {},
): Promise<ChainReport> {
  let checked = 0
  for (const collection of publicCollections) {
    for (let after = ''; ;) {
      const items = await itemsAfter(payload, collection, after)
      for (const { id, editionCount } of items) {
        const editions = await editionsInOrder(payload, collection, id)
        const broken = itemFault(collection, id, editions, editionCount)
        if (broken) return { checked, broken }
        checked += editions.length
      }
      onChecked(checked)
      const last = items.at(-1)
      if (!last || items.length < pageSize) break
      after = last.id
    }
  }
  return { checked, broken: null }
}

/** Items by id, page after page; those without editions are read too, since their editions may have been deleted. */
async function itemsAfter(
  payload: Payload,
  collection: PublicCollection,
  after: string,
): Promise<{ id: string; editionCount: number }[]> {
  const { docs } = await payload.db.find<{ id: unknown; editionCount?: number | null }>({
    collection,
    ...(after ? { where: { id: { greater_than: after } } } : {}),
    sort: 'id',
    limit: pageSize,
    pagination: false,
    select: { editionCount: true },
  })
  return docs.map(({ id, editionCount }) => ({ id: String(id), editionCount: editionCount ?? 0 }))
}

async function editionsInOrder(
  payload: Payload,
  collection: PublicCollection,
  item: string,
): Promise<EditionRow[]> {
  const { docs } = await payload.db.find<EditionRow>({
    collection: 'editions',
    where: { and: [{ collection: { equals: collection } }, { item: { equals: item } }] },
    sort: 'number',
    limit: 0,
    pagination: false,
  })
  return docs
}

function itemFault(
  collection: PublicCollection,
  item: string,
  editions: EditionRow[],
  count: number,
): string | null {
  let previous: EditionRow | null = null
  for (const edition of editions) {
    const broken = editionFault(edition, previous)
    if (broken) return broken
    previous = edition
  }
  return editions.length === count
    ? null
    : `Mục ${collection}/${item} ghi có ${count} bản đăng nhưng còn ${editions.length}.`
}

function editionFault(edition: EditionRow, previous: EditionRow | null): string | null {
  const expected = (previous?.number ?? 0) + 1
  const item = `${edition.collection}/${edition.item}`
  if (edition.number !== expected) return `Mục ${item} thiếu bản đăng số ${expected}.`
  const name = `Bản đăng số ${edition.number} của ${item} (“${edition.title ?? ''}”, duyệt ${when(edition.approvedAt)})`
  if (contentHash(edition.content) !== edition.hash) return `${name}: nội dung đã bị sửa sau khi duyệt.`
  if (
    (edition.previous ?? null) !== (previous?.hash ?? null) ||
    (edition.previousSeal ?? null) !== (previous?.seal ?? null)
  ) {
    return `${name} không nối với bản trước.`
  }
  return editionSeal(edition) === edition.seal
    ? null
    : `${name}: hồ sơ duyệt đã bị sửa (người duyệt, giờ duyệt, người soạn hoặc ghi chú).`
}
