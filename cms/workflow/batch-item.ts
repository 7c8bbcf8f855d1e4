/**
 * One new item of a batch, decided as the form, `submit` and `approve` would decide it, and the rows that
 * those three would have written. Nothing is written here.
 */
import {
  type Collection,
  type FlattenedField,
  beforeChangeTraverseFields,
  beforeValidateTraverseFields,
  type Payload,
  type PayloadRequest,
  type ValidationFieldError,
} from 'payload'
import { transitions, type Action } from '#domain/workflow.ts'
import type { Person } from '../access/person.ts'
import { newId } from '../database/many-rows.ts'
import { PortalError } from '../errors.ts'
import { pathOf } from './addresses.ts'
import { auditRow, type AuditEvent } from './audit.ts'
import { authorsInQuestion } from './authors.ts'
import type { BatchItem, Known } from './batch-known.ts'
import { consistencyProblems } from './consistency.ts'
import { freezeWith, uploadIdsOf } from './content/content-of.ts'
import { pickUploads } from './content/uploads.ts'
import { nextEdition } from './editions.ts'
import { liveChanges, submittedChanges } from './effects.ts'
import { guard } from './guard.ts'
import { ownerOf, type WorkingCopy } from './item.ts'
import { changedSystemFields, systemFieldNames, unknownFieldProblems } from './known-fields.ts'
import { problemsAmong } from './missing-relations.ts'
import { waitingPublication } from './publications.ts'
import { readOnly, untouched } from './saving.ts'
import { checkInput } from './transition-input.ts'
import { guardLeaks } from './leaks/guard-leaks.ts'
import { auditEvent, requireReady } from './transition.ts'

type Row = Record<string, unknown> & { id: string }
export type Entered = {
  /** As the form would have saved it: the first version. */
  saved: Record<string, unknown>
  /** As it stands after both steps. */
  item: Row
  edition: Row
  publication: Row
  /** `null` for an item without an address. */
  address: Row | null
  events: Row[]
}

export type Entering = {
  payload: Payload
  req: PayloadRequest
  known: Known
  writer: Person
  approver: Person
  /** ISO 8601 UTC. The approval comes after the submission, so that the ledger orders them. */
  submittedAt: string
  approvedAt: string
  note?: string
  changeNote?: string
}

/** @throws PortalError, or Payload's ValidationError, with everything that is wrong. */
export async function enterItem(entering: Entering, given: BatchItem): Promise<Entered> {
  const { payload, known, writer, approver, submittedAt, approvedAt, note, changeNote } = entering
  const { collection } = given
  const id = given.id ?? newId(payload)
  const saved = await savedItem(entering, given, id)
  const draft = { ...saved, id } as WorkingCopy
  const frozen = freezeWith(collection, draft, pickUploads(known.uploads, uploadIdsOf(collection, draft)))
  const { revision } = frozen
  const common = { collection, frozen }
  const take = async (item: WorkingCopy, actor: Person, action: Action, now: string) => {
    const authors = authorsInQuestion(action, item, frozen, [])
    const input = { action, revision, ...(note ? { note } : {}), ...(changeNote ? { changeNote } : {}) }
    guard({ action, collection, item, actor, authors })
    checkInput(transitions[action], input, revision, now)
    if (transitions[action].needsReadiness) requireReady(collection, frozen, now)
    const asked = { transition: transitions[action], input: {}, editions: [], actor, now }
    const { decisions } = await guardLeaks(asked, frozen, known.contacts)
    return { ...common, item, actor, action, input, now, authors, decisions }
  }

  const submit = await take(draft, writer, 'submit', submittedAt)
  const submitted = submittedChanges(submit)
  const waiting = { ...draft, ...submitted } as WorkingCopy
  const approve = await take(waiting, approver, 'approve', approvedAt)
  const edition = {
    id: newId(payload),
    ...nextEdition({
      ...common,
      item: waiting,
      contributors: approve.authors,
      approvedBy: approver.id,
      at: approvedAt,
      changeNote,
      outcomes: [{ kind: 'live', at: approvedAt }],
    }),
  }
  const live = liveChanges(edition)
  const path = pathOf(collection, draft)
  const publication = waitingPublication({
    collection,
    item: id,
    agency: ownerOf(collection, draft),
    action: 'approve',
    edition: edition.id,
    editionNumber: edition.number,
    changeNumber: 0,
    requestedAt: approvedAt,
    notBefore: null,
  })
  const event = (row: AuditEvent): Row => ({ id: newId(payload), ...auditRow(row) })
  known.add(collection, id, draft)
  return {
    saved,
    item: { ...waiting, ...live, needsReview: false, lockVersion: draft.lockVersion + 2 },
    edition,
    publication: { id: newId(payload), ...publication },
    address: path === null ? null : { id: newId(payload), path, collection, item: id, isPermanent: true },
    events: [
      event(auditEvent(submit, { changes: submitted })),
      event(auditEvent(approve, { changes: live, edition })),
    ],
  }
}

const isMany = (field: FlattenedField): boolean =>
  field.type === 'array' || ('hasMany' in field && field.hasMany === true)

/** What the form's door does to an item: its checks in their order, then the workflow's own fields. */
async function savedItem(
  { payload, req, known, writer, submittedAt }: Entering,
  { collection, data: given, importNotices }: BatchItem,
  id: string,
): Promise<Record<string, unknown>> {
  const { config } = payload.collections[collection] as Collection
  const fields = config.flattenedFields
  const unknown = unknownFieldProblems(fields, given)
  if (unknown.length > 0) throw new PortalError('unknown-field', { problems: unknown })
  const changed = changedSystemFields(systemFieldNames(fields), given, untouched)
  if (changed.length > 0) throw readOnly(changed)

  const data: Record<string, unknown> = structuredClone(given)
  const walk = {
    collection: config,
    context: req.context,
    data,
    doc: {},
    fields: config.fields,
    global: null,
  }
  const root = {
    operation: 'create' as const,
    overrideAccess: true,
    parentIndexPath: '',
    parentPath: '',
    parentSchemaPath: '',
    req,
    siblingData: data,
    siblingDoc: {},
  }
  await beforeValidateTraverseFields({ ...walk, ...root, parentIsLocalized: false })
  const problems = [
    ...problemsAmong({ fields, data, person: writer }, known.targets),
    ...consistencyProblems(collection, data, submittedAt),
  ]
  if (problems.length > 0) throw new PortalError('invalid-content', { problems })

  for (const name of systemFieldNames(fields)) data[name] = untouched[name] ?? null
  const numberKey = collection === 'documents' ? { numberKey: known.takeNumber(data) } : {}
  const { slug, slugByHand } = await known.takeSlug(collection, { ...data, id })
  Object.assign(data, { slug, slugByHand }, numberKey, {
    contributors: [writer.id],
    creator: writer.id,
    holder: writer.id,
    importNotices: importNotices ?? null,
    lockVersion: 1,
  })
  const errors: ValidationFieldError[] = []
  await beforeChangeTraverseFields({
    ...walk,
    ...root,
    docWithLocales: {},
    errors,
    fieldLabelPath: '',
    mergeLocaleActions: [],
    siblingDocWithLocales: {},
  })
  if (errors.length > 0) {
    const found = errors.map(({ path, message }) => ({ field: path, code: 'invalid', message }))
    throw new PortalError('invalid-content', { problems: found })
  }
  // As the row is read back, and so as a single step would put it into the edition.
  for (const field of fields) if (isMany(field)) data[field.name] ??= []
  return data
}
