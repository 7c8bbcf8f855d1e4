/** The product as `npm start` runs it, on free ports over a seeded folder: admin, publication and public web. */
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { testSecret, type Folder } from './portal-processes.ts'
import { freePort } from './free-port.ts'

export type WholePortal = {
  cms: string
  web: string
  env: NodeJS.ProcessEnv
  process: ChildProcess
  stop(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')

export async function startWholePortal(folder: Folder): Promise<WholePortal> {
  const [cmsPort, webPort] = [await freePort(), await freePort()]
  const cms = `http://localhost:${cmsPort}`
  const web = `http://localhost:${webPort}`
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    PAYLOAD_SECRET: testSecret,
    DATA_DIR: folder.data,
    MEDIA_DIR: folder.media,
    CMS_PORT: String(cmsPort),
    WEB_PORT: String(webPort),
    CMS_URL: cms,
    PUBLIC_URL: web,
  } satisfies NodeJS.ProcessEnv
  const child = spawn(process.execPath, [path.join(root, 'cms/server/start.ts')], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await answers(`${cms}/healthz`, ({ publisher }) => publisher === 'running')
  await answers(`${web}/healthz`, ({ status }) => status === 'ok')
  return {
    cms,
    web,
    env,
    process: child,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function answers(
  url: string,
  isReady: (health: Record<string, unknown>) => boolean,
  withinMs = 90_000,
): Promise<void> {
  const end = Date.now() + withinMs
  while (Date.now() < end) {
    try {
      if (isReady((await (await fetch(url)).json()) as Record<string, unknown>)) return
    } catch {
      // Not listening yet.
    }
    await wait(200)
  }
  throw new Error(`${url} was not ready in ${withinMs} ms`)
}
