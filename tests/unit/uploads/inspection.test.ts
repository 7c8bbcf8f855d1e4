import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import path from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { inspectBytes } from '#cms/uploads/inspection/inspect-bytes.ts'
import { inspectDocument } from '#cms/uploads/inspection/inspect-document.ts'
import { Bomb } from '#cms/uploads/inspection/limits.ts'
import { stripJpeg } from '#cms/uploads/inspection/strip-jpeg.ts'
import {
  changedParagraph,
  commented,
  commentedParagraph,
  docx,
  paragraph,
  pdf,
  signed,
  xlsx,
  zipOf,
} from '#tests/support/office-files.ts'

const inspect = (bytes: Uint8Array, extension: string, name = `tep.${extension}`) =>
  inspectBytes({ bytes, extension, name })
const told = async (bytes: Uint8Array, extension: string, name?: string) =>
  (await inspect(bytes, extension, name)).hits.map(({ kind, severity, place, excerpt }) =>
    [kind, severity, place, excerpt].join(' | '),
  )
const partsOf = (bytes: Uint8Array | null) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes ?? new Uint8Array())).map(([name, part]) => [name, strFromU8(part)]),
  )
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('a DOCX', () => {
  it('without anything to hide is silent but for the author, who is cleaned away', async () => {
    const hits = await told(docx(paragraph('Báo cáo tình hình.')), 'docx')
    expect(hits).toEqual(['author | cleaned |  | Nguyễn Văn Soạn'])
  })

  it('tells stamps in text boxes and headers, also where capitals are only formatting', async () => {
    const box = `<w:p><w:r><w:t>Trước</w:t></w:r><w:r><w:pict><w:txbxContent>${paragraph('MẬT')}</w:txbxContent></w:pict></w:r></w:p>`
    expect(await told(docx(box), 'docx')).toContain('secrecy-stamp | refuse |  | MẬT')
    const capitals = '<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Tối mật</w:t></w:r></w:p>'
    const header = { 'word/header1.xml': `<w:hdr xmlns:w="w">${capitals}</w:hdr>` }
    expect(await told(docx(paragraph('x'), header), 'docx')).toContain(
      'secrecy-stamp | refuse | đầu trang | TỐI MẬT',
    )
    const split = '<w:p><w:r><w:t>TUYỆT </w:t></w:r><w:r><w:t>MẬT</w:t></w:r></w:p>'
    expect(await told(docx(split), 'docx')).toContain('secrecy-stamp | refuse |  | TUYỆT MẬT')
  })

  it('tells changes, comments, hidden words, numbers, embedded files and templates on a disk', async () => {
    const hidden = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>'
    const file = docx(changedParagraph + commentedParagraph + hidden + paragraph('ĐT 0912345678'), {
      ...commented,
      'word/embeddings/Bang.xlsx': 'x',
    })
    const hits = await told(file, 'docx')
    expect(hits.filter((hit) => !hit.startsWith('author')).sort()).toEqual([
      'comments | decide |  | 1 nhận xét',
      'embedded-file | decide |  | 1 tệp: Bang.xlsx',
      'hidden-content | decide |  | 1 đoạn chữ ẩn',
      'outside-path | cleaned |  | file:///D:/Soan/nguyenva…',
      'phone | decide |  | 091***678',
      'tracked-changes | decide |  | 1 chỗ thêm, 1 chỗ xóa',
    ])
  })

  it('its public copy has no author, comment, template or save history, and keeps words and changes', async () => {
    const file = docx(changedParagraph + commentedParagraph + paragraph('Chữ &amp; số &lt;1&gt;'), commented)
    const { cleaned } = await inspect(file, 'docx')
    const parts = partsOf(cleaned)
    const all = Object.values(parts).join('\n')
    for (const gone of ['Nguyễn', 'Trần', 'Lê Sửa', 'rsid', 'commentR', 'Mau.dotx', 'chưa chắc'])
      expect(all).not.toContain(gone)
    for (const kept of ['chữ thêm', 'chữ xóa', 'Chữ &amp; số &lt;1&gt;', 'w:author="Author"', 'styles.xml'])
      expect(all).toContain(kept)
    expect(parts).not.toHaveProperty('word/comments.xml')
    expect(parts['[Content_Types].xml']).not.toContain('comments')
  })

  it('the same file gives the same public copy, and a copy is not cleaned further', async () => {
    const file = docx(changedParagraph, commented)
    const [one, two] = [await inspect(file, 'docx'), await inspect(file, 'docx')]
    expect(one.cleaned && sha(one.cleaned)).toBe(two.cleaned && sha(two.cleaned))
    const again = await inspect(one.cleaned as Uint8Array, 'docx')
    expect(again.cleaned && sha(again.cleaned)).toBe(one.cleaned && sha(one.cleaned))
  })

  it('that is signed is left alone, so its author is for a reviewer', async () => {
    const { cleaned, isSigned, hits } = await inspect(
      docx('', { '_xmlsignatures/sig1.xml': '<Signature/>' }),
      'docx',
    )
    expect([cleaned, isSigned]).toEqual([null, true])
    expect(hits).toMatchObject([{ kind: 'author', severity: 'decide' }])
  })
})

