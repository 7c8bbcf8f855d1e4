import { stat } from 'node:fs/promises'
import path from 'node:path'
import { openPublicFile, openRegular, type Encoding, type PublicFile } from './open-file.ts'
import type { RequestPath } from './request-path.ts'

export type Found = { kind: 'file'; file: PublicFile } | { kind: 'moved'; to: string }

/** Files that are being written have dotted names (`cms/publication/atomic-files.ts`), as have those that no page is made of. */
const isHidden = (segment: string): boolean => segment === '' || segment.startsWith('.')

async function isFile(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null) // nothing there, or not ours to see: no file either way
  return found?.isFile() ?? false
}

/** `index.html.br` is a form of `index.html`, not an address; an uploaded `so-lieu.csv.gz` is one. */
async function isCompressedForm(file: string): Promise<boolean> {
  const plain = file.replace(/\.(?:br|gz)$/, '')
  return plain !== file && (await isFile(plain))
}

/**
 * What the public tree holds at an address: a file (opened; the caller closes it), the address with its slash
 * to move to, or `null`. `/x/` is `x/index.html`; `/x` moves to `/x/` when that page exists.
 */
export async function findFile(
  www: string,
  request: RequestPath,
  encodings: readonly Encoding[],
): Promise<Found | null> {
  if (request.segments.some(isHidden)) return null
  const target = path.join(www, ...request.segments)
  if (request.isFolder) {
    const page = await openPublicFile(path.join(target, 'index.html'), encodings)
    return page && page !== 'folder' ? { kind: 'file', file: page } : null
  }
  const own = request.path.replace(/\/index\.html$/, '/')
  if (own !== request.path)
    return (await isFile(target)) ? { kind: 'moved', to: encodeURI(own) + request.query } : null
  if (await isCompressedForm(target)) return null
  const found = await openPublicFile(target, encodings)
  if (found !== 'folder') return found && { kind: 'file', file: found }
  const hasPage = await isFile(path.join(target, 'index.html'))
  return hasPage ? { kind: 'moved', to: `${encodeURI(request.path)}/${request.query}` } : null
}

/** Bytes of a small file of the tree, or `null`. */
export async function readWhole(file: string): Promise<Buffer | null> {
  const found = await openRegular(file)
  if (!found || found === 'folder') return null
  try {
    return await found.handle.readFile()
  } finally {
    await found.handle.close()
  }
}
