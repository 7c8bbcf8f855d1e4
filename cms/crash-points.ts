/** Named points at which the crash tests kill this process (`CRASH_AT`); nothing happens otherwise. */
import { env } from './env.ts'

export function crashAt(point: string): void {
  if (env.CRASH_AT && env.CRASH_AT === point) process.kill(process.pid, 'SIGKILL')
}
