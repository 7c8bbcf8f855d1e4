/**
 * Số, ký hiệu of a document (reference/domain 6.2): read its parts, and make keys that find it again.
 * The display form is never changed; a document is unique by issuer + `numberKey` + year of issue
 * (NĐ 30/2020 Điều 15). Patterns: `08/CT-UBND`, `05/2025/QĐ-UBND`, `3954/UBND-VX` (công văn),
 * `67/2006/QH11`, `1679/NQ-UBTVQH15`, `01-NQ/TU` (Party), `19/2012/TTLT-BTC-BTTTT` (joint), `65/VBHN-VPQH`.
 */
import { documentTypes } from './document-types.ts'
import { fold } from './fold.ts'

export type DocumentNumber = {
  /** Without leading zeros, with its letter if it has one: `8`, `8A`. */
  number: string
  /** Only where the number itself holds one: `05/2025/QĐ-UBND`. */
  year?: string
  /** Abbreviation as in `document-types.ts`; absent for công văn and laws. */
  type?: string
  /** `UBND`; several joined by `-` for joint documents; `QH11`. */
  agency?: string
  /** Drafting unit of a công văn: `VX`. */
  unit?: string
  /** Party documents put the dash first: `01-NQ/TU`. */
  isParty?: true
}

/**
 * The number without the noise of extraction: NFC, one kind of dash and slash, no spaces around them, no
 * `Số:` or `Luật số` before it, Latin letters for Cyrillic look-alikes, zeros for the letter O in the first
 * number. Letter case stays. Empty when nothing is left.
 */
export function cleanDocumentNumber(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‐‑‒–—―−﹣－]/g, '-')
    .replace(/[∕⁄／]/g, '/')
    .replace(/[ÐƉ]/g, 'Đ')
    .replace(/[АВЕКМНОРСТХУІ]/g, (letter) => lookAlikes[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .replace(/ ?([-/]) ?/g, '$1')
    .replace(/^\P{N}*(?<!\p{L})số ?[:.]? ?(?=[\doO])/iu, '')
    .trim()
    .replace(/^(?=[oO]*\d)[\doO]+(?=[-/])/, (digits) => digits.replace(/o/gi, '0'))
}

/** The parts, or `null` when the text is no number of a document (`Không số`, `Số: /QĐ-UBND`). */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const cleaned = cleanDocumentNumber(text)
  return parseParty(cleaned) ?? parseState(cleaned)
}

/**
 * Key that two writings of one number share: `Số: 08/CT–UBND` and `8/ct-ubnd` give `8/CT-UBND`. In the type
 * Đ and D stay apart (HD and HĐ are different types); elsewhere Đ is D. `null` when there is no number.
 */
export function numberKey(text: string): string | null {
  const parsed = parseDocumentNumber(text)
  if (!parsed) {
    const cleaned = cleanDocumentNumber(text)
    return /\d/.test(cleaned) ? withoutStroke(cleaned.toUpperCase()) : null
  }
  const { number, year, type, agency, unit, isParty } = parsed
  if (isParty) return `${number}-${type?.toUpperCase()}/${withoutStroke(agency ?? '')}`
  const symbol = [type?.toUpperCase(), agency && withoutStroke(agency), unit && withoutStroke(unit)].filter(
    Boolean,
  )
  return [number, year, symbol.join('-')].filter(Boolean).join('/')
}

/**
 * Single words to index beside a document so that any usual writing finds it: `08/CT-UBND` → `8ctubnd`;
 * `05/2025/QĐ-UBND` also without its year. Compare with `numberQueryKey`, whole or as a prefix.
 */
export function numberSearchKeys(text: string): string[] {
  const key = numberKey(text)
  if (key === null) return []
  const withoutYear = key.replace(/^([0-9A-Z]+)\/\d{4}\//, '$1/')
  return [...new Set([compact(key), compact(withoutYear)])]
}

/**
 * What a citizen typed, as one search key: `08/ct-ubnd`, `8/CT UBND`, `chỉ thị 08 ct ubnd` → `8ctubnd`.
 * `null` when the words do not start with a number (after the name of a type, `số` or `văn bản`).
 */
export function numberQueryKey(query: string): string | null {
  const words = fold(query)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const rest = words.replace(leadingWords, '')
  if (!/^0*\d+[a-z]?(?: |$)/.test(rest)) return null
  return compact(rest)
}

const lookAlikes: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  І: 'I',
}

const upperTypes = new Map(
  documentTypes.map(({ abbreviation }) => [abbreviation.toUpperCase(), abbreviation]),
)
/** Joint documents outside the list of types: kế hoạch phối hợp, nghị quyết liên tịch and the like. */
const jointTypes = new Set(['TTLT', 'NQLT', 'KHPH', 'KHLT', 'CTPH', 'QCPH', 'HDLT'])

const typeNames = [...new Set(documentTypes.map(({ name }) => fold(name)))].sort(
  (a, b) => b.length - a.length,
)
const leadingWords = new RegExp(`^(?:(?:${typeNames.join('|')}|van ban|so) )+`)

const withoutStroke = (text: string): string => text.replace(/Đ/g, 'D')

const compact = (key: string): string =>
  fold(key)
    .replace(/[^a-z0-9]/g, '')
    .replace(/^0+(?=\d)/, '')

function parseParty(cleaned: string): DocumentNumber | null {
  const match = /^(\d+\p{L}?)-(\p{L}+)\/(\p{L}[\p{L}\d&.-]*)$/u.exec(cleaned)
  if (!match) return null
  const type = knownType(match[2] ?? '')
  if (!type) return null
  return { number: plainNumber(match[1]), type, agency: (match[3] ?? '').toUpperCase(), isParty: true }
}

function parseState(cleaned: string): DocumentNumber | null {
  const match = /^(\d+\p{L}?)(?:\/(\d{4}))?\/(\p{L}.*)$/u.exec(cleaned)
  if (!match) return null
  const [, head, year, tail = ''] = match
  const parts = tail.split(/[-/ ]/).filter(Boolean)
  const type = parts.length > 1 ? knownType(parts[0] ?? '') : undefined
  const [agency = '', ...units] = (type ? parts.slice(1) : parts).map((part) => part.toUpperCase())
  const isJoint = type !== undefined && jointTypes.has(type)
  return {
    number: plainNumber(head),
    ...(year ? { year } : {}),
    ...(type ? { type } : {}),
    agency: isJoint ? [agency, ...units].join('-') : agency,
    ...(units.length > 0 && !isJoint ? { unit: units.join('-') } : {}),
  }
}

/**
 * The abbreviation in its proper letters. `QD` can only be QĐ and is put right; `HD` and `DA` are types of
 * their own and stay.
 */
function knownType(text: string): string | undefined {
  const upper = text.toUpperCase()
  if (jointTypes.has(upper)) return upper
  const exactly = upperTypes.get(upper)
  if (exactly && exactly !== 'CV' && exactly !== 'ThC' && exactly !== 'Luật') return exactly
  const alike = [...upperTypes].filter(([candidate]) => withoutStroke(candidate) === upper)
  return alike.length === 1 && alike[0] && alike[0][0] !== upper ? alike[0][1] : undefined
}

const plainNumber = (digits = ''): string => digits.replace(/^0+(?=\d)/, '').toUpperCase()
