/**
 * Every setting of the product, read once from the environment into a frozen object. This is the only
 * file that reads `process.env`; `.env.example` lists the same names (a test compares them).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { addressesIn, isMailAddress } from '#domain/mail-address.ts'

const root = path.resolve(import.meta.dirname, '..')
const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback)
const origin = (fallback: string) =>
  z
    .string()
    .regex(/^https?:\/\/[^/\s]+$/, 'phải là một nguồn gốc như https://tinh.gov.vn, không có dấu / ở cuối')
    .default(fallback)
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')

const smtpUrl = z
  .string()
  .regex(/^$|^smtps?:\/\/[^\s]+$/, 'phải là smtp://… hoặc smtps://…; để trống: mỗi thư là một tệp')
  .default('')
const mailAddress = (fallback: string) =>
  z.string().refine(isMailAddress, 'phải là đúng một địa chỉ như cong@tinh.gov.vn').default(fallback)
const mailAddresses = z
  .string()
  .refine((list) => addressesIn(list).every(isMailAddress), 'có địa chỉ không đúng dạng ten@tinh.gov.vn')
  .default('')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  CMS_PORT: port(3001),
  WEB_PORT: port(3000),
  CMS_HOST: z.string().min(1).default('127.0.0.1'),
  WEB_HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: origin('http://localhost:3000'),
  CMS_URL: origin('http://localhost:3001'),
  DATABASE_URI: z.string().default(''),
  DATA_DIR: z.string().min(1).default('var'),
  MEDIA_DIR: z.string().min(1).default('media'),
  SITE_ENTRY: z.string().min(1).default('site/dist/server/entry.mjs'),
  PAYLOAD_SECRET: z.string().default(''),
  SMTP_URL: smtpUrl,
  WEB_PROBE_URL: z.union([z.literal(''), origin('')]).default(''),
  WEB_OFFICE_MAIL: mailAddresses,
  MAIL_FROM: mailAddress('cong-thong-tin@localhost.example'),
  OFFICIAL_MAIL_DOMAINS: z.string().default('gov.vn'),
  HSTS_SUBDOMAINS: flag,
  TRUST_PROXY: z.string().default(''),
  SESSION_IDLE_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 60)
    .default(30),
  SESSION_MAX_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(7 * 24)
    .default(12),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  CRASH_AT: z.string().default(''),
  PORTAL_DEMO: flag,
})

export type Env = Readonly<
  Omit<z.infer<typeof schema>, 'DATA_DIR' | 'MEDIA_DIR' | 'SITE_ENTRY'> & {
    /** Absolute. */
    DATA_DIR: string
    MEDIA_DIR: string
    SITE_ENTRY: string
    ROOT: string
  }
>

/**
 * Parses settings. Relative folders are taken from the repository root.
 * @throws Error naming each wrong variable and what was expected.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (source[name] ? [[name, source[name]]] : [])),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Cấu hình sai, sửa biến môi trường rồi chạy lại:\n${lines.join('\n')}`)
  }
  const values = parsed.data
  return Object.freeze({
    ...values,
    ROOT: root,
    DATA_DIR: path.resolve(root, values.DATA_DIR),
    MEDIA_DIR: path.resolve(root, values.MEDIA_DIR),
    SITE_ENTRY: path.resolve(root, values.SITE_ENTRY),
    WEB_PROBE_URL: values.WEB_PROBE_URL || `http://127.0.0.1:${values.WEB_PORT}`,
  })
}

export const settingNames: readonly string[] = Object.keys(schema.shape)

export const env: Env = parseEnv(process.env)

/** The whole environment for a child process, with some settings of its own. */
export const environmentWith = (settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv =>
  Object.assign({}, process.env, settings)

/**
 * The secret that signs sessions. Production must name it; elsewhere one is made once in `DATA_DIR/secret`.
 * @throws Error in production when `PAYLOAD_SECRET` is missing or shorter than 32 characters.
 */
export function payloadSecret(settings: Env = env): string {
  if (settings.PAYLOAD_SECRET.length >= 32) return settings.PAYLOAD_SECRET
  if (settings.PAYLOAD_SECRET) throw new Error('PAYLOAD_SECRET: cần ít nhất 32 ký tự ngẫu nhiên')
  const file = path.join(settings.DATA_DIR, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  if (settings.NODE_ENV === 'production' && !settings.PORTAL_DEMO)
    throw new Error('PAYLOAD_SECRET: bắt buộc khi chạy thật; tạo bằng lệnh: openssl rand -hex 32')
  mkdirSync(settings.DATA_DIR, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
