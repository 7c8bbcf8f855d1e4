/** Writes the rows of items and reads them back. Only publication writes, always inside its transaction. */
import type { DatabaseSync } from 'node:sqlite'
import type { ItemRef } from '#domain/collections.ts'
import type { PublicState } from '#domain/item-truth.ts'
import {
  rowsHash,
  type ClosedRow,
  type HashedRows,
  type ItemRow,
  type ItemRows,
  type ListEntry,
  type Mention,
  type PublicEditionRow,
  type PublicFile,
} from './item-rows.ts'
import { dropSearchRow, putSearchRow, type SearchRow } from './search-rows.ts'

export type Applied = {
  edition: number
  /** How many the edition had, and how many older editions were hidden: they order what happened, whatever the clock said. */
  outcomes: number
  state: Exclude<PublicState, 'none'>
  state_at: string
}

const itemColumns = [
  'ref',
  'collection',
  'state',
  'path',
  'language',
  'title',
  'edition',
  'hash',
  'public_date',
  'first_live_at',
  'last_live_at',
  'last_major_at',
  'change_kind',
  'change_note',
  'corrections',
  'withdrawn_at',
  'withdrawn_note',
  'history',
  'files',
  'content',
] as const satisfies readonly (keyof ItemRow)[]

/** Statements are prepared once: a rebuild runs each of them hundreds of thousands of times. */
export function openWriter(db: DatabaseSync) {
  const marks = itemColumns.map(() => '?').join(', ')
  const insertItem = db.prepare(`INSERT INTO items (${itemColumns.join(', ')}) VALUES (${marks})`)
  const insertBody = db.prepare('INSERT INTO bodies (ref, body) VALUES (?, ?)')
  const insertList = db.prepare('INSERT INTO list_entries (list, sort, ref) VALUES (?, ?, ?)')
  const insertMention = db.prepare('INSERT INTO mentions (from_ref, kind, to_ref) VALUES (?, ?, ?)')
  const insertFile = db.prepare(
    'INSERT INTO public_files (path, ref, sha256, mime_type, size) VALUES (?, ?, ?, ?, ?)',
  )
  const insertClosed = db.prepare(
    'INSERT INTO closed_addresses (path, ref, status, target, title, note, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const insertEdition = db.prepare(
    `INSERT INTO public_editions (ref, number, live_at, change_kind, change_note, marks, hidden_at, hidden_note, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const deleteItem = db.prepare('DELETE FROM items WHERE ref = ?')
  const deleteClosed = db.prepare('DELETE FROM closed_addresses WHERE ref = ?')
  const deleteApplied = db.prepare('DELETE FROM applied WHERE ref = ?')
  const putApplied = db.prepare(
    `INSERT INTO applied (ref, edition, outcomes, state, state_at, rows_hash) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (ref) DO UPDATE SET edition = excluded.edition, outcomes = excluded.outcomes,
       state = excluded.state, state_at = excluded.state_at, rows_hash = excluded.rows_hash`,
  )
  const selectItem = db.prepare(`SELECT ${itemColumns.join(', ')} FROM items WHERE ref = ?`)
  const bytes = itemColumns.map((name) => (name === 'content' ? 'CAST(content AS BLOB) AS content' : name))
  const selectItemBytes = db.prepare(`SELECT ${bytes.join(', ')} FROM items WHERE ref = ?`)
  const selectBody = db.prepare('SELECT body FROM bodies WHERE ref = ?')
  const selectBodyBytes = db.prepare('SELECT CAST(body AS BLOB) AS body FROM bodies WHERE ref = ?')
  const selectLists = db.prepare('SELECT list, sort FROM list_entries WHERE ref = ? ORDER BY list')
  const selectMentions = db.prepare(
    'SELECT kind, to_ref FROM mentions WHERE from_ref = ? ORDER BY kind, to_ref',
  )
  const selectFiles = db.prepare(
    'SELECT path, sha256, mime_type, size FROM public_files WHERE ref = ? ORDER BY path',
  )
  const selectEditions = db.prepare(
    `SELECT number, live_at, change_kind, change_note, marks, hidden_at, hidden_note, content
     FROM public_editions WHERE ref = ? ORDER BY number`,
  )
  const selectClosed = db.prepare(
    'SELECT path, status, target, title, note, at FROM closed_addresses WHERE ref = ? ORDER BY path',
  )
  const selectApplied = db.prepare('SELECT edition, outcomes, state, state_at FROM applied WHERE ref = ?')
  const selectSearch = db.prepare('SELECT 1 FROM search_rows WHERE ref = ?')

  /** For an item of which nothing is there. The search index is another matter. */
  function add(ref: ItemRef, { item, body, lists, mentions, files, editions, closed }: ItemRows): void {
    if (item) insertItem.run(...itemColumns.map((column) => item[column]))
    if (body !== null) insertBody.run(ref, body)
    for (const { list, sort } of lists) insertList.run(list, sort, ref)
    for (const { kind, to_ref } of mentions) insertMention.run(ref, kind, to_ref)
    for (const { path, sha256, mime_type, size } of files) insertFile.run(path, ref, sha256, mime_type, size)
    for (const { number, live_at, change_kind, change_note, marks, ...rest } of editions) {
      const { hidden_at, hidden_note, content } = rest
      insertEdition.run(
        ref,
        number,
        live_at,
        change_kind,
        change_note,
        marks,
        hidden_at,
        hidden_note,
        content,
      )
    }
    for (const { path, status, target, title, note, at } of closed) {
      insertClosed.run(path, ref, status, target, title, note, at)
    }
  }

  const readAround = (ref: ItemRef): Omit<ItemRows, 'item' | 'body'> => ({
    lists: selectLists.all(ref) as ListEntry[],
    mentions: selectMentions.all(ref) as Mention[],
    files: selectFiles.all(ref) as PublicFile[],
    editions: selectEditions.all(ref) as PublicEditionRow[],
    closed: selectClosed.all(ref) as ClosedRow[],
  })

  return {
    read: (ref: ItemRef): ItemRows => ({
      item: (selectItem.get(ref) as ItemRow | undefined) ?? null,
      body: (selectBody.get(ref)?.body ?? null) as string | null,
      ...readAround(ref),
    }),
    /** `rowsHash` of what `read` gives, in half its time: long texts are hashed as the bytes they are. */
    hashOf(ref: ItemRef): string {
      const item = (selectItemBytes.get(ref) ?? null) as HashedRows['item']
      const body = (selectBodyBytes.get(ref)?.body ?? null) as Uint8Array | null
      return rowsHash({ item, body, ...readAround(ref) })
    },
    /** Replaces whatever was there; an item without rows disappears. */
    put(ref: ItemRef, rows: ItemRows, search: SearchRow | null): void {
      deleteItem.run(ref)
      deleteClosed.run(ref)
      dropSearchRow(db, ref)
      add(ref, rows)
      if (search) putSearchRow(db, search)
    },
    add,
    isSearchable: (ref: ItemRef): boolean => selectSearch.get(ref) !== undefined,
    applied: (ref: ItemRef): Applied | null => (selectApplied.get(ref) as Applied | undefined) ?? null,
    markApplied: (ref: ItemRef, { edition, outcomes, state, state_at }: Applied, rows: ItemRows): void => {
      putApplied.run(ref, edition, outcomes, state, state_at, rowsHash(rows))
    },
    forget: (ref: ItemRef): void => {
      deleteApplied.run(ref)
    },
  }
}

export type ReadModelWriter = ReturnType<typeof openWriter>

/** Runs `work` as one transaction that takes the write lock at once. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
