/** A web server over a hand-made release, on a free port. */
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createReadModel } from '#published/open.ts'
import type { ClosedAddress } from '#published/views.ts'
import { createWebApp } from '../../site/server/app.ts'
import { createWebServer } from '../../site/server/http-server.ts'
import { securityHeaders } from '../../site/server/security-headers.ts'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string }
export type Logged = { msg: string; err?: unknown }

/** Puts a file into place as the publisher does: whole, by rename. */
export async function put(root: string, name: string, content: string | Buffer): Promise<void> {
  const file = path.join(root, name)
  await mkdir(path.dirname(file), { recursive: true })
  const temp = path.join(path.dirname(file), `.${path.basename(file).slice(0, 40)}.tmp`)
  await writeFile(temp, content)
  await rename(temp, file)
}

/** A page with the variants that the publisher makes. */
export async function putPage(root: string, name: string, content: string): Promise<void> {
  await put(root, name, content)
  await put(root, `${name}.br`, brotliCompressSync(content))
  await put(root, `${name}.gz`, gzipSync(content))
}

export function putReadModel(release: string, closed: readonly ClosedAddress[] = []): void {
  const db = createReadModel(path.join(release, 'published.sqlite'))
  const insert = db.prepare(
    'INSERT INTO closed_addresses (path, ref, status, target, title, note, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { path: from, status, target, title, note, at } of closed) {
    insert.run(from, `news/${from}`, status, target ?? null, title ?? null, note ?? null, at)
  }
  db.close()
}

/** Makes `releases/{id}/www` with a start page and a page for absent addresses; returns the release folder. */
export async function makeRelease(dataDir: string, id: string): Promise<string> {
  const release = path.join(dataDir, 'releases', id)
  await putPage(path.join(release, 'www'), 'index.html', `<h1>Trang chủ ${id}</h1>`)
  await putPage(path.join(release, 'www'), '404.html', '<h1>Không tìm thấy, kính mời tìm kiếm</h1>')
  return release
}

/** Makes a release the current one by one rename, as a rebuild does. */
export async function switchTo(dataDir: string, id: string): Promise<void> {
  const next = path.join(dataDir, 'current.next')
  await rm(next, { force: true })
  await symlink(path.join('releases', id), next)
  await rename(next, path.join(dataDir, 'current'))
}

/** `DATA_DIR` with release `1` current. */
export async function makeDataDir(): Promise<{ dataDir: string; release: string; www: string }> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'web-'))
  const release = await makeRelease(dataDir, '1')
  await switchTo(dataDir, '1')
  await symlink('current/www', path.join(dataDir, 'www'))
  await symlink('current/published.sqlite', path.join(dataDir, 'published.sqlite'))
  return { dataDir, release, www: path.join(release, 'www') }
}

export type WebOptions = { publicUrl?: string; siteEntry?: string; hstsSubdomains?: boolean }
const fixtureSite = path.join(import.meta.dirname, '../fixtures/site/entry.ts')

export async function startWeb(dataDir: string, options: WebOptions = {}) {
  const logged: Logged[] = []
  const record = (msg: string, fields: { err?: unknown } = {}) => void logged.push({ msg, ...fields })
  const settings = {
    dataDir,
    publicUrl: 'http://localhost:3000',
    siteEntry: fixtureSite,
    log: { warn: record, error: record },
    ...options,
  }
  const app = createWebApp(settings)
  const server = createWebServer(app, securityHeaders(settings))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  /** The address goes out exactly as written: no client repairs it first. */
  const ask = (
    target: string,
    { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
  ) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, path: target, method, headers, agent: false },
        (res) => {
          const chunks: Buffer[] = []
          res.on('data', (chunk: Buffer) => chunks.push(chunk))
          res.on('error', reject)
          res.on('end', () => {
            const body = Buffer.concat(chunks)
            resolve({ status: res.statusCode ?? 0, headers: res.headers, body, text: body.toString('utf8') })
          })
        },
      )
      sent.on('error', reject)
      sent.end()
    })

  async function close(): Promise<void> {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    app.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { ask, port, server, logged, close }
}
