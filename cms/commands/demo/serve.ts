/** Runs both processes in the foreground for the demonstration and says when everything is live. */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { env, environmentWith } from '../../env.ts'
import { portalProcesses } from '../../server/processes.ts'
import { supervise } from '../../server/supervisor.ts'
import { failureLines } from '../failure-lines.ts'
import { announcement } from './announce.ts'
import { writePrivateFile } from './private-file.ts'
import type { DemoAccount } from './record.ts'
import { untilLive } from './until-live.ts'

const accountsFile = path.join(env.DATA_DIR, 'demo-accounts.json')

/** While it is absent, something is not filled or not live yet. */
export const withdrawAccounts = (): void => rmSync(accountsFile, { force: true })

/** Answers the exit code: 0 after Ctrl+C, 1 when a process can never run or does not come up. */
export async function serve(accounts: readonly DemoAccount[]): Promise<number> {
  const settings = {
    NODE_ENV: 'production',
    PORTAL_DEMO: '1',
    LOG_LEVEL: env.LOG_LEVEL === 'info' ? 'warn' : env.LOG_LEVEL,
  } as const
  const childEnv = environmentWith(settings)
  const supervisor = supervise(portalProcesses(env).map((child) => ({ ...child, env: childEnv })))
  const waiting = new AbortController()
  const stop = (signal: 'SIGTERM' | 'SIGINT') => {
    waiting.abort()
    void supervisor.stop(signal)
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  void supervisor.done.then(() => waiting.abort())

  const failed = await announceWhenLive(accounts, waiting.signal)
  if (failed) await supervisor.stop()
  const code = await supervisor.done
  return failed ? 1 : code
}

async function announceWhenLive(accounts: readonly DemoAccount[], signal: AbortSignal): Promise<boolean> {
  try {
    await untilLive(
      { cms: ownOrigin(env.CMS_HOST, env.CMS_PORT), web: ownOrigin(env.WEB_HOST, env.WEB_PORT) },
      { signal, onWaiting: sayWaiting() },
    )
  } catch (error) {
    if (signal.aborted) return false
    process.stderr.write(`${failureLines(error).join('\n')}\n`)
    return true
  }
  writePrivateFile(accountsFile, `${JSON.stringify(accounts, null, 2)}\n`)
  process.stdout.write(
    announcement({ publicUrl: env.PUBLIC_URL, cmsUrl: env.CMS_URL, accounts, accountsFile }),
  )
  return false
}

function sayWaiting(): (seconds: number) => void {
  let saidAt = 0
  return (seconds) => {
    if (seconds - saidAt < 5) return
    saidAt = seconds
    process.stderr.write(`Đang chờ Cổng dựng trang … ${seconds} giây\n`)
  }
}

/** Where a process that listens on `host` is reached from this machine. */
function ownOrigin(host: string, port: number): string {
  const own = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${own.includes(':') ? `[${own}]` : own}:${port}`
}
