import { createHmac } from 'node:crypto'
import { payloadSecret } from '../env.ts'

let key: string | undefined

/** 32 hex digits that stand for a text and cannot be turned back by trying, since they hang on the portal's secret. */
export function fingerprint(text: string): string {
  key ??= `leaks:${payloadSecret()}`
  return createHmac('sha256', key).update(text.normalize('NFC')).digest('hex').slice(0, 32)
}
