/** What the read model says of itself: which site and address it is for, and the time that its pages show. */
import type { DatabaseSync } from 'node:sqlite'

export const readMeta = (db: DatabaseSync, key: string): string | null =>
  (db.prepare('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined)?.value ??
  null

export function writeMeta(db: DatabaseSync, key: string, value: string): void {
  db.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value)
}
