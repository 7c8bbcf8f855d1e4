/**
 * The log: one JSON object per line on stderr, `{ time, level, name, msg, …fields, err? }`. Secrets do not
 * get in: fields with a secret's name are blotted out, and so are credentials inside addresses.
 */
import { env } from './env.ts'

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]
/** `err` takes whatever was thrown. */
export type LogFields = { err?: unknown; [field: string]: unknown }
export type Log = Record<LogLevel, (msg: string, fields?: LogFields) => void>

const secretName = /passw|secret|token|cookie|authorization|totp|hash$|salt/i
const credentials = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@:]*:[^\s/@]*@/gi

const withoutCredentials = (text: string): string => text.replace(credentials, '$1***@')

function describeError(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { message: String(thrown) }
  const { code } = thrown as NodeJS.ErrnoException
  return {
    name: thrown.name,
    message: thrown.message,
    ...(code === undefined ? {} : { code }),
    stack: thrown.stack,
    ...(thrown.cause === undefined ? {} : { cause: describeError(thrown.cause) }),
  }
}

function safeValue(key: string, value: unknown): unknown {
  if (key !== '' && secretName.test(key)) return '***'
  if (typeof value === 'string') return withoutCredentials(value)
  if (typeof value === 'bigint') return value.toString()
  return value
}

/** One line without its line break. Never throws: what JSON cannot hold is left out. */
export function logLine(
  time: Date,
  level: LogLevel,
  name: string,
  msg: string,
  fields: LogFields = {},
): string {
  const { err, ...rest } = fields
  const head = { time: time.toISOString(), level, name, msg }
  const entry = { ...rest, ...head, ...(err === undefined ? {} : { err: describeError(err) }) }
  try {
    return JSON.stringify(entry, safeValue)
  } catch (failure) {
    return JSON.stringify({ ...head, unloggable: String(failure) }, safeValue)
  }
}

type LogSettings = {
  level?: LogLevel | 'silent'
  write?: (line: string) => void
  now?: () => Date
}

/** A log for one part of the product, named for people who search the log (`web`, `relay`, `supervisor`). */
export function createLog(name: string, settings: LogSettings = {}): Log {
  const { level = env.LOG_LEVEL, now = () => new Date() } = settings
  const write = settings.write ?? ((line: string) => void process.stderr.write(line))
  const least = level === 'silent' ? logLevels.length : logLevels.indexOf(level)
  const at = (own: LogLevel) => (msg: string, fields?: LogFields) => {
    if (logLevels.indexOf(own) >= least) write(`${logLine(now(), own, name, msg, fields)}\n`)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