describe('an XLSX', () => {
  it('tells hidden sheets, and numbers with the sheet they stand in', async () => {
    const file = xlsx([
      {
        name: 'Công khai',
        rows: [
          ['Tên', 'Số tiền'],
          ['A', '1500000'],
        ],
      },
      {
        name: 'Nguồn',
        state: 'hidden',
        rows: [
          ['Họ tên', 'CCCD'],
          ['B', '022185001234'],
        ],
      },
      { name: 'Kỹ', state: 'veryHidden', rows: [['x']] },
    ])
    expect(await told(file, 'xlsx')).toEqual([
      'author | cleaned |  | Nguyễn Văn Soạn',
      'hidden-content | decide |  | trang tính “Nguồn”',
      'identity-number | decide | trang tính “Nguồn” | 022***234',
      'hidden-content | decide |  | trang tính “Kỹ”, ẩn kỹ',
    ])
  })

  it('reads bare numbers under a telling heading', async () => {
    const rows = [
      ['Họ tên', 'Số tài khoản', 'Điện thoại', 'Kinh phí'],
      ['A', '711123456789', '912345678', '912345678'],
    ]
    const hits = await told(xlsx([{ name: 'S', rows }]), 'xlsx')
    expect(hits.slice(1)).toEqual([
      'phone | decide | trang tính “S” | 091***678',
      'bank-account | decide | trang tính “S” | 711***789',
    ])
  })

  it('its public copy forgets the path on the disk and the names of who commented', async () => {
    const file = xlsx([{ name: 'S', rows: [['x']] }], {
      'xl/comments1.xml':
        '<comments><authors><author>Trần Góp</author></authors><commentList><comment><text><t>lời</t></text></comment></commentList></comments>',
      'xl/theme.xml': '<a><b xmlns:x15ac="x"><x15ac:absPath url="D:\\Soan\\tran\\"/></b></a>',
    })
    const { cleaned, hits } = await inspect(file, 'xlsx')
    expect(hits.map(({ kind }) => kind)).toContain('comments')
    const all = Object.values(partsOf(cleaned)).join('\n')
    expect(all).not.toMatch(/Trần Góp|absPath/)
    expect(all).toContain('lời')
  })
})

