/**
 * Which public addresses a change of one item touches, how urgent each is, and why.
 *
 * Priorities: 0 what must disappear · 1 the item's own page and files · 2 lists, feeds, sitemaps and the pages
 * that owe it a line · 3 knock-on: pages that merely repeat some of its words. 0 to 2 belong to the
 * publication; 3 is left to the background.
 */
import type { ItemRef } from '#domain/collections.ts'
import type { PublicContent } from '#domain/content.ts'
import { documentRelationType } from '#domain/document-relations.ts'
import type { ItemRow, ItemRows } from '#published/item-rows.ts'
import type { AffectedRoute, Priority } from './affected-route.ts'
import { historyPagesOf, touchedHistory } from './history-routes.ts'
import { archiveOfList, isSection, pagesBelowTopic, pagesOfList } from './list-pages.ts'
import type { ModelQuestions } from './model-questions.ts'
import { projectors } from './projectors/index.ts'
import { idOf } from './projectors/projector.ts'
import { pagesOfParts, partOf, partsNaming, type Surroundings } from './settings-pages.ts'

export type Affected = {
  routes: AffectedRoute[]
  /** What surrounds every page changed: all of them are stale. */
  isEveryPage: boolean
}

export type Change = {
  ref: ItemRef
  before: ItemRows
  after: ItemRows
  /** Lists that got their first item or lost their last by this change. */
  flipped: string[]
}

/** Call when the read model already holds `after`. */
export function affectedRoutes(model: ModelQuestions, change: Change): Affected {
  const { before, after, flipped } = change
  const touched = collector()

  for (const path of ownPaths(model, after, before)) touched.add(path.path, path.priority, path.why)
  for (const { path, priority, why } of touchedHistory(before, after)) touched.add(path, priority, why)
  for (const list of namesOf(before, after)) {
    for (const { path, why } of pagesOfList(model, list)) touched.add(path, 2, why)
  }
  for (const list of flipped) {
    for (const { path, why } of archiveOfList(model, list)) touched.add(path, 3, why)
  }
  for (const path of debtors(model, before, after))
    touched.add(path, 2, 'trang của mục được nhắc đến kể lại mục này')
  const around = surroundings(model, change)
  for (const { path, priority, why } of around.routes) touched.add(path, priority, why)
  if (shownElsewhere(before) !== shownElsewhere(after)) {
    for (const { path, why } of repeaters(model, change.ref)) touched.add(path, 3, why)
    for (const target of forceTargets(before, after)) {
      for (const { path, why } of forceRoutes(model, target)) touched.add(path, 3, why)
    }
  }
  for (const path of vanished(model, before, after, flipped)) touched.remove(path)

  return { routes: touched.all(), isEveryPage: around.isEveryPage }
}

/**
 * What the change does to the menu, the footer and the home page's blocks. Said again at a repetition, except
 * the pages of the background: they were marked with the change itself.
 */
function surroundings(model: ModelQuestions, { ref, before, after, flipped }: Change): Surroundings {
  const part = partOf(after) ?? partOf(before)
  const naming = partsNaming(model, { ref, states: [before, after], flipped })
  const found = part ? pagesOfParts([part]) : pagesOfParts(naming, 'liên kết chung của Cổng dẫn tới mục này')
  const isChanged = shownElsewhere(before) !== shownElsewhere(after) || flipped.length > 0
  return {
    routes: found.routes,
    isEveryPage: (found.isEveryPage && isChanged) || flipped.some(isSection),
  }
}

/** Pages that show the force of a document besides its own: cards in lists and on news about it. */
export function forceRoutes(model: ModelQuestions, document: ItemRef): { path: string; why: string }[] {
  const own = model.standing(document)
  if (!own) return []
  const why = 'hiệu lực của văn bản có thể đã đổi'
  return [
    { path: own.path, why },
    ...model.listsOf(document).flatMap((list) => pagesOfList(model, list).map(({ path }) => ({ path, why }))),
    ...model.mentionedBy(document).map(({ path }) => ({ path, why })),
  ]
}

/** Documents whose force this one acts on. */
export function forceTargets(...states: ItemRows[]): ItemRef[] {
  const targets = states.flatMap(({ mentions }) =>
    mentions.filter(({ kind }) => documentRelationType(kind)?.effect),
  )
  return [...new Set(targets.map(({ to_ref }) => to_ref as ItemRef))]
}

