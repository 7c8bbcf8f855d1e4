/** Signs test people in over REST, with the one-time code where their account asks for one. */
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '#cms/env.ts'
import { codeFor, secretOf, untilNextStep } from './second-factor.ts'

export const password = 'mat-khau-rat-dai-2011'

export const postLogin = (
  base: string,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${base}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: env.CMS_URL, ...headers },
    body: JSON.stringify(body),
  })

export const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** A step is spent once, so a person who signs in again within half a minute needs the code after it. */
export async function freshLogIn(
  base: string,
  email: string,
  secret = password,
  totp = secretOf(email),
  origin: string = env.CMS_URL,
  clockMs = 0,
): Promise<string> {
  let last = ''
  for (const drift of [-1, 0, 1, 'wait'] as const) {
    if (drift === 'wait') await wait(untilNextStep())
    const code = codeFor(email, drift === 'wait' ? 1 : drift, totp, clockMs)
    const answer = await postLogin(base, { email, password: secret, code }, { origin })
    if (answer.status === 200) return cookieOf(answer)
    last = `${answer.status} ${await answer.text()}`
    if (answer.status !== 401) break
  }
  throw new Error(`login of ${email}: ${last}`)
}

const sessions = new Map<string, string>()

/** The session this person had here before, while it lasts; else a new one. */
export async function logIn(
  base: string,
  email: string,
  secret = password,
  origin: string = env.CMS_URL,
  clockMs = 0,
): Promise<string> {
  const known = sessions.get(email)
  if (known && (await isOf(base, email, known, origin))) return known
  const cookie = await freshLogIn(base, email, secret, undefined, origin, clockMs)
  sessions.set(email, cookie)
  return cookie
}

async function isOf(base: string, email: string, cookie: string, origin: string): Promise<boolean> {
  const answer = await fetch(`${base}/api/users/me`, { headers: { cookie, origin } })
  const { user } = (await answer.json()) as { user?: { email?: string } | null }
  return user?.email === email
}
