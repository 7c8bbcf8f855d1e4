/** The web server as citizens meet it, over a folder that a cms process publishes to. */
import path from 'node:path'
import { request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLog } from '#cms/log.ts'
import { createWebApp } from '../../site/server/app.ts'
import { createWebServer } from '../../site/server/http-server.ts'
import { securityHeaders } from '../../site/server/security-headers.ts'

export type PublicWeb = {
  base: string
  get(path: string): Promise<{ status: number; headers: IncomingHttpHeaders; text: string; bytes: Buffer }>
  close(): Promise<void>
}

export async function startPublicWeb(
  dataDir: string,
  publicUrl = 'http://localhost:3000',
): Promise<PublicWeb> {
  const siteEntry = path.resolve(import.meta.dirname, '../../site/dist/server/entry.mjs')
  const app = createWebApp({ dataDir, publicUrl, siteEntry, log: createLog('web', { level: 'silent' }) })
  const server = createWebServer(app, securityHeaders({ publicUrl }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    get: (target) =>
      new Promise((resolve, reject) => {
        const asked = request({ port, host: '127.0.0.1', path: target }, (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => {
            const bytes = Buffer.concat(chunks)
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: bytes.toString('utf8'),
              bytes,
            })
          })
          answer.on('error', reject)
        })
        asked.on('error', reject)
        asked.end()
      }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      app.close()
    },
  }
}
