/**
 * What surrounds every page, as items with editions (ARCHITECTURE, “Whatever a page shows”): the menu, the
 * footer and the blocks of the home page, one item of each kind. Whatever is left empty is the province pack's.
 */
import type { AddressedCollection } from './collections.ts'
import type { SectionName } from './sections.ts'

export const settingsKinds = ['menu', 'footer', 'home'] as const
export type SettingsKind = (typeof settingsKinds)[number]

/** Names on screens, and the slugs that stand for an address which these items do not have. */
export const settingsParts: Record<SettingsKind, { name: string; slug: string; fields: readonly string[] }> =
  {
    menu: { name: 'Menu', slug: 'menu', fields: ['menu'] },
    footer: {
      name: 'Chân trang',
      slug: 'chan-trang',
      fields: ['owner', 'responsible', 'address', 'phone', 'email', 'columns', 'legalLine'],
    },
    home: { name: 'Trang chủ', slug: 'trang-chu', fields: ['introduction', 'tasks'] },
  }

export const isSettingsKind = (value: unknown): value is SettingsKind =>
  settingsKinds.some((kind) => kind === value)

/**
 * One link with exactly one target: a section, an item of the portal, or an address (a path of ours or https).
 * Without a title the section's or the item's own stands, so that a rename is followed.
 */
export type SiteLink = {
  title?: string
  section?: SectionName
  item?: `${AddressedCollection}/${string}`
  address?: string
}

export type LinkColumn = { title: string; links?: SiteLink[] }

export type MenuWords = { menu?: SiteLink[] }

export type FooterWords = {
  owner?: string
  responsible?: string
  address?: string
  phone?: string
  email?: string
  columns?: LinkColumn[]
  legalLine?: string
}

export type HomeWords = { introduction?: string; tasks?: SiteLink[] }

/** How many links fit where the design puts them. */
export const mostLinks = { menu: 10, tasks: 6, columns: 3, column: 12 } as const
