import { describe, expect, it, test } from 'vitest'
import { exact, fold, toNfc } from '#domain/fold.ts'
import { comparePeople, compareVietnamese } from '#domain/names.ts'
import { documentSlug, isValidSlug, maxSlugLength, numberedSlug, slugify } from '#domain/slug.ts'

describe('fold', () => {
  test.each([
    ['Điều hành', 'dieu hanh'],
    ['Điều hành'.normalize('NFD'), 'dieu hanh'],
    ['hòa hoà', 'hoa hoa'],
    ['ƯỜNG ệ ứ ề ắ ự', 'uong e u e a u'],
    ['ÐẤT ðai', 'dat dai'],
    ['08/CT-UBND', '08/ct-ubnd'],
    ['', ''],
  ])('%s folds to %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
    expect(fold(fold(text))).toBe(folded)
  })

  it('is not exact: exact keeps the marks in NFC', () => {
    expect(exact('ĐƯỜNG'.normalize('NFD'))).toBe('đường')
    expect(toNfc('ệ'.normalize('NFD'))).toHaveLength(1)
    expect(exact('đ')).not.toBe(exact('d'))
  })
})

describe('slugs', () => {
  test.each([
    ['Chỉ thị số 08/CT-UBND đẩy mạnh ứng dụng', 'chi-thi-so-08-ct-ubnd-day-manh-ung-dung'],
    ['  “Đà Nẵng” – 50% ', 'da-nang-50'],
    ['Đà Nẵng'.normalize('NFD'), 'da-nang'],
    ['???', 'muc'],
    ['', 'muc'],
  ])('%s becomes %s', (title, slug) => {
    expect(slugify(title)).toBe(slug)
    expect(isValidSlug(slug)).toBe(true)
  })

  it('are cut between words', () => {
    expect(slugify('mot hai ba', 7)).toBe('mot-hai')
    expect(slugify('mot hai ba', 8)).toBe('mot-hai')
    expect(slugify('mot hai ba', 6)).toBe('mot')
    expect(slugify('motmotmot', 5)).toBe('motmo')
    expect(slugify('chuyện dài '.repeat(40)).length).toBeLessThanOrEqual(maxSlugLength)
  })

  it('are refused with marks, capitals, double hyphens, as a year or as a reserved word', () => {
    for (const slug of [
      '',
      'Tin',
      'điều',
      'a--b',
      '-a',
      'a-',
      'a/b',
      '2011',
      'chuyen-muc',
      'a'.repeat(97),
      '../x',
      'a b',
    ]) {
      expect(isValidSlug(slug), slug).toBe(false)
    }
  })

  it('are numbered from 2 when taken or reserved, within the length', () => {
    expect(numberedSlug('tin', 3)).toBe('tin-3')
    expect(numberedSlug('tin', 1)).toBe('tin')
    expect(numberedSlug('a'.repeat(96), 12)).toHaveLength(96)
  })

  it('of documents are type and number, then the issuer unless the province issued them', () => {
    const province = { kind: 'ubnd-tinh', slug: 'ubnd-tinh' }
    const department = { kind: 'so', slug: 'so-cong-thuong' }
    expect(documentSlug({ type: 'CT', number: '08/CT-UBND', issuer: province })).toBe('chi-thi-08-ct-ubnd')
    expect(documentSlug({ type: 'QĐ', number: 'Số: 59 /QĐ-SCT', issuer: department })).toBe(
      'quyet-dinh-59-qd-sct-so-cong-thuong',
    )
    expect(documentSlug({ type: 'CV', number: '3954/UBND-VX', issuer: province })).toBe(
      'cong-van-3954-ubnd-vx',
    )
    expect(documentSlug({ type: 'HD', number: '3/HD-SNV' })).not.toBe(
      documentSlug({ type: 'HĐ', number: '3/HĐ-SNV' }),
    )
    expect(documentSlug({ type: 'ThC', abstract: 'Thư chúc mừng năm mới', issuer: province })).toBe(
      'thu-cong-thu-chuc-mung-nam-moi',
    )
    expect(documentSlug({ type: 'ThC', abstract: 'rất dài '.repeat(50), issuer: department })).toMatch(
      /^thu-cong-rat.*-so-cong-thuong$/,
    )
    expect(
      documentSlug({
        type: 'ThC',
        abstract: 'rất dài '.repeat(50),
        issuer: { slug: 'ten '.repeat(60).trim().replaceAll(' ', '-') },
      }).length,
    ).toBeLessThanOrEqual(96)
    expect(documentSlug({ type: '' })).toBe('muc')
  })
})

test('Vietnamese words sort by letter, then tone, numbers by value', () => {
  const places = ['Đông Triều', 'Ân', 'Dương Huy', 'Cẩm Phả', 'Ăn', 'Đầm Hà', 'An']
  expect(places.sort(compareVietnamese)).toEqual([
    'An',
    'Ăn',
    'Ân',
    'Cẩm Phả',
    'Dương Huy',
    'Đầm Hà',
    'Đông Triều',
  ])
  expect(['123/QĐ', '10/QĐ', '9/QĐ'].sort(compareVietnamese)).toEqual(['9/QĐ', '10/QĐ', '123/QĐ'])
  expect(compareVietnamese('Ệ', 'Ệ'.normalize('NFD'))).toBe(0)
})

test('people sort by their given name, then by the rest', () => {
  const people = ['Nguyễn Văn Bình', 'Lê Thị Bình', 'Trần Văn An', 'Đỗ Ánh']
  expect(people.sort(comparePeople)).toEqual(['Trần Văn An', 'Đỗ Ánh', 'Lê Thị Bình', 'Nguyễn Văn Bình'])
})
