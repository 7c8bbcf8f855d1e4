/** What the checks of a batch ask the database, read in a few statements for all its items. */
import type { Payload, PayloadRequest } from 'payload'
import { hasAddress, type PublicCollection } from '#domain/collections.ts'
import { numberedSlug } from '#domain/slug.ts'
import { idOf } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { contactsIn, type Contacts } from './leaks/find-leaks.ts'
import { pathOf } from './addresses.ts'
import { uploadIdsOf } from './content/content-of.ts'
import { readUploads, type UploadRow } from './content/uploads.ts'
import { naturalKey, numberTaken } from './document-number.ts'
import { readTargets, referencesIn, type Targets } from './missing-relations.ts'
import { isTaken, maxCollisions, partTaken, slugTaken, wantedSlug, type Issuer } from './slugs.ts'

export type BatchItem = {
  collection: PublicCollection
  /** Chosen by the caller where it must be known beforehand; must be new. */
  id?: string
  /** What a person would have written into the form. */
  data: Record<string, unknown>
  /** Shown to whoever edits the item next. */
  importNotices?: unknown
}

export type Known = {
  targets: Targets
  uploads: Map<string, UploadRow>
  contacts: Contacts
  issuer(id: string): Issuer
  /** The free slug for the item, which from now on is taken. @throws PortalError `address-taken`. */
  takeSlug(collection: PublicCollection, draft: Record<string, unknown>): Promise<Slug>
  /** The key of a document's number, from now on taken. @throws PortalError `number-taken`. */
  takeNumber(draft: Record<string, unknown>): string | null
  /** Items that come later in the batch may name this one. */
  add(collection: PublicCollection, id: string, data: Record<string, unknown>): void
}
type Slug = { slug: string; slugByHand: boolean }
type Rows = (collection: string, field: string, values: string[]) => Promise<Record<string, unknown>[]>

export async function readKnown(
  payload: Payload,
  items: readonly BatchItem[],
  req: PayloadRequest,
): Promise<Known> {
  const rows: Rows = async (collection, field, values) => {
    if (values.length === 0) return []
    const where = { [field]: { in: [...new Set(values)] } }
    const { docs } = await payload.db.find<Record<string, unknown>>({
      collection: collection,
      where,
      limit: 0,
      pagination: false,
      req,
    })
    return docs
  }
  const references = items.flatMap(({ collection, data }) =>
    referencesIn(payload.collections[collection]?.config.flattenedFields ?? [], data),
  )
  const targets = await readTargets(payload, references, req)
  const uploads = await readUploads(payload, allUploads(items), req)
  const issuers = new Map<string, Issuer>()
  for (const [id, row] of targets.get('agencies') ?? []) issuers.set(id, row as Issuer)
  const issuer = (id: string) => issuers.get(id) ?? null
  const paths = await takenPaths(items, issuer, rows)
  const keys = items.flatMap(({ collection, data }) =>
    collection === 'documents' ? (naturalKey(data) ?? []) : [],
  )
  const parts = new Set<string>()
  const numbers = new Set((await rows('documents', 'numberKey', keys)).map((row) => row.numberKey))

  return {
    targets,
    uploads,
    contacts: contactsIn(payload, req),
    issuer,
    async takeSlug(collection, draft) {
      if (!hasAddress(collection)) {
        const slug = wantedSlug(collection, draft, null)
        if (parts.has(slug) || (await isTaken(payload, collection, draft, slug, req))) throw partTaken()
        parts.add(slug)
        return { slug, slugByHand: false }
      }
      const given = typeof draft.slug === 'string' && draft.slug !== '' ? draft.slug : null
      const wanted = given ?? wantedSlug(collection, draft, issuer(idOf(draft.issuer) ?? ''))
      for (let count = 1; count <= (given ? 1 : maxCollisions); count += 1) {
        const slug = numberedSlug(wanted, count)
        const path = pathOf(collection, { ...draft, slug })
        // Only first choices were read beforehand; a collision asks for each further one.
        if (paths.has(path) || (count > 1 && (await isTaken(payload, collection, draft, slug, req)))) continue
        paths.add(path)
        return { slug, slugByHand: given !== null }
      }
      throw given ? slugTaken(given) : new PortalError('address-taken')
    },
    takeNumber(draft) {
      const key = naturalKey(draft)
      if (key === null) return null
      if (numbers.has(key)) throw numberTaken()
      numbers.add(key)
      return key
    },
    add(collection, id, data) {
      const known = targets.get(collection) ?? new Map<string, { agency?: unknown }>()
      known.set(id, data)
      targets.set(collection, known)
      if (collection === 'agencies') issuers.set(id, data)
    },
  }
}

function allUploads(items: readonly BatchItem[]) {
  const ids = items.map(({ collection, data }) => uploadIdsOf(collection, data))
  return { media: ids.flatMap(({ media }) => media), files: ids.flatMap(({ files }) => files) }
}

/** Which of the items' first choices of an address are claimed, or drafted by somebody. */
async function takenPaths(
  items: readonly BatchItem[],
  issuer: (id: string) => Issuer,
  rows: Rows,
): Promise<Set<unknown>> {
  const addressed = items.filter(({ collection }) => hasAddress(collection))
  const wanted = addressed.map(({ collection, data }) => {
    const slug =
      typeof data.slug === 'string' && data.slug
        ? data.slug
        : wantedSlug(collection, data, issuer(idOf(data.issuer) ?? ''))
    return { collection, slug, path: pathOf(collection, { ...data, slug }) }
  })
  const claimed = await rows(
    'addresses',
    'path',
    wanted.flatMap(({ path }) => path ?? []),
  )
  const taken = new Set<unknown>(claimed.map(({ path }) => path))
  for (const collection of new Set(wanted.map((one) => one.collection))) {
    const slugs = wanted.filter((one) => one.collection === collection).map(({ slug }) => slug)
    for (const row of await rows(collection, 'slug', slugs)) taken.add(pathOf(collection, row))
  }
  return taken
}
