/** Asks `GET /api/live-items`: what is on the portal now, by words or by ids. Runs in the browser. */
export type LiveItem = { id: string; title: string; path: string | null }

async function ask(query: Record<string, string>, signal?: AbortSignal): Promise<LiveItem[]> {
  const response = await fetch(`/api/live-items?${new URLSearchParams(query)}`, {
    credentials: 'same-origin',
    ...(signal ? { signal } : {}),
  })
  if (!response.ok) throw new Error(`live-items: ${response.status}`)
  return (await response.json()) as LiveItem[]
}

export const findLiveItems = (collection: string, words: string, signal: AbortSignal): Promise<LiveItem[]> =>
  ask({ collection, q: words }, signal)

export const nameLiveItems = (collection: string, ids: string[]): Promise<LiveItem[]> =>
  ask({ collection, ids: ids.join(',') })
