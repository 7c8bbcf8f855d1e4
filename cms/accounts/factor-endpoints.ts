/** `POST /api/users/second-factor/{start,confirm,recovery-codes,remove}`: a person's own second factor. */
import type { Endpoint, PayloadRequest } from 'payload'
import { encode } from 'uqr'
import { shownRecoveryCode } from '#domain/accounts/one-time-code.ts'
import { PortalError } from '../errors.ts'
import { inTransaction } from '../workflow/transaction.ts'
import { recordAccountEvent } from './account-events.ts'
import { requirePassword } from './own-password.ts'
import { bodyOf, signedIn, textOf } from './requests.ts'
import {
  beginFactor,
  confirmFactor,
  factorOf,
  isEnrolled,
  removeFactor,
  renewRecoveryCodes,
  spendCode,
} from './second-factor.ts'
import { endSessions } from './sessions.ts'
import { secretUri } from './timed-code.ts'

type Signed = ReturnType<typeof signedIn>

/** The squares of a QR code as one path of an SVG of `size` × `size`. */
function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}

const start: Endpoint['handler'] = async (req) => {
  const { payload, user } = req
  const person = signedIn(req)
  const secret = await inTransaction({ payload, user }, (inside) => beginFactor(payload, person.id, inside))
  const uri = secretUri(secret, person.email)
  return Response.json({ secret, uri, qr: qrPath(uri) })
}

const confirm: Endpoint['handler'] = async (req) => {
  const { payload, user } = req
  const person = signedIn(req)
  const body = await bodyOf(req)
  await requirePassword(req, person.id, textOf(body, 'password'))
  const codes = await inTransaction({ payload, user }, async (inside) => {
    const now = new Date()
    const made = await confirmFactor(payload, { user: person.id, code: body.code, now }, inside)
    await afterFactorChange(inside, person, now)
    await recordAccountEvent(payload, { action: 'factor-enrolled', account: person, now }, inside)
    return made
  })
  return Response.json({ recoveryCodes: codes.map(shownRecoveryCode) })
}

const renew: Endpoint['handler'] = async (req) => {
  const { payload } = req
  const codes = await withSpentCode(req, async (person, inside, factor) => {
    const made = await renewRecoveryCodes(payload, factor, inside)
    await recordAccountEvent(payload, { action: 'recovery-codes-renewed', account: person }, inside)
    return made
  })
  return Response.json({ recoveryCodes: codes.map(shownRecoveryCode) })
}

const remove: Endpoint['handler'] = async (req) => {
  const { payload } = req
  await withSpentCode(req, async (person, inside) => {
    await removeFactor(payload, person.id, inside)
    await afterFactorChange(inside, person, new Date())
    await recordAccountEvent(payload, { action: 'factor-removed', account: person }, inside)
  })
  return Response.json({ isEnrolled: false })
}

type Work<T> = (
  person: Signed,
  req: PayloadRequest,
  factor: NonNullable<Awaited<ReturnType<typeof factorOf>>>,
) => Promise<T>

/** For changes to a factor that stands: the password and one of its codes, which is spent. */
async function withSpentCode<T>(req: PayloadRequest, work: Work<T>): Promise<T> {
  const { payload, user } = req
  const person = signedIn(req)
  const body = await bodyOf(req)
  await requirePassword(req, person.id, textOf(body, 'password'))
  return inTransaction({ payload, user }, async (inside) => {
    const factor = await factorOf(payload, person.id, inside)
    if (!isEnrolled(factor)) throw new PortalError('no-factor')
    if (!(await spendCode(payload, factor, { code: body.code, now: new Date() }, inside)))
      throw new PortalError('wrong-code')
    const fresh = await factorOf(payload, person.id, inside)
    return work(person, inside, fresh ?? factor)
  })
}

const afterFactorChange = (req: PayloadRequest, { id, sid }: Signed, now: Date): Promise<number> =>
  endSessions(req.payload, { user: id, reason: 'factor-changed', now, except: sid }, req)

const post = (path: string, handler: Endpoint['handler']): Endpoint => ({
  path: `/second-factor/${path}`,
  method: 'post',
  handler,
})

export const factorEndpoints: Endpoint[] = [
  post('start', start),
  post('confirm', confirm),
  post('recovery-codes', renew),
  post('remove', remove),
]
