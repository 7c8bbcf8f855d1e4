import { describe, expect, it } from 'vitest'
import { findInText } from '#domain/leaks/find-in-text.ts'
import { isPersonalAuthor } from '#domain/leaks/author-names.ts'
import { tellingName } from '#domain/leaks/file-names.ts'
import { findingId, mask } from '#domain/leaks/finding.ts'
import { gather } from '#domain/leaks/gather.ts'
import { isOfficialHit, officialContacts } from '#domain/leaks/official-contacts.ts'
import { notPersonal, notStamped, personal, stamped, type Example } from './corpus.ts'

const kindsIn = (text: string) => [...new Set(findInText(text.normalize('NFC')).map(({ kind }) => kind))]

/** Precision and recall over examples, with the ones that went wrong by name. */
function judge(examples: readonly Example[]) {
  const wrong: string[] = []
  let [right, missed, invented] = [0, 0, 0]
  for (const { text, finds } of examples) {
    const kinds = kindsIn(text)
    right += finds.filter((kind) => kinds.includes(kind)).length
    missed += finds.filter((kind) => !kinds.includes(kind)).length
    invented += kinds.filter((kind) => !finds.includes(kind)).length
    if (kinds.join() !== finds.join()) wrong.push(`${JSON.stringify(text)}: ${kinds.join() || 'nothing'}`)
  }
  const percent = (of: number, all: number) => `${((100 * of) / Math.max(1, all)).toFixed(1)} %`
  return {
    wrong,
    figures: `precision ${percent(right, right + invented)}, recall ${percent(right, right + missed)} over ${examples.length} examples`,
  }
}

describe('the corpus', () => {
  it.each([
    ['secrecy stamps', [...stamped, ...notStamped]],
    ['personal data', [...personal, ...notPersonal]],
  ])('%s are found, and nothing that only looks like them', (_name, examples) => {
    const { wrong, figures } = judge(examples)
    expect(wrong, figures).toEqual([])
  })
})

describe('what a finding tells', () => {
  it('the excerpt never holds the whole number or address', () => {
    for (const { text } of personal) {
      for (const { value, excerpt } of findInText(text)) {
        expect(excerpt).not.toContain(value)
        expect(excerpt).toContain('***')
      }
    }
    expect(mask('0912345678')).toBe('091***678')
    expect(mask('12345')).toBe('*****')
  })

  it('a thing that stands twice in a text is one finding', () => {
    expect(findInText('0912345678, nhắc lại 0912.345.678')).toHaveLength(1)
  })

  it('what agencies publish as their own is no finding', () => {
    const agencies = [
      { email: 'xa.binhan@gmail.com', phone: '0912 345 678, 033 3835 000' },
      { email: 'vanthu@tinh.example', phone: null },
    ]
    const contacts = officialContacts(['tinh.gov.vn'], agencies)
    const foreign = (text: string) => findInText(text).filter((hit) => !isOfficialHit(hit, contacts))
    expect(foreign('xa.binhan@gmail.com, a@so.tinh.example, 0912.345.678')).toEqual([])
    expect(foreign('xa.khac@gmail.com')).toHaveLength(1)
  })

  it('the id stays with kind, place and thing, and tells nothing without the key', () => {
    const [hit] = findInText('0912345678')
    const [same] = findInText('+84 912 345 678')
    const print = (text: string) => `key:${text.length}:${text}`
    expect(hit && findingId(print, 'body', hit)).toBe(same && findingId(print, 'body', same))
    expect(hit && findingId(print, 'lead', hit)).not.toBe(hit && findingId(print, 'body', hit))
  })
})

it('a megabyte of digits, of letters or of half-stamps is read in a moment', () => {
  for (const piece of [
    '0912345678 ',
    '0 ',
    '1.',
    'M ',
    'MAT ',
    'tài khoản ',
    'a@a.',
    '084-',
    'ngân hàng 1',
  ]) {
    const started = performance.now()
    findInText(piece.repeat(Math.ceil(1_000_000 / piece.length)))
    expect(performance.now() - started, piece).toBeLessThan(5_000)
  }
})

describe('file names', () => {
  it.each([
    ['Du_thao bao cao.docx', ['dự thảo']],
    ['final_sua_lan3 (1).docx', ['bản sửa dở']],
    ['Kế hoạch (MẬT).pdf', ['độ mật']],
    ['tai-lieu-mat.pdf', ['độ mật']],
    ['Danh sách 0912345678.xlsx', ['091***678']],
    ['copy of bieu mau.xls', ['bản sao']],
    ['Thu nhập bình quân.xlsx', []],
    ['Bảo mật thông tin.pdf', []],
    ['Quy chế mật khẩu.pdf', []],
    ['sua-doi-bo-sung-quyet-dinh.pdf', []],
    ['Hội nghị lần 2.pdf', []],
    ['01_2011_QD-UBND.pdf', []],
  ])('%s tells %j', (name, says) => {
    expect(tellingName(name).map(({ excerpt }) => excerpt)).toEqual(says)
  })
})

it.each([
  ['Nguyễn Văn A', true],
  ['nva', true],
  ['Admin', false],
  ['Windows User', false],
  ['UBND tỉnh', false],
  ['Sở Thông tin và Truyền thông', false],
  ['Trung tâm Công nghệ thông tin', false],
  ['Ủy ban nhân dân', false],
  ['Cổng thông tin điện tử', false],
  ['Sơn', true],
  ['VNN.R9', false],
  ['', false],
])('an author named “%s” is a person: %s', (name, isPersonal) => {
  expect(isPersonalAuthor(name)).toBe(isPersonal)
})

describe('gathering', () => {
  const numbers = Array.from({ length: 300 }, (_, index) => `0912${String(345_000 + index)}`)
  it('a list of people is one question, and another list is another question', () => {
    const print = (text: string) => text
    const [one, ...others] = gather(findInText(numbers.join('\n')), 'body', print)
    expect(others).toEqual([])
    expect(one?.excerpt).toMatch(/^300 chỗ/)
    const [other] = gather(findInText(numbers.slice(1).join('\n')), 'body', print)
    expect(other?.id).not.toBe(one?.id)
  })
})
