/**
 * One article as old portals exported it (reference/domain §11): title, US time stamp, paragraphs, and at the
 * end `Theo …` naming the source. Words are taken over unchanged; what could not be decided becomes a notice
 * for the person who imports, never a silent guess.
 */
import { decodeText } from './decode-text.ts'
import { gluedAt, gluedCaption } from './glued-sentences.ts'
import { IntakeError } from './intake-error.ts'
import { legacyEncoding } from './legacy-encoding.ts'
import { parseLegacyTime } from './legacy-time.ts'

export type IntakeNotice = {
  code:
    | 'glued-caption'
    | 'glued-sentence'
    | 'broken-line'
    | 'date-missing'
    | 'date-ambiguous'
    | 'date-impossible'
    | 'time-missing'
    | 'source-missing'
    | 'legacy-encoding'
    | 'lost-letters'
  /** Vietnamese; says what to look at. */
  message: string
  /** Counted from 1. */
  paragraph?: number
  /** The words in question, whole. */
  excerpt?: string
}

export type LegacyNews = {
  title: string
  /** `2011-05-23T14:53:59+07:00`; absent when the export leaves it open. */
  originallyPublishedAt?: string
  paragraphs: string[]
  /** Without `Theo`. */
  source?: string
  notices: IntakeNotice[]
}

type Line = { text: string; afterBlank: boolean }

/** Throws `IntakeError` when there is no article in the file: empty, binary, not UTF-8, title only. */
export function parseLegacyNews(bytes: Uint8Array): LegacyNews {
  const text = decodeText(bytes)
  const [title, ...rest] = linesOf(text)
  if (!title) throw new IntakeError('empty')
  if (parseLegacyTime(title.text)) throw new IntakeError('no-title')

  const time = readTime(rest[0]?.text)
  const afterTime = time.isStamp ? rest.slice(1) : rest
  const source = readSource(afterTime.at(-1)?.text)
  const body = source === null ? afterTime : afterTime.slice(0, -1)
  if (body.length === 0) throw new IntakeError('title-only')

  return {
    title: title.text,
    ...(time.moment ? { originallyPublishedAt: time.moment } : {}),
    paragraphs: body.map((line) => line.text),
    ...(source === null ? {} : { source }),
    notices: [
      ...encodingNotices(text),
      ...time.notices,
      ...body.flatMap(paragraphNotices),
      ...sourceNotices(source),
    ],
  }
}

/** Lines with words, one kind of space; a paragraph of an export is one line. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let afterBlank = true
  for (const raw of text.split('\n')) {
    const line = raw
      .replace(/[\u200b\u2060\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
    if (line !== '') lines.push({ text: line, afterBlank })
    afterBlank = line === ''
  }
  return lines
}

function readTime(line: string | undefined): { isStamp: boolean; moment?: string; notices: IntakeNotice[] } {
  const time = line === undefined ? null : parseLegacyTime(line)
  if (!time || line === undefined) {
    const message = 'Không thấy ngày giờ đăng ở dòng thứ hai. Hãy nhập thời điểm đăng lần đầu nếu biết.'
    return { isStamp: false, notices: [{ code: 'date-missing', message }] }
  }
  if (time.kind === 'impossible') {
    const message = `Ngày giờ “${line}” không có thật nên để trống. Hãy nhập thời điểm đăng lần đầu nếu biết.`
    return { isStamp: true, notices: [{ code: 'date-impossible', message, excerpt: line }] }
  }
  if (time.kind === 'ambiguous') {
    const [one, other] = time.readings.map((day) => day.split('-').reverse().join('/'))
    const message = `Ngày “${line}” có thể là ${one} hoặc ${other} nên để trống. Hãy nhập thời điểm đăng lần đầu.`
    return { isStamp: true, notices: [{ code: 'date-ambiguous', message, excerpt: line }] }
  }
  const message = `Dòng “${line}” không có giờ nên ghi 00:00. Hãy sửa lại nếu biết giờ đăng.`
  const notices: IntakeNotice[] = time.hasTime ? [] : [{ code: 'time-missing', message, excerpt: line }]
  return { isStamp: true, moment: time.moment, notices }
}

/** `Theo Cổng TTĐT tỉnh`, `(Nguồn: Báo tỉnh)`: short, and no sentence (`Theo đó, …` opens one). */
function readSource(line: string | undefined): string | null {
  const match = /^\(?(?:theo|nguồn)(?: ?:)? (?!đó(?!\p{L}))(.+?)\)?$/iu.exec(line ?? '')
  const name = match?.[1]?.trim() ?? ''
  return name === '' || name.length > 100 || /[.;:!?…,]$/.test(name) ? null : name
}

function sourceNotices(source: string | null): IntakeNotice[] {
  if (source !== null) return []
  return [
    {
      code: 'source-missing',
      message: 'Không thấy dòng nguồn (“Theo …”) ở cuối bài. Hãy nhập nguồn nếu biết.',
    },
  ]
}

function encodingNotices(text: string): IntakeNotice[] {
  const encoding = legacyEncoding(text)
  const notices: IntakeNotice[] = []
  if (encoding) {
    const message = `Chữ trong tệp có vẻ bị hỏng dấu do bảng mã cũ (${encoding}). Hãy chuyển tệp sang Unicode rồi nhập lại.`
    notices.push({ code: 'legacy-encoding', message })
  }
  if (text.includes('\ufffd')) {
    notices.push({
      code: 'lost-letters',
      message: 'Trong tệp có chữ đã mất (hiện là �). Hãy đối chiếu với bài gốc.',
    })
  }
  return notices
}

function paragraphNotices({ text, afterBlank }: Line, index: number, lines: Line[]): IntakeNotice[] {
  const paragraph = index + 1
  const notices: IntakeNotice[] = []
  const before = lines[index - 1]?.text
  if (before !== undefined && !afterBlank && /[^.!?…:;”"’)]$/.test(before) && /^\p{Ll}/u.test(text)) {
    const message = `Đoạn ${index} và đoạn ${paragraph} có thể là một đoạn bị ngắt dòng. Hãy nối lại nếu đúng.`
    notices.push({ code: 'broken-line', message, paragraph, excerpt: text })
  }
  const caption = index === 0 ? gluedCaption(text) : null
  if (caption !== null) {
    const message = `Có thể chú thích ảnh dính vào đoạn ${paragraph}: “${caption}”`
    notices.push({ code: 'glued-caption', message, paragraph, excerpt: caption })
  }
  const places = caption === null ? gluedAt(text) : gluedAt(text).slice(0, -1)
  for (const at of places) {
    const excerpt = around(text, at)
    const message = `Có thể thiếu dấu cách giữa hai câu trong đoạn ${paragraph}: “${excerpt}”`
    notices.push({ code: 'glued-sentence', message, paragraph, excerpt })
  }
  return notices
}

/** A few words on both sides of a place, enough to find it in the editor. */
function around(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 30), at).replace(/^\S*\s/, '')
  const after = text.slice(at, at + 30).replace(/\s\S*$/, '')
  return `${before}${after}`
}
