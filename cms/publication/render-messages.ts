/** What a rebuild and its render threads say to each other: batches of routes out, what became of them back. */
import type { Compression } from './compressed.ts'
import type { Release } from './releases.ts'
import type { Settled } from './route-queue.ts'

export type RenderThreadData = {
  /** The fresh read model: each thread opens it for itself, read-only, as it stands when its first routes come. */
  database: string
  www: string
  /** The release readers see meanwhile: what is the same in it is linked from it. */
  previous: Release | null
  mediaDir: string
  publicUrl: string
  siteEntry: string
  siteVersion: string
  compression: Compression
}

export type Made = { path: string; sha256: string }
export type ToRenderThread =
  | { kind: 'make'; routes: string[] }
  /** Reads back from disk; answers the addresses that do not hold the bytes of their hash. */
  | { kind: 'check'; routes: Made[] }
export type FromRenderThread = { results?: Settled[]; wrong?: string[] }

/** Who makes the routes of a fresh release: threads, or for a small one the publisher itself. */
export type Renderers = {
  size: number
  make(routes: string[]): Promise<Settled[]>
  check(routes: Made[]): Promise<string[]>
  close(): Promise<void>
}
