/** What the demonstration consists of: the shapes that `content/*.ts` fill. Keys name things before they have ids. */
import type { AddressedCollection } from '#domain/collections.ts'
import type { AgencyContent, DocumentContent } from '#domain/content.ts'
import type { Role } from '#domain/roles.ts'
import type { SectionName } from '#domain/sections.ts'
import type { FooterWords, HomeWords, SettingsKind } from '#domain/site-settings.ts'

export type PersonKey = 'admin' | 'moderator-a' | 'moderator-b' | 'editor-stttt' | 'editor-vpubnd'

export type PersonPlan = {
  key: PersonKey
  name: string
  email: string
  role: Role
  agencies: readonly string[]
}

export type TopicPlan = { key: string; name: string; summary: string }

export type AgencyPlan = Pick<
  AgencyContent,
  'name' | 'shortName' | 'kind' | 'validFrom' | 'formerNames' | 'summary' | 'address' | 'phone' | 'email'
> & {
  key: string
  parent?: string
  /** In the notation of `body.ts`. */
  body?: string
}

/** Where an item stands when the demonstration begins. `withdrawn` was live before. */
export type Goal = 'draft' | 'submitted' | 'returned' | 'scheduled' | 'live' | 'withdrawn'

/** `note`: reason of a return or withdrawal. */
type Course = { writer: PersonKey; goal?: Goal; note?: string; changeNote?: string }

export type DocumentPlan = Course &
  Pick<
    DocumentContent,
    | 'family'
    | 'type'
    | 'number'
    | 'issuedOn'
    | 'place'
    | 'abstract'
    | 'signer'
    | 'signerCapacity'
    | 'effectiveFrom'
    | 'effectiveTo'
  > & {
    key: string
    issuer: string
    fields: readonly string[]
    body: string
    /** Legal grounds, in italics above the text of the PDF. */
    grounds?: readonly string[]
    addressee?: string
    recipients?: readonly string[]
    /** Without a PDF the document is not ready to be submitted. */
    hasFile?: boolean
    relations?: readonly {
      type: string
      target?: string
      targetText?: string
      extent?: 'whole' | 'part'
      provision?: string
    }[]
  }

export type PicturePlan = {
  key: string
  alt: string
  caption: string
  credit: string
  seed: number
  light: 'dawn' | 'noon' | 'dusk'
}

export type NewsPlan = Course & {
  key: string
  title: string
  lead: string
  body: string
  agency: string
  topics: readonly string[]
  source?: string
  author?: string
  originallyPublishedAt?: string
  image?: string
  aboutDocuments?: readonly string[]
}

/** A link of the menu, the footer or the home page; `item` is `collection/key`. */
export type LinkPlan = {
  title?: string
  section?: SectionName
  address?: string
  item?: `${AddressedCollection}/${string}`
}

export type SettingsPlan = {
  kind: SettingsKind
  words?: Omit<FooterWords & HomeWords, 'columns' | 'tasks'>
  /** Of the menu, or the tasks of the home page. */
  links?: readonly LinkPlan[]
  columns?: readonly { title: string; links: readonly LinkPlan[] }[]
}
