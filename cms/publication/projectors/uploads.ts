/**
 * The files an edition shows, with their public addresses (ARCHITECTURE, Addresses). A withdrawn item keeps
 * its text and pictures; what was offered for download is no longer public.
 */
import type { PublicContent, StoredFile, UploadSnapshot } from '#domain/content.ts'
import { routes } from '#domain/routes.ts'
import type { PublicFile } from '#published/item-rows.ts'

/** Fields whose uploads are for download. All others are pictures. */
const downloads = new Set(['attachments', 'files'])

/** @throws Error when an upload of the edition has no stored file: the edition is broken. */
export function publicFiles(
  content: PublicContent,
  stored: StoredFile[],
  state: 'live' | 'withdrawn',
): PublicFile[] {
  const bySha = new Map(stored.map((file) => [file.sha256, file]))
  const found = new Map<string, PublicFile>()
  for (const [field, value] of Object.entries(content)) {
    if (state === 'withdrawn' && downloads.has(field)) continue
    for (const upload of uploadsIn(value)) {
      const file = bySha.get(upload.sha256)
      if (!file)
        throw new Error(`Bản đăng thiếu thông tin của tệp ${upload.name} (${upload.sha256.slice(0, 16)})`)
      for (const entry of addressesOf(upload, file)) found.set(entry.path, entry)
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The file itself and the smaller pictures `{base}-{width}.webp` beside it. */
function addressesOf({ sha256, name }: UploadSnapshot, file: StoredFile): PublicFile[] {
  const base = name.replace(/\.[^.]*$/, '')
  return [
    { path: routes.file(sha256, name), sha256, mime_type: file.mimeType, size: file.size },
    ...(file.variants ?? []).map((variant) => ({
      path: routes.file(sha256, `${base}-${variant.width}.webp`),
      sha256: variant.sha256,
      mime_type: 'image/webp',
      size: variant.size,
    })),
  ]
}

/** Without recursion: rich text may be nested as deep as somebody likes. */
function uploadsIn(value: unknown): UploadSnapshot[] {
  const found: UploadSnapshot[] = []
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null) continue
    const { sha256, name } = next as Partial<UploadSnapshot>
    if (typeof sha256 === 'string' && typeof name === 'string') found.push(next as UploadSnapshot)
    else waiting.push(...(Object.values(next) as unknown[]))
  }
  return found
}
