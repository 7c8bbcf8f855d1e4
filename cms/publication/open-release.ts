/** A release opened for work: its read model, its tree, and the site that draws it. */
import { statSync } from 'node:fs'
import { openReader } from '#published/reader.ts'
import { createReadModel, openReadModelForWriting, readMeta } from '#published/open.ts'
import { openReadModelParts } from './apply.ts'
import type { FileFunctions } from './atomic-files.ts'
import type { BuiltSite } from './built-site.ts'
import type { Compression } from './compressed.ts'
import type { PublisherSettings } from './protocol.ts'
import type { Release } from './releases.ts'
import type { Workshop } from './settle.ts'
import { openStaticFiles } from './static-files.ts'

export type OpenRelease = Workshop & {
  release: Release
  /** Static files of the site by address. */
  assets: Map<string, Buffer>
  /** The day that its pages show. */
  today(): string
  isIntact(): boolean
  close(): void
}

export type OpenOptions = {
  settings: PublisherSettings
  site: BuiltSite
  files?: FileFunctions
  alarm: Workshop['alarm']
  compression: Compression
  /** A fresh release is filled without syncing each file, and synced as a whole before the switch. */
  isFresh?: boolean
  /** A fresh release whose read model is a copy (carry-rows.ts). */
  isCarried?: boolean
}

export function openRelease(release: Release, options: OpenOptions): OpenRelease {
  const { settings, site, files, isFresh = false, isCarried = false } = options
  const isEmpty = isFresh && !isCarried
  const db = isEmpty ? createReadModel(release.database) : openReadModelForWriting(release.database)
  const inode = statSync(release.database).ino
  // Pages show the day of the release, not the clock: the same rows give the same bytes.
  const today = () => readMeta(db, 'as_of') ?? ''
  return {
    release,
    today,
    model: openReadModelParts(db),
    tree: openStaticFiles(release.www, { files, isDurable: !isFresh }),
    site: site.draw,
    assets: new Map(site.assets.map(({ route, bytes }) => [route, bytes])),
    portal: { reader: openReader(db, { today }), publicUrl: settings.publicUrl },
    mediaDir: settings.mediaDir,
    compression: options.compression,
    alarm: options.alarm,
    /** False when somebody deleted the files below us: what we wrote would go nowhere. */
    isIntact: () =>
      statSync(release.database, { throwIfNoEntry: false })?.ino === inode &&
      statSync(release.www, { throwIfNoEntry: false }) !== undefined,
    close: () => db.close(),
  }
}
