/**
 * The words an edition may hold: the public content of each kind of item.
 *
 * An edition stores exactly this and its content hash covers exactly this. Empty means absent, strings
 * are NFC, relations are `collection/id`, uploads are snapshots of the bytes that were approved.
 * Dates without time are `YYYY-MM-DD`; moments are ISO 8601 with offset.
 */

import type { ItemRef, PublicCollection } from './collections.ts'
import type { FooterWords, HomeWords, MenuWords } from './site-settings.ts'

/** One upload as it was when approved. The bytes lie in `MEDIA_DIR/editions/{sha256}`. */
export type UploadSnapshot = {
  sha256: string
  /** File name shown to readers: folded, safe, with extension. */
  name: string
  title?: string
  alt?: string
  caption?: string
  credit?: string
}

/** A Lexical document reduced to the nodes of `rich-text.ts`; uploads are snapshots, internal links are refs. */
export type RichText = { root: RichTextNode }
export type RichTextNode = { type: string; children?: RichTextNode[]; [key: string]: unknown }

export type Language = 'vi' | 'en'

type Shared = { slug: string; language: Language; translationOf?: ItemRef }

export type NewsContent = Shared & {
  title: string
  lead?: string
  body?: RichText
  agency?: ItemRef
  topics?: ItemRef[]
  source?: string
  author?: string
  originallyPublishedAt?: string
  image?: UploadSnapshot
  attachments?: UploadSnapshot[]
  aboutDocuments?: ItemRef[]
}

export type DocumentFamily = 'directive' | 'legal' | 'other'

export type DocumentRelation = {
  /** Key of `documentRelationTypes`: what THIS document does to the other one. */
  type: string
  target?: ItemRef
  /** The other document in words, when it is not in the system. */
  targetText?: string
  extent?: 'whole' | 'part'
  provision?: string
}

export type DocumentContent = Shared & {
  family: DocumentFamily
  /** Abbreviation of NĐ 30/2020 Phụ lục III: `CT`, `QĐ`, …; `CV` for công văn. */
  type: string
  /** Display form, untouched: `08/CT-UBND`. */
  number?: string
  issuer: ItemRef
  issuedOn: string
  place?: string
  abstract: string
  signer?: string
  signerCapacity?: string
  effectiveFrom?: string
  effectiveTo?: string
  fields?: ItemRef[]
  body?: RichText
  files?: UploadSnapshot[]
  relations?: DocumentRelation[]
}

export type FormerName = { name: string; shortName?: string; validFrom?: string; validTo?: string }

export type AgencyContent = Shared & {
  name: string
  shortName?: string
  kind: string
  parent?: ItemRef
  validFrom?: string
  validTo?: string
  successor?: ItemRef
  formerNames?: FormerName[]
  summary?: string
  body?: RichText
  address?: string
  phone?: string
  email?: string
}

export type TopicContent = Shared & { name: string; summary?: string }

/** One part of what surrounds every page; its kind decides which words it has. */
export type SettingsContent = Shared &
  (({ kind: 'menu' } & MenuWords) | ({ kind: 'footer' } & FooterWords) | ({ kind: 'home' } & HomeWords))

export type ContentOf = {
  news: NewsContent
  documents: DocumentContent
  agencies: AgencyContent
  topics: TopicContent
  settings: SettingsContent
}
export type PublicContent = ContentOf[PublicCollection]

/** Facts about stored bytes that are not words of the edition (derivable from the bytes, so outside the hash). */
export type StoredFile = {
  sha256: string
  mimeType: string
  size: number
  width?: number
  height?: number
  /** Smaller WebP pictures of an image, narrowest first. */
  variants?: { width: number; height: number; sha256: string; size: number }[]
}
