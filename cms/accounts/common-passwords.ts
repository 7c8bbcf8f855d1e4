/** The bundled lists of what people choose: 49 000 worldwide (npm `@zxcvbn-ts/language-common`) and our own words. */
import { dictionary } from '@zxcvbn-ts/language-common'
import { commonVietnameseWords } from '#domain/accounts/common-words.ts'
import { fold } from '#domain/fold.ts'

/** Shorter pieces are syllables, found in any passphrase. */
const shortestWord = 3

const worldwide = new Set(
  (dictionary['passwords-common'] as readonly string[]).map((word) => fold(word).replace(/[^a-z0-9]/g, '')),
)

export const isCommonPassword = (word: string): boolean =>
  word.length >= shortestWord && (commonVietnameseWords.has(word) || worldwide.has(word))
