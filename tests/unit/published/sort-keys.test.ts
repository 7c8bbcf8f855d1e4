import { describe, expect, it } from 'vitest'
import type { DocumentContent } from '#domain/content.ts'
import { sortKey, vietnameseKey } from '#published/sort-keys.ts'

const byKey = (words: string[]): string[] =>
  words.toSorted((a, b) =>
    vietnameseKey(a) < vietnameseKey(b) ? -1 : vietnameseKey(a) > vietnameseKey(b) ? 1 : 0,
  )

describe('keys of order', () => {
  it('follow the Vietnamese alphabet, not code points', () => {
    const order = [
      'An',
      'Ăn',
      'Ân',
      'Cẩm Phả',
      'Dương Huy',
      'Đầm Hà',
      'Đông Triều',
      'Uông Bí',
      'Ứng Hòa',
      'Yên Hưng',
    ]
    expect(byKey(order.toReversed())).toEqual(order)
  })

  it('tones only break ties: ngang, huyền, hỏi, ngã, sắc, nặng', () => {
    const order = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'mai']
    expect(byKey(order.toReversed())).toEqual(order)
  })

  it('go syllable by syllable, and a shorter name comes first', () => {
    const order = ['Sở', 'Sở Công Thương', 'Sở Công Thương 2', 'Sở Công Thương 10', 'Sở Nội vụ']
    expect(byKey(order.toReversed())).toEqual(order)
  })

  it('are the same for decomposed text and end in plain ASCII', () => {
    expect(vietnameseKey('Điều'.normalize('NFD'))).toBe(vietnameseKey('Điều'))
    expect(vietnameseKey('Sở Tài nguyên & Môi trường 日本')).toMatch(/^[\x20-\x7e]+$/)
  })

  it('documents of one day follow their numbers as numbers', () => {
    const key = (number: string, issuedOn = '2011-05-11') =>
      sortKey('documents', { issuedOn, number } as DocumentContent, '2011-05-12T00:00:00.000Z')
    const order = [
      key('999/QĐ-UBND', '2011-05-10'),
      key('09/CT-UBND'),
      key('9/QĐ-UBND'),
      key('10/QĐ-UBND'),
      key('123/QĐ-UBND'),
    ]
    expect(order.toSorted()).toEqual(order)
  })

  it('agencies come in the order of kinds, then by name', () => {
    const key = (kind: string, name: string) =>
      sortKey('agencies', { slug: 'x', language: 'vi', kind, name }, '2011-05-12T00:00:00.000Z')
    const order = [
      key('ubnd-tinh', 'Ủy ban'),
      key('so', 'Sở Công Thương'),
      key('so', 'Sở Y tế'),
      key('khac', 'An'),
    ]
    expect(order.toSorted()).toEqual(order)
  })
})
