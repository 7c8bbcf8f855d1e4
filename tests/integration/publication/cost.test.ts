/**
 * What one publication costs among a hundred items and among five thousand, counted and not timed: statements
 * run, rows read, rows changed, pages marked. Knock-on pages are many by nature; they are only marked.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ItemTruth } from '#domain/item-truth.ts'
import { apply, load, openReadModelParts, type ReadModel } from '#cms/publication/apply.ts'
import { eachPage } from '#cms/publication/public-routes.ts'
import { createReadModel } from '#published/open.ts'
import {
  article,
  committee,
  corrected,
  directive,
  topic,
  withState,
} from '#tests/support/publication-fixture.ts'

type Count = { statements: number; read: number; changed: number; urgent: number; knockOn: number }
type Filled = { model: ReadModel; count(work: () => ReturnType<typeof apply>): Count }

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cost-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const spread = (index: number): string =>
  new Date(Date.UTC(2015, index % 120, 1 + (index % 28), 3)).toISOString()
const many = (count: number): ItemTruth[] =>
  Array.from({ length: count }, (_, index) => article(`cu-${index}`, {}, spread(index)))
const issuer = committee()
const subject = topic()
const replaced = directive('ct-cu')

function filled(items: number): Filled {
  const db = createReadModel(path.join(folder, `${items}.sqlite`))
  const seen = { statements: 0, read: 0 }
  const model = openReadModelParts(counting(db, seen))
  load(model, [issuer, subject, replaced, ...many(items)], (_truth, error) => {
    throw error
  })
  for (const route of eachPage(db)) model.queue.markStale(route, 1)
  db.exec('UPDATE routes SET stale = 0')
  const changes = db.prepare('SELECT total_changes() AS changes')
  const changed = () => (changes.get() as { changes: number }).changes
  return {
    model,
    count(work) {
      const before = { ...seen, changed: changed() }
      const { routes } = work()
      return {
        statements: seen.statements - before.statements,
        read: seen.read - before.read,
        changed: changed() - before.changed,
        urgent: routes.filter(({ priority }) => priority <= 2).length,
        knockOn: routes.filter(({ priority }) => priority === 3).length,
      }
    },
  }
}

/** The same connection, every run of a statement and every row that it gives counted. */
function counting(db: DatabaseSync, seen: { statements: number; read: number }): DatabaseSync {
  const counted = (statement: StatementSync): StatementSync =>
    new Proxy(statement, {
      get(target, name) {
        const method = target[name as 'all'] as unknown
        if (typeof method !== 'function') return method
        return (...values: unknown[]) => {
          const result: unknown = (method as (...given: unknown[]) => unknown).apply(target, values)
          if (['all', 'get', 'run', 'iterate'].includes(String(name))) seen.statements += 1
          if (Array.isArray(result)) seen.read += result.length
          else if (name === 'get' && result !== undefined) seen.read += 1
          return result
        }
      },
    })
  return new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => counted(target.prepare(sql))
      const value = target[name as 'exec'] as unknown
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value
    },
  })
}

let few: Filled
let lots: Filled
beforeAll(() => {
  few = filled(100)
  lots = filled(5000)
}, 60_000)

const put =
  (truth: ItemTruth) =>
  ({ model }: Filled) =>
    apply(model, { ref: truth.ref, truth })
const both = (step: (portal: Filled) => ReturnType<typeof apply>) =>
  [few, lots].map((portal) => portal.count(() => step(portal))) as [Count, Count]

const fresh = article('moi', {}, '2024-12-20T03:00:00.000Z')
const renamed = corrected(fresh, { slug: 'moi-hon', title: 'Tin mới hơn' })

describe('among 5,000 items as among 100', () => {
  it.each([
    ['a new article', put(fresh)],
    ['a corrected article', put(corrected(fresh, { title: 'Tin mới, sửa' }))],
    ['an article at a new address', put({ ...renamed, edition: { ...renamed.edition, number: 3 } })],
    [
      'a withdrawn article',
      put(withState({ ...renamed, edition: { ...renamed.edition, number: 3 } }, 'withdrawn')),
    ],
    [
      'a document that replaces another',
      put(directive('ct-moi', { relations: [{ type: 'replaces', target: 'documents/ct-cu' }] })),
    ],
  ])('%s runs as many statements, reads and changes as many rows', (_name, step) => {
    const [small, large] = both(step)
    // Lists of months are walked one by one; there are at most 120 more of them.
    expect(large.statements).toBeLessThanOrEqual(small.statements + 130)
    expect(large.read).toBeLessThanOrEqual(small.read + 130)
    expect(large.changed).toBeLessThanOrEqual(small.changed + 20)
    expect(large.urgent).toBe(small.urgent)
    expect(large.urgent).toBeLessThanOrEqual(15)
  })

  it.each([
    ['an agency', put(corrected(issuer, { name: 'Ủy ban nhân dân tỉnh mới' }))],
    ['a topic', put(corrected(subject, { name: 'Chuyển đổi số' }))],
  ])('the name of %s: its own pages first, the thousands that repeat it only marked', (_name, step) => {
    const [small, large] = both(step)
    expect(large.urgent).toBe(small.urgent)
    expect(large.knockOn).toBeGreaterThan(4000)
    expect(small.knockOn).toBeLessThan(500)
  })
})
