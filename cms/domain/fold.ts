/**
 * Two readings of one Vietnamese text (reference/domain 8.3): `exact` keeps the tone marks, `fold` does not.
 * Search, slugs and number keys all go through here, so that a word folds the same way everywhere.
 */

/** Combining marks of Vietnamese (and the rest of the Latin ones) once NFD has taken them off their letters. */
const marks = /[\u0300-\u036f]/g

/** `Đ` is a letter, not D with a mark: NFD leaves it whole. Old files also write it as Eth (Ð ð) or African D (Ɖ ɖ). */
const strokedD = /[đĐðÐɖƉ]/g

/** NFC, the one form in which anything is stored, hashed or compared. */
export const toNfc = (text: string): string => text.normalize('NFC')

/** Lower case with tone marks: `Đường` → `đường`. */
export const exact = (text: string): string => toNfc(text).toLowerCase()

/** Lower case without any mark: `Điều`, `điều` in NFD and `dieu` all give `dieu`; `hòa` and `hoà` give `hoa`. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(marks, '').replace(strokedD, 'd').toLowerCase()
