/** Words of an XLSX, sheet by sheet, row by row; a column's heading stands before bare numbers below it. */
import type { Report } from './report.ts'
import { countOf } from './word.ts'
import { walkXml } from './xml.ts'
import type { Parts } from './zip.ts'

const telling = /STK|tài khoản|CMND|CCCD|căn cước|chứng minh|định danh|điện thoại|SĐT|di động/iu

export function readSheets(parts: Parts, report: Report): void {
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml'))
  let hidden = 0
  for (const { name, state, part } of sheetsOf(parts)) {
    const bytes = parts.get(part)
    if (state !== 'visible')
      report.hit('hidden-content', `trang tính “${name}”${state === 'veryHidden' ? ', ẩn kỹ' : ''}`, {
        value: part + name,
      })
    if (!bytes) continue
    const sheet = readSheet(bytes, strings)
    hidden += sheet.hidden
    report.words(sheet.text, `trang tính “${name}”`)
  }
  if (hidden > 0) report.hit('hidden-content', `${hidden} hàng hoặc nhóm cột ẩn`)
  const comments =
    countOf(parts, /^xl\/comments[^/]*\.xml$|^xl\/comments\/.*\.xml$/, 'comment') ||
    countOf(parts, /^xl\/threadedComments\//, 'threadedComment')
  if (comments > 0) report.hit('comments', `${comments} nhận xét`)
  // Text boxes lie in drawings.
  for (const [name, bytes] of parts)
    if (/^xl\/drawings\/[^/]+\.xml$/.test(name)) report.words(drawnText(bytes), 'hình vẽ')
}

function sheetsOf(parts: Parts): { name: string; state: string; part: string }[] {
  const targets = new Map<string, string>()
  const relations = parts.get('xl/_rels/workbook.xml.rels')
  if (relations)
    walkXml(relations, {
      open: (_name, { Id = '', Target = '' }) =>
        void targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`),
    })
  const sheets: { name: string; state: string; part: string }[] = []
  const workbook = parts.get('xl/workbook.xml')
  if (workbook)
    walkXml(workbook, {
      open(element, { name = '', state = 'visible', id = '' }) {
        if (element === 'sheet') sheets.push({ name, state, part: targets.get(id) ?? '' })
      },
    })
  return sheets
}

function sharedStrings(bytes: Uint8Array | undefined): string[] {
  const strings: string[] = []
  let [current, isText, phonetic] = ['', false, 0]
  if (bytes)
    walkXml(bytes, {
      open(name) {
        if (name === 'si') current = ''
        else if (name === 'rPh') phonetic += 1
        else if (name === 't') isText = phonetic === 0
      },
      text: (text) => void (current += isText ? text : ''),
      close(name) {
        if (name === 'si') strings.push(current)
        else if (name === 'rPh') phonetic -= 1
        else if (name === 't') isText = false
      },
    })
  return strings
}

function readSheet(bytes: Uint8Array, strings: string[]): { text: string; hidden: number } {
  const out: string[] = []
  const headings = new Map<string, string>()
  let [hidden, column, type, value, isValue] = [0, '', '', '', false]
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'row' || name === 'col')
        hidden += attributes.hidden === '1' || attributes.hidden === 'true' ? 1 : 0
      if (name === 'row') out.push('\n')
      else if (name === 'c') {
        column = (attributes.r ?? '').replace(/\d+$/, '')
        type = attributes.t ?? 'n'
        value = ''
      } else if (name === 'v' || name === 't') isValue = true
    },
    text: (text) => void (value += isValue ? text : ''),
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      if (name !== 'c') return
      const words = type === 's' ? (strings[Number(value)] ?? '') : value
      if (telling.test(words)) headings.set(column, words)
      const heading = /^\s*[\d .-]{6,}\s*$/.test(words) ? headings.get(column) : undefined
      if (heading !== undefined)
        out.push('\t', `${heading}: ${type === 'n' ? withZero(words, heading) : words}`)
      else if (type !== 'n') out.push('\t', words)
    },
  })
  return { text: out.join(''), hidden }
}

/** A number cell has lost the zero that every telephone and identity number begins with. */
const withZero = (digits: string, heading: string): string =>
  /điện thoại|SĐT|di động/iu.test(heading) && /^[1-9]\d{8}$/.test(digits) ? `0${digits}` : digits

function drawnText(bytes: Uint8Array): string {
  const out: string[] = []
  let isText = false
  walkXml(bytes, {
    open: (name) => void (isText = name === 't'),
    text: (text) => void (isText && out.push(text)),
    close: (name) => {
      isText = false
      if (name === 'p') out.push('\n')
    },
  })
  return out.join('')
}
