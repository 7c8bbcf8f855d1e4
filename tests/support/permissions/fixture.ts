/** One row for each collection, owner and state that the permission table tells apart. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import { publicCollections, type PublicCollection } from '#domain/collections.ts'
import type { PublicState } from '#domain/item-truth.ts'
import type { GuardedCollection } from '#domain/roles.ts'
import type { WorkingState } from '#domain/workflow.ts'
import { env } from '#cms/env.ts'
import { isLimitable } from '#cms/access/reach.ts'
import { ownerPath } from '#cms/workflow/item.ts'
import type { TestCms } from '#tests/support/cms.ts'
import { leastData, onlyOnce, smallFile } from './values.ts'

export type States = { state: WorkingState; publicState: PublicState; editionCount: number }

export type Row = {
  id: string
  /** An agency, or the person whose own it is. */
  owner: string | null
  states?: States
  /** A working copy that only these people, and moderators, read. */
  limit?: { creator: string; limitedTo: string[] }
  version?: string
  filename?: string
  /** The name of a preference. */
  key?: string
  /** What this row chose where every row chooses differently. */
  choice?: string
}

const states: States[] = [
  { state: 'draft', publicState: 'none', editionCount: 0 },
  { state: 'submitted', publicState: 'none', editionCount: 0 },
  { state: 'returned', publicState: 'none', editionCount: 0 },
  { state: 'scheduled', publicState: 'none', editionCount: 1 },
  // Scheduled once, then cancelled: never public, and yet not to be deleted.
  { state: 'draft', publicState: 'none', editionCount: 1 },
  { state: 'published', publicState: 'live', editionCount: 1 },
  { state: 'draft', publicState: 'live', editionCount: 1 },
  { state: 'submitted', publicState: 'live', editionCount: 1 },
  { state: 'published', publicState: 'withdrawn', editionCount: 1 },
  { state: 'published', publicState: 'redirected', editionCount: 1 },
  { state: 'published', publicState: 'gone', editionCount: 1 },
]

const liveUnderReview = 7

const isModerated = (slug: string): slug is PublicCollection =>
  (publicCollections as readonly string[]).includes(slug)

export type Fixture = {
  rows: Map<GuardedCollection, Row[]>
  /** Ids for relations, by collection. */
  ids: Record<string, string>
  /** Puts a row back as it was, after somebody was allowed to write it. */
  restore(collection: GuardedCollection, row: Row): Promise<void>
  /** Makes a row anew after it was deleted. */
  remake(collection: GuardedCollection, row: Row): Promise<void>
}

export async function openFixture(cms: TestCms): Promise<Fixture> {
  const { payload } = cms
  const ids: Record<string, string> = {
    agencies: cms.agency,
    topics: cms.topic,
    users: cms.ids.secondModerator,
  }
  const making = { payload, ids }
  for (const slug of ['files', 'media', 'news', 'documents'])
    ids[slug] = (await make(making, slug as GuardedCollection, { owner: cms.agency })).id
  const rows = new Map<GuardedCollection, Row[]>()
  for (const { slug } of payload.config.collections) {
    const collection = slug as GuardedCollection
    rows.set(collection, await rowsOf(making, cms, collection))
  }
  return {
    rows,
    ids,
    async restore(collection, { id, states: shown }) {
      if (shown) await payload.db.updateOne({ collection, id, data: { ...shown }, returning: false })
    },
    async remake(collection, row) {
      Object.assign(row, await make(making, collection, row))
    },
  }
}

type Making = { payload: Payload; ids: Record<string, string> }

