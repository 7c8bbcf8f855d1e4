/**
 * A page as the public would see it, drawn by the built site from the read model with one item's rows laid over
 * it, and the files that page shows. Writes nothing anywhere.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { ItemTruth } from '#domain/item-truth.ts'
import { routes } from '#domain/routes.ts'
import { createReadModel, openReadModel, readMeta } from '#published/open.ts'
import { layOver } from '#published/overlay.ts'
import { openReader } from '#published/reader.ts'
import type { PublicFile } from '#published/item-rows.ts'
import type { DrawSite } from '#published/views.ts'
import { linkPreview } from './preview-links.ts'
import { project } from './project.ts'
import { render } from './render.ts'

export type PreviewFrom = {
  /** `published.sqlite`; before there is one, the page is drawn from the item alone. */
  database: string
  truth: ItemTruth
}

type Page = {
  site: DrawSite
  /** Origin of public addresses. */
  publicUrl: string
  /** Where `previewFile` answers: put before `/tep/…`. */
  filesAt: string
  /** The page says that it is not published yet. */
  isPreview: boolean
}

/** The page (of settings: the home page) as HTML; `null` when the item would have none. @throws PublicationError `render-failed` */
export async function previewPage(
  from: PreviewFrom,
  { site, publicUrl, filesAt, isPreview }: Page,
): Promise<string | null> {
  const db = opened(from)
  try {
    const today = () => readMeta(db, 'as_of') ?? ''
    const portal = { reader: openReader(db, { today }), publicUrl, isPreview }
    const bytes = await render(site, portal, from.truth.path ?? routes.home)
    return bytes && linkPreview(bytes.toString('utf8'), { publicUrl, filesAt })
  } finally {
    db.close()
  }
}

/** A file that the page shows, by its public address `/tep/…`: the item's own, or one that is public anyway. */
export function previewFile(from: PreviewFrom, path: string): PublicFile | null {
  const db = opened(from)
  try {
    const found = db
      .prepare('SELECT path, sha256, mime_type, size FROM public_files WHERE path = ? LIMIT 1')
      .get(path)
    return (found as PublicFile | undefined) ?? null
  } finally {
    db.close()
  }
}

function opened({ database, truth }: PreviewFrom): DatabaseSync {
  const db = modelAt(database)
  try {
    layOver(db, truth.ref, project(truth).rows)
    // One moment of the public side for the whole page; a reader keeps no writer waiting.
    db.exec('BEGIN')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function modelAt(database: string): DatabaseSync {
  try {
    return openReadModel(database)
  } catch {
    // None yet, or one of another version that is being rebuilt: the item's own page needs no neighbours.
    return createReadModel(':memory:')
  }
}
