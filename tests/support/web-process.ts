/** The public web server as a process of its own, over a folder that a cms process publishes to. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { freePort } from './free-port.ts'
import { until } from './whole-again.ts'

export type WebProcess = { base: string; stop(): Promise<void> }

export async function startWebProcess(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<WebProcess> {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const root = path.resolve(import.meta.dirname, '../..')
  const child = spawn(process.execPath, [path.join(root, 'site/server/main.ts')], {
    cwd: root,
    env: {
      ...process.env,
      ...{ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: dataDir },
      ...{ WEB_HOST: '127.0.0.1', WEB_PORT: String(port) },
      ...settings,
    },
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await until('the web process answers', async () => {
    const answer = await fetch(`${base}/healthz`).catch(() => null)
    return answer?.status === 200
  })
  return {
    base,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