async function rowsOf(making: Making, cms: TestCms, collection: GuardedCollection): Promise<Row[]> {
  const made: Row[] = []
  const add = async (row: Omit<Row, 'id'>) => made.push(await make(making, collection, row))
  if (collection === 'users') return Object.values(cms.ids).map((id) => ({ id, owner: id }))
  if (collection.startsWith('payload-')) {
    for (const owner of [cms.ids.editor, cms.ids.moderator, cms.ids.secondModerator]) await add({ owner })
    return made
  }
  // Each moderator's own.
  if (collection === 'absences') {
    for (const owner of [cms.ids.moderator, cms.ids.secondModerator]) await add({ owner })
    return made
  }
  const once = onlyOnce(making.payload.collections[collection as CollectionSlug]!.config.flattenedFields)
  if (once) {
    for (const choice of once.choices.slice(0, -1))
      await add({ owner: null, choice, states: states[made.length === 0 ? 0 : liveUnderReview] })
    return made
  }
  for (const owner of [cms.agency, cms.otherAgency]) {
    if (isModerated(collection)) for (const shown of states) await add({ owner, states: shown })
    else await add({ owner })
  }
  if (isModerated(collection) && isLimitable(collection)) {
    const [creator, named] = [cms.ids.secondModerator, cms.ids.editor]
    for (const shown of [states[0], states[liveUnderReview - 1]])
      for (const limitedTo of [[], [named]])
        await add({ owner: cms.agency, states: shown!, limit: { creator, limitedTo } })
    await add({ owner: cms.agency, states: states[0]!, limit: { creator: named, limitedTo: [] } })
    await add({ owner: cms.otherAgency, states: states[0]!, limit: { creator: named, limitedTo: [named] } })
  }
  // An agency is its own owner: the first half is given to the editor.
  if (collection === 'agencies') for (const row of made) row.owner = row.id
  return made
}

async function make(
  { payload, ids }: Making,
  collection: GuardedCollection,
  { owner, states: shown, id: customID, choice, limit }: Partial<Row>,
): Promise<Row> {
  const config = payload.collections[collection as CollectionSlug]!.config
  const data: Record<string, unknown> = {
    ...leastData(config, ids),
    ...shown,
    ...(limit ? { isLimited: true, ...limit } : {}),
  }
  const once = onlyOnce(config.flattenedFields)
  if (once && choice) data[once.name] = choice
  const has = (name: string) => config.flattenedFields.some((field) => field.name === name)
  const path = isModerated(collection) ? ownerPath[collection] : 'agency'
  if (path && path !== 'id' && has(path)) data[path] = owner
  if (collection.startsWith('payload-') && has('user')) data.user = { relationTo: 'users', value: owner }
  if (collection === 'absences')
    Object.assign(data, {
      person: owner,
      personName: 'A',
      deputyName: 'B',
      from: '2011-05-02',
      to: '2999-01-01',
    })
  if (has('item')) data.item = `muc-${crypto.randomUUID()}`
  if (has('slug')) data.slug = `muc-${crypto.randomUUID()}`
  if (has('key')) data.key = `khoa-${crypto.randomUUID()}`
  const file = config.upload ? storeFile(collection) : null
  if (file) Object.assign(data, file)
  const created: { id: unknown } = await payload.db.create({
    collection: collection,
    data,
    ...(customID ? { customID } : {}),
  })
  const row: Row = { id: String(created.id), owner: owner ?? null, ...(shown ? { states: shown } : {}) }
  if (choice) row.choice = choice
  if (limit) row.limit = limit
  if (file) row.filename = file.filename
  if (collection === 'payload-preferences') row.key = String(data.key)
  if (config.versions) row.version = await makeVersion(payload, collection, row.id, data)
  return row
}

function storeFile(collection: string): { filename: string; mimeType: string; filesize: number } {
  const { name, mimetype, bytes } = smallFile(collection)
  const filename = `${crypto.randomUUID()}${path.extname(name)}`
  const folder = path.join(env.MEDIA_DIR, collection)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, filename), bytes)
  return { filename, mimeType: mimetype, filesize: bytes.length }
}

async function makeVersion(
  payload: Payload,
  collection: string,
  parent: string,
  data: Record<string, unknown>,
): Promise<string> {
  const at = new Date().toISOString()
  const version: { id: unknown } = await payload.db.createVersion({
    autosave: false,
    collectionSlug: collection,
    createdAt: at,
    updatedAt: at,
    parent,
    versionData: { ...data, createdAt: at, updatedAt: at } as never,
  })
  return String(version.id)
}
