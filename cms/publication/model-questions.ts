/** What publication asks the read model while it finds the pages that a change touches. */
import type { DatabaseSync } from 'node:sqlite'
import type { ItemRef, PublicCollection } from '#domain/collections.ts'
import { routes } from '#domain/routes.ts'
import type { SettingsKind } from '#domain/site-settings.ts'

export type Standing = { path: string; state: 'live' | 'withdrawn'; collection: PublicCollection }

export function openQuestions(db: DatabaseSync) {
  const standing = db.prepare('SELECT path, state, collection FROM items WHERE ref = ? AND path IS NOT NULL')
  const first = db.prepare('SELECT 1 FROM list_entries WHERE list = ? LIMIT 1')
  const others = db.prepare('SELECT 1 FROM list_entries WHERE list = ? AND ref <> ? LIMIT 1')
  const next = db.prepare('SELECT list FROM list_entries WHERE list > ? AND list < ? ORDER BY list LIMIT 1')
  const listsOf = db.prepare('SELECT list FROM list_entries WHERE ref = ?')
  const mentionedBy = db.prepare(
    `SELECT mentions.kind, items.ref, items.path FROM mentions JOIN items ON items.ref = mentions.from_ref
     WHERE mentions.to_ref = ? AND mentions.kind NOT GLOB 'edition-*' AND items.path IS NOT NULL
     ORDER BY items.ref, mentions.kind`,
  )
  const historiesNaming = db.prepare(
    `SELECT items.path, substr(mentions.kind, length('edition-') + 1) AS edition
     FROM mentions JOIN items ON items.ref = mentions.from_ref
     WHERE mentions.to_ref = ? AND mentions.kind GLOB 'edition-*' AND items.path IS NOT NULL
     ORDER BY items.ref, mentions.kind`,
  )
  const settingsNaming = db.prepare(
    `SELECT items.content ->> '$.kind' AS kind FROM mentions JOIN items ON items.ref = mentions.from_ref
     WHERE mentions.to_ref = ? AND items.collection = 'settings' AND items.state = 'live' ORDER BY kind`,
  )
  const showsFile = db.prepare('SELECT sha256 FROM public_files WHERE path = ? LIMIT 1')

  return {
    /** Where an item stands; `null` when readers cannot read it at an address of its own. */
    standing: (ref: string): Standing | null => (standing.get(ref) as Standing | undefined) ?? null,
    isEmpty: (list: string): boolean => first.get(list) === undefined,
    /** True when the list holds something besides this item. */
    hasOthers: (list: string, ref: string): boolean => others.get(list, ref) !== undefined,
    /** Names of the lists below `prefix`, found by skipping from one to the next: never a scan of entries. */
    listsBelow(prefix: string): string[] {
      const found: string[] = []
      const end = prefix + '\uffff'
      for (let at = prefix; ;) {
        const row = next.get(at, end) as { list: string } | undefined
        if (!row) return found
        found.push((at = row.list))
      }
    },
    listsOf: (ref: string): string[] => (listsOf.all(ref) as { list: string }[]).map(({ list }) => list),
    /** Items whose pages may name this one. */
    mentionedBy: (ref: string) => mentionedBy.all(ref) as { kind: string; ref: ItemRef; path: string }[],
    /** Pages of histories that may name this one. */
    historiesNaming: (ref: string): string[] =>
      (historiesNaming.all(ref) as { path: string; edition: string }[]).map(({ path, edition }) =>
        routes.historyEdition(path, Number(edition)),
      ),
    /** Parts of the site's settings whose links lead to an item (`collection/id`) or an address of ours. */
    settingsNaming: (target: string): SettingsKind[] =>
      (settingsNaming.all(target) as { kind: SettingsKind }[]).map(({ kind }) => kind),
    /** The hash of a file that some item shows; `null` when none does. */
    publicFile: (path: string): string | null =>
      (showsFile.get(path) as { sha256: string } | undefined)?.sha256 ?? null,
  }
}

export type ModelQuestions = ReturnType<typeof openQuestions>
