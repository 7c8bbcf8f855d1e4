/**
 * Which files may be uploaded and how their first bytes must look. A file is what its bytes say, not what
 * its name says; SVG, HTML and programs are not in the table and so refused.
 */
export type FileKind = {
  extension: string
  mimeType: string
  label: string
  matches: (bytes: Uint8Array) => boolean
}

const startsWith =
  (...signature: number[]) =>
  (bytes: Uint8Array) =>
    signature.every((byte, index) => bytes[index] === byte)
const latin1 = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')
const isZip = startsWith(0x50, 0x4b, 0x03, 0x04)
const isOle = startsWith(0xd0, 0xcf, 0x11, 0xe0)

/** Office Open XML names its parts in the ZIP directory at the end of the file. */
const zipHolding = (folder: string) => (bytes: Uint8Array) =>
  isZip(bytes) && latin1(bytes, Math.max(0, bytes.length - 65_536), bytes.length).includes(folder)

const openDocument = (mimeType: string) => (bytes: Uint8Array) =>
  isZip(bytes) && latin1(bytes, 30, 110).includes(`mimetype${mimeType}`)

const isPdf = (bytes: Uint8Array) =>
  latin1(bytes, 0, 5) === '%PDF-' &&
  latin1(bytes, Math.max(0, bytes.length - 2048), bytes.length).includes('%%EOF')

const isPlainText = (bytes: Uint8Array) => {
  if (bytes.length === 0 || bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/^\s*<(!doctype|html|script|svg|\?xml)/i.test(latin1(bytes, 0, 512))
  } catch {
    return false
  }
}

export const documentKinds: readonly FileKind[] = [
  { extension: 'pdf', mimeType: 'application/pdf', label: 'PDF', matches: isPdf },
  {
    extension: 'docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'DOCX',
    matches: zipHolding('word/'),
  },
  {
    extension: 'xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'XLSX',
    matches: zipHolding('xl/'),
  },
  {
    extension: 'pptx',
    mimeType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    label: 'PPTX',
    matches: zipHolding('ppt/'),
  },
  {
    extension: 'odt',
    mimeType: 'application/vnd.oasis.opendocument.text',
    label: 'ODT',
    matches: openDocument('application/vnd.oasis.opendocument.text'),
  },
  {
    extension: 'ods',
    mimeType: 'application/vnd.oasis.opendocument.spreadsheet',
    label: 'ODS',
    matches: openDocument('application/vnd.oasis.opendocument.spreadsheet'),
  },
  { extension: 'doc', mimeType: 'application/msword', label: 'DOC', matches: isOle },
  { extension: 'xls', mimeType: 'application/vnd.ms-excel', label: 'XLS', matches: isOle },
  { extension: 'csv', mimeType: 'text/csv', label: 'CSV', matches: isPlainText },
  { extension: 'txt', mimeType: 'text/plain', label: 'TXT', matches: isPlainText },
]

export const imageKinds: readonly FileKind[] = [
  { extension: 'jpg', mimeType: 'image/jpeg', label: 'JPEG', matches: startsWith(0xff, 0xd8, 0xff) },
  { extension: 'jpeg', mimeType: 'image/jpeg', label: 'JPEG', matches: startsWith(0xff, 0xd8, 0xff) },
  {
    extension: 'png',
    mimeType: 'image/png',
    label: 'PNG',
    matches: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  {
    extension: 'webp',
    mimeType: 'image/webp',
    label: 'WebP',
    matches: (bytes) => latin1(bytes, 0, 4) === 'RIFF' && latin1(bytes, 8, 12) === 'WEBP',
  },
]

/** The kind of a file by its extension and its bytes together; `null` when they disagree or the kind is not allowed. */
export function fileKind(kinds: readonly FileKind[], name: string, bytes: Uint8Array): FileKind | null {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase()
  return kinds.find((kind) => kind.extension === extension && kind.matches(bytes)) ?? null
}
