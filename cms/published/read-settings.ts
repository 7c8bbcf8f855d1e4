/**
 * The menu, the footer and the home page's blocks: what the live settings say, completed by the province
 * pack. A link is shown while its target stands, under its own words or else the target's present name.
 */
import type { SettingsContent } from '#domain/content.ts'
import { isSectionName, sections } from '#domain/sections.ts'
import type { SettingsKind, SiteLink } from '#domain/site-settings.ts'
import { fixedPages } from './fixed-pages.ts'
import { lists } from './lists.ts'
import type { Rows } from './rows.ts'
import { standingAddress } from './standing-paths.ts'
import type { MenuEntry, Reader } from './views.ts'

export function readSettings(rows: Rows): Pick<Reader, 'menu' | 'footer' | 'homeBlocks'> {
  /** The words of a kind's live item; `{}` when there is none (never set, or withdrawn). */
  function wordsOf<K extends SettingsKind>(kind: K): Partial<Extract<SettingsContent, { kind: K }>> {
    const row = rows.first(
      `SELECT content FROM items WHERE state = 'live'
       AND ref IN (SELECT ref FROM list_entries WHERE list = ? ORDER BY sort, ref LIMIT 1)`,
      lists.settings(kind),
    )
    return row ? (JSON.parse(row.content as string) as Extract<SettingsContent, { kind: K }>) : {}
  }

  function entry({ title, section, item, address }: SiteLink): MenuEntry | null {
    if (section) {
      if (!isSectionName(section)) return null
      const { path, title: name } = sections[section]
      const list = fixedPages.find((page) => page.path === path)?.list
      return list && rows.isEmpty(list) ? null : { path, title: title ?? name, section }
    }
    if (item) {
      const row = rows.first(`SELECT path, title FROM items WHERE ref = ? AND state = 'live'`, item)
      return row ? { path: String(row.path), title: title ?? String(row.title) } : null
    }
    if (!address || !title) return null
    const path = address.startsWith('/') ? standingAddress(rows, address) : address
    return path === null ? null : { path, title }
  }
  const entries = (links: readonly SiteLink[]) => links.map(entry).filter((found) => found !== null)

  return {
    menu: (ofPack) => entries(wordsOf('menu').menu ?? ofPack),

    footer(ofPack) {
      const { columns, ...words } = { ...ofPack, ...wordsOf('footer') }
      return {
        owner: words.owner,
        responsible: words.responsible,
        address: words.address,
        phone: words.phone,
        email: words.email,
        legalLine: words.legalLine,
        columns: columns
          .map(({ title, links = [] }) => ({ title, links: entries(links) }))
          .filter(({ links }) => links.length > 0),
      }
    },

    homeBlocks(ofPack) {
      const { introduction, tasks = ofPack.tasks } = wordsOf('home')
      return { ...(introduction ? { introduction } : {}), tasks: entries(tasks) }
    },
  }
}
