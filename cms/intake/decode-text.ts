/** Bytes of a file a person chose → text, or a refusal that says what to do. Nothing is guessed. */
import { IntakeError } from './intake-error.ts'

const maxBytes = 2 * 1024 * 1024

/** UTF-8 with or without BOM → NFC text with LF line ends. Throws `IntakeError` on anything that is no such text. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new IntakeError('empty')
  if (bytes.length > maxBytes) throw new IntakeError('too-large')
  if (isUtf16(bytes)) throw new IntakeError('utf-16')
  if (bytes.includes(0)) throw new IntakeError('binary')
  const text = decodeUtf8(bytes)
    .normalize('NFC')
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
  // Control characters are what tells a program or a picture from a text.
  if (/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text)) throw new IntakeError('binary')
  return text
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new IntakeError('not-utf8', { cause })
  }
}

/** A byte-order mark, or so many zeros at only even or only odd places that half of each pair is empty. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const zeros = [0, 0]
  const sample = bytes.subarray(0, 2000)
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  return Math.max(even, odd) > sample.length / 8 && Math.min(even, odd) === 0
}
