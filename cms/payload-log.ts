/** Payload's log lines in our form: what people did wrong is information, what we did wrong is an error. */
import type { Payload } from 'payload'
import { createLog, type Log, type LogLevel } from './log.ts'

type Entry = string | (Record<string, unknown> & { msg?: string; err?: unknown }) | Error

/** Errors that are answers to a person, by name. */
export const loggingLevels = {
  PortalError: 'info',
  ValidationError: 'info',
  AuthenticationError: 'info',
  LockedAuth: 'info',
  Forbidden: 'info',
  NotFound: 'info',
  APIError: 'info',
} as const

export function payloadLog(log: Log = createLog('payload')): Payload['logger'] {
  const at = (level: LogLevel) => (entry: Entry, text?: string) => {
    if (typeof entry === 'string') return log[level](entry)
    if (entry instanceof Error) return log[level](text ?? entry.message, { err: entry })
    const { msg, ...fields } = entry
    log[level](text ?? msg ?? 'payload', fields)
  }
  // Migrations and the like announce themselves; that is for whoever debugs.
  const quiet = at('debug')
  const logger = {
    level: 'info',
    silent: () => {},
    trace: quiet,
    debug: quiet,
    info: quiet,
    warn: at('warn'),
    error: at('error'),
    fatal: at('error'),
  }
  return Object.assign(logger, { child: () => logger }) as unknown as Payload['logger']
}
