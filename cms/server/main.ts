/** The cms process: Express in front, Payload's REST and the admin behind it, publication beside it. */
import http from 'node:http'
import path from 'node:path'
import { finishAccountWork } from '../accounts/unfinished.ts'
import { putRight } from '../built-folder.ts'
import { env } from '../env.ts'
import { createLog } from '../log.ts'
import { openPayload } from '../payload.ts'
import { startPublishing } from '../jobs/start-publishing.ts'
import { createCmsApp } from './cms-app.ts'

const log = createLog('cms')
const isDevelopment = process.argv.includes('--dev')
/** The supervisor says what there is to say about a busy port, and ends us by closing the channel. */
const isSupervised = process.argv.includes('--supervised')
const busyPortExitCode = 98
const drainMs = 10_000

for (const folder of [path.join(path.dirname(env.SITE_ENTRY), '..'), path.join(env.ROOT, 'cms/.next')])
  putRight(folder)
const { default: next } = await import('next')
const payload = await openPayload()
const { default: config } = await import('../../payload.config.ts')
const publishing = startPublishing(payload, env)

const server = http.createServer()
const admin = next({
  dir: path.join(env.ROOT, 'cms'),
  dev: isDevelopment,
  port: env.CMS_PORT,
  hostname: env.CMS_HOST,
  httpServer: server,
})
await admin.prepare()
const app = createCmsApp({ payload, config, env, log, publishing, admin: admin.getRequestHandler() })
server.on('request', app)
server.headersTimeout = 10_000
server.requestTimeout = 120_000

server.on('error', (err: NodeJS.ErrnoException) => {
  if (err.code === 'EADDRINUSE') {
    if (!isSupervised)
      process.stderr.write(
        `Cổng ${env.CMS_PORT} đang có chương trình khác dùng. Đặt CMS_PORT khác rồi chạy lại.\n`,
      )
    process.exit(busyPortExitCode)
  }
  throw err
})
server.listen(env.CMS_PORT, env.CMS_HOST, () =>
  log.info('cms is listening', { url: env.CMS_URL, port: env.CMS_PORT }),
)

let isStopping = false
const stop = async () => {
  if (isStopping) return
  isStopping = true
  setTimeout(() => process.exit(1), drainMs).unref()
  server.close()
  server.closeIdleConnections()
  await publishing.stop()
  await finishAccountWork()
  await payload.destroy()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('disconnect', () => void stop())
process.channel?.unref()
