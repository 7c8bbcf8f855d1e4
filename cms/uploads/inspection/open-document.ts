/** Words of an ODT or ODS, with changes, notes and what is hidden. */
import { short, type Report } from './report.ts'
import { walkXml } from './xml.ts'
import type { Parts } from './zip.ts'

export function readOpenDocument(parts: Parts, report: Report): void {
  for (const name of ['content.xml', 'styles.xml']) {
    const bytes = parts.get(name)
    if (bytes) readPart(bytes, report, name === 'content.xml' ? '' : 'đầu trang, chân trang')
  }
}

function readPart(bytes: Uint8Array, report: Report, place: string): void {
  const out: string[] = []
  const hiddenStyles = new Set<string>()
  let [changes, annotations, hidden, style] = [0, 0, 0, '']
  walkXml(bytes, {
    open(name, attributes) {
      if (['p', 'h', 'line-break', 'table-row'].includes(name)) out.push('\n')
      else if (name === 'tab' || name === 'table-cell') out.push('\t')
      else if (name === 's') out.push(' ')
      else if (name === 'changed-region') changes += 1
      else if (name === 'annotation') annotations += 1
      else if (name === 'style') style = attributes.name ?? ''
      else if (name === 'table-properties' && attributes.display === 'false') hiddenStyles.add(style)
      else if (name === 'table' && hiddenStyles.has(attributes['style-name'] ?? ''))
        report.hit('hidden-content', `trang tính “${short(attributes.name ?? '')}”`)
      if (attributes.visibility === 'collapse' || name === 'hidden-text' || name === 'hidden-paragraph')
        hidden += 1
    },
    text: (text) => void out.push(text),
    close: (name) => void (name === 'p' && out.push('\n')),
  })
  report.words(out.join(''), place)
  if (changes > 0) report.hit('tracked-changes', `${changes} chỗ sửa`)
  if (annotations > 0) report.hit('comments', `${annotations} nhận xét`)
  if (hidden > 0) report.hit('hidden-content', `${hidden} hàng, cột hoặc đoạn ẩn`)
}
