/** Waits until both processes answer and nothing that could be live is still on its way. */
import { setTimeout as sleep } from 'node:timers/promises'
import { CommandError } from '../command.ts'

type Where = { cms: string; web: string }
type Options = {
  signal: AbortSignal
  onWaiting?: (seconds: number) => void
  pollMs?: number
  patienceMs?: number
}

/** @throws CommandError after ten minutes, naming what is missing; AbortError when told to stop. */
export async function untilLive(
  { cms, web }: Where,
  { signal, onWaiting = () => {}, pollMs = 400, patienceMs = 600_000 }: Options,
): Promise<void> {
  const startedAt = performance.now()
  for (;;) {
    const missing = (await whatCmsLacks(cms)) ?? (await whatWebLacks(web))
    if (missing === null) return
    const waited = performance.now() - startedAt
    if (waited > patienceMs)
      throw new CommandError(
        `Đã đợi ${Math.round(patienceMs / 60_000)} phút mà ${missing}. Xem nhật ký ở trên.`,
      )
    onWaiting(Math.round(waited / 1000))
    await sleep(pollMs, undefined, { signal })
  }
}

async function whatCmsLacks(origin: string): Promise<string | null> {
  const answer = await ask(`${origin}/healthz`)
  if (!answer?.ok) return 'hệ biên tập chưa trả lời'
  const { publisher, due } = (await answer.json()) as { publisher: string; due: number }
  if (publisher !== 'running') return 'phần công khai chưa dựng xong'
  return due > 0 ? `còn ${due} lượt đăng chưa lên Cổng` : null
}

async function whatWebLacks(origin: string): Promise<string | null> {
  const health = await ask(`${origin}/healthz`)
  const home = health?.ok ? await ask(`${origin}/`) : null
  return home?.ok ? null : 'Cổng công khai chưa trả lời'
}

/** `null` while nobody listens there. */
async function ask(url: string): Promise<Response | null> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(10_000) })
  } catch {
    // Not up yet, or restarting: asked again until patience ends.
    return null
  }
}
