/** Small Office files and PDFs, made in memory: real ZIPs and real XML, as little of it as a reader needs. */
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import PDFDocument from 'pdfkit'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const r = `xmlns:r="${relationships}"`

export type Files = Record<string, string | Uint8Array>

export function zipOf(files: Files): Buffer {
  const entries = Object.entries(files).map(([name, words]) => [
    name,
    typeof words === 'string' ? strToU8(words) : words,
  ])
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: new Date(2011, 4, 11) }))
}

const relation = (id: string, type: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"${more}/>`
const relations = (...inner: string[]) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner.join('')}</Relationships>`
const contentTypes = (...inner: string[]) =>
  `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${inner.join('')}</Types>`

export const core = (author: string) =>
  `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy></cp:coreProperties>`

export const paragraph = (text: string) => `<w:p w:rsidR="00AB12CD"><w:r><w:t>${text}</w:t></w:r></w:p>`

/** `body`: paragraphs as WordprocessingML. */
export const docx = (body: string, more: Files = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': contentTypes('<Override PartName="/word/comments.xml" ContentType="x"/>'),
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `${head}<w:document ${w} ${r}><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': core('Nguyễn Văn Soạn'),
    ...more,
  })

export const commented: Files = {
  'word/comments.xml': `${head}<w:comments ${w}><w:comment w:id="0" w:author="Trần Thị Góp"><w:p><w:r><w:t>Số này chưa chắc</w:t></w:r></w:p></w:comment></w:comments>`,
  'word/_rels/document.xml.rels': relations(
    relation('rId1', 'comments', 'comments.xml'),
    relation('rId2', 'styles', 'styles.xml'),
    relation('rId3', 'attachedTemplate', 'file:///D:/Soan/nguyenvan/Mau.dotx', ' TargetMode="External"'),
  ),
}

export const commentedParagraph =
  '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Có nhận xét</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'

export const changedParagraph =
  '<w:p><w:ins w:id="1" w:author="Lê Sửa" w:date="2011-05-11T08:00:00Z"><w:r><w:t>chữ thêm</w:t></w:r></w:ins><w:del w:id="2" w:author="Lê Sửa"><w:r><w:delText>chữ xóa</w:delText></w:r></w:del></w:p>'

export type Sheet = { name: string; state?: string; rows: string[][] }

export const xlsx = (sheets: Sheet[], more: Files = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${r}><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...sheets.map((_sheet, index) =>
        relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
      ),
    ),
    ...Object.fromEntries(
      sheets.map(({ rows }, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(rows)]),
    ),
    'docProps/core.xml': core('Nguyễn Văn Soạn'),
    ...more,
  })

const sheetXml = (rows: string[][]) =>
  `${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells
          .map((value, column) => cell(`${String.fromCharCode(65 + column)}${row + 1}`, value))
          .join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`

const cell = (at: string, value: string) =>
  /^[1-9]\d*$/.test(value)
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`

const font = path.resolve(import.meta.dirname, '../../cms/commands/demo/fonts/noto-serif-regular.ttf')

export function pdf(lines: string[], info: Record<string, string> = {}): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    info: { ...info, CreationDate: new Date(0), ModDate: new Date(0) },
  })
  document.registerFont('serif', font).font('serif').fontSize(12)
  for (const line of lines) document.text(line)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.end()
  })
}

/** As a signing program leaves it: an appended revision with a signature dictionary. Nobody verifies it here. */
export const signed = (bytes: Buffer): Buffer =>
  Buffer.concat([
    bytes,
    Buffer.from(
      '\n999 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 100 200 300] /Contents <00> >>\nendobj\n%%EOF\n',
      'latin1',
    ),
  ])