describe('an ODT', () => {
  const odt = (body: string) =>
    Buffer.from(
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
        'content.xml': strToU8(`<office:c xmlns:office="o" xmlns:text="t" xmlns:dc="d">${body}</office:c>`),
        'meta.xml': strToU8('<m xmlns:meta="m"><meta:initial-creator>Phạm Viết</meta:initial-creator></m>'),
      }),
    )

  it('tells stamps, changes and notes; its copy names nobody and still begins with its kind', async () => {
    const file = odt(
      '<text:tracked-changes><text:changed-region/></text:tracked-changes><text:p>TUYỆT MẬT</text:p><office:annotation><dc:creator>Phạm Viết</dc:creator></office:annotation>',
    )
    const { cleaned, hits } = await inspect(file, 'odt')
    expect(hits.map(({ kind }) => kind)).toEqual(['author', 'secrecy-stamp', 'tracked-changes', 'comments'])
    expect(Buffer.from(cleaned ?? []).toString('latin1', 30, 77)).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.text',
    )
    expect(Object.values(partsOf(cleaned)).join()).not.toContain('Phạm')
  })
})

describe('a PDF', () => {
  it('of an agency with ordinary words is silent', async () => {
    expect(
      await told(await pdf(['Báo cáo', 'Bảo mật là cần thiết.'], { Author: 'UBND tỉnh' }), 'pdf'),
    ).toEqual([])
  })

  it('tells stamps, numbers with their page and a person in its properties', async () => {
    const file = await pdf(['UBND TỈNH', 'MẬT', 'Liên hệ 0912 345 678'], { Author: 'Nguyễn Văn Soạn' })
    expect(await told(file, 'pdf')).toEqual([
      'secrecy-stamp | refuse | trang 1 | MẬT',
      'phone | decide | trang 1 | 091***678',
      'author | decide |  | Nguyễn Văn Soạn',
    ])
  })

  it('is never altered, and a signature is seen', async () => {
    const plain = await pdf(['Văn bản'])
    expect(await inspect(plain, 'pdf')).toEqual({ hits: [], isSigned: false, cleaned: null })
    expect(await inspect(signed(plain), 'pdf')).toEqual({ hits: [], isSigned: true, cleaned: null })
  })

  it('that cannot be read asks for eyes', async () => {
    const broken = Buffer.from('%PDF-1.7\n1 0 obj <<>>\n%%EOF')
    expect(await told(broken, 'pdf')).toEqual(['unread | decide |  | tệp PDF bị hỏng'])
  })
})

