/**
 * One item's rows laid over a read model, for a connection's own eyes: every question of the reader is answered
 * as if they were published. The rows live in this connection's temporary tables, in memory; views of the
 * tables' own names stand before them, because SQLite looks among temporary objects first. The file is opened
 * for reading only, so nothing of a preview can reach it, and the publisher is never kept waiting.
 *
 * Search is not laid over: no page of an item asks it.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { ItemRef } from '#domain/collections.ts'
import type { ItemRows } from './item-rows.ts'

type Row = Readonly<Record<string, unknown>>

/** @param db a connection of its own, `openReadModel`; what it asked before must not be asked through old statements. */
export function layOver(db: DatabaseSync, ref: ItemRef, rows: ItemRows): void {
  const { item, body, lists, mentions, files, editions, closed } = rows
  db.exec('PRAGMA temp_store = MEMORY')
  // Another item may hold the address that this one asks for; the page is this one's.
  const address = item?.path ? ` AND path IS NOT ${quoted(item.path)}` : ''
  shadow(db, 'items', `ref <> ${quoted(ref)}${address}`, item ? [item] : [])
  shadow(db, 'bodies', `ref <> ${quoted(ref)}`, body === null ? [] : [{ ref, body }])
  shadow(
    db,
    'list_entries',
    `ref <> ${quoted(ref)}`,
    lists.map((entry) => ({ ...entry, ref })),
  )
  shadow(
    db,
    'mentions',
    `from_ref <> ${quoted(ref)}`,
    mentions.map((entry) => ({ ...entry, from_ref: ref })),
  )
  shadow(
    db,
    'public_files',
    `ref <> ${quoted(ref)}`,
    files.map((entry) => ({ ...entry, ref })),
  )
  shadow(
    db,
    'public_editions',
    `ref <> ${quoted(ref)}`,
    editions.map((entry) => ({ ...entry, ref })),
  )
  shadow(
    db,
    'closed_addresses',
    `ref <> ${quoted(ref)}`,
    closed.map((entry) => ({ ...entry, ref })),
  )
}

/** `CREATE TABLE` as the schema has it, so that both halves of the view have the same types and can be merged into queries. */
function shadow(db: DatabaseSync, table: string, kept: string, rows: Row[]): void {
  const own = `own_${table}`
  const { sql } = db.prepare('SELECT sql FROM main.sqlite_schema WHERE name = ?').get(table) as {
    sql: string
  }
  db.exec(
    sql
      .replace(`CREATE TABLE ${table}`, `CREATE TEMP TABLE ${own}`)
      .replaceAll(/REFERENCES [^,)]*\)[^,]*/g, ''),
  )
  for (const row of rows) {
    const columns = Object.keys(row)
    const marks = columns.map(() => '?').join(', ')
    db.prepare(`INSERT INTO temp.${own} (${columns.join(', ')}) VALUES (${marks})`).run(
      ...(Object.values(row) as (string | number | null)[]),
    )
  }
  db.exec(
    `CREATE TEMP VIEW ${table} AS SELECT * FROM temp.${own} UNION ALL SELECT * FROM main.${table} WHERE ${kept}`,
  )
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
