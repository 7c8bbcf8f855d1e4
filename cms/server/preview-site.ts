import { loadSite, type BuiltSite } from '#cms/publication/built-site.ts'
import { PublicationError } from '#cms/publication/errors.ts'
import { PortalError } from '../errors.ts'

let loaded: Promise<BuiltSite> | null = null

/**
 * The site as it was built when the first preview was asked for: its pages and their styles stay together when
 * another build is put in its place.
 * @throws PortalError `try-again` when it was not built.
 */
export async function previewSite(entry: string): Promise<BuiltSite> {
  loaded ??= loadSite(entry)
  try {
    return await loaded
  } catch (cause) {
    loaded = null
    if (!(cause instanceof PublicationError)) throw cause
    throw new PortalError('try-again', { message: cause.message, cause })
  }
}
