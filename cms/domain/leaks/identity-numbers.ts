/**
 * Numbers of identity papers: căn cước (12 digits: province, century and sex, year, six digits; Thông tư
 * 59/2021/TT-BCA Điều 4, NĐ 137/2015/NĐ-CP), and the nine digits of the old CMND only beside a telling word.
 */
import { type Hit, mask } from './finding.ts'

/** Codes of provinces as they were numbered before the mergers of 2025; papers keep the code they were given. */
const provinces = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
)

const telling =
  /(?:CCCD|CMND|CMTND|CMT|GCMND|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)|(?:số |mã )?định danh cá nhân|can cuoc|chung minh nhan dan)[^\d\n]{0,30}$/iu
const account = /(?<!\p{L})(?:STK|TK|t[àa]i kho[ảa]n)(?!\p{L})[^\d\n]{0,30}$/iu
const twelve =
  /(?<!\d)(?<!\d[.,])(?:\d{3}([ .-]?)\d{3}\1\d{3}\1\d{3}|\d{4}([ .-])\d{4}\2\d{4})(?!\d)(?![.,]\d)/gu
const nine = /(?<!\d)(?<!\d[.,])\d{3}([ .]?)\d{3}\1\d{3}(?!\d)(?![.,]\d)/gu

export function identityNumbers(text: string): Hit[] {
  const found = [...text.matchAll(twelve)].filter(
    ({ 0: given, index }) =>
      telling.test(before(text, index)) ||
      (isCitizenNumber(digitsOf(given)) && !account.test(before(text, index))),
  )
  const old = [...text.matchAll(nine)].filter(({ index }) => telling.test(before(text, index)))
  return [...found, ...old].map(({ 0: given }) => {
    const value = digitsOf(given)
    return { kind: 'identity-number', severity: 'decide', value, excerpt: mask(value), place: '' }
  })
}

/** A real province, a century and sex that occur (0-3: born 1900-2099). */
export const isCitizenNumber = (digits: string): boolean =>
  /^\d{3}[0-3]\d{8}$/.test(digits) && provinces.has(digits.slice(0, 3)) && !/^(\d)\1+$/.test(digits)

const digitsOf = (text: string): string => text.replace(/\D/g, '')
const before = (text: string, index: number): string => text.slice(Math.max(0, index - 60), index)
