/**
 * Uploads that only limited working copies use are kept from the same people. Whoever put an upload there, and
 * whoever sees another item that shows it, goes on seeing it.
 */
import type { PayloadRequest } from 'payload'
import { keptRows } from '../access/reach.ts'
import type { Keeping } from '../access/rules.ts'
import type { Person } from '../access/person.ts'
import { uploadIdsOf } from '../workflow/content/content-of.ts'

export type UploadSlug = 'media' | 'files'

/** Where items name uploads one by one; pictures inside texts are not looked for. */
export const usedBy: Record<UploadSlug, { collection: 'news' | 'documents'; path: string }[]> = {
  media: [{ collection: 'news', path: 'image' }],
  files: [
    { collection: 'news', path: 'attachments' },
    { collection: 'documents', path: 'files' },
  ],
}

type Upload = { id: string; edits?: { user?: unknown }[] | null }

/** Ids of the uploads of one collection that are kept from the person. */
export async function keptUploads(
  req: PayloadRequest,
  slug: UploadSlug,
  person: Pick<Person, 'id' | 'role'>,
): Promise<string[]> {
  const { payload } = req
  const rows = await keptRows(payload, person, { req })
  const used = [...new Set(rows.flatMap(({ collection, row }) => uploadIdsOf(collection, row)[slug]))]
  if (used.length === 0) return []
  const { docs } = await payload.db.find<Upload>({
    collection: slug,
    where: { id: { in: used } },
    limit: used.length,
    pagination: false,
    req,
  })
  const others = docs.filter(({ edits }) => !edits?.some(({ user }) => user === person.id))
  const kept = new Set(rows.map(({ row }) => String(row.id)))
  const seen = await usedElsewhere(req, slug, { used, kept })
  return others.map(({ id }) => String(id)).filter((id) => !seen.has(id))
}

async function usedElsewhere(
  req: PayloadRequest,
  slug: UploadSlug,
  { used, kept }: { used: string[]; kept: ReadonlySet<string> },
): Promise<Set<string>> {
  const seen = new Set<string>()
  for (const { collection, path } of usedBy[slug]) {
    const { docs } = await req.payload.db.find<Record<string, unknown> & { id: string }>({
      collection,
      where: { [path]: { in: used } },
      limit: 0,
      pagination: false,
      req,
    })
    for (const row of docs.filter(({ id }) => !kept.has(String(id))))
      for (const id of uploadIdsOf(collection, row)[slug]) seen.add(id)
  }
  return seen
}

export const keepUploads =
  (slug: UploadSlug): Keeping =>
  async (req, person) => {
    const kept = await keptUploads(req, slug, person)
    return kept.length === 0 ? null : { id: { not_in: kept } }
  }
