/**
 * A document of the demonstration as PDF, its first page laid out after NĐ 30/2020 Phụ lục I. The same plan
 * always gives the same bytes. The foot of each page says that it is no official text.
 */
import path from 'node:path'
import PDFDocument from 'pdfkit'
import { formatDayInWords } from '#domain/dates.ts'
import { documentType } from '#domain/document-types.ts'
import { blocksOf, type Block } from './body.ts'
import type { DocumentPlan } from './plan.ts'

type Pdf = PDFKit.PDFDocument
/** `parent` is left out when the province itself issued it. */
type Issuer = { name: string; parent?: string }

const font = (style: string): string => path.join(import.meta.dirname, 'fonts', `noto-serif-${style}.ttf`)
const page = { left: 85, right: 57, top: 57, bottom: 62 } as const
const textWidth = 595.28 - page.left - page.right
const [small, usual] = [10, 12]

export function documentPdf(document: DocumentPlan, issuer: Issuer): Promise<Buffer> {
  const made = new Date(`${document.issuedOn}T00:00:00Z`)
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: page.top, bottom: page.bottom, left: page.left, right: page.right },
    bufferPages: true,
    lang: 'vi',
    displayTitle: true,
    info: {
      Title: titleOf(document),
      Author: issuer.name,
      CreationDate: made,
      ModDate: made,
      Producer: 'Cổng thông tin điện tử',
    },
  })
  for (const style of ['regular', 'bold', 'italic']) pdf.registerFont(style, font(style))
  writeHead(pdf, document, issuer)
  writeTitle(pdf, document)
  for (const ground of document.grounds ?? [])
    pdf.font('italic').fontSize(usual).text(ground, page.left, undefined, { indent: 28, paragraphGap: 4 })
  for (const block of blocksOf(document.body)) writeBlock(pdf, block)
  writeFoot(pdf, document)
  writeDisclaimer(pdf)
  return bytesOf(pdf)
}

const nameOf = ({ type }: DocumentPlan): string => documentType(type)?.name ?? type
const isLetter = ({ type }: DocumentPlan): boolean => type === 'CV'
const titleOf = (document: DocumentPlan): string =>
  `${nameOf(document)} ${document.number ?? ''}: ${document.abstract}`

/** Components 1 to 4 in two columns, and 5b under the number of a công văn. */
function writeHead(pdf: Pdf, document: DocumentPlan, { name, parent }: Issuer): void {
  const [leftWidth, rightWidth] = [textWidth * 0.42, textWidth * 0.58]
  const column = (x: number, width: number) => (style: string, size: number, line: string) =>
    pdf.font(style).fontSize(size).text(line, x, undefined, { width, align: 'center' })
  const top = pdf.y
  const left = column(page.left, leftWidth)
  if (parent) left('regular', small, parent.toLocaleUpperCase('vi'))
  left('bold', small, name.toLocaleUpperCase('vi'))
  underline(pdf, page.left + leftWidth / 2, 50)
  left('regular', small + 1, `Số: ${document.number ?? ''}`)
  if (isLetter(document)) left('regular', small, document.abstract)
  const leftEnd = pdf.y

  pdf.y = top
  const right = column(page.left + leftWidth, rightWidth)
  right('bold', small, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  right('bold', small + 1, 'Độc lập - Tự do - Hạnh phúc')
  underline(pdf, page.left + leftWidth + rightWidth / 2, 150)
  right('italic', small + 1, `${document.place ?? ''}, ${formatDayInWords(document.issuedOn)}`)
  pdf.y = Math.max(leftEnd, pdf.y) + 18
}

function underline(pdf: Pdf, centre: number, length: number): void {
  pdf
    .moveTo(centre - length / 2, pdf.y + 2)
    .lineTo(centre + length / 2, pdf.y + 2)
    .lineWidth(0.6)
    .stroke()
  pdf.y += 9
}

/** Component 5a, or 9a for a công văn. */
function writeTitle(pdf: Pdf, document: DocumentPlan): void {
  const centred = { width: textWidth, align: 'center' } as const
  if (isLetter(document)) {
    pdf
      .font('regular')
      .fontSize(usual)
      .text(`Kính gửi: ${document.addressee ?? ''}`, page.left, undefined, centred)
  } else {
    pdf
      .font('bold')
      .fontSize(usual + 2)
      .text(nameOf(document).toLocaleUpperCase('vi'), page.left, undefined, centred)
    pdf.fontSize(usual).text(document.abstract, page.left, undefined, centred)
    underline(pdf, page.left + textWidth / 2, 90)
  }
  pdf.moveDown(0.8)
}

function writeBlock(pdf: Pdf, block: Block): void {
  const layout = { width: textWidth, align: 'justify', paragraphGap: 5, lineGap: 2 } as const
  if (block.kind === 'heading') {
    pdf
      .moveDown(0.2)
      .font('bold')
      .fontSize(usual)
      .text(block.text, page.left, undefined, { ...layout, align: 'left' })
    return
  }
  pdf.font('regular').fontSize(usual)
  if (block.kind === 'paragraph') pdf.text(block.text, page.left, undefined, { ...layout, indent: 28 })
  else
    block.items.forEach((item, index) =>
      pdf.text(`${block.isNumbered ? `${index + 1}.` : '-'} ${item}`, page.left, undefined, {
        ...layout,
        indent: 28,
      }),
    )
}

/** Components 7 and 9b, kept together on one page. */
function writeFoot(pdf: Pdf, document: DocumentPlan): void {
  const recipients = document.recipients ?? []
  const capacity = (document.signerCapacity ?? '').split('\n')
  const needed = Math.max(recipients.length + 1, capacity.length + 5) * 16
  pdf.moveDown(1)
  if (pdf.y + needed > pdf.page.height - page.bottom) pdf.addPage()
  const top = pdf.y
  const half = textWidth / 2
  pdf.font('italic').fontSize(small).text('Nơi nhận:', page.left, top, { width: half })
  for (const recipient of recipients)
    pdf
      .font('regular')
      .fontSize(small - 1)
      .text(`- ${recipient}`, page.left, undefined, { width: half })
  const centred = { width: half, align: 'center' } as const
  pdf.y = top
  for (const line of capacity)
    pdf
      .font('bold')
      .fontSize(usual - 1)
      .text(line, page.left + half, undefined, centred)
  pdf
    .moveDown(3)
    .font('bold')
    .fontSize(usual)
    .text(document.signer ?? '', page.left + half, undefined, centred)
}

function writeDisclaimer(pdf: Pdf): void {
  const line = 'Bản dựng cho cổng trình diễn, không phải văn bản chính thức.'
  const { start, count } = pdf.bufferedPageRange()
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index)
    // Below the margin pdfkit would start a page of its own for this line.
    pdf.page.margins.bottom = 0
    pdf
      .font('italic')
      .fontSize(8)
      .fillColor('#555555')
      .text(line, page.left, pdf.page.height - 40, { width: textWidth, align: 'center' })
  }
}

function bytesOf(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = []
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  pdf.on('end', () => resolve(Buffer.concat(chunks)))
  pdf.on('error', reject)
  pdf.end()
  return promise
}
