/**
 * Secrecy stamps: TUYỆT MẬT, TỐI MẬT, MẬT (Luật Bảo vệ bí mật nhà nước). A stamp stands in a line or a box of its
 * own, or is set off at an edge of a line; the same words inside a sentence are words (“bảo mật”, “mật độ”).
 */
import { toNfc } from '../fold.ts'
import type { Hit } from './finding.ts'

/** `legacy`: as the bytes of TCVN3 and VNI fonts read when nobody converted them. */
const stamps = [
  { name: 'TUYỆT MẬT', plain: 'TUYETMAT', legacy: /^(?:tuyÖtmËt|TUYÖTMËT|TUYEÄTMAÄT)$/ },
  { name: 'TỐI MẬT', plain: 'TOIMAT', legacy: /^(?:tèimËt|TèIMËT|TOÁIMAÄT)$/ },
  { name: 'MẬT', plain: 'MAT', legacy: /^(?:mËt|MËT|MAÄT)$/ },
] as const

/** “Độ mật: …” makes whatever follows a stamp, also in small letters and without tone marks. */
const label = /^(?:(?:dấu(?: chỉ)?|mức) )?độ (?:bảo )?mật\s*[:：-]?\s*|^do mat\s*[:：-]\s*/iu
const edge = '[\\s.,;:*_=~·•|/\\\\()\\[\\]{}<>–—-]'
const around = new RegExp(`^${edge}+|${edge}+$`, 'gu')
const spaces = /[\s.·_-]+/gu

/** Words that a narrow column parts from “MẬT”: MẬT / ĐỘ DÂN SỐ, BẢO / MẬT. */
const goesOn = /^(?:ĐỘ|ONG|MÃ|KHẨU|THƯ|VỤ|DANH|HIỆU|NGỮ|THIẾT|THÁM|MÍA|GẤU|NGHỊ|LỆNH|BÁO|ƯỚC)(?!\p{L})/u
const leadsTo = /(?<!\p{L})(?:BẢO|BÍ|CƠ|CHI|THÂN|CẨN|RẬM|NGỌT|DẤU|ĐỘ|KÍN|HOẠT|NỒNG)$/u

/** Cheap: whether a text can hold a stamp at all. */
export const mayHoldStamp = (text: string): boolean =>
  /[mM][\s._-]*(?:[aA]|[ậẬâÂạẠ]|[ëË])[\s._-]*[\u0300-\u036fÄä]*[\s._-]*[tT]/.test(text)

/**
 * Boxes of a text, in reading order: lines, and what wide gaps part within a line. A line that is parted stands
 * before its parts, since a stamp may be spaced as widely as columns are.
 */
const boxesOf = (text: string): string[] =>
  text.split(/\r?\n|\f|\v/u).flatMap((line) => {
    const boxes = line.split(/\t| {3,}|\|/u)
    return boxes.length > 1 ? [line, ...boxes] : boxes
  })

/** Every stamp once. */
export function secrecyStamps(text: string): Hit[] {
  if (!mayHoldStamp(text)) return []
  const boxes = boxesOf(text).map(tidy).filter(Boolean)
  const found = boxes.flatMap(
    (box, index) => stampOf(box, boxes[index - 1] ?? '', boxes[index + 1] ?? '') ?? [],
  )
  return [...new Set(found)].map((name) => ({
    kind: 'secrecy-stamp',
    severity: 'refuse',
    value: name,
    excerpt: name,
    place: '',
  }))
}

/** Extraction from files parts a letter from its marks, and puts invisible characters between letters. */
const tidy = (box: string): string =>
  toNfc(box.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '').replace(/\s+(?=[\u0300-\u036f])/gu, '')).trim()

function stampOf(box: string, before: string, after: string): string | null {
  const named = box.replace(label, '')
  const isLabelled = named !== box
  const bare = named.replace(around, '')
  if (bare === '' || bare.length > 40) return setOff(box)
  const letters = bare.replace(spaces, '')
  if (isLabelled) return stamps.find((stamp) => isMarked(letters.toUpperCase(), stamp, true))?.name ?? null
  const legacy = stamps.find((candidate) => candidate.legacy.test(letters))
  if (legacy) return legacy.name
  if (letters !== letters.toUpperCase()) return setOff(box)
  const stamp = stamps.find((candidate) => isMarked(letters, candidate, false))
  if (!stamp) return setOff(box)
  return stamp.name === 'MẬT' && (goesOn.test(after) || leadsTo.test(before)) ? null : stamp.name
}

/** Same letters, and no mark that the stamp does not have: TÔI MẤT and MẮT are other words. */
function isMarked(letters: string, stamp: (typeof stamps)[number], isBareEnough: boolean): boolean {
  const given = letters.normalize('NFD')
  if (given.replace(/[\u0300-\u036f]/gu, '') !== stamp.plain) return false
  if (stamp.name === 'MẬT' && !isBareEnough && !letters.includes('Â') && !letters.includes('Ậ')) return false
  const right = stamp.name.replace(' ', '').normalize('NFD')
  return isSubsequence(given, right)
}

function isSubsequence(part: string, whole: string): boolean {
  let from = 0
  for (const letter of part) {
    const at = whole.indexOf(letter, from)
    if (at < 0) return false
    from = at + 1
  }
  return true
}

/** “TUYỆT MẬT – Kế hoạch …”, “Kế hoạch … (MẬT)”: set off at an edge of a line that is not all capitals. */
function setOff(box: string): string | null {
  if (box === box.toUpperCase()) return null
  const bracketed =
    /^[([]\s*(TUYỆT MẬT|TỐI MẬT|MẬT)\s*[)\]]|[([]\s*(TUYỆT MẬT|TỐI MẬT|MẬT)\s*[)\]][.;]?$/u.exec(box)
  const dashed = /^(TUYỆT MẬT|TỐI MẬT|MẬT)\s*(?:[:–—]|\s-\s)|(?:[–—]|\s-)\s*(TUYỆT MẬT|TỐI MẬT)[.;]?$/u.exec(
    box,
  )
  return (bracketed ?? dashed)?.slice(1).find(Boolean) ?? null
}
