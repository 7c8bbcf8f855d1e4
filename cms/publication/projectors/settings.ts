import type { SettingsContent } from '#domain/content.ts'
import { settingsParts, type SiteLink } from '#domain/site-settings.ts'
import { lists } from '#published/lists.ts'
import { pageOf } from '#published/standing-paths.ts'
import type { MentionDraft, Projector } from './projector.ts'

/** A page shows nothing of it by name: the pages that show it are those of its part, see settings-pages.ts. */
export const settings: Projector<'settings'> = {
  title: ({ kind }) => settingsParts[kind].name,
  lists: ({ content: { kind } }) => [lists.settings(kind)],
  mentions: (content) => linksOf(content).flatMap(target),
  shownElsewhere: (content) => content,
}

function linksOf(content: SettingsContent): SiteLink[] {
  if (content.kind === 'menu') return content.menu ?? []
  if (content.kind === 'home') return content.tasks ?? []
  return (content.columns ?? []).flatMap(({ links = [] }) => links)
}

/** Sections need no mention: one that comes or goes changes every page anyway. */
function target({ item, address }: SiteLink): MentionDraft[] {
  if (item) return [['link', item]]
  return address?.startsWith('/') ? [['link', pageOf(address) as `/${string}`]] : []
}