function ownPaths(model: ModelQuestions, after: ItemRows, before: ItemRows): AffectedRoute[] {
  const { item } = after
  if (!item || item.path === null) return []
  const below =
    item.collection === 'topics' && item.state === 'live'
      ? pagesBelowTopic(model, { id: idOf(item.ref), path: item.path })
      : []
  const isSame = before.item?.path === item.path && before.item.state === item.state
  return [
    { path: item.path, priority: 1, why: 'trang của chính mục này' },
    ...after.files.map(({ path }) => ({ path, priority: 1 as const, why: 'tệp của mục này' })),
    ...below.map((path) => ({
      path,
      priority: isSame ? (3 as const) : (2 as const),
      why: 'trang con của chuyên mục',
    })),
  ]
}

const namesOf = (...states: ItemRows[]): string[] => [
  ...new Set(states.flatMap(({ lists }) => lists.map(({ list }) => list))),
]

/** Kinds of mention that the mentioned page answers with a line of its own. */
const answered = (kind: string): boolean =>
  kind === 'about-document' ||
  kind === 'parent' ||
  kind === 'translation' ||
  documentRelationType(kind) !== null

function debtors(model: ModelQuestions, ...states: ItemRows[]): string[] {
  const targets = states.flatMap(({ mentions }) => mentions.filter(({ kind }) => answered(kind)))
  return [...new Set(targets.map(({ to_ref }) => to_ref))].flatMap((ref) => model.standing(ref)?.path ?? [])
}

/** What other pages can show of an item, as one comparable text; only live items are named elsewhere. */
function shownElsewhere({ item }: ItemRows): string {
  if (item?.state !== 'live') return ''
  return JSON.stringify([item.path, item.title, wordsOf(item)])
}

function wordsOf({ collection, content }: ItemRow): unknown {
  const parsed = JSON.parse(content) as PublicContent
  return projectors[collection].shownElsewhere(parsed as never)
}

/** Pages that name the item, and the lists whose cards name it (topics of news, issuers of documents). */
function repeaters(model: ModelQuestions, ref: ItemRef): { path: string; why: string }[] {
  const mentioning = model.mentionedBy(ref)
  const onCards = mentioning.filter(({ kind }) => kind === 'topic' || kind === 'issuer')
  const lists = new Set(onCards.flatMap((from) => model.listsOf(from.ref)))
  const aboutIssued = onCards
    .filter(({ kind }) => kind === 'issuer')
    .flatMap((from) => model.mentionedBy(from.ref))
  return [
    ...mentioning.map(({ path }) => ({ path, why: 'trang có nhắc tên mục này' })),
    ...model.historiesNaming(ref).map((path) => ({ path, why: 'lần thay đổi có nhắc tên mục này' })),
    ...[...lists]
      .flatMap((list) => pagesOfList(model, list))
      .map(({ path }) => ({ path, why: 'danh sách có nhắc tên mục này' })),
    ...aboutIssued.map(({ path }) => ({ path, why: 'trang có thẻ văn bản của cơ quan này' })),
  ]
}

/** Addresses that stood before and have no reason to stand any more. */
function vanished(model: ModelQuestions, before: ItemRows, after: ItemRows, flipped: string[]): string[] {
  const gone: string[] = []
  const { item } = before
  if (item?.path && item.path !== after.item?.path) gone.push(item.path)
  if (item?.collection === 'topics' && item.state === 'live' && item.path !== null) {
    const isSame = after.item?.path === item.path && after.item.state === 'live'
    if (!isSame) gone.push(...pagesBelowTopic(model, { id: idOf(item.ref), path: item.path }))
  }
  const kept = new Set(historyPagesOf(after))
  gone.push(...historyPagesOf(before).filter((path) => !kept.has(path)))
  for (const list of flipped.filter(model.isEmpty)) {
    for (const { path, needsList } of pagesOfList(model, list)) if (needsList) gone.push(path)
  }
  // Said again at every repetition, so that a removal which failed once is tried once more.
  gone.push(...after.closed.map(({ path }) => path))
  for (const { path } of before.files) if (model.publicFile(path) === null) gone.push(path)
  return gone
}

function collector() {
  const found = new Map<string, AffectedRoute>()
  return {
    add(path: string, priority: Priority, why: string): void {
      const known = found.get(path)
      if (!known || known.priority > priority) found.set(path, { path, priority, why })
    },
    remove(path: string): void {
      found.set(path, { path, priority: 0, why: 'không còn công khai ở địa chỉ này' })
    },
    all: () => [...found.values()],
  }
}
