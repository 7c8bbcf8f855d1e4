/**
 * The pages that show the site's settings. The menu and the footer stand on every page: the fronts get them
 * with the publication, all others at knock-on priority, exactly as the site-wide notice travels.
 */
import { settingsParts, type SettingsKind } from '#domain/site-settings.ts'
import type { SettingsContent } from '#domain/content.ts'
import { frontPages } from '#published/fixed-pages.ts'
import type { ItemRows } from '#published/item-rows.ts'
import type { AffectedRoute } from './affected-route.ts'
import { pagesBelowTopic, pagesOfList } from './list-pages.ts'
import type { ModelQuestions } from './model-questions.ts'

export type Surroundings = { routes: AffectedRoute[]; isEveryPage: boolean }

const nothing: Surroundings = { routes: [], isEveryPage: false }

/** Where a change of these parts shows, the home page first. */
export function pagesOfParts(parts: readonly SettingsKind[], because?: string): Surroundings {
  if (parts.length === 0) return nothing
  const isEveryPage = parts.some((part) => part !== 'home')
  const names = parts.map((part) => settingsParts[part].name.toLowerCase()).join(', ')
  const why = because ?? `trang hiện ${names}`
  const [home = '/', ...others] = frontPages
  return {
    routes: [
      { path: home, priority: because ? 2 : 1, why },
      ...(isEveryPage ? others : []).map((path) => ({ path, priority: 2 as const, why })),
    ],
    isEveryPage,
  }
}

/** The part that an item is, if it is one. */
export function partOf({ item }: ItemRows): SettingsKind | null {
  return item?.collection === 'settings' ? (JSON.parse(item.content) as SettingsContent).kind : null
}

/** Parts whose links show, or no longer show, because of what happened to an item and its lists. */
export function partsNaming(
  model: ModelQuestions,
  { ref, states, flipped }: { ref: string; states: ItemRows[]; flipped: string[] },
): SettingsKind[] {
  const own = states.flatMap(({ item, closed }) => [
    ...(item?.path ? [item.path, ...below(model, item.ref, item.path)] : []),
    ...closed.map(({ path }) => path),
  ])
  const archives = flipped.flatMap((list) => pagesOfList(model, list).map(({ path }) => path))
  const targets = new Set([ref, ...own, ...archives])
  return [...new Set([...targets].flatMap((target) => model.settingsNaming(target)))]
}

const below = (model: ModelQuestions, ref: string, path: string): string[] =>
  ref.startsWith('topics/') ? pagesBelowTopic(model, { id: ref.slice('topics/'.length), path }) : []
