/**
 * `GET /api/{collection}/{id}/preview`: the working copy as the public would see it, for those who may read it;
 * `…/preview/tep/{hash}/{name}`: the files that page shows. Here the editing side and publication meet. The
 * answer is a page of the portal inside the cms: nothing in it may run, send a form or be kept.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionConfig, Endpoint, PayloadRequest } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import type { ItemTruth } from '#domain/item-truth.ts'
import { previewTruth } from '#domain/preview-truth.ts'
import { previewFile, previewPage } from '#cms/publication/preview.ts'
import type { Env } from '../env.ts'
import { PortalError } from '../errors.ts'
import { storedPath } from '../uploads/content-store.ts'
import { freeze } from '../workflow/content/content-of.ts'
import { editionsOf } from '../workflow/editions.ts'
import { isPublicCollection, textOf } from '../workflow/item.ts'
import { readable } from '../workflow/requested-item.ts'
import { previewSite } from './preview-site.ts'
import { problemPage } from './problem-page.ts'

type Settings = Pick<Env, 'DATA_DIR' | 'MEDIA_DIR' | 'PUBLIC_URL' | 'SITE_ENTRY'>

/** Scripts stay forbidden, so that the page being of our own origin gives nobody anything: it lets pictures come with the session. */
const sandbox = 'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox'
const pagePolicy = `${sandbox}; default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'`
const filePolicy = "sandbox; default-src 'none'; frame-ancestors 'none'"

const privately = {
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex, nofollow',
  'X-Content-Type-Options': 'nosniff',
}

/** Moderated collections with the endpoints of their preview. */
export const withPreview = (collections: CollectionConfig[], settings: Settings): CollectionConfig[] =>
  collections.map((config) => ({
    ...config,
    endpoints: [...(config.endpoints || []), ...previewEndpoints(config.slug, settings)],
  }))

function previewEndpoints(collection: string, settings: Settings): Endpoint[] {
  if (!isPublicCollection(collection)) throw new Error(`nothing of ${collection} is public`)
  const database = path.join(settings.DATA_DIR, 'published.sqlite')
  return [
    {
      path: '/:id/preview',
      method: 'get',
      handler: (req) =>
        asPage(req, async () => {
          const { truth, isPublished } = await truthFor(req, collection, 'preview')
          const html = await previewPage(
            { database, truth },
            {
              site: (await previewSite(settings.SITE_ENTRY)).draw,
              publicUrl: settings.PUBLIC_URL,
              filesAt: `/api/${collection}/${encodeURIComponent(truth.id)}/preview`,
              isPreview: !isPublished,
            },
          )
          if (html === null) throw new PortalError('not-found')
          return html
        }),
    },
    {
      path: '/:id/preview/tep/:hash/:name',
      method: 'get',
      handler: async (req) => {
        const { hash, name } = req.routeParams ?? {}
        const { truth } = await truthFor(req, collection, 'preview/tep/:hash/:name')
        const file = previewFile({ database, truth }, `/tep/${textOf(hash)}/${textOf(name)}`)
        if (!file) throw new PortalError('not-found')
        const isPicture = file.mime_type.startsWith('image/')
        return new Response(new Uint8Array(await readFile(storedPath(settings.MEDIA_DIR, file.sha256))), {
          headers: {
            ...privately,
            'Content-Type': file.mime_type,
            'Content-Security-Policy': filePolicy,
            ...(isPicture ? {} : { 'Content-Disposition': 'attachment' }),
          },
        })
      },
    },
  ]
}

/** @throws PortalError when the person may not read the item, or it is not the one (`?revision=`) they mean. */
async function truthFor(
  req: PayloadRequest,
  collection: PublicCollection,
  question: 'preview' | 'preview/tep/:hash/:name',
): Promise<{ truth: ItemTruth; isPublished: boolean }> {
  const { item } = await readable(req, collection, question)
  const { content, revision, files } = await freeze(req.payload, collection, item)
  const wanted = req.searchParams.get('revision')
  if (wanted !== null && wanted !== revision) throw new PortalError('moved-on')
  const editions = await editionsOf(req.payload, collection, item.id)
  const working = { collection, item: item.id, content, hash: revision, files }
  const truth = previewTruth(working, editions, new Date().toISOString())
  const shown = editions.find(({ id }) => id === truth.edition.id)
  return { truth, isPublished: shown !== undefined && shown.outcomes.length > 0 }
}

/** What a person did wrong is told as a page too: it stands in a frame, where nobody reads JSON. */
async function asPage(req: PayloadRequest, make: () => Promise<string>): Promise<Response> {
  const headers = {
    ...privately,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': pagePolicy,
  }
  try {
    return new Response(await make(), { headers })
  } catch (error) {
    const isForEyes = req.headers.get('accept')?.includes('text/html') ?? false
    if (!(error instanceof PortalError) || !isForEyes) throw error
    return new Response(problemPage(error.message), { status: error.status, headers })
  }
}
