/**
 * Rows of the read model as values: the few questions that every family of pages asks. Statements are
 * prepared once per reader; nothing is kept between calls, because the file changes underneath, except where
 * the connection reads one snapshot (`isFrozen`).
 *
 * A list is read as names first and items after: a query that joins both would copy all items each time it is
 * asked through an overlay (`overlay.ts`), whose tables are unions.
 */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { nameOn } from '#domain/agency-names.ts'
import type { AddressedCollection } from '#domain/collections.ts'
import type { AgencyContent, ContentOf, StoredFile } from '#domain/content.ts'
import { changeKindNames, type ChangeKind } from '#domain/change-kinds.ts'
import { routes } from '#domain/routes.ts'
import { statement } from './statements.ts'
import type { EditionView, Link } from './views.ts'

/** An item as lists, cards and feeds need it. */
export type BriefRow<C extends AddressedCollection = AddressedCollection> = {
  ref: string
  path: string
  title: string
  publicDate: string
  lastLiveAt: string
  content: Omit<ContentOf[C], 'body'>
  files: StoredFile[]
}

/** An item as its own page needs it. */
export type ItemRow<C extends AddressedCollection = AddressedCollection> = Omit<BriefRow<C>, 'content'> & {
  collection: C
  language: string
  edition: EditionView
  content: ContentOf[C]
}

/** Lists of hundreds of items are read like this: each column is a value to make. */
const brief =
  'items.ref, items.path, items.title, items.public_date, items.last_live_at, items.files, items.content'

/** As bytes: SQLite hands out a long text as a string three times as slowly as these are decoded. */
const whole = `${brief}, items.collection, items.language, items.edition, items.first_live_at, items.last_major_at,
  items.change_kind, items.change_note, items.corrections, items.state, items.withdrawn_at, items.withdrawn_note,
  items.history, (SELECT CAST(body AS BLOB) FROM bodies WHERE bodies.ref = items.ref) AS body`
const bodyText = new TextDecoder()

type LinkRow = { path: string; title: string; agency: AgencyContent | null }

export type Rows = ReturnType<typeof openRows>

/** Agencies and topics are few and named on every page; news and documents are many and named on few. */
const linksKept = 5000

