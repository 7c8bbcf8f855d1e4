/**
 * Which passwords an account may have (ASVS 5.0, 6.2): long, and not what anybody would try first. No rules
 * about kinds of characters, no expiry.
 */
import { fold } from '../fold.ts'

export const shortestPassword = 12
export const longestPassword = 200

export type PasswordContext = {
  /** Folded, lower case, letters only: words that people choose where asked for a password. */
  isCommon: (word: string) => boolean
  /** The account's own words: name, address. Any script and case. */
  own?: readonly string[]
}

/** `null` when the password will do, else one Vietnamese sentence that says why not and what would. */
export function passwordProblem(password: string, { isCommon, own = [] }: PasswordContext): string | null {
  const given = password.normalize('NFC')
  const length = [...given].length
  if (length < shortestPassword) return `Mật khẩu cần ít nhất ${shortestPassword} ký tự.`
  if (length > longestPassword) return `Mật khẩu dài nhất là ${longestPassword} ký tự.`
  const plain = fold(given).replace(/[^a-z0-9]/g, '')
  const letters = plain.replace(/[0-9]/g, '')
  const ownWords = new Set(own.flatMap(wordsOf))
  const isKnown = (word: string) => isCommon(word) || ownWords.has(word)
  if (isCommon(plain) || isPattern(plain) || isPattern(fold(given)))
    return 'Mật khẩu này quá dễ đoán (dãy lặp lại, dãy liền nhau hoặc đã có trong danh sách hay dùng). Hãy ghép vài từ không liên quan với nhau.'
  if (letters !== '' && isMadeOf(letters, isKnown))
    return 'Mật khẩu chỉ gồm từ hay dùng, tên của bạn hoặc tên cơ quan, địa phương thêm số. Hãy ghép vài từ không liên quan với nhau.'
  return null
}

/** The whole name and address, and each of their words that is long enough to mean something. */
const wordsOf = (text: string): string[] => {
  const parts = fold(text)
    .split(/[^a-z]+/)
    .filter((part) => part.length >= 3)
  const all = fold(text).replace(/[^a-z]/g, '')
  return [...parts, ...(all ? [all] : [])]
}

/** One known word, or two of them side by side. More words are a passphrase. */
const isMadeOf = (letters: string, isKnown: (word: string) => boolean): boolean =>
  isKnown(letters) ||
  Array.from({ length: letters.length - 1 }, (_, at) => at + 1).some(
    (at) => isKnown(letters.slice(0, at)) && isKnown(letters.slice(at)),
  )

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** A short piece over and over (`abcabcabcabc`), few different characters, or runs along the alphabet or keyboard. */
function isPattern(text: string): boolean {
  if (text.length < shortestPassword) return false
  return new Set(text).size <= 3 || /^(.{1,6})\1+.{0,5}$/.test(text) || runs(text) <= 3
}

/** How many unbroken runs the text falls into; a text of chance has nearly as many as characters. */
function runs(text: string): number {
  let count = 1
  for (let index = 1; index < text.length; index += 1) {
    const pair = text.slice(index - 1, index + 1)
    const back = [...pair].reverse().join('')
    const isRun = pair[0] === pair[1] || rows.some((row) => row.includes(pair) || row.includes(back))
    if (!isRun) count += 1
  }
  return count
}
