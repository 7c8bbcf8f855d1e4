/**
 * What an item may be found by: the words of its title, its text and its number, each as typed
 * (`exact`, tone marks kept) and folded. Pure; see reference/domain 8.3.
 */
import type { AddressedCollection } from '#domain/collections.ts'
import type {
  AgencyContent,
  ContentOf,
  DocumentContent,
  NewsContent,
  PublicContent,
  TopicContent,
} from '#domain/content.ts'
import { numberSearchKeys } from '#domain/document-number.ts'
import { documentTypeName } from '#domain/document-types.ts'
import { exact, fold } from '#domain/fold.ts'
import { plainText } from '#domain/rich-text.ts'

export type SearchDocument = {
  exact_title: string
  folded_title: string
  exact_text: string
  folded_text: string
  number_keys: string
}

/** `names` are the names of related items by which readers look for this one: its agency, issuer, topics. */
export function searchDocument<C extends AddressedCollection>(
  collection: C,
  content: ContentOf[C],
  names: string[] = [],
): SearchDocument {
  const title = searchTitle(collection, content)
  const text = [searchText(collection, content), ...names].filter(Boolean).join('\n')
  return {
    exact_title: exact(title),
    folded_title: fold(title),
    exact_text: exact(text),
    folded_text: fold(text),
    number_keys: collection === 'documents' ? documentNumberKeys(content as DocumentContent) : '',
  }
}

/** The line readers know the item by: `Chỉ thị 08/CT-UBND: Về việc …`, the trích yếu as it was signed. */
export function searchTitle(collection: AddressedCollection, content: PublicContent): string {
  if (collection === 'news') return (content as NewsContent).title
  if (collection === 'documents') {
    const { type, number, abstract } = content as DocumentContent
    return `${[documentTypeName(type), number].filter(Boolean).join(' ')}: ${abstract}`
  }
  const { name, shortName } = content as AgencyContent
  return [name, shortName].filter(Boolean).join(' ')
}

/** The text below the title, as written: also what snippets are cut from. */
export function searchText(collection: AddressedCollection, content: PublicContent): string {
  const lines = textLines[collection](content as never)
  return lines.filter(Boolean).join('\n').normalize('NFC')
}

const textLines: { [C in AddressedCollection]: (content: ContentOf[C]) => (string | undefined)[] } = {
  news: ({ lead, body, author, source, attachments = [] }: NewsContent) => [
    lead,
    plainText(body),
    author,
    source,
    ...attachments.map((file) => file.title),
  ],
  documents: ({ body, signer, files = [] }: DocumentContent) => [
    plainText(body),
    signer,
    ...files.map((file) => file.title),
  ],
  agencies: ({ summary, body, formerNames = [], address, phone, email }: AgencyContent) => [
    summary,
    plainText(body),
    ...formerNames.map(({ name, shortName }) => [name, shortName].filter(Boolean).join(' ')),
    address,
    phone,
    email,
  ],
  topics: ({ summary }: TopicContent) => [summary],
}

/**
 * Numbers without leading zeros, with and without the type in words: `08/CT-UBND` is indexed as
 * `chi thi 8 ct ubnd`, `ct 8`, so that "chi thi 08", "8 ct ubnd" and "CT-08" are phrases of it.
 */
function documentNumberKeys({ number, type }: DocumentContent): string {
  if (!number) return ''
  const short = normalNumberWords(number)
  const first = /\d+/.exec(short)?.[0] ?? ''
  const keys = [`${fold(documentTypeName(type))} ${short}`, `${fold(type)} ${first}`]
  return [...keys, ...numberSearchKeys(number)].join(' | ')
}

/** Words of a number as indexed and as asked: folded, split at every sign, no leading zeros. */
export const normalNumberWords = (number: string): string =>
  (fold(number).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/^0+(?=\d)/, '')).join(' ')
