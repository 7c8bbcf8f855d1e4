/**
 * Words and properties of a PDF, by pdf.js. A PDF is never altered, signed or not: the signature covers its bytes,
 * and no rewriting library was found that can be trusted with a document of the state.
 */
import { inflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'
import { isPersonalAuthor } from '#domain/leaks/author-names.ts'
import { Bomb, limits, Unreadable } from './limits.ts'
import { short, type Report } from './report.ts'

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Document['getPage']>>
type Item = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }
type Annotation = { subtype?: string; contentsObj?: { str?: string }; fieldValue?: unknown }

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

export const isSignedPdf = (bytes: Uint8Array): boolean => /\/ByteRange\s*\[\s*\d/.test(latin1(bytes))

/** @throws Bomb, Unreadable */
export async function readPdf(bytes: Uint8Array, report: Report): Promise<void> {
  const source = latin1(bytes)
  refuseBomb(bytes, source)
  const document = await open(bytes)
  try {
    let letters = 0
    for (let number = 1; number <= Math.min(document.numPages, limits.pdfPages); number += 1) {
      const page = await document.getPage(number)
      letters += await readPage(page, number, report)
      page.cleanup()
    }
    if (document.numPages > limits.pdfPages)
      report.hit('unread', `tệp ${document.numPages} trang, máy chỉ đọc ${limits.pdfPages} trang đầu`)
    if (letters === 0 && /\/Subtype\s*\/Image|\/ObjStm/.test(source))
      report.hit('unread', 'bản chụp, không có lớp chữ')
    await readProperties(document, report)
  } finally {
    await document.loadingTask.destroy()
  }
}

async function open(bytes: Uint8Array): Promise<Document> {
  try {
    // pdf.js keeps the buffer it is given. Fonts and pictures are never drawn.
    return await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
      useSystemFonts: false,
    })
  } catch (error) {
    const hasPassword = (error as Error).name === 'PasswordException'
    throw new Unreadable(hasPassword ? 'tệp có mật khẩu' : 'tệp PDF bị hỏng', { cause: error })
  }
}

/** Answers how many letters the page holds. */
async function readPage(page: Page, number: number, report: Report): Promise<number> {
  const { items } = await page.getTextContent({ disableNormalization: true })
  const text = linesOf(items as Item[])
  const annotations = (await page.getAnnotations()) as Annotation[]
  const notes = annotations.filter(
    ({ subtype }) => subtype !== 'Link' && subtype !== 'Widget' && subtype !== 'Popup',
  )
  const written = notes.map(({ contentsObj }) => contentsObj?.str?.trim() ?? '').filter(Boolean)
  const filled = annotations.flatMap(({ fieldValue }) => (typeof fieldValue === 'string' ? [fieldValue] : []))
  report.words([text, ...written, ...filled].join('\n'), `trang ${number}`)
  if (written.length > 0)
    report.hit('comments', `${written.length} ghi chú`, {
      place: `trang ${number}`,
      value: written.join('\n'),
    })
  return text.replace(/[^\p{L}\p{N}]/gu, '').length
}

/** Lines as they stand on the page; wide gaps within a line, as between the two columns of a head, become tabs. */
export function linesOf(items: readonly Item[]): string {
  const out: string[] = []
  let last: Item | null = null
  for (const item of items) {
    if (item.str === '') {
      if (item.hasEOL) out.push('\n')
      continue
    }
    const [x = 0, y = 0] = item.transform.slice(4)
    if (last) {
      const [lastX = 0, lastY = 0] = last.transform.slice(4)
      const size = Math.max(item.height, last.height, 1)
      const gap = x - (lastX + last.width)
      if (Math.abs(y - lastY) > size * 0.5 || gap < -size * 2) out.push('\n')
      else if (gap > size * 1.5) out.push('\t')
      else if (gap > size * 0.15) out.push(' ')
    }
    out.push(item.str)
    if (item.hasEOL) out.push('\n')
    last = item
  }
  return out.join('')
}

async function readProperties(document: Document, report: Report): Promise<void> {
  const { info, metadata } = await document.getMetadata()
  const { Author, Title, Subject, Keywords } = info as Record<string, unknown>
  const xmp = metadata as { get(name: string): unknown } | null
  const authors = [Author, xmp?.get('dc:creator')].flat().filter((name) => typeof name === 'string')
  for (const name of new Set(authors.map((author) => author.trim()))) {
    if (isPersonalAuthor(name)) report.hit('author', short(name))
  }
  report.words(
    [Title, Subject, Keywords].filter((word) => typeof word === 'string').join('\n'),
    'thuộc tính tệp',
  )
  const attachments = Object.keys((await document.getAttachments()) ?? {})
  if (attachments.length > 0)
    report.hit('embedded-file', `${attachments.length} tệp: ${short(attachments.join(', '))}`)
  if (await document.getJSActions()) report.hit('active-content', 'JavaScript')
}

/** Inflates every stream natively within bounds, before pdf.js does it without. */
function refuseBomb(bytes: Uint8Array, source: string): void {
  let left: number = limits.pdfBytes
  for (const { index, 0: found } of source.matchAll(/stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])/g)) {
    if (source.startsWith('end', index - 3)) continue
    const from = index + found.length
    const most = Math.min(limits.pdfStreamBytes, left)
    try {
      left -= inflateSync(bytes.subarray(from), { maxOutputLength: Math.max(1, most) }).length
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        throw new Bomb('PDF', { cause: error })
    }
  }
}
