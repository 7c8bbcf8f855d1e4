/**
 * `/_astro/…` of the built site, for previews: styles and fonts as the public has them. What is not a file of
 * the build is not found; the address never becomes a path.
 */
import path from 'node:path'
import type { RequestHandler } from 'express'
import { previewSite } from './preview-site.ts'

export function previewAssets(siteEntry: string): RequestHandler {
  return async (request, response, next) => {
    const { assets } = await previewSite(siteEntry)
    const asset = assets.find(({ route }) => route === request.path)
    if (!asset) return next()
    response.type(path.extname(asset.route)).send(asset.bytes)
  }
}
