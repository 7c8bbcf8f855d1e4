/** Words of a PPTX: slides in order, speaker's notes, hidden slides and comments. */
import type { Report } from './report.ts'
import { countOf, readPart } from './word.ts'
import { walkXml } from './xml.ts'
import type { Parts } from './zip.ts'

export function readSlides(parts: Parts, report: Report): void {
  let [hidden, notes] = [0, 0]
  for (const [name, bytes] of parts) {
    const [, kind, number] = /^ppt\/(slide|notesSlide)s\/\w+?(\d+)\.xml$/.exec(name) ?? []
    if (!kind) continue
    const { text } = readPart(bytes)
    report.words(text, kind === 'slide' ? `trang chiếu ${number}` : `ghi chú của trang chiếu ${number}`)
    // A notes page repeats its slide's number.
    if (kind === 'notesSlide' && /\p{L}/u.test(text)) notes += 1
    if (kind === 'slide')
      walkXml(bytes, {
        open: (element, { show }) => void (hidden += element === 'sld' && show === '0' ? 1 : 0),
      })
  }
  if (hidden > 0) report.hit('hidden-content', `${hidden} trang chiếu ẩn`)
  if (notes > 0) report.hit('hidden-content', `ghi chú của người trình bày ở ${notes} trang chiếu`)
  const comments = countOf(parts, /^ppt\/comments\//, 'cm')
  if (comments > 0) report.hit('comments', `${comments} nhận xét`)
}