export function openRows(db: DatabaseSync, { isFrozen = false }: { isFrozen?: boolean } = {}) {
  const kept = new Map<string, LinkRow | null>()

  const all = (sql: string, ...values: SQLInputValue[]) =>
    statement(db, sql).all(...values) as Record<string, unknown>[]
  const first = (sql: string, ...values: SQLInputValue[]) =>
    statement(db, sql).get(...values) as Record<string, unknown> | undefined

  /** The item at an address, live or withdrawn. */
  function atPath<C extends AddressedCollection>(collection: C, path: string): ItemRow<C> | null {
    const row = first(`SELECT ${whole} FROM items WHERE path = ? AND collection = ?`, path, collection)
    return row ? wholeRow<C>(row) : null
  }

  function live<C extends AddressedCollection>(collection: C, ref: string): ItemRow<C> | null {
    const row = first(
      `SELECT ${whole} FROM items WHERE ref = ? AND collection = ? AND state = 'live'`,
      ref,
      collection,
    )
    return row ? wholeRow<C>(row) : null
  }

  function briefly<C extends AddressedCollection>(collection: C, ref: string): BriefRow<C> | null {
    const row = first(
      `SELECT ${brief} FROM items WHERE ref = ? AND collection = ? AND state = 'live'`,
      ref,
      collection,
    )
    return row ? briefRow<C>(row) : null
  }

  /** Link to an item, or `null` when it is not live. An agency appears under its name of `day`. */
  function link(ref: string | undefined, day: string): Link | null {
    const row = ref ? linkRow(ref) : null
    if (!row) return null
    return { path: row.path, title: row.agency ? nameOn(row.agency, day) : row.title }
  }

  function linkRow(ref: string): LinkRow | null {
    const known = kept.get(ref)
    if (known !== undefined) return known
    const row = first(
      `SELECT path, title, iif(collection = 'agencies', content, NULL) AS agency FROM items
       WHERE ref = ? AND state = 'live'`,
      ref,
    )
    const found = row
      ? {
          path: row.path as string,
          title: row.title as string,
          agency: row.agency ? (JSON.parse(row.agency as string) as AgencyContent) : null,
        }
      : null
    if (isFrozen && kept.size < linksKept) kept.set(ref, found)
    return found
  }

  const links = (refs: string[] | undefined, day: string): Link[] =>
    (refs ?? []).map((ref) => link(ref, day)).filter((found) => found !== null)

  /** The newest items of a list (`limit` −1: all). */
  const newest = <C extends AddressedCollection>(collection: C, list: string, limit = -1): BriefRow<C>[] =>
    all('SELECT ref FROM list_entries WHERE list = ? ORDER BY sort DESC, ref LIMIT ?', list, limit).flatMap(
      ({ ref }) => briefly(collection, ref as string) ?? [],
    )

  /** A list in ascending order: agencies and topics. */
  const inOrder = <C extends AddressedCollection>(collection: C, list: string): BriefRow<C>[] =>
    all('SELECT ref FROM list_entries WHERE list = ? ORDER BY sort, ref', list).flatMap(
      ({ ref }) => briefly(collection, ref as string) ?? [],
    )

  const isEmpty = (list: string): boolean => !first('SELECT 1 FROM list_entries WHERE list = ? LIMIT 1', list)

  /** The sort key that a list begins with, newest first; empty for an empty list. */
  const newestSort = (list: string): string =>
    (first('SELECT sort FROM list_entries WHERE list = ? ORDER BY sort DESC, ref LIMIT 1', list)?.sort as
      string | undefined) ?? ''

  /** The first list name `>= from` and `< below`, found by one seek. */
  const nextList = (from: string, below: string): string | null =>
    (first('SELECT list FROM list_entries WHERE list >= ? AND list < ? ORDER BY list LIMIT 1', from, below)
      ?.list as string | undefined) ?? null

  /** The last list name `>= from` and `< below`. */
  const lastList = (from: string, below: string): string | null =>
    (first(
      'SELECT list FROM list_entries WHERE list >= ? AND list < ? ORDER BY list DESC LIMIT 1',
      from,
      below,
    )?.list as string | undefined) ?? null

  /** In which ways items mention `ref`. Most are mentioned in none, and this is a tenth of asking who does. */
  const waysOfMentioning = (ref: string): string[] =>
    all('SELECT DISTINCT kind FROM mentions WHERE to_ref = ?', ref).map(({ kind }) => kind as string)

  /** Live items of a collection that mention `ref` in one of the ways `kinds`, newest first. */
  function mentioning<C extends AddressedCollection>(
    collection: C,
    ref: string,
    kinds: readonly string[],
    limit: number,
  ): BriefRow<C>[] {
    const found = waysOfMentioning(ref).filter((kind) => kinds.includes(kind))
    if (found.length === 0) return []
    return all(
      `SELECT ${brief} FROM items
       WHERE ref IN (SELECT from_ref FROM mentions WHERE to_ref = ? AND kind IN (SELECT value FROM json_each(?)))
         AND collection = ? AND state = 'live'
       ORDER BY public_date DESC, ref LIMIT ?`,
      ref,
      JSON.stringify(found),
      collection,
      limit,
    ).map((row) => briefRow<C>(row))
  }

  return {
    all,
    first,
    atPath,
    live,
    briefly,
    link,
    links,
    newest,
    inOrder,
    isEmpty,
    newestSort,
    nextList,
    lastList,
    waysOfMentioning,
    mentioning,
  }
}

type Row = Record<string, unknown>

const text = (row: Row, column: string): string => row[column] as string

function wholeRow<C extends AddressedCollection>(row: Row): ItemRow<C> {
  const { content, ...rest } = briefRow<C>(row)
  const body = row.body ? { body: JSON.parse(bodyText.decode(row.body as Uint8Array)) as unknown } : {}
  return {
    ...rest,
    collection: text(row, 'collection') as C,
    language: text(row, 'language'),
    edition: editionView(row),
    content: { ...content, ...body } as ContentOf[C],
  }
}

const briefRow = <C extends AddressedCollection>(row: Row): BriefRow<C> => ({
  ref: text(row, 'ref'),
  path: text(row, 'path'),
  title: text(row, 'title'),
  publicDate: text(row, 'public_date'),
  lastLiveAt: text(row, 'last_live_at'),
  content: JSON.parse(text(row, 'content')) as Omit<ContentOf[C], 'body'>,
  files: JSON.parse(text(row, 'files')) as StoredFile[],
})

const editionView = (row: Row): EditionView => ({
  number: row.edition as number,
  firstLiveAt: text(row, 'first_live_at'),
  lastLiveAt: text(row, 'last_live_at'),
  lastMajorAt: text(row, 'last_major_at'),
  changeKind: changeKindNames[text(row, 'change_kind') as ChangeKind],
  corrections: JSON.parse(text(row, 'corrections')) as EditionView['corrections'],
  ...(row.change_note ? { changeNote: text(row, 'change_note') } : {}),
  ...((row.history as number) > 0 && row.path ? { historyPath: routes.history(text(row, 'path')) } : {}),
  ...(row.state === 'withdrawn'
    ? { withdrawn: { at: text(row, 'withdrawn_at'), note: (row.withdrawn_note as string | null) ?? '' } }
    : {}),
})
