/** DOC and XLS before 2007: their words lie in the bytes as UTF-16 here and there. Good for stamps, not for trust. */
import { unread, type Report } from './report.ts'

export function readOldOffice(bytes: Uint8Array, report: Report): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length & ~1).toString('utf16le')
  const words = text.match(/[\t\n\r\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}]{4,}/gu) ?? []
  report.words(words.join('\n').replaceAll('\r', '\n'), '')
  report.hits.push(unread('định dạng Office cũ'))
}
