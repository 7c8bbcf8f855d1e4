/** Agencies: the tree and the page of one agency. */
import type { AgencyContent } from '#domain/content.ts'
import { agencyKindName } from '#domain/agency-kinds.ts'
import { nameOn } from '#domain/agency-names.ts'
import { itemPath } from '#domain/routes.ts'
import type { Cards } from './cards.ts'
import { lists } from './lists.ts'
import { richTextHtml } from './rich-text-html.ts'
import type { BriefRow, ItemRow, Rows } from './rows.ts'
import type { AgencyNode, AgencyPage, Reader } from './views.ts'

const newestShown = 5
const childrenShown = 200

export function readAgencies(
  rows: Rows,
  cards: Cards,
  today: () => string,
): Pick<Reader, 'agencyTree' | 'agencyPage'> {
  return {
    agencyTree: () => treeOf(rows.inOrder('agencies', lists.agencies())),

    agencyPage(slug, language = 'vi') {
      const row = rows.atPath('agencies', itemPath({ collection: 'agencies', slug, language }))
      return row && agencyPage(rows, cards, row, today())
    },
  }
}

/**
 * Children below their parents in list order. An agency whose parent is not live stands at the top, and so
 * does one member of a ring of parents: nobody disappears because of another agency's data.
 */
function treeOf(agencies: BriefRow<'agencies'>[]): AgencyNode[] {
  const nodes = new Map(agencies.map((row) => [row.ref, { ...nodeOf(row), children: [] as AgencyNode[] }]))
  const parents = new Map(agencies.map(({ ref, content }) => [ref, content.parent]))
  const tops: AgencyNode[] = []
  for (const [ref, node] of nodes) {
    const parent = parents.get(ref)
    const above = parent ? nodes.get(parent) : undefined
    if (above && parent && !isAbove(ref, parent, parents)) above.children.push(node)
    else {
      parents.delete(ref)
      tops.push(node)
    }
  }
  return tops
}

/** Would following parents from `start` lead to `ref`? */
function isAbove(ref: string, start: string, parents: Map<string, string | undefined>): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = start; at && !seen.has(at); at = parents.get(at)) {
    if (at === ref) return true
    seen.add(at)
  }
  return false
}

function nodeOf({ path, title, content }: BriefRow<'agencies'>): Omit<AgencyNode, 'children'> {
  const formerly = [...(content.formerNames ?? [])].sort((a, b) =>
    compare(b.validTo ?? '', a.validTo ?? ''),
  )[0]
  return {
    path,
    title,
    ...(content.shortName ? { shortName: content.shortName } : {}),
    ...(formerly ? { formerly: formerly.name } : {}),
  }
}

function agencyPage(rows: Rows, cards: Cards, row: ItemRow<'agencies'>, today: string): AgencyPage {
  const { ref, content, files } = row
  const id = ref.slice(ref.indexOf('/') + 1)
  const parent = rows.link(content.parent, today)
  const successor = rows.link(content.successor, today)
  return {
    path: row.path,
    name: content.name,
    language: row.language,
    kindName: agencyKindName(content.kind),
    body: richTextHtml(content.body, { files, resolve: (target) => rows.link(target, today) }).html,
    ...(parent ? { parent } : {}),
    children: childrenOf(rows, ref, today),
    ...(successor ? { successor } : {}),
    formerNames: (content.formerNames ?? []).map(({ name, validFrom, validTo }) => ({
      name,
      ...(validFrom ? { validFrom } : {}),
      ...(validTo ? { validTo } : {}),
    })),
    ...facts(content),
    news: rows.newest('news', lists.agencyNews(id), newestShown).map(cards.newsCard),
    documents: rows.newest('documents', lists.agencyDocuments(id), newestShown).map(cards.documentCard),
    edition: row.edition,
  }
}

/** Live units below, in the order of the list of agencies. */
const childrenOf = (rows: Rows, ref: string, today: string): { path: string; title: string }[] =>
  rows
    .all(
      `SELECT ref FROM list_entries
       WHERE list = ? AND ref IN (SELECT from_ref FROM mentions WHERE to_ref = ? AND kind = 'parent')
       ORDER BY sort, ref LIMIT ?`,
      lists.agencies(),
      ref,
      childrenShown,
    )
    .flatMap((child) => rows.briefly('agencies', child.ref as string) ?? [])
    .map(({ path, content }) => ({ path, title: nameOn(content, today) }))

/** What an agency says about itself, unknown things left out. */
function facts(content: AgencyContent): Partial<Record<(typeof factNames)[number], string>> {
  return Object.fromEntries(factNames.filter((name) => content[name]).map((name) => [name, content[name]]))
}

const factNames = ['shortName', 'summary', 'validFrom', 'validTo', 'address', 'phone', 'email'] as const

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
