import { describe, expect, it, test } from 'vitest'
import { documentForce, type ForceEffect } from '#domain/document-force.ts'
import {
  cleanDocumentNumber,
  numberKey,
  numberQueryKey,
  numberSearchKeys,
  parseDocumentNumber,
} from '#domain/document-number.ts'
import { documentRelationType, documentRelationTypes, hasExtent } from '#domain/document-relations.ts'
import { documentType, documentTypeName, documentTypes } from '#domain/document-types.ts'

describe('a number', () => {
  test.each<[string, object | null, string | null]>([
    ['08/CT-UBND', { number: '8', type: 'CT', agency: 'UBND' }, '8/CT-UBND'],
    ['525 /QĐ-UBND', { number: '525', type: 'QĐ', agency: 'UBND' }, '525/QĐ-UBND'],
    ['05/2025/QĐ-UBND', { number: '5', year: '2025', type: 'QĐ', agency: 'UBND' }, '5/2025/QĐ-UBND'],
    ['02/2025/NQ-HĐND', { number: '2', year: '2025', type: 'NQ', agency: 'HĐND' }, '2/2025/NQ-HDND'],
    ['3954/UBND-VX', { number: '3954', agency: 'UBND', unit: 'VX' }, '3954/UBND-VX'],
    ['12/UBND-VX1', { number: '12', agency: 'UBND', unit: 'VX1' }, '12/UBND-VX1'],
    ['224/2026/NĐ-CP', { number: '224', year: '2026', type: 'NĐ', agency: 'CP' }, '224/2026/NĐ-CP'],
    ['67/2006/QH11', { number: '67', year: '2006', agency: 'QH11' }, '67/2006/QH11'],
    ['1679/NQ-UBTVQH15', { number: '1679', type: 'NQ', agency: 'UBTVQH15' }, '1679/NQ-UBTVQH15'],
    ['01-NQ/TU', { number: '1', type: 'NQ', agency: 'TU', isParty: true }, '1-NQ/TU'],
    [
      '19/2012/TTLT-BTC-BKH&ĐT',
      { number: '19', year: '2012', type: 'TTLT', agency: 'BTC-BKH&ĐT' },
      '19/2012/TTLT-BTC-BKH&DT',
    ],
    ['65/VBHN-VPQH', { number: '65', type: 'VBHN', agency: 'VPQH' }, '65/VBHN-VPQH'],
    ['08a/ctr-ubnd', { number: '8A', type: 'CTr', agency: 'UBND' }, '8A/CTR-UBND'],
    ['123', null, '123'],
    ['Không số', null, null],
    ['Số:      /QĐ-UBND', null, null],
    ['', null, null],
  ])('%s is read', (text, parts, key) => {
    expect(parseDocumentNumber(text)).toEqual(parts)
    expect(numberKey(text)).toBe(key)
  })

  it('has one key however it is written', () => {
    for (const text of [
      'Số: 08/CT-UBND',
      '8/CT-UBND',
      '08 / ct–ubnd',
      'Chỉ thị số 08/CT-UBND',
      'số số 08/CT-UBND',
      'O8/СТ-UBND',
      '08/CT-UBND'.normalize('NFD'),
    ]) {
      expect(numberKey(text), text).toBe('8/CT-UBND')
    }
    expect(numberKey('12/QD-UBND')).toBe(numberKey('12/QĐ-UBND'))
    expect(numberKey('12/ÐA-UBND')).toBe(numberKey('12/ĐA-UBND'))
    expect(cleanDocumentNumber('Số: 08/CT–UBND')).toBe('08/CT-UBND')
  })

  it('of a contract is not that of a guidance, of a scheme not that of a project', () => {
    expect(numberKey('3/HD-SNV')).not.toBe(numberKey('3/HĐ-SNV'))
    expect(numberKey('3/DA-SNV')).not.toBe(numberKey('3/ĐA-SNV'))
    expect(numberKey('3/QĐ-SNV')).not.toBe(numberKey('3/QyĐ-SNV'))
    expect(numberKey('01/NQ-TU')).not.toBe(numberKey('01-NQ/TU'))
  })

  it('is found by what citizens type', () => {
    const keys = numberSearchKeys('08/CT-UBND')
    for (const query of [
      '08/ct-ubnd',
      '8/CT UBND',
      '08 ct ubnd',
      'chi thi 08 ct ubnd',
      'Chỉ thị số 08/CT-UBND',
      'văn bản 8/ct-ubnd',
      '08-CT-UBND',
    ]) {
      expect(keys, query).toContain(numberQueryKey(query))
    }
    expect(numberSearchKeys('05/2025/QĐ-UBND')).toEqual(['52025qdubnd', '5qdubnd'])
    expect(numberSearchKeys('Không số')).toEqual([])
    expect(keys[0]?.startsWith(numberQueryKey('8/ct') ?? '-')).toBe(true)
    for (const query of ['đường 5', 'quyết định', '', 'chỉ thị'])
      expect(numberQueryKey(query), query).toBeNull()
  })

  it('of any length is read at once', () => {
    for (const unit of ['a', '1', '/', '-', ' ', 'số ', '1/', 'O']) {
      const text = unit.repeat(200_000 / unit.length)
      const started = performance.now()
      numberKey(text)
      numberQueryKey(text)
      expect(performance.now() - started, unit).toBeLessThan(2000)
    }
  })
})

