import type { IncomingMessage } from 'node:http'
import Negotiator from 'negotiator'
import type { Encoding } from './open-file.ts'

const offered: readonly Encoding[] = ['br', 'gzip']

/** Compressions the reader accepts, smallest first; empty when only the plain form is. */
export function acceptedEncodings(req: IncomingMessage): Encoding[] {
  const accepted = new Negotiator(req).encodings([...offered])
  return offered.filter((encoding) => accepted.includes(encoding))
}
