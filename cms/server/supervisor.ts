/**
 * Keeps the processes of the product running: a child that ends is started again with growing pauses, a
 * child that cannot have its port ends everything, and stopping waits for answers in progress.
 */
import { spawn, type ChildProcess } from 'node:child_process'

export type ChildSpec = {
  name: string
  /** Arguments of this Node: options, then the file. */
  args: readonly string[]
  env?: NodeJS.ProcessEnv
  /** Named to the operator when the port is taken. */
  port?: number
}

export type SupervisorOptions = {
  /** One plain line for the operator. */
  report?: (line: string) => void
  /** Milliseconds. The pause before a restart doubles from `first` to `most`; `healthy` of running resets it. */
  pauses?: { first: number; most: number; healthy: number }
  /** Milliseconds a child gets to finish after the signal; then it is killed. */
  patience?: number
}

export type Supervisor = {
  /** Passes the signal on and waits; a second call kills what is left at once. */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<void>
  /** Exit code of the whole: 0 after `stop`, 1 when a child can never run. */
  done: Promise<number>
}

/** A child ends with this code when its port is taken: trying again would not help. */
export const portBusy = 98

const usualPauses = { first: 250, most: 5_000, healthy: 30_000 }

/** Pause before the next start, given the last pause (0 at first) and how long the child ran. */
export function nextPause(last: number, ranFor: number, pauses = usualPauses): number {
  if (last === 0 || ranFor >= pauses.healthy) return pauses.first
  return Math.min(last * 2, pauses.most)
}

const busyLine = ({ name, port }: ChildSpec): string =>
  `Cổng ${port ?? ''} (${name}) đang có chương trình khác dùng. Hãy tắt chương trình đó hoặc đổi cổng trong cấu hình rồi chạy lại.`

type Kept = { spec: ChildSpec; process: ChildProcess | null; pause: number; timer: NodeJS.Timeout | null }

/** Starts all children. Their output is passed through; each has an IPC channel whose loss tells it to stop. */
export function supervise(children: readonly ChildSpec[], options: SupervisorOptions = {}): Supervisor {
  const { report = console.error, pauses = usualPauses, patience = 15_000 } = options
  const kept: Kept[] = children.map((spec) => ({ spec, process: null, pause: 0, timer: null }))
  const { promise: done, resolve: finish } = Promise.withResolvers<number>()
  let exitCode: number | null = null
  let killTimer: NodeJS.Timeout | null = null

  function start(child: Kept): void {
    const startedAt = performance.now()
    const started = spawn(process.execPath, child.spec.args, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      ...(child.spec.env ? { env: child.spec.env } : {}),
    })
    child.process = started
    const { promise: ended, resolve: end } = Promise.withResolvers<{
      code: number | null
      cause: string | null
    }>()
    started.once('error', (error) => end({ code: null, cause: error.message }))
    started.once('exit', (code, signal) => end({ code, cause: signal }))
    void ended.then((ending) => onEnd(child, { ...ending, ranFor: performance.now() - startedAt }))
  }

  function onEnd(
    child: Kept,
    { code, cause, ranFor }: { code: number | null; cause: string | null; ranFor: number },
  ) {
    child.process = null
    if (exitCode !== null) return finishIfAllEnded()
    if (code === portBusy) {
      report(busyLine(child.spec))
      return stopAll(1, 'SIGTERM')
    }
    child.pause = nextPause(child.pause, ranFor, pauses)
    report(`${child.spec.name} đã dừng (${cause ?? `mã ${code}`}), chạy lại sau ${child.pause} ms.`)
    child.timer = setTimeout(() => start(child), child.pause)
  }

  function signalAll(signal: NodeJS.Signals): void {
    for (const { process: running } of kept) running?.kill(signal)
  }

  function stopAll(code: number, signal: NodeJS.Signals): void {
    if (exitCode !== null) return signalAll('SIGKILL')
    exitCode = code
    for (const { timer } of kept) if (timer) clearTimeout(timer)
    signalAll(signal)
    killTimer = setTimeout(() => signalAll('SIGKILL'), patience)
    finishIfAllEnded()
  }

  function finishIfAllEnded(): void {
    if (exitCode === null || kept.some(({ process: running }) => running)) return
    if (killTimer) clearTimeout(killTimer)
    finish(exitCode)
  }

  for (const child of kept) start(child)
  return {
    done,
    stop: async (signal = 'SIGTERM') => {
      stopAll(0, signal)
      await done
    },
  }
}
