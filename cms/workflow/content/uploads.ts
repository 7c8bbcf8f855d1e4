/** The uploads an item uses, read in the transaction and turned into snapshots for its content. */
import type { Payload, PayloadRequest } from 'payload'
import type { StoredFile, UploadSnapshot } from '#domain/content.ts'
import type { Inspection } from '../../uploads/inspection/record.ts'
import { idOf } from '../../access/person.ts'

export type UploadCollection = 'media' | 'files'
export type UploadRow = {
  id: string
  publicName?: string
  filename?: string
  inspection?: Inspection | null
  stored?: StoredFile
  title?: string
  alt?: string
  caption?: string
  credit?: string
  edits?: { user: string; at: string }[]
}

export type Uploads = {
  snapshot(collection: UploadCollection, value: unknown): UploadSnapshot | undefined
  snapshots(collection: UploadCollection, values: unknown): UploadSnapshot[]
  files(): StoredFile[]
  /** Rows with these public bytes and what was found in them. */
  inspectionsOf(sha256: string): Inspection[]
  all(): (UploadRow & { collection: UploadCollection })[]
  /** Who created or changed these uploads after `since` (ISO 8601; empty: ever). */
  editorsSince(since: string): string[]
}

/** Rows with the collection they are of. */
export const namedRows = (rows: ReadonlyMap<string, UploadRow>): ReturnType<Uploads['all']> =>
  [...rows].map(([key, row]) => ({ ...row, collection: key.startsWith('media/') ? 'media' : 'files' }))

export type UploadIds = Record<UploadCollection, string[]>

/** Loads the named uploads. Ids that do not exist are left out: readiness then reports what is missing. */
export const loadUploads = async (payload: Payload, ids: UploadIds, req?: PayloadRequest): Promise<Uploads> =>
  uploadsAmong(await readUploads(payload, ids, req))

/** Rows of uploads by `collection/id`, for several items at once. */
export async function readUploads(
  payload: Payload,
  ids: UploadIds,
  req?: PayloadRequest,
): Promise<Map<string, UploadRow>> {
  const rows = new Map<string, UploadRow>()
  for (const collection of ['media', 'files'] as const) {
    const wanted = [...new Set(ids[collection])]
    if (wanted.length === 0) continue
    const { docs } = await payload.db.find<UploadRow>({
      collection,
      where: { id: { in: wanted } },
      limit: wanted.length,
      pagination: false,
      ...(req ? { req } : {}),
    })
    for (const row of docs) rows.set(`${collection}/${row.id}`, row)
  }
  return rows
}

/** The uploads of one item out of rows that were read for many. */
export function pickUploads(rows: ReadonlyMap<string, UploadRow>, ids: UploadIds): Uploads {
  const picked = new Map<string, UploadRow>()
  for (const collection of ['media', 'files'] as const) {
    for (const id of ids[collection]) {
      const row = rows.get(`${collection}/${id}`)
      if (row) picked.set(`${collection}/${id}`, row)
    }
  }
  return uploadsAmong(picked)
}

function uploadsAmong(rows: ReadonlyMap<string, UploadRow>): Uploads {
  const snapshot = (collection: UploadCollection, value: unknown): UploadSnapshot | undefined => {
    const row = rows.get(`${collection}/${idOf(value) ?? ''}`)
    if (!row?.stored) return undefined
    const { title, alt, caption, credit } = row
    return {
      sha256: row.stored.sha256,
      name: row.publicName ?? row.stored.sha256,
      title,
      alt,
      caption,
      credit,
    }
  }
  return {
    snapshot,
    snapshots: (collection, values) =>
      Array.isArray(values) ? values.flatMap((value) => snapshot(collection, value) ?? []) : [],
    files: () => [...rows.values()].flatMap((row) => row.stored ?? []),
    inspectionsOf: (sha256) =>
      [...rows.values()].flatMap(({ stored, inspection }) =>
        stored?.sha256 === sha256 && inspection ? [inspection] : [],
      ),
    all: () => namedRows(rows),
    editorsSince: (since) =>
      [...rows.values()].flatMap((row) =>
        (row.edits ?? []).filter(({ at }) => at > since).map(({ user }) => user),
      ),
  }
}
