/**
 * Which pages show which list: the table behind every list, feed and sitemap. `archive` are pages that say
 * *that* a list exists, touched only when it gets its first item or loses its last.
 */
import { routes } from '#domain/routes.ts'
import type { ModelQuestions } from './model-questions.ts'

export type ListPage = {
  path: string
  why: string
  /** The page stands only while this list holds something. */
  needsList?: true
}

type ListRule = {
  pattern: RegExp
  pages(model: ModelQuestions, ...parts: string[]): ListPage[]
  archive?(model: ModelQuestions, ...parts: string[]): ListPage[]
  /** The navigation of every page names this section. */
  isSection?: true
}

const rules: readonly ListRule[] = [
  {
    pattern: /^news$/,
    isSection: true,
    pages: () => [
      { path: routes.home, why: 'trang chủ có tin mới' },
      { path: routes.newsFront, why: 'trang Tin tức' },
      { path: routes.newsFeed, why: 'nguồn tin RSS' },
    ],
  },
  {
    pattern: /^news\/(\d{4})\/(\d\d)$/,
    pages: (_model, year = '', month = '') => [
      { path: routes.newsMonth(year, month), why: `tin tháng ${month}/${year}`, needsList: true },
    ],
    archive: (model, year = '', month = '') =>
      archiveMonths(model, 'news/', year, month).map(([y, m]) => ({
        path: routes.newsMonth(y, m),
        why: `lịch lưu trữ có thêm hoặc bớt tháng ${month}/${year}`,
      })),
  },
  {
    pattern: /^topic\/([^/]+)$/,
    pages: (model, id = '') => topicPaths(model, id).map((path) => ({ path, why: 'chuyên mục' })),
  },
  {
    pattern: /^topic\/([^/]+)\/(\d{4})\/(\d\d)$/,
    pages: (model, id = '', year = '', month = '') =>
      topicPath(model, id).map((path) => ({
        path: `${path}${year}/${month}/`,
        why: `chuyên mục, tháng ${month}/${year}`,
        needsList: true,
      })),
    archive: (model, id = '', year = '', month = '') =>
      topicPath(model, id).flatMap((path) =>
        archiveMonths(model, `topic/${id}/`, year, month).map(([y, m]) => ({
          path: `${path}${y}/${m}/`,
          why: `lịch lưu trữ của chuyên mục có thêm hoặc bớt tháng ${month}/${year}`,
        })),
      ),
  },
  {
    pattern: /^documents$/,
    isSection: true,
    pages: () => [
      { path: routes.home, why: 'trang chủ có văn bản mới' },
      { path: routes.documentsFront, why: 'trang Văn bản' },
      { path: routes.documentsFeed, why: 'nguồn RSS của văn bản' },
    ],
  },
  {
    pattern: /^documents\/(\d{4})$/,
    pages: (_model, year = '') => [
      { path: routes.documentsYear(year), why: `văn bản năm ${year}`, needsList: true },
    ],
    archive: (model, year) =>
      model.listsBelow('documents/').map((list) => ({
        path: routes.documentsYear(list.slice('documents/'.length)),
        why: `danh sách năm có thêm hoặc bớt ${year}`,
      })),
  },
  {
    pattern: /^agencies$/,
    isSection: true,
    pages: () => [{ path: routes.agenciesFront, why: 'danh mục cơ quan' }],
  },
  { pattern: /^topics$/, pages: () => [{ path: routes.newsFront, why: 'danh sách chuyên mục' }] },
  {
    pattern: /^agency\/([^/]+)\/(?:news|documents)$/,
    pages: (model, id) => {
      const agency = model.standing(`agencies/${id}`)
      return agency ? [{ path: agency.path, why: 'trang của cơ quan có mục mới nhất' }] : []
    },
  },
  {
    pattern: /^sitemap\/(\d{4})\/(\d\d)$/,
    pages: (_model, year = '', month = '') => [
      { path: routes.sitemapMonth(year, month), why: 'sơ đồ trang của tháng', needsList: true },
      { path: routes.sitemapIndex, why: 'mục lục sơ đồ trang' },
    ],
  },
]

/** The pages that show a list. */
export const pagesOfList = (model: ModelQuestions, list: string): ListPage[] =>
  withRule(list, (rule, parts) => rule.pages(model, ...parts)) ?? []

/** The pages that say that a list exists. */
export const archiveOfList = (model: ModelQuestions, list: string): ListPage[] =>
  withRule(list, (rule, parts) => rule.archive?.(model, ...parts)) ?? []

export const isSection = (list: string): boolean => withRule(list, (rule) => rule.isSection) ?? false

/** Pages that hang below a topic's own: they come, go and move with it. */
export function pagesBelowTopic(model: ModelQuestions, topic: { id: string; path: string }): string[] {
  if (isEnglish(topic.path)) return []
  const months = model.listsBelow(`topic/${topic.id}/`).map((list) => list.slice(`topic/${topic.id}/`.length))
  return [`${topic.path}rss.xml`, ...months.map((month) => `${topic.path}${month}/`)]
}

function withRule<T>(list: string, use: (rule: ListRule, parts: string[]) => T): T | undefined {
  for (const rule of rules) {
    const match = rule.pattern.exec(list)
    if (match) return use(rule, match.slice(1))
  }
  return undefined
}

/** Lists are Vietnamese, so an English topic has its page and nothing below it. */
const isEnglish = (path: string): boolean => path.startsWith('/en/')

/** A topic has list pages only while it is live. */
function topicPath(model: ModelQuestions, id: string): string[] {
  const topic = model.standing(`topics/${id}`)
  return topic?.state === 'live' && !isEnglish(topic.path) ? [topic.path] : []
}

const topicPaths = (model: ModelQuestions, id: string): string[] =>
  topicPath(model, id).flatMap((path) => [path, `${path}rss.xml`])

/**
 * Months whose pages draw the month in question: those of its year, and its neighbours in time. When the
 * year itself came or went, every month page, because each of them lists the years.
 */
function archiveMonths(
  model: ModelQuestions,
  prefix: string,
  year: string,
  month: string,
): [string, string][] {
  const own = `${year}/${month}`
  const all = model
    .listsBelow(prefix)
    .map((list) => list.slice(prefix.length))
    .filter((name) => /^\d{4}\/\d\d$/.test(name) && name !== own)
  const isYearKnown = all.some((name) => name.startsWith(year))
  const before = all.findLast((name) => name < own)
  const after = all.find((name) => name > own)
  return all
    .filter((name) => !isYearKnown || name.startsWith(year) || name === before || name === after)
    .map((name) => name.split('/') as [string, string])
}
