import { expect, test } from 'vitest'
import { createLog, logLine } from '#cms/log.ts'

const time = new Date('2026-01-02T03:04:05.000Z')

function logged(level: 'debug' | 'warn' | 'silent') {
  const lines: string[] = []
  const log = createLog('web', { level, write: (line) => lines.push(line), now: () => time })
  return { log, lines }
}

test('an entry is one JSON line with time, level, name and message', () => {
  const { log, lines } = logged('debug')
  log.info('đã chạy', { port: 3000 })
  expect(lines).toEqual([
    '{"port":3000,"time":"2026-01-02T03:04:05.000Z","level":"info","name":"web","msg":"đã chạy"}\n',
  ])
})

test('a message with line breaks stays on one line', () => {
  expect(logLine(time, 'warn', 'web', 'a\nb')).not.toContain('\n')
})

test('levels below the chosen one are left out', () => {
  const { log, lines } = logged('warn')
  log.debug('a')
  log.info('b')
  log.warn('c')
  log.error('d')
  expect(lines).toHaveLength(2)
})

test('a silent log writes nothing', () => {
  const { log, lines } = logged('silent')
  log.error('d')
  expect(lines).toEqual([])
})

test('an error is written with its code, stack and cause', () => {
  const cause = Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' })
  const entry = JSON.parse(logLine(time, 'error', 'web', 'x', { err: new Error('outer', { cause }) })) as {
    err: { message: string; stack: string; cause: { code: string } }
  }
  expect(entry.err.message).toBe('outer')
  expect(entry.err.stack).toContain('log.test.ts')
  expect(entry.err.cause.code).toBe('SQLITE_BUSY')
})

test('secrets and credentials inside addresses do not get in', () => {
  const err = new Error('connect mongodb://portal:s3cret@db:27017/x failed')
  const line = logLine(time, 'error', 'cms', 'smtp://a:s3cret@mail', {
    err,
    password: 's3cret',
    nested: { token: 's3cret' },
  })
  expect(line).not.toContain('s3cret')
})

test('fields JSON cannot hold do not throw', () => {
  const circular: Record<string, unknown> = {}
  circular.self = circular
  expect(logLine(time, 'info', 'web', 'x', { circular, big: 1n })).toContain('unloggable')
})
