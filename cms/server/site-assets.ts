/**
 * `/_astro/…` of the built site, for previews: styles and fonts as the public has them. What is not a file of
 * the build is not found; the address never becomes a path.
 */
import type { RequestHandler } from 'express'
import { siteAssets } from '#cms/publication/built-site.ts'

export function previewAssets(siteEntry: string): RequestHandler {
  let known: Map<string, string> | null = null
  const read = () => new Map(siteAssets(siteEntry).map(({ route, file }) => [route, file]))
  return (request, response, next) => {
    known ??= read()
    // A site built again names its files anew.
    if (!known.has(request.path)) known = read()
    const file = known.get(request.path)
    if (file === undefined) return next()
    response.sendFile(file, { cacheControl: false, lastModified: false })
  }
}
