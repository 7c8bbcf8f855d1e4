import { pathToFileURL } from 'node:url'
import type { Portal, RenderSite } from '#published/views.ts'
import { BusyError } from './busy.ts'

export type RenderPage = (
  path: string,
  portal: Portal,
) => Promise<{ status: number; body: Buffer; contentType: string }>

const retryAfter = 5_000
const longestRendering = 5_000

async function load(entry: string, attempt: number): Promise<RenderSite> {
  // A module that failed to load stays failed under its address, hence another one for each attempt.
  const url = `${pathToFileURL(entry).href}${attempt > 1 ? `?attempt=${attempt}` : ''}`
  const built = (await import(url)) as { render?: RenderSite }
  if (typeof built.render !== 'function')
    throw new Error(`${entry} không có hàm render: hãy chạy npm run build:site`)
  return built.render
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
 * Pages of the built site (`RenderSite`), loaded at first use and tried again some seconds after a failure.
 * @throws when the site cannot be loaded or does not render; `BusyError` when it takes too long.
 */
export function openBuiltSite(entry: string, now: () => number = Date.now): RenderPage {
  let attempts = 0
  let loading: Promise<RenderSite> | null = null
  let loadedAt = 0

  function site(): Promise<RenderSite> {
    if (loading) return loading
    attempts += 1
    loadedAt = now()
    loading = load(entry, attempts)
    loading.catch(() =>
      setTimeout(() => (loading = null), Math.max(0, loadedAt + retryAfter - now())).unref(),
    )
    return loading
  }

  async function renderWhole(path: string, portal: Portal) {
    const render = await site()
    const response = await render(new Request(new URL(path, portal.publicUrl)), portal)
    return {
      status: response.status,
      body: Buffer.from(await response.arrayBuffer()),
      contentType: response.headers.get('content-type') ?? 'text/html; charset=utf-8',
    }
  }

  return (path, portal) => withinTime(renderWhole(path, portal))
}
