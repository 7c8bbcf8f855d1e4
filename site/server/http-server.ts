/** The HTTP server around the app: limits against slow and endless clients, and a way to stop without cutting answers. */
import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'

const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
  // Node's own refusal would lack the security headers; the app does not look at the host.
  requireHostHeader: false,
}
const idleSocket = 60_000
const drainCheck = 100

const parserStatus: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** Bytes that are not HTTP never reach the app; they get the same headers as everything else. */
function refuseBytes(socket: Duplex, code: string | undefined, headers: Record<string, string>): void {
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status = parserStatus[code ?? ''] ?? 400
  const lines = Object.entries({ ...headers, 'Content-Length': '0', Connection: 'close' })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n`)
}

export function createWebServer(app: RequestListener, headers: Record<string, string>): Server {
  const server = createServer(limits, app)
  server.maxRequestsPerSocket = 1_000
  server.maxHeadersCount = 100
  server.setTimeout(idleSocket)
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseBytes(socket, error.code, headers))
  return server
}

/** @throws the listening error, for instance `EADDRINUSE`. */
export function listen(server: Server, at: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(at, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Takes no new connections, lets answers finish, and cuts what is left after `patience` milliseconds. */
export async function drain(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const idle = setInterval(() => server.closeIdleConnections(), drainCheck)
  const cut = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
}
