/**
 * The public words of a working copy, collection by collection: the one place that says which fields the
 * public may ever see. What is not named here cannot be published.
 */
import type { Payload, PayloadRequest } from 'payload'
import { addressedCollections, hasAddress, type ItemRef, type PublicCollection } from '#domain/collections.ts'
import type { PublicContent, StoredFile } from '#domain/content.ts'
import { contentHash, normaliseContent } from '#domain/content-hash.ts'
import { isSettingsKind, settingsKinds, settingsParts } from '#domain/site-settings.ts'
import { idOf } from '../../access/person.ts'
import { linkFieldOf } from '../../fields/site-links.ts'
import type { WorkingCopy } from '../item.ts'
import { freezeRichText, uploadsIn } from './rich-text.ts'
import { loadUploads, type UploadIds, type Uploads } from './uploads.ts'

export type Frozen = {
  /** Normalised: exactly what an edition would store. */
  content: PublicContent
  /** SHA-256 (hex) of `content`: the content hash. */
  revision: string
  files: StoredFile[]
  uploads: Uploads
}

type Raw = Record<string, unknown>

const ref = (collection: PublicCollection, value: unknown): ItemRef | undefined => {
  const id = idOf(value)
  return id ? `${collection}/${id}` : undefined
}
const refs = (collection: PublicCollection, values: unknown): ItemRef[] =>
  Array.isArray(values) ? values.flatMap((value) => ref(collection, value) ?? []) : []
const rows = (values: unknown): Raw[] => (Array.isArray(values) ? (values as Raw[]) : [])
const ids = (values: unknown): string[] =>
  (Array.isArray(values) ? values : [values]).flatMap((value) => idOf(value) ?? [])

const siteLinks = (values: unknown): Raw[] => rows(values).map(siteLink)

function siteLink({ title, target, section, address, ...targets }: Raw): Raw {
  const collection = addressedCollections.find((name) => name === target)
  return {
    title,
    ...(target === 'section' ? { section } : {}),
    ...(target === 'address' ? { address } : {}),
    ...(collection ? { item: ref(collection, targets[linkFieldOf[collection]]) } : {}),
  }
}

function settingsValue(name: string, value: unknown): unknown {
  if (name === 'menu' || name === 'tasks') return siteLinks(value)
  if (name !== 'columns') return value
  return rows(value).map(({ title, links }) => ({ title, links: siteLinks(links) }))
}

type Freeze = { uploads: (item: Raw) => UploadIds; content: (item: Raw, uploads: Uploads) => Raw }

const body = (item: Raw, uploads: Uploads) => freezeRichText(item.body, (id) => uploads.snapshot('media', id))

const freezers: Record<PublicCollection, Freeze> = {
  news: {
    uploads: (item) => ({
      media: [...ids(item.image), ...uploadsIn(item.body)],
      files: ids(item.attachments),
    }),
    content: (item, uploads) => ({
      title: item.title,
      lead: item.lead,
      body: body(item, uploads),
      agency: ref('agencies', item.agency),
      topics: refs('topics', item.topics),
      source: item.source,
      author: item.author,
      originallyPublishedAt: item.originallyPublishedAt,
      image: uploads.snapshot('media', item.image),
      attachments: uploads.snapshots('files', item.attachments),
      aboutDocuments: refs('documents', item.aboutDocuments),
    }),
  },
  documents: {
    uploads: (item) => ({ media: uploadsIn(item.body), files: ids(item.files) }),
    content: (item, uploads) => ({
      family: item.family,
      type: item.type,
      number: item.number,
      issuer: ref('agencies', item.issuer),
      issuedOn: item.issuedOn,
      place: item.place,
      abstract: item.abstract,
      signer: item.signer,
      signerCapacity: item.signerCapacity,
      effectiveFrom: item.effectiveFrom,
      effectiveTo: item.effectiveTo,
      fields: refs('topics', item.fields),
      body: body(item, uploads),
      files: uploads.snapshots('files', item.files),
      relations: rows(item.relations).map(({ type, target, targetText, extent, provision }) => ({
        type,
        target: ref('documents', target),
        targetText,
        extent,
        provision,
      })),
    }),
  },
  agencies: {
    uploads: (item) => ({ media: uploadsIn(item.body), files: [] }),
    content: (item, uploads) => ({
      name: item.name,
      shortName: item.shortName,
      kind: item.kind,
      parent: ref('agencies', item.parent),
      validFrom: item.validFrom,
      validTo: item.validTo,
      successor: ref('agencies', item.successor),
      formerNames: rows(item.formerNames).map(({ name, shortName, validFrom, validTo }) => ({
        name,
        shortName,
        validFrom,
        validTo,
      })),
      summary: item.summary,
      body: body(item, uploads),
      address: item.address,
      phone: item.phone,
      email: item.email,
    }),
  },
  topics: {
    uploads: () => ({ media: [], files: [] }),
    content: (item) => ({ name: item.name, summary: item.summary }),
  },
  settings: {
    uploads: () => ({ media: [], files: [] }),
    content: ({ kind, ...item }) => ({
      kind,
      ...(isSettingsKind(kind)
        ? Object.fromEntries(
            settingsParts[kind].fields.map((name) => [name, settingsValue(name, item[name])]),
          )
        : {}),
    }),
  },
}

/** Freezes a working copy as it is in this transaction. */
export async function freeze(
  payload: Payload,
  collection: PublicCollection,
  item: WorkingCopy,
  req?: PayloadRequest,
): Promise<Frozen> {
  return freezeWith(collection, item, await loadUploads(payload, uploadIdsOf(collection, item), req))
}

/** Ids of the uploads that an item shows. */
export const uploadIdsOf = (collection: PublicCollection, item: Record<string, unknown>): UploadIds =>
  freezers[collection].uploads(item)

/** Freezes a working copy with uploads that were read before. */
export function freezeWith(collection: PublicCollection, item: WorkingCopy, uploads: Uploads): Frozen {
  const freezer = freezers[collection]
  const shared = {
    slug: item.slug,
    language: item.language ?? 'vi',
    translationOf: ref(collection, item.translationOf),
  }
  const content = normaliseContent({ ...shared, ...freezer.content(item, uploads) }) as PublicContent
  return { content, revision: contentHash(content), files: uploads.files(), uploads }
}

const contentFieldNames: Record<PublicCollection, readonly string[]> = {
  news: [
    'title',
    'lead',
    'body',
    'agency',
    'topics',
    'source',
    'author',
    'originallyPublishedAt',
    'image',
    'attachments',
    'aboutDocuments',
  ],
  documents: [
    'family',
    'type',
    'number',
    'issuer',
    'issuedOn',
    'place',
    'abstract',
    'signer',
    'signerCapacity',
    'effectiveFrom',
    'effectiveTo',
    'fields',
    'body',
    'files',
    'relations',
  ],
  agencies: [
    'name',
    'shortName',
    'kind',
    'parent',
    'validFrom',
    'validTo',
    'successor',
    'formerNames',
    'summary',
    'body',
    'address',
    'phone',
    'email',
  ],
  topics: ['name', 'summary'],
  settings: ['kind', ...settingsKinds.flatMap((kind) => settingsParts[kind].fields)],
}

/** Names of a working copy's content fields; a test holds them against the freezers and the collections. */
export const contentFields = (collection: PublicCollection): readonly string[] => [
  'slug',
  'language',
  ...(hasAddress(collection) ? ['translationOf'] : []),
  ...contentFieldNames[collection],
]
