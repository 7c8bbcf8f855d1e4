/** Starts the public web server (`WEB_HOST`, `WEB_PORT`). Stops on SIGTERM, SIGINT or the loss of its supervisor. */
import path from 'node:path'
import { putRight } from '#cms/built-folder.ts'
import { env } from '#cms/env.ts'
import { createLog } from '#cms/log.ts'
import { createWebApp } from './app.ts'
import { createWebServer, drain, listen } from './http-server.ts'
import { securityHeaders } from './security-headers.ts'

/** Tells the supervisor that starting again is useless (`cms/server/supervisor.ts`). */
const portBusy = 98
const drainPatience = 10_000

const log = createLog('web')
putRight(path.join(path.dirname(env.SITE_ENTRY), '..'))
const settings = {
  dataDir: env.DATA_DIR,
  publicUrl: env.PUBLIC_URL,
  hstsSubdomains: env.HSTS_SUBDOMAINS,
  siteEntry: env.SITE_ENTRY,
  log,
}
const app = createWebApp(settings)
const server = createWebServer(app, securityHeaders(settings))

let isStopping = false
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await drain(server, drainPatience)
  app.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
process.on('disconnect', () => void stop())
process.channel?.unref()

try {
  await listen(server, { host: env.WEB_HOST, port: env.WEB_PORT })
  log.info('listening', { host: env.WEB_HOST, port: env.WEB_PORT, publicUrl: env.PUBLIC_URL })
} catch (error) {
  const isBusy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
  // The supervisor tells the operator about a taken port, in one line for both processes.
  if (!isBusy || !process.argv.includes('--supervised'))
    log.error('cannot listen', { err: error, port: env.WEB_PORT })
  process.exit(isBusy ? portBusy : 1)
}
