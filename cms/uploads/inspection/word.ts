/** Words of a DOCX: body, headers, footers, notes and text boxes, with what Word hides from who only looks. */
import type { Report } from './report.ts'
import { walkXml, type Attributes } from './xml.ts'
import type { Parts } from './zip.ts'

const withoutWords =
  /\/(?:styles\w*|settings|webSettings|fontTable|numbering|people|comments\w*|theme\d*|document\.xml)$/
const places: readonly [RegExp, string][] = [
  [/header/, 'đầu trang'],
  [/footer/, 'chân trang'],
  [/footnotes|endnotes/, 'chú thích cuối'],
]

const isOn = ({ val }: Attributes): boolean => val !== '0' && val !== 'false' && val !== 'off'

export function readWord(parts: Parts, report: Report): void {
  const changes = { ins: 0, del: 0 }
  let hidden = 0
  for (const [name, bytes] of parts) {
    if (!/^word\/(?:[^/]+|glossary\/document|diagrams\/data\d*|charts\/chart\d*)\.xml$/.test(name)) continue
    if (withoutWords.test(name.replace(/\.xml$/, ''))) continue
    const found = readPart(bytes)
    changes.ins += found.inserted
    changes.del += found.deleted
    hidden += found.hidden
    report.words(found.text, places.find(([pattern]) => pattern.test(name))?.[1] ?? '')
  }
  if (changes.ins + changes.del > 0)
    report.hit('tracked-changes', `${changes.ins} chỗ thêm, ${changes.del} chỗ xóa`)
  if (hidden > 0) report.hit('hidden-content', `${hidden} đoạn chữ ẩn`)
  const comments = countOf(parts, /^word\/comments\.xml$/, 'comment')
  if (comments > 0) report.hit('comments', `${comments} nhận xét`)
}

export function countOf(parts: Parts, part: RegExp, element: string): number {
  let count = 0
  for (const [name, bytes] of parts) {
    if (!part.test(name)) continue
    walkXml(bytes, { open: (opened) => void (count += opened === element ? 1 : 0) })
  }
  return count
}

/** Also reads DrawingML (`a:p`, `a:t`), whose names end alike. */
export function readPart(bytes: Uint8Array) {
  const out: string[] = []
  const found = { inserted: 0, deleted: 0, hidden: 0 }
  const run = { isHidden: false, isCapital: false, isText: false }
  let [fallback, inRunProperties] = [0, 0]
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'Fallback') fallback += 1
      if (fallback > 0) return
      if (name === 'p' || name === 'br' || name === 'cr') out.push('\n')
      else if (name === 'tab' || name === 'tc') out.push('\t')
      else if (name === 'r') Object.assign(run, { isHidden: false, isCapital: attributes.cap === 'all' })
      else if (name === 'rPr') {
        inRunProperties += 1
        if (attributes.cap === 'all') run.isCapital = true
      } else if (inRunProperties > 0 && name === 'vanish') run.isHidden = isOn(attributes)
      else if (inRunProperties > 0 && name === 'caps') run.isCapital = isOn(attributes)
      else if (name === 't' || name === 'delText') run.isText = true
      else if (name === 'ins' || name === 'moveTo') found.inserted += 1
      else if (name === 'del' || name === 'moveFrom') found.deleted += 1
    },
    text(text) {
      if (!run.isText || fallback > 0) return
      if (run.isHidden && text.trim()) found.hidden += 1
      out.push(run.isCapital ? text.toLocaleUpperCase('vi') : text)
    },
    close(name) {
      if (name === 'Fallback') fallback -= 1
      if (fallback > 0) return
      if (name === 'p' || name === 'txbxContent') out.push('\n')
      else if (name === 'rPr') inRunProperties -= 1
      else if (name === 't' || name === 'delText') run.isText = false
      else if (name === 'r') Object.assign(run, { isHidden: false, isCapital: false })
    },
  })
  return { ...found, text: out.join('') }
}
