/**
 * `npm run bench -- serve --items N`: our web server beside nginx (where it is installed) on the same public tree
 * and the same addresses, as a browser asks for them: plain bytes, then with compression. nginx packs with
 * gzip on both sides of the comparison, since Debian's has no brotli.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import autocannon from 'autocannon'
import { env } from '#cms/env.ts'
import { openReadModel } from '#published/open.ts'
import { freePort } from '#tests/support/free-port.ts'
import { fillCorpus } from './fill.ts'

const seconds = 10
const connections = 50
const addressesAsked = 500
/** Ours closes a connection after 1,000; autocannon would go on asking and count refusals as answers. */
const requestsOfConnection = 900

type Served = { 'requests/s': number; p50: number; p99: number }
type Server = { port: number; stop(): Promise<void> }

export async function measure({ items }: { items: number }): Promise<Record<string, unknown>> {
  fillCorpus(items)
  const addresses = pageAddresses()
  const ours = await measureServer(await startOurs(), addresses)
  const nginx = await startNginx()
  if (!nginx) return { items, addresses: addresses.length, ours, nginx: 'không có trên máy này' }
  const theirs = await measureServer(nginx, addresses)
  const ratio = (form: 'plain' | 'gzip') =>
    Math.round((ours[form]['requests/s'] / theirs[form]['requests/s']) * 100) / 100
  return {
    ...{ items, addresses: addresses.length, ours, nginx: theirs },
    'requests/s, ours : nginx': { plain: ratio('plain'), gzip: ratio('gzip') },
  }
}

/** Every so many-th page, so that all kinds and ages are among them. */
function pageAddresses(): string[] {
  const db = openReadModel(path.join(env.DATA_DIR, 'published.sqlite'))
  const { pages } = db.prepare("SELECT count(*) AS pages FROM routes WHERE path LIKE '%/'").get() as {
    pages: number
  }
  const every = Math.max(1, Math.floor(pages / addressesAsked))
  const rows = db
    .prepare(
      `SELECT path FROM (SELECT path, row_number() OVER (ORDER BY path) AS place FROM routes WHERE path LIKE '%/')
       WHERE place % ? = 0`,
    )
    .all(every) as { path: string }[]
  db.close()
  return rows.map((row) => encodeURI(row.path))
}

async function measureServer(server: Server, addresses: string[]): Promise<Record<'plain' | 'gzip', Served>> {
  try {
    const plain = await load(server.port, addresses, 'identity')
    return { plain, gzip: await load(server.port, addresses, 'gzip') }
  } finally {
    await server.stop()
  }
}

async function load(port: number, addresses: string[], encoding: string): Promise<Served> {
  const { requests, latency, non2xx, errors } = await autocannon({
    url: `http://127.0.0.1:${port}`,
    ...{ connections, duration: seconds, reconnectRate: requestsOfConnection },
    requests: addresses.map((address) => ({ path: address, headers: { 'accept-encoding': encoding } })),
  })
  if (non2xx + errors > 0)
    throw new Error(`${non2xx} answers were not 200, ${errors} failed: nothing is measured`)
  return { 'requests/s': Math.round(requests.average), p50: latency.p50, p99: latency.p99 }
}

async function startOurs(): Promise<Server> {
  const port = await freePort()
  const settings = { ...process.env, WEB_PORT: String(port), LOG_LEVEL: 'warn' }
  return start(process.execPath, [path.join(env.ROOT, 'site/server/main.ts')], { port, settings })
}

/** One worker per core, pre-packed files, no log: nginx as one would set it up. `null` when it is not installed. */
async function startNginx(): Promise<Server | null> {
  const port = await freePort()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-nginx-'))
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `worker_processes auto; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  types { text/html html; text/css css; application/xml xml; }
  default_type application/octet-stream; charset utf-8;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; root ${realpathSync(path.join(env.DATA_DIR, 'www'))}; gzip_static on; }
}
`,
  )
  try {
    const server = await start('nginx', ['-p', folder, '-c', file], { port, settings: process.env })
    return {
      port,
      stop: async () => {
        await server.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** @throws with `code` ENOENT when there is no such program. */
async function start(
  program: string,
  words: string[],
  { port, settings }: { port: number; settings: NodeJS.ProcessEnv },
): Promise<Server> {
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'inherit'], env: settings })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${program} ended with ${String(code)}`)))
  })
  failed.catch(() => {})
  const answers = async () => {
    while (!(await fetch(`http://127.0.0.1:${port}/`).catch(() => null))) await wait(50)
  }
  await Promise.race([answers(), failed])
  return {
    port,
    stop: async () => {
      child.kill()
      await ended
    },
  }
}
