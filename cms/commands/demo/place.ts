/** Finds what an earlier, interrupted run made, or makes it as that person, through the same door as the form. */
import type { Payload, Where } from 'payload'
import type { User } from './course.ts'

type Collection = 'news' | 'documents' | 'agencies' | 'topics' | 'settings' | 'media' | 'files' | 'users'
export type UploadedFile = { data: Buffer; mimetype: string; name: string; size: number }

export type Place = {
  collection: Collection
  /** What tells it from every other of its kind. */
  key: Record<string, unknown>
  data: Record<string, unknown>
  /** Absent only for the very first account. */
  user?: User
  file?: () => Promise<UploadedFile>
}

export async function place(payload: Payload, { collection, key, data, user, file }: Place): Promise<string> {
  const where: Where = { and: Object.entries(key).map(([field, value]) => ({ [field]: { equals: value } })) }
  const found = await payload.db.findOne<{ id: string }>({ collection, where })
  if (found) return String(found.id)
  const made = await payload.create({
    collection,
    data: { ...key, ...data },
    overrideAccess: user === undefined,
    ...(user ? { user: user } : {}),
    ...(file ? { file: await file() } : {}),
  })
  return String((made as { id: unknown }).id)
}

/** The account's row as the Local API takes it for `user`. */
export async function userById(payload: Payload, id: string): Promise<User> {
  const row = await payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })
  return { ...(row as unknown as Record<string, unknown>), id, collection: 'users' }
}
