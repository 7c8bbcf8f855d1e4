/**
 * Bounds what anybody may try at the doors of the accounts, before a password is hashed: per address, per
 * account from an address, per account, and so many hashes at a time in all. Everyone else is not slowed.
 */
import { createHash } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { addressKey, liftedWhereKnown } from '#domain/accounts/throttle.ts'
import type { KnownPlaces } from '../accounts/known-places.ts'
import { PortalError } from '../errors.ts'
import { accountDoors, pairOf, type Try } from './account-doors.ts'
import { boundedBody } from './bounded-body.ts'
import { setBody, setWhenDone } from './rest-context.ts'
import { createCounts, type Counted } from './counts.ts'
import { createSlots } from './slots.ts'

export type Outcome = Try & { door: string; isRefused: boolean }

type Options = {
  now: () => Date
  places: KnownPlaces
  onFailure: (outcome: Outcome) => void
}

const longestBody = 16 * 1024

/** There is one thread that hashes (`accounts/hash-thread.ts`); the others are left to whoever is signed in. */
const atOnce = 1

export function accountThrottle({ now, places, onFailure }: Options): RequestHandler {
  const counts = createCounts({ now: () => now().getTime() })
  const slots = createSlots({ atOnce, waiting: 8, perPlace: 4 })

  const refuse = (response: Response, seconds: number): never => {
    response.setHeader('Retry-After', String(Math.max(1, Math.ceil(seconds))))
    throw new PortalError('too-many-attempts')
  }
  const waitOf = async (tries: readonly Counted[], { account, address }: Try): Promise<number> => {
    const wait = counts.waitFor(tries)
    if (wait === 0 || !(await places.has(account, address))) return wait
    return counts.waitFor(tries.filter(([window]) => !liftedWhereKnown.includes(window)))
  }

  return async (request, response, next) => {
    const doorName = doorOf(request)
    const door = accountDoors[doorName]
    if (!door || request.method !== 'POST') return next()
    const body = await smallBody(request)
    setBody(response, body)
    const one = tryOf(request, response, body)
    const tries = door.counts(one)
    const wait = await waitOf(tries, one)
    if (wait > 0) {
      onFailure({ ...one, door: doorName, isRefused: true })
      refuse(response, wait / 1000)
    }
    counts.add(tries)
    const release = door.isSlow ? await slots.take(one.address) : () => {}
    if (!release) {
      counts.takeBack(tries)
      return refuse(response, 2)
    }
    if (response.destroyed) {
      release()
      return counts.takeBack(tries)
    }
    // Called when the work is done, not when the connection closes: hanging up must not make room for more.
    setWhenDone(response, (status) => {
      release()
      if (isFailure(status)) onFailure({ ...one, door: doorName, isRefused: false })
      else if (door.isForgiving) counts.takeBack(tries)
      if (status >= 400 || doorName !== 'login') return
      counts.forget([pairOf(one)])
      places.add(one.account, one.address)
    })
    next()
  }
}

const isFailure = (status: number): boolean => status >= 400 && status < 500

/** Read generously: a spelling of the address that some router below takes for a door is that door. */
function doorOf({ path }: Request): string {
  const plain = path.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  const words = plain.toLowerCase().split('/').filter(Boolean)
  return words[0] === 'api' && words[1] === 'users' ? words.slice(2).join('/') : ''
}

async function smallBody(request: Request): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > longestBody) throw new PortalError('too-large')
  const body = await boundedBody(request)
  if (body && body.length > longestBody) throw new PortalError('too-large')
  return body
}

function tryOf(request: Request, response: Response, body: Buffer | undefined): Try {
  const { cookie = '' } = request.headers
  const token = /(?:^|;\s*)[\w-]*portal-token=([^;]+)/.exec(cookie)?.[1] ?? ''
  return {
    address: addressKey(String(response.locals.address ?? '')),
    account: emailIn(body),
    session: token && createHash('sha256').update(token).digest('base64url'),
  }
}

/** The account a body names, as JSON or as the JSON field of a form. */
function emailIn(body: Buffer | undefined): string {
  const text = body?.toString('utf8') ?? ''
  const json = text.startsWith('--') ? (/\r\n\r\n(\{.*?\})\r\n--/s.exec(text)?.[1] ?? '') : text
  try {
    const { email } = JSON.parse(json) as { email?: unknown }
    return typeof email === 'string' ? email.trim().toLowerCase() : ''
  } catch {
    // No account named: the endpoint itself refuses such a body.
    return ''
  }
}
