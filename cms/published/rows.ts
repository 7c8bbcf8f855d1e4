/**
 * Rows of the read model as values: the few questions that every family of pages asks. Statements are
 * prepared once per reader; nothing is kept between calls, because the file changes underneath.
 */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { nameOn } from '#domain/agency-names.ts'
import type { AgencyContent, ContentOf, AddressedCollection, StoredFile } from '#domain/content.ts'
import { statement } from './statements.ts'
import type { EditionView, Link } from './views.ts'

export type ItemRow<C extends AddressedCollection = AddressedCollection> = {
  ref: string
  collection: C
  path: string
  language: string
  title: string
  publicDate: string
  edition: EditionView
  content: ContentOf[C]
  files: StoredFile[]
}

export type Rows = ReturnType<typeof openRows>

export function openRows(db: DatabaseSync) {
  const all = (sql: string, ...values: SQLInputValue[]) =>
    statement(db, sql).all(...values) as Record<string, unknown>[]
  const first = (sql: string, ...values: SQLInputValue[]) =>
    statement(db, sql).get(...values) as Record<string, unknown> | undefined

  /** The item at an address, live or withdrawn. */
  function atPath<C extends AddressedCollection>(collection: C, path: string): ItemRow<C> | null {
    const row = first('SELECT * FROM items WHERE path = ? AND collection = ?', path, collection)
    return row ? itemRow<C>(row) : null
  }

  function live<C extends AddressedCollection>(collection: C, ref: string): ItemRow<C> | null {
    const row = first(
      `SELECT * FROM items WHERE ref = ? AND collection = ? AND state = 'live'`,
      ref,
      collection,
    )
    return row ? itemRow<C>(row) : null
  }

  /** Link to an item, or `null` when it is not live. An agency appears under its name of `day`. */
  function link(ref: string | undefined, day: string): Link | null {
    if (!ref) return null
    const row = first(
      `SELECT path, title, iif(collection = 'agencies', content, NULL) AS agency FROM items
       WHERE ref = ? AND state = 'live'`,
      ref,
    )
    if (!row) return null
    const title = row.agency
      ? nameOn(JSON.parse(row.agency as string) as AgencyContent, day)
      : (row.title as string)
    return { path: row.path as string, title }
  }

  const links = (refs: string[] | undefined, day: string): Link[] =>
    (refs ?? []).map((ref) => link(ref, day)).filter((found) => found !== null)

  /** The newest items of a list (`limit` −1: all). */
  const newest = <C extends AddressedCollection>(_collection: C, list: string, limit = -1): ItemRow<C>[] =>
    all(
      `SELECT items.* FROM list_entries JOIN items USING (ref)
       WHERE list = ? AND state = 'live' ORDER BY sort DESC, ref LIMIT ?`,
      list,
      limit,
    ).map((row) => itemRow<C>(row))

  /** A list in ascending order: agencies and topics. */
  const inOrder = <C extends AddressedCollection>(_collection: C, list: string): ItemRow<C>[] =>
    all(
      `SELECT items.* FROM list_entries JOIN items USING (ref)
       WHERE list = ? AND state = 'live' ORDER BY sort, ref`,
      list,
    ).map((row) => itemRow<C>(row))

  const isEmpty = (list: string): boolean => !first('SELECT 1 FROM list_entries WHERE list = ? LIMIT 1', list)

  /** The first list name `>= from` and `< below`, found by one seek. */
  const nextList = (from: string, below: string): string | null =>
    (first('SELECT min(list) AS list FROM list_entries WHERE list >= ? AND list < ?', from, below)
      ?.list as string) ?? null

  /** The last list name `>= from` and `< below`. */
  const lastList = (from: string, below: string): string | null =>
    (first('SELECT max(list) AS list FROM list_entries WHERE list >= ? AND list < ?', from, below)
      ?.list as string) ?? null

  /** Live items of a collection that mention `ref` in one of the ways `kinds`, newest first. */
  const mentioning = <C extends AddressedCollection>(
    collection: C,
    ref: string,
    kinds: readonly string[],
    limit: number,
  ): ItemRow<C>[] =>
    all(
      `SELECT * FROM items
       WHERE ref IN (SELECT from_ref FROM mentions WHERE to_ref = ? AND kind IN (SELECT value FROM json_each(?)))
         AND collection = ? AND state = 'live'
       ORDER BY public_date DESC, ref LIMIT ?`,
      ref,
      JSON.stringify(kinds),
      collection,
      limit,
    ).map((row) => itemRow<C>(row))

  return { all, first, atPath, live, link, links, newest, inOrder, isEmpty, nextList, lastList, mentioning }
}

function itemRow<C extends AddressedCollection>(row: Record<string, unknown>): ItemRow<C> {
  const text = (column: string): string => row[column] as string
  return {
    ref: text('ref'),
    collection: text('collection') as C,
    path: text('path'),
    language: text('language'),
    title: text('title'),
    publicDate: text('public_date'),
    edition: {
      number: row.edition as number,
      firstLiveAt: text('first_live_at'),
      lastLiveAt: text('last_live_at'),
      ...(row.change_note ? { changeNote: text('change_note') } : {}),
      ...(row.state === 'withdrawn'
        ? { withdrawn: { at: text('withdrawn_at'), note: (row.withdrawn_note as string | null) ?? '' } }
        : {}),
    },
    content: JSON.parse(text('content')) as ContentOf[C],
    files: JSON.parse(text('files')) as StoredFile[],
  }
}
