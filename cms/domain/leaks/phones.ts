/**
 * Telephone numbers of people: mobile numbers of Vietnam, with the prefixes of today and the eleven digits of
 * before 2018. Landlines belong to offices and are passed; so is a number announced as a hot line.
 */
import { type Hit, mask } from './finding.ts'

const today = /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])\d{7}$/
const before2018 = /^01(?:2[0-9]|6[2-9]|8[68]|99)\d{7}$/

const candidate = /(?<!\d)(?<!\d[.,])(?:\(?\+?84\)?|\(?0)(?:[ .()-]{0,2}\d){8,10}(?!\d)(?![.,]\d)/gu
/** “033 3835 000”: an area code of before 2017 and a number that begins with 3, as landlines did. */
const landline = /^\(?0\d{2}\)?[ .-]+3\d{3}[ .]?\d{3}$/u
const hotLine = /(?:đường dây nóng|hotline|tổng đài|trực ban|điện thoại cơ quan|duong day nong)[^\n]{0,40}$/iu

export function phones(text: string): Hit[] {
  return [...text.matchAll(candidate)].flatMap(({ 0: given, index }) => {
    const value = nationalDigits(given)
    if (!today.test(value) && !before2018.test(value)) return []
    if (landline.test(given)) return []
    if (hotLine.test(text.slice(Math.max(0, index - 60), index))) return []
    return [{ kind: 'phone', severity: 'decide', value, excerpt: mask(value), place: '' } as const]
  })
}

/** `+84 912 345 678` → `0912345678`. */
export const nationalDigits = (text: string): string => {
  const digits = text.replace(/\D/g, '')
  return /^\s*\(?\+?84/.test(text) && digits.length > 10 ? `0${digits.slice(2).replace(/^0/, '')}` : digits
}
