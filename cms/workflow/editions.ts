/**
 * Editions: what was approved, numbered and chained per item. `hash` is the content hash, `previous` the
 * content hash before it; `seal` covers the whole record and the seal before it, so that a changed row, a
 * changed date or a missing edition shows. Outcomes are appended in the same transaction as the step.
 */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Payload, PayloadRequest } from 'payload'
import { usualChangeKind, type ChangeKind } from '#domain/change-kinds.ts'
import type { PublicCollection } from '#domain/collections.ts'
import type { EditionRecord, Outcome } from '#domain/item-truth.ts'
import type { Decision } from '#domain/leaks/decisions.ts'
import type { Frozen } from './content/content-of.ts'
import { limitFields } from '../fields/limit.ts'
import { workflowFields } from './fields.ts'
import { ownerOf, titlePath, type WorkingCopy } from './item.ts'

export type EditionRow = EditionRecord & {
  title?: string
  previous?: string | null
  seal: string
  previousSeal?: string | null
  workingCopy: Record<string, unknown>
  contributors: string[]
  approvedBy: string
  approvedAt: string
  agency?: string
  /** What the reviewer let through, and why; absent when nothing was found. */
  decisions?: Decision[] | null
}

type Sealed = Pick<
  EditionRow,
  | 'collection'
  | 'item'
  | 'number'
  | 'hash'
  | 'previous'
  | 'previousSeal'
  | 'contributors'
  | 'approvedBy'
  | 'approvedAt'
  | 'changeKind'
  | 'changeNote'
  | 'emergency'
  | 'decisions'
>

/** SHA-256 (hex) of the RFC 8785 JSON of what may never change about an edition. */
export function editionSeal(edition: Sealed): string {
  const {
    collection,
    item,
    number,
    hash,
    previous,
    previousSeal,
    contributors,
    approvedBy,
    approvedAt,
    changeKind,
    changeNote,
    emergency,
    decisions,
  } = edition
  const facts = {
    collection,
    item,
    number,
    hash,
    previous: previous ?? null,
    previousSeal: previousSeal ?? null,
    contributors: [...contributors].sort(),
    approvedBy,
    approvedAt,
    changeNote: changeNote ?? '',
    emergency: emergency === true,
    ...(decisions?.length ? { decisions } : {}),
    // Editions from before kinds were kept keep the seal they got.
    ...(changeKind ? { changeKind } : {}),
  }
  return createHash('sha256')
    .update(canonicalize(facts) ?? '')
    .digest('hex')
}

/** All editions of an item, first to last. */
export async function editionsOf(
  payload: Payload,
  collection: PublicCollection,
  item: string,
  req?: PayloadRequest,
): Promise<EditionRow[]> {
  const { docs } = await payload.db.find<EditionRow>({
    collection: 'editions',
    where: { and: [{ item: { equals: item } }, { collection: { equals: collection } }] },
    sort: 'number',
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return docs.map((row) => ({
    ...row,
    id: String(row.id),
    outcomes: row.outcomes ?? [],
    files: row.files ?? [],
  }))
}

export type NewEdition = {
  collection: PublicCollection
  item: WorkingCopy
  frozen: Frozen
  contributors: string[]
  approvedBy: string
  at: string
  /** Absent: the usual one. */
  changeKind?: ChangeKind
  changeNote?: string
  emergency?: boolean
  decisions?: Decision[]
  outcomes: Outcome[]
}

/** The edition that follows `last` (the item's first without it), numbered, chained and sealed. */
export function nextEdition(edition: NewEdition, last?: EditionRow): Omit<EditionRow, 'id'> {
  const {
    collection,
    item,
    frozen,
    contributors,
    approvedBy,
    at,
    changeNote,
    changeKind = usualChangeKind({ isFirst: !last, changeNote }),
    emergency = false,
    decisions = [],
    outcomes,
  } = edition
  const facts: Sealed = {
    collection,
    item: item.id,
    number: (last?.number ?? 0) + 1,
    hash: frozen.revision,
    previous: last?.hash ?? null,
    previousSeal: last?.seal ?? null,
    contributors,
    approvedBy,
    approvedAt: at,
    changeKind,
    changeNote,
    emergency,
    ...(decisions.length > 0 ? { decisions } : {}),
  }
  const title = item[titlePath[collection]]
  return {
    ...facts,
    seal: editionSeal(facts),
    title: typeof title === 'string' ? title : '',
    agency: ownerOf(collection, item),
    content: frozen.content,
    files: frozen.files,
    workingCopy: sourceOf(item),
    outcomes,
  }
}

/**
 * Writes the edition after `last`, the item's newest as the step read it. A second writer meets the taken row
 * first, and else the unique index on (collection, item, number).
 */
export async function createEdition(
  payload: Payload,
  edition: NewEdition,
  last: EditionRow | undefined,
  req: PayloadRequest,
): Promise<EditionRow> {
  const data = nextEdition(edition, last)
  const row: unknown = await payload.db.create({ collection: 'editions', req, data })
  return row as EditionRow
}

/** Appends what became of an edition. */
export async function appendOutcome(
  payload: Payload,
  edition: EditionRow,
  outcome: Outcome,
  req: PayloadRequest,
): Promise<void> {
  await payload.db.updateOne({
    collection: 'editions',
    id: edition.id,
    data: { outcomes: [...edition.outcomes, outcome] },
    req,
    returning: false,
  })
}

/** The fields a `discard` puts back. Workflow and identity stay out of it. */
const sourceOf = (item: WorkingCopy): Record<string, unknown> => {
  const { id: _id, createdAt: _created, updatedAt: _updated, lockVersion: _lock, ...fields } = item
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !workflowNames.has(name)))
}

const workflowNames = new Set(
  [...workflowFields, ...limitFields].flatMap((field) => ('name' in field ? [field.name] : [])),
)
