/**
 * Keys that order lists by plain byte comparison. News and documents are read in descending order
 * (newest first), agencies and topics in ascending order (ranks, then the Vietnamese alphabet).
 */
import { agencyKindOrder } from '#domain/agency-kinds.ts'
import type { PublicCollection } from '#domain/collections.ts'
import type {
  AgencyContent,
  ContentOf,
  DocumentContent,
  SettingsContent,
  TopicContent,
} from '#domain/content.ts'

/** Sort key of an item in every list it stands in. `publicDate` is ISO 8601 UTC. */
export function sortKey<C extends PublicCollection>(
  collection: C,
  content: ContentOf[C],
  publicDate: string,
): string {
  switch (collection) {
    case 'news':
      return publicDate
    case 'documents':
      return documentKey(content as DocumentContent)
    case 'agencies': {
      const agency = content as AgencyContent
      return `${String(agencyKindOrder(agency.kind)).padStart(2, '0')} ${vietnameseKey(agency.name)}`
    }
    case 'settings':
      return (content as SettingsContent).slug
    default:
      return vietnameseKey((content as TopicContent).name)
  }
}

/** `2011-05-11 00000008 …`: day of issue, then the number as a number, then its letters. */
function documentKey({ issuedOn, number = '' }: DocumentContent): string {
  const [, digits = '', rest = number] = /^\D*(\d+)(.*)$/s.exec(number) ?? []
  return `${issuedOn} ${digits.replace(/^0+/, '').padStart(8, '0')} ${vietnameseKey(rest)}`.trimEnd()
}

const letters = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz']
const letterCode = new Map(letters.map((letter, index) => [letter, String.fromCharCode(0x41 + index)]))
/** ngang 0, huyền 1, hỏi 2, ngã 3, sắc 4, nặng 5 */
const toneCode: Record<string, string> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
}

/**
 * Order of the Vietnamese alphabet as ASCII text: syllable by syllable, letters first, tones only to
 * break ties, numbers by value (reference/domain 8.1). `An < Ăn < Ân < Đầm Hà < Đông Triều`.
 */
export function vietnameseKey(text: string): string {
  const syllables =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\d+/gu) ?? []
  return syllables
    .map((syllable) => (/^\d/.test(syllable) ? numberKey(syllable) : syllableKey(syllable)))
    .join(' ')
}

const numberKey = (digits: string): string => digits.replace(/^0+/, '').padStart(12, '0')

function syllableKey(syllable: string): string {
  let tone = '0'
  let word = ''
  for (const mark of syllable.normalize('NFD')) {
    if (mark in toneCode) tone = toneCode[mark] ?? tone
    else word += mark
  }
  const codes = [...word.normalize('NFC')].map((letter) => letterCode.get(letter) ?? '~')
  return codes.join('') + tone
}
