/** A test cms whose clock the test moves, with people made for one question each and addresses to ask from. */
import { openTestCms, type TestCms } from './cms.ts'
import { newAddress, requestFrom, type Reply } from './from-address.ts'
import { password } from './log-in.ts'
import { codeFor, enrolIfNeeded } from './second-factor.ts'

type Person = { id: string; email: string; recoveryCodes: string[] }
type Credentials = { email: string; password?: string; code?: string }

export type AccountCms = {
  cms: TestCms
  /** The clock of sessions and throttle: so far from the real one, in milliseconds. */
  setClock(shiftMs: number): void
  /** An account of its own, its factor enrolled where its role needs one unless told otherwise. */
  person(role: string, options?: { isEnrolled?: boolean }): Promise<Person>
  /** From an address of its own unless one is given. */
  signIn(credentials: Credentials, from?: string): Promise<Reply>
  /** A session's cookie; the code follows from the address. */
  session(email: string, options?: { drift?: number; from?: string }): Promise<string>
  ask(cookie: string, method: string, path: string, body?: unknown, from?: string): Promise<Reply>
  events(email: string): Promise<{ action: string; actor: string; note?: string; toState?: string }[]>
}

let made = 0

export async function openAccountCms(): Promise<AccountCms> {
  let shift = 0
  const cms = await openTestCms({ now: () => new Date(Date.now() + shift) })
  const signIn: AccountCms['signIn'] = (credentials, from = newAddress()) =>
    requestFrom(cms.base, from, { path: '/api/users/login', body: { password, ...credentials } })
  return {
    cms,
    setClock: (shiftMs) => void (shift = shiftMs),
    async person(role, { isEnrolled = true } = {}) {
      const email = `nguoi${++made}@tinh.example`
      const row = await cms.payload.create({
        collection: 'users',
        data: { name: `Người ${made}`, email, password, role, agencies: [cms.agency] },
      })
      const id = String((row as { id: unknown }).id)
      const recoveryCodes = isEnrolled ? await enrolIfNeeded(cms.payload, { id, email, role }) : []
      return { id, email, recoveryCodes }
    },
    signIn,
    async session(email, { drift = 0, from } = {}) {
      const reply = await signIn({ email, code: codeFor(email, drift) }, from)
      if (reply.status !== 200) throw new Error(`login of ${email}: ${reply.status} ${reply.body.message}`)
      return reply.cookie
    },
    ask: (cookie, method, path, body, from = '127.0.0.1') =>
      requestFrom(cms.base, from, { path, method, cookie, ...(body === undefined ? {} : { body }) }),
    async events(email) {
      const { docs } = await cms.payload.db.find<{ id: string; action: string; actor: string }>({
        collection: 'audit-events',
        where: { title: { equals: email } },
        sort: 'createdAt',
        limit: 0,
        pagination: false,
      })
      return docs
    },
  }
}
