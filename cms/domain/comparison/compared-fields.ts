/** How each field of a content is compared, in the order in which reviewers read them. */
import type { AddressedCollection, PublicCollection } from '../collections.ts'
import type { ContentOf, DocumentFamily, DocumentRelation, FormerName } from '../content.ts'
import { agencyKindName } from '../agency-kinds.ts'
import { formatDay, formatMoment, isDay, isMoment } from '../dates.ts'
import { documentRelationType } from '../document-relations.ts'
import { documentFamilyNames, documentTypeName } from '../document-types.ts'
import { sections } from '../sections.ts'
import { isSettingsKind, settingsParts, type LinkColumn, type SiteLink } from '../site-settings.ts'
import type { NameOf } from './blocks.ts'

/**
 * `words`: word by word · `value`: as a whole, in the words of `say` · `rich-text` · `uploads`: one file or
 * several · `entries`: one value or several, each as a whole, in the words of `say`.
 */
export type ComparedField =
  | { kind: 'words' | 'rich-text' | 'uploads' }
  | { kind: 'value'; say: (value: unknown) => string }
  | { kind: 'entries'; say: (entry: unknown, nameOf: NameOf) => string }

const words = { kind: 'words' } as const
const richText = { kind: 'rich-text' } as const
const uploads = { kind: 'uploads' } as const
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
const value = (say: (value: string) => string = text): ComparedField => ({
  kind: 'value',
  say: (given) => say(text(given)),
})
const day = value((given) => (isDay(given) ? formatDay(given) : given))
const moment = value((given) => (isMoment(given) ? formatMoment(given) : given))
const items: ComparedField = { kind: 'entries', say: (ref, nameOf) => nameOf(text(ref)) }

const links: ComparedField = { kind: 'entries', say: sayLink }

const shared = {
  slug: value(),
  language: value((language) => (language === 'en' ? 'English' : 'Tiếng Việt')),
  translationOf: items,
}

type KeyOf<Content> = Content extends unknown ? keyof Content : never

/** Settings of one kind have fields that another has not: all of them are compared. They are in one language. */
type FieldOf<C extends PublicCollection> = C extends AddressedCollection
  ? KeyOf<ContentOf[C]>
  : Exclude<KeyOf<ContentOf[C]>, 'translationOf'>

export const comparedFields: {
  readonly [C in PublicCollection]: Readonly<Record<FieldOf<C>, ComparedField>>
} = {
  news: {
    title: words,
    lead: words,
    body: richText,
    image: uploads,
    attachments: uploads,
    agency: items,
    topics: items,
    source: words,
    author: words,
    originallyPublishedAt: moment,
    aboutDocuments: items,
    ...shared,
  },
  documents: {
    family: value((family) => documentFamilyNames[family as DocumentFamily] ?? family),
    type: value(documentTypeName),
    number: value(),
    issuer: items,
    issuedOn: day,
    abstract: words,
    place: words,
    signer: words,
    signerCapacity: words,
    effectiveFrom: day,
    effectiveTo: day,
    fields: items,
    files: uploads,
    body: richText,
    relations: { kind: 'entries', say: sayRelation },
    ...shared,
  },
  agencies: {
    name: words,
    shortName: words,
    kind: value(agencyKindName),
    parent: items,
    validFrom: day,
    validTo: day,
    successor: items,
    formerNames: { kind: 'entries', say: sayFormerName },
    summary: words,
    body: richText,
    address: words,
    phone: value(),
    email: value(),
    ...shared,
  },
  topics: { name: words, summary: words, ...shared },
  settings: {
    kind: value((kind) => (isSettingsKind(kind) ? settingsParts[kind].name : kind)),
    menu: links,
    introduction: words,
    tasks: links,
    owner: words,
    responsible: words,
    address: words,
    phone: value(),
    email: value(),
    columns: { kind: 'entries', say: sayColumn },
    legalLine: words,
    slug: shared.slug,
    language: shared.language,
  },
}

/** `Văn bản mới → /van-ban/` */
function sayLink(entry: unknown, nameOf: NameOf): string {
  const { title, section, item, address } = entry as SiteLink
  const target = section ? sections[section].title : item ? nameOf(item) : (address ?? '')
  return title ? `${title} → ${target}` : target
}

/** `Tra cứu: Tìm kiếm → /tim-kiem/; Văn bản` */
function sayColumn(entry: unknown, nameOf: NameOf): string {
  const { title, links: inColumn = [] } = entry as LinkColumn
  return `${title}: ${inColumn.map((link) => sayLink(link, nameOf)).join('; ')}`
}

/** `Văn bản này thay thế: Chỉ thị 21/CT-UBND (toàn bộ)` */
function sayRelation(entry: unknown, nameOf: NameOf): string {
  const { type, target, targetText, extent, provision } = entry as DocumentRelation
  const heading = documentRelationType(type)?.heading ?? type
  const other = target ? nameOf(target) : (targetText ?? '')
  const scope = extent === 'whole' ? 'toàn bộ' : extent === 'part' ? 'một phần' : ''
  const detail = [scope, provision].filter(Boolean).join(': ')
  return `${heading}: ${other}${detail ? ` (${detail})` : ''}`
}

/** `Sở Bưu chính, Viễn thông (Sở BCVT), từ 01/07/2004 đến 31/03/2008` */
function sayFormerName(entry: unknown): string {
  const { name, shortName, validFrom, validTo } = entry as FormerName
  const span = [
    validFrom && `từ ${isDay(validFrom) ? formatDay(validFrom) : validFrom}`,
    validTo && `đến ${isDay(validTo) ? formatDay(validTo) : validTo}`,
  ]
    .filter(Boolean)
    .join(' ')
  return [shortName ? `${name} (${shortName})` : name, span].filter(Boolean).join(', ')
}
