/** What the account endpoints take from a request. */
import { addDataAndFileToRequest, type PayloadRequest } from 'payload'
import { browserName } from '#domain/accounts/browser-name.ts'
import { personOf, type Person } from '../access/person.ts'
import { PortalError } from '../errors.ts'

/** Set by Express from the connection (or a proxy it trusts); what a client sends under this name is dropped. */
export const addressHeader = 'x-portal-address'

export const addressOf = ({ headers }: PayloadRequest): string => headers.get(addressHeader) ?? ''

export const browserOf = ({ headers }: PayloadRequest): string => browserName(headers.get('user-agent') ?? '')

/** The JSON of the body, or what Payload's forms send. @throws PortalError `broken-request`. */
export async function bodyOf(req: PayloadRequest): Promise<Record<string, unknown>> {
  try {
    await addDataAndFileToRequest(req)
  } catch (cause) {
    throw new PortalError('broken-request', { cause })
  }
  return req.data ?? {}
}

/** @throws PortalError `broken-request` naming nothing: the fields are our own screens'. */
export function textOf(body: Record<string, unknown>, name: string): string {
  const value = body[name]
  if (typeof value !== 'string') throw new PortalError('broken-request')
  return value.normalize('NFC')
}

/** The signed-in person with the id of their session. @throws PortalError `not-signed-in`. */
export function signedIn(req: PayloadRequest): Person & { sid: string } {
  const person = personOf(req)
  const { _sid: sid } = (req.user ?? {}) as { _sid?: unknown }
  if (!person || typeof sid !== 'string') throw new PortalError('not-signed-in')
  return { ...person, sid }
}