test('there are 29 administrative types, and every abbreviation is its own', () => {
  expect(documentTypes.filter(({ group }) => group === 'administrative')).toHaveLength(29)
  expect(new Set(documentTypes.map(({ abbreviation }) => abbreviation.toUpperCase())).size).toBe(
    documentTypes.length,
  )
  expect(documentTypes.every(({ families }) => families.length > 0)).toBe(true)
  expect(documentTypeName('CT')).toBe('Chỉ thị')
  expect(documentTypeName('QyĐ'.normalize('NFD'))).toBe('Quy định')
  expect(documentTypeName('XYZ')).toBe('XYZ')
  expect(documentType('toString')).toBeNull()
})

test('both headings of a relation name this document first', () => {
  for (const [key, relation] of Object.entries(documentRelationTypes)) {
    if (key === 'related') continue
    expect(relation.heading).toMatch(/^Văn bản này /)
    expect(relation.inverseHeading).toMatch(/^Văn bản này (bị|được|là) /)
    expect(relation.inverseHeading).not.toBe(relation.heading)
  }
  expect(documentRelationType('constructor')).toBeNull()
  expect(['replaces', 'repeals', 'pauses', 'amends', 'based-on'].map(hasExtent)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})

describe('the force of a document', () => {
  const today = '2026-11-23'
  const effect = (type: string, date?: string, extent?: 'whole' | 'part'): ForceEffect => ({
    type,
    date,
    extent,
    path: `/${type}/`,
    title: type,
  })
  const force = (input: Parameters<typeof documentForce>[0]) =>
    documentForce({ issuedOn: '2011-05-11', ...input }, today)

  test.each<[string, Parameters<typeof documentForce>[0], string, string]>([
    ['stands from the day of issue', {}, 'in-force', 'Còn hiệu lực'],
    ['has not come', { effectiveFrom: '2026-11-24' }, 'not-yet', 'Chưa có hiệu lực'],
    ['begins today', { effectiveFrom: '2026-11-23' }, 'in-force', 'Còn hiệu lực'],
    ['ends tomorrow', { effectiveTo: '2026-11-24' }, 'in-force', 'Còn hiệu lực'],
    ['is gone on its day of expiry', { effectiveTo: '2026-11-23' }, 'expired', 'Hết hiệu lực toàn bộ'],
    [
      'is gone when replaced',
      { affectedBy: [effect('replaces', '2020-01-01')] },
      'expired',
      'Hết hiệu lực toàn bộ',
    ],
    [
      'is gone when replaced by an undated one',
      { affectedBy: [effect('repeals')] },
      'expired',
      'Hết hiệu lực toàn bộ',
    ],
    [
      'stands until the replacement begins',
      { affectedBy: [effect('replaces', '2027-01-01')] },
      'in-force',
      'Còn hiệu lực',
    ],
    [
      'is part gone when repealed in part',
      { affectedBy: [effect('repeals', '2020-01-01', 'part')] },
      'partly-expired',
      'Hết hiệu lực một phần',
    ],
    [
      'is part gone when amended',
      { affectedBy: [effect('amends', '2020-01-01')] },
      'partly-expired',
      'Hết hiệu lực một phần',
    ],
    ['rests while suspended', { affectedBy: [effect('pauses', '2020-01-01')] }, 'expired', 'Ngưng hiệu lực'],
    [
      'rests in part',
      { affectedBy: [effect('pauses', '2020-01-01', 'part')] },
      'partly-expired',
      'Ngưng hiệu lực một phần',
    ],
    [
      'is untouched by a citation',
      { affectedBy: [effect('refers-to', '2020-01-01'), effect('no-such-type')] },
      'in-force',
      'Còn hiệu lực',
    ],
    [
      'is gone even before it began',
      { effectiveFrom: '2027-01-01', affectedBy: [effect('repeals', '2026-01-01')] },
      'expired',
      'Hết hiệu lực toàn bộ',
    ],
  ])('%s', (_name, input, status, label) => {
    expect(force(input)).toMatchObject({ status, label })
  })

  it('says since when, until when and by what', () => {
    expect(force({})).toEqual({
      status: 'in-force',
      label: 'Còn hiệu lực',
      from: '2011-05-11',
      isFromIssue: true,
    })
    expect(
      force({
        effectiveFrom: '2011-06-01',
        affectedBy: [effect('replaces', '2020-01-01'), effect('amends', '2015-01-01')],
      }),
    ).toEqual({
      status: 'expired',
      label: 'Hết hiệu lực toàn bộ',
      from: '2011-06-01',
      to: '2020-01-01',
      by: { path: '/replaces/', title: 'replaces', verb: 'Bị thay thế bởi' },
    })
    expect(force({ affectedBy: [effect('replaces', '2027-01-01')] })).toMatchObject({ to: '2027-01-01' })
    expect(force({ effectiveTo: '2019-01-01', affectedBy: [effect('replaces', '2020-01-01')] }).to).toBe(
      '2019-01-01',
    )
    expect(documentForce({}, today)).toEqual({ status: 'unknown', label: 'Chưa xác định' })
  })

  it('does not hang on the order of what affects it', () => {
    const effects = [
      effect('amends', '2015-01-01'),
      effect('replaces', '2020-01-01'),
      effect('repeals', '2020-01-01'),
      effect('amends', '2018-01-01'),
    ]
    expect(force({ affectedBy: effects })).toEqual(force({ affectedBy: effects.toReversed() }))
  })
})
