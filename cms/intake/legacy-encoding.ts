/**
 * Texts that are valid UTF-8 and yet unreadable, because an older program took the bytes of a Vietnamese font
 * code for Latin letters (reference/domain 8.5): `B¶o Th¾ng`, `chaøo caùc baïn`, `QuyÃªn`.
 */
export type LegacyEncoding = 'TCVN3' | 'VNI' | 'UTF-8 đọc nhầm'

/**
 * Signs that stand for marked letters in TCVN3; next to a letter they never occur in proper Vietnamese
 * (« and » do, as quotation marks, and are left out).
 */
const tcvn3 = /\p{L}[¸µ¶·¹®©ª¬¨¾¼½]|[®©ª¬¨¾¼½]\p{Ll}/gu
/** VNI writes the mark as a letter of its own after the vowel; ø û ï å ä ë ö are no Vietnamese letters. */
const vni = /[aeiouyêôơư][øûïåäëö]/gi
/** Two or three bytes of a UTF-8 letter, each read as Windows-1252. */
const misreadUtf8 = /Ã[\u0080-\u00bf]|áº[\u0080-\u00bf\u2018-\u203a]|á»|Æ[°¡]|Ä[‘\u0090\u0091ƒ‚]/g

/** The suspected encoding, or `null`. A few stray signs are not enough: three, and one letter in fifty. */
export function legacyEncoding(text: string): LegacyEncoding | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const isFrequent = (pattern: RegExp): boolean => {
    const hits = text.match(pattern)?.length ?? 0
    return hits >= 3 && hits * 50 >= letters
  }
  if (isFrequent(misreadUtf8)) return 'UTF-8 đọc nhầm'
  if (isFrequent(tcvn3)) return 'TCVN3'
  return isFrequent(vni) ? 'VNI' : null
}