describe('hostile files', () => {
  const quickly = async <T>(work: Promise<T>): Promise<T> => {
    const started = performance.now()
    try {
      return await work
    } finally {
      expect(performance.now() - started).toBeLessThan(10_000)
    }
  }

  it('a ZIP bomb is refused before it grows', async () => {
    const zeros = new Uint8Array(90_000_000)
    const bomb = zipOf({ 'word/document.xml': zeros })
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(quickly(inspect(bomb, 'docx'))).rejects.toThrow(Bomb)
  })

  it('a ZIP that lies about its sizes grows no further than it said', async () => {
    const honest = zipOf({ 'word/document.xml': new Uint8Array(50_000_000) })
    const liar = Buffer.from(honest)
    const directory = liar.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
    liar.writeUInt32LE(1_000, directory + 24)
    const { hits } = await quickly(inspect(liar, 'docx'))
    expect(hits.map(({ kind }) => kind)).toContain('unread')
  })

  it('a PDF stream that inflates without end is refused', async () => {
    const { deflateSync } = await import('node:zlib')
    const stream = deflateSync(Buffer.alloc(100_000_000))
    const bomb = Buffer.concat([
      Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`),
      stream,
      Buffer.from('\nendstream\nendobj\n%%EOF'),
    ])
    await expect(quickly(inspect(bomb, 'pdf'))).rejects.toThrow(Bomb)
  })

  it.each([
    ['a broken ZIP', Buffer.from('PK\u0003\u0004 word/ nothing', 'latin1')],
    [
      'entities that explode',
      docx('', {
        'word/document.xml':
          '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:p><w:t>&b;</w:t></w:p></w:document>',
      }),
    ],
    ['XML cut short', docx('', { 'word/document.xml': '<w:document xmlns:w="w"><w:p>' })],
    [
      'nesting of 100,000 levels',
      docx('', { 'word/document.xml': `<w:d xmlns:w="w">${'<w:p>'.repeat(100_000)}</w:d>` }),
    ],
    ['two parts of one name', zipOf({ 'word/document.xml': '<a/>', 'WORD/document.xml': '<b/>' })],
  ])('%s: a person must look', async (_name, bytes) => {
    const { hits } = await quickly(inspect(bytes, 'docx'))
    expect(hits.map(({ kind }) => kind)).toContain('unread')
  })
})

it('an old DOC is searched for stamps and still asks for eyes', async () => {
  const words = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.from('\rTUYỆT MẬT\rBáo cáo\r', 'utf16le'),
  ])
  expect((await inspect(words, 'doc')).hits.map(({ kind }) => kind)).toEqual(['secrecy-stamp', 'unread'])
})

it('a CSV of people is read as text', async () => {
  expect(await told(Buffer.from('A,0912345678\nB,0387654321'), 'csv')).toHaveLength(2)
})

it('a JPEG loses what the camera wrote and keeps its pixels', async () => {
  const { default: sharp } = await import('sharp')
  const plain = sharp({ create: { width: 40, height: 30, channels: 3, background: '#0a5963' } })
  const told = await plain
    .withExif({ IFD0: { Artist: 'Nguyễn Văn Chụp' }, IFD3: { GPSLatitude: '20/1 57/1 0/1' } })
    .jpeg()
    .toBuffer()
  const bare = stripJpeg(told)
  expect((await sharp(told).metadata()).exif).toBeDefined()
  expect((await sharp(bare).metadata()).exif).toBeUndefined()
  expect(await sharp(bare).raw().toBuffer()).toEqual(await sharp(told).raw().toBuffer())
})

describe('the thread', () => {
  const plain = { bytes: Buffer.from('Gọi 0912345678'), extension: 'txt', name: 'a.txt' }

  it('that takes too long is given up, its document asks for eyes, and the next one is read', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => [`Dòng ${row}`, 'x', 'y'])
    const long = { bytes: xlsx([{ name: 'S', rows }]), extension: 'xlsx', name: 'a.xlsx' }
    const [given, read] = await Promise.all([inspectDocument(long, 1), inspectDocument(plain)])
    expect(given.hits.map(({ kind }) => kind)).toEqual(['unread'])
    expect(read.hits.map(({ kind }) => kind)).toEqual(['phone'])
  })

  it('refuses a bomb and lives on', async () => {
    const bomb = {
      bytes: zipOf({ 'xl/a.xml': new Uint8Array(90_000_000) }),
      extension: 'xlsx',
      name: 'a.xlsx',
    }
    await expect(inspectDocument(bomb)).rejects.toThrow(Bomb)
    expect((await inspectDocument(plain)).hits).toHaveLength(1)
  })
})

describe('every public copy', () => {
  const resolve = (part: string, target: string) =>
    target.startsWith('/')
      ? target.slice(1)
      : path.posix.join(path.posix.dirname(part.replace('_rels/', '')), target)

  it.each([
    [
      'docx',
      docx(changedParagraph + commentedParagraph, {
        ...commented,
        'word/styles.xml': '<w:styles xmlns:w="w"/>',
      }),
    ],
    ['xlsx', xlsx([{ name: 'S', rows: [['x']] }])],
  ])('of a %s is well formed and leads nowhere that is not there', async (extension, bytes) => {
    const { cleaned } = await inspect(bytes, extension)
    const parts = partsOf(cleaned)
    for (const [name, xml] of Object.entries(parts)) {
      expect(() => new SaxesParser({ xmlns: true }).write(xml).close(), name).not.toThrow()
      if (!name.endsWith('.rels')) continue
      for (const [relation, target = ''] of xml.matchAll(/<Relationship [^>]*Target="([^"]*)"[^>]*>/g))
        if (!relation.includes('External')) expect(parts, relation).toHaveProperty([resolve(name, target)])
    }
  })
})
