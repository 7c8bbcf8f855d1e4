/** A real SMTP server for tests (npm `smtp-server`) that behaves as told, and what arrived there, decoded. */
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

export type Arrived = {
  /** As the envelope says: who really gets it. */
  to: string[]
  from: string
  headers: Record<string, string>
  messageId: string
  subject: string
  text: string
  html: string
}

/** What the server does with one delivery, asked once for each mail. */
export type Manner =
  | 'take'
  /** Takes it and answers after `delayMs`. */
  | { delayMs: number }
  /** Takes the text, then closes the connection without an answer. */
  | 'drop-after-data'
  /** Closes the connection at the recipient. */
  | 'drop'
  /** Answers the recipient so. */
  | { refuse: number }

export type SmtpStub = {
  url: string
  arrived: Arrived[]
  /** How many deliveries were begun. */
  begun: () => number
  behave(manner: (recipient: string, delivery: number) => Manner): void
  /** No answer at all from now on: connections stay open and silent. */
  hang(isHanging: boolean): void
  close(): Promise<void>
}

const refusal = (responseCode: number): Error =>
  Object.assign(new Error(responseCode < 500 ? 'Hãy thử lại sau' : 'Không có hộp thư này'), { responseCode })

/** `port` 0: any free one. */
export async function startSmtp(port = 0): Promise<SmtpStub> {
  const arrived: Arrived[] = []
  let manner: (recipient: string, delivery: number) => Manner = () => 'take'
  let begun = 0
  let isHanging = false
  const manners = new Map<string, Manner>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect: (_session, done) => (isHanging ? undefined : done()),
    onRcptTo(address, session, done) {
      const chosen = manner(address.address, begun)
      begun += 1
      manners.set(session.id, chosen)
      if (chosen === 'drop') return void sockets().forEach((socket) => socket.destroy())
      if (typeof chosen === 'object' && 'refuse' in chosen) return done(refusal(chosen.refuse))
      done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const chosen = manners.get(session.id)
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        const to = rcptTo.map(({ address }) => address)
        arrived.push({ from, to, ...decode(Buffer.concat(chunks).toString('utf8')) })
        if (chosen === 'drop-after-data') return void socketOf(session.id)?.destroy()
        if (typeof chosen === 'object' && 'delayMs' in chosen)
          return void wait(chosen.delayMs).then(() => done())
        done()
      })
    },
  })
  type Connection = { id: string; _socket: { destroy(): void } }
  const connections = () => [...(server as unknown as { connections: Set<Connection> }).connections]
  const sockets = () => connections().map(({ _socket }) => _socket)
  const socketOf = (id: string) => connections().find((connection) => connection.id === id)?._socket
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const { port: taken } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${taken}`,
    arrived,
    begun: () => begun,
    behave: (chosen) => void (manner = chosen),
    hang: (value) => void (isHanging = value),
    close: () =>
      new Promise((resolve) => {
        sockets().forEach((socket) => socket.destroy())
        server.close(() => resolve())
      }),
  }
}

/** Encoded words of a header, put together (RFC 2047). */
export const decodedHeader = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_all, kind: string, text: string) =>
      (kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64')
        : Buffer.from(unquoted(text.replace(/_/g, ' ')), 'latin1')
      ).toString('utf8'),
    )

const unquoted = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))

function split(part: string): { headers: Record<string, string>; body: string } {
  const [, head = '', body = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(part) ?? []
  const headers: Record<string, string> = {}
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    headers[name] =
      name in headers ? `${headers[name]}\n${line.slice(colon + 1).trim()}` : line.slice(colon + 1).trim()
  }
  return { headers, body }
}

function bodyOf({ headers, body }: ReturnType<typeof split>): string {
  const encoding = headers['content-transfer-encoding']?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return Buffer.from(unquoted(body), 'latin1').toString('utf8')
  return body
}

/** Reads a mail of two forms (plain text, HTML), as this product sends them. */
export function decode(mail: string): Omit<Arrived, 'to' | 'from'> {
  const whole = split(mail)
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(whole.headers['content-type'] ?? '') ?? []
  const parts =
    boundary === ''
      ? []
      : whole.body
          .split(`--${boundary}`)
          .slice(1, -1)
          .map((part) => split(part.trimStart()))
  const form = (type: string) => {
    const part = parts.find(({ headers }) => headers['content-type']?.startsWith(type))
    return part ? bodyOf(part).replaceAll('\r\n', '\n').trimEnd() : ''
  }
  return {
    headers: whole.headers,
    messageId: whole.headers['message-id'] ?? '',
    subject: decodedHeader(whole.headers.subject ?? ''),
    text: form('text/plain'),
    html: form('text/html'),
  }
}
