/**
 * What changed between two contents of one item, field by field and word by word: what a reviewer reads
 * before approving. Nothing that differs is left out: a field this table does not know is compared as it is.
 */
import { canonicalContent } from '../content-hash.ts'
import { publicCollections, type PublicCollection } from '../collections.ts'
import type { RichText, UploadSnapshot } from '../content.ts'
import type { NameOf } from './blocks.ts'
import { comparedFields, type ComparedField } from './compared-fields.ts'
import { compareRichText, type RichTextChange } from './rich-text.ts'
import { compareUploads, type FilesChange } from './uploads.ts'
import { compareWords, newBudget, type Budget, type Run } from './words.ts'

export type EntryChange = { kind: 'added' | 'removed'; text: string }

export type FieldChange = { field: string } & (
  | { kind: 'words'; runs: Run[] }
  | ({ kind: 'rich-text' } & RichTextChange)
  | ({ kind: 'uploads' } & FilesChange)
  | { kind: 'entries'; entries: EntryChange[]; isReordered: boolean }
)

export type Comparison = {
  changes: FieldChange[]
  /** Names of fields that both have and that are the same. */
  unchanged: string[]
}

type Content = Readonly<Record<string, unknown>>
type Options = { nameOf: NameOf; budget: Budget }

/**
 * `before` empty: everything is new. @param nameOf says what an item (`agencies/5f0c…`) is called. @param budget is
 * what aligning may cost; beyond it texts are told as a whole.
 */
export function compareContents(
  collection: PublicCollection,
  before: Content,
  after: Content,
  nameOf: NameOf,
  budget: Budget = newBudget(),
): Comparison {
  const table: Readonly<Record<string, ComparedField>> = comparedFields[collection]
  const known = Object.keys(table)
  const strange = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !known.includes(field),
  )
  const present = [...known, ...strange].filter((field) => field in before || field in after)
  const isSame = (field: string) => canonicalContent(before[field]) === canonicalContent(after[field])
  const options = { nameOf, budget }
  return {
    changes: present
      .filter((field) => !isSame(field))
      .map((field) => compareField(field, table[field] ?? asIs, [before[field], after[field]], options)),
    unchanged: present.filter(isSame),
  }
}

const asIs: ComparedField = { kind: 'value', say: canonicalContent }

function compareField(
  field: string,
  compared: ComparedField,
  [before, after]: [unknown, unknown],
  options: Options,
): FieldChange {
  switch (compared.kind) {
    case 'words':
      return { field, kind: 'words', runs: compareWords(textOf(before), textOf(after), options.budget) }
    case 'value':
      return { field, kind: 'words', runs: asWhole(before, after, compared.say) }
    case 'rich-text':
      return {
        field,
        kind: 'rich-text',
        ...compareRichText(before as RichText | undefined, after as RichText | undefined, options),
      }
    case 'uploads':
      return { field, kind: 'uploads', ...compareUploads(uploadsOf(before), uploadsOf(after)) }
    case 'entries':
      return { field, kind: 'entries', ...compareEntries(listOf(before), listOf(after), say) }
  }
  function say(entry: unknown): string {
    return compared.kind === 'entries' ? compared.say(entry, options.nameOf) : ''
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value]

const uploadsOf = (value: unknown): UploadSnapshot[] => listOf(value) as UploadSnapshot[]

const asWhole = (before: unknown, after: unknown, say: (value: unknown) => string): Run[] => [
  ...(before === undefined ? [] : [{ kind: 'removed' as const, text: say(before) }]),
  ...(after === undefined ? [] : [{ kind: 'added' as const, text: say(after) }]),
]

/** Entries are the same by what they hold, not by how they read: two items may bear one name. */
function compareEntries(before: unknown[], after: unknown[], say: (entry: unknown) => string) {
  const [old, now] = [before.map(canonicalContent), after.map(canonicalContent)]
  const only = (kind: EntryChange['kind'], entries: unknown[], own: string[], others: string[]) =>
    entries.flatMap((entry, index) => (others.includes(own[index] ?? '') ? [] : [{ kind, text: say(entry) }]))
  const kept = (own: string[], others: string[]) => own.filter((key) => others.includes(key)).join('\n')
  return {
    entries: [...only('removed', before, old, now), ...only('added', after, now, old)],
    isReordered: kept(old, now) !== kept(now, old),
  }
}

const reference = new RegExp(`^(?:${publicCollections.join('|')})/[\\w-]+$`)

/** The items that a content names, links in its texts included: whose names a comparison will ask for. */
export function refsIn(content: unknown): string[] {
  const found = new Set<string>()
  const waiting: [key: string, value: unknown][] = [['', content]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [key, part] = next
    if (typeof part === 'string' && key !== 'text' && reference.test(part)) found.add(part)
    if (typeof part === 'object' && part !== null) waiting.push(...Object.entries(part))
  }
  return [...found]
}
