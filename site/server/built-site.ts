import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Portal, RenderSite } from '#published/views.ts'
import { BusyError } from './busy.ts'

export type RenderPage = (
  path: string,
  portal: Portal,
) => Promise<{ status: number; body: Buffer; contentType: string }>

export type BuiltSite = {
  /** @throws when the site cannot be loaded or does not render; `BusyError` when it takes too long. */
  renderPage: RenderPage
  /** A static file that its pages need, by address; `null` when it is none of this build. */
  asset: (address: string) => Promise<Buffer | null>
}

type Loaded = { render: RenderSite; assets: Map<string, Buffer> }

const retryAfter = 5_000
const longestRendering = 5_000

async function load(entry: string, attempt: number): Promise<Loaded> {
  const before = await readFile(entry)
  const assets = await readAssets(path.join(path.dirname(entry), '..', 'client'))
  // A module that failed to load stays failed under its address, hence another one for each attempt.
  const url = `${pathToFileURL(entry).href}${attempt > 1 ? `?attempt=${attempt}` : ''}`
  const built = (await import(url)) as { render?: RenderSite }
  if (typeof built.render !== 'function')
    throw new Error(`${entry} không có hàm render: hãy chạy npm run build:site`)
  // The entry names, by their content, the modules that name all others.
  if (!before.equals(await readFile(entry))) throw new Error(`${entry} vừa được dựng lại`)
  return { render: built.render, assets }
}

/** Hidden files are not public; a site may have no static files. */
async function readAssets(client: string): Promise<Map<string, Buffer>> {
  const names = await readdir(client, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(client, path.join(entry.parentPath, entry.name)).split(path.sep))
    .filter((segments) => segments.every((segment) => !segment.startsWith('.')))
  return new Map(
    await Promise.all(
      files.map(async (segments) => {
        const bytes = await readFile(path.join(client, ...segments))
        return [`/${segments.join('/')}`, bytes] as const
      }),
    ),
  )
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BusyError('rendering took too long')), longestRendering)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The built site (`RenderSite`), loaded at once and wholly, and tried again some seconds after a failure: what
 * becomes of its files afterwards does not matter.
 */
export function openBuiltSite(entry: string, now: () => number = Date.now): BuiltSite {
  let attempts = 0
  let loading: Promise<Loaded> | null = null
  let loadedAt = 0

  function site(): Promise<Loaded> {
    if (loading) return loading
    attempts += 1
    loadedAt = now()
    loading = load(entry, attempts)
    loading.catch(() =>
      setTimeout(() => (loading = null), Math.max(0, loadedAt + retryAfter - now())).unref(),
    )
    return loading
  }

  async function renderWhole(address: string, portal: Portal) {
    const { render } = await site()
    const response = await render(new Request(new URL(address, portal.publicUrl)), portal)
    return {
      status: response.status,
      body: Buffer.from(await response.arrayBuffer()),
      contentType: response.headers.get('content-type') ?? 'text/html; charset=utf-8',
    }
  }

  void site().catch(() => {}) // whoever asks for a page is told
  return {
    renderPage: (address, portal) => withinTime(renderWhole(address, portal)),
    asset: async (address) => (await site()).assets.get(address) ?? null,
  }
}
