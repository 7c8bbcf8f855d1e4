/** Who makes the routes of a release while it is filled: threads for a large one, the publisher itself for a small one. */
import { availableParallelism } from 'node:os'
import type { BuiltSite } from './built-site.ts'
import { quality, type Compression } from './compressed.ts'
import type { OpenRelease } from './open-release.ts'
import type { PublisherSettings } from './protocol.ts'
import type { Release } from './releases.ts'
import { renderHere } from './render-here.ts'
import type { Renderers } from './render-messages.ts'
import { openRenderPool } from './render-pool.ts'

/**
 * Up to here one thread is as fast as starting several, and the best compression (18 ms a page) is worth its
 * time. Above it readers have the new tree first and its variants afterwards.
 */
const fewRoutes = 500

export type RenderersFor = {
  release: Release
  /** The release that readers see meanwhile, if there is one. */
  previous: Release | null
  settings: PublisherSettings
  site: BuiltSite
  /** Absent: all cores for a large release. 0: in this thread. */
  threads?: number
  /** Absent: with the best compression for a small release, without for a large one, which gets it later. */
  compression?: Compression
}

/**
 * Threads load the site at once and open the read model of the release when they have their first routes.
 * @param routes about how many there will be.
 * @returns `null` when threads are not worth it.
 */
export function openThreads(
  routes: number,
  { release, previous, settings, site, threads, compression = compressionFor(routes) }: RenderersFor,
): Renderers | null {
  const size = threads ?? (routes <= fewRoutes ? 0 : availableParallelism())
  if (size === 0) return null
  const { database, www } = release
  const { mediaDir, publicUrl, siteEntry } = settings
  const places = { database, www, previous, mediaDir, publicUrl, siteEntry }
  return openRenderPool({ ...places, siteVersion: site.version, compression }, size)
}

/** @param routes as for `openThreads`. */
export const openHere = (
  routes: number,
  { previous, compression = compressionFor(routes) }: RenderersFor,
  fresh: OpenRelease,
): Renderers => renderHere({ ...fresh, compression, alarm: () => {} }, { previous, isShared: true })

const compressionFor = (routes: number): Compression => (routes <= fewRoutes ? quality.rebuilding : 'later')
