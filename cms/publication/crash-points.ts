/** Crash tests name a point in `CRASH_AT`; the process that reaches it dies there as if the power had gone. */
import { env } from '#cms/env.ts'
import type { CrashPoint } from './protocol.ts'

export function crashAt(point: CrashPoint): void {
  if (env.CRASH_AT === point) process.kill(process.pid, 'SIGKILL')
}
