/** The audit's daily anchors, for `/du-lieu-mo/nhat-ky/`. */
import type { DatabaseSync } from 'node:sqlite'
import { yearsOfAnchors, type Anchor } from '#domain/anchors.ts'
import { routes } from '#domain/routes.ts'
import { statement } from './statements.ts'
import type { Reader } from './views.ts'

const latest = 31

/** First to last. */
export const readAnchors = (db: DatabaseSync): Anchor[] =>
  (
    statement(db, 'SELECT day, number, seal, events, editions FROM anchors ORDER BY day').all() as Anchor[]
  ).map((row) => ({ ...row }))

export function readAuditLog(db: DatabaseSync): Pick<Reader, 'auditLog' | 'auditLogYear'> {
  const years = (anchors: Anchor[]) =>
    yearsOfAnchors(anchors).map((year) => ({ year, path: routes.auditLogYear(year) }))
  return {
    auditLog() {
      const anchors = readAnchors(db)
      return anchors.length === 0 ? null : { days: anchors.slice(-latest).reverse(), years: years(anchors) }
    },
    auditLogYear(year) {
      const anchors = readAnchors(db)
      const days = anchors.filter(({ day }) => day.startsWith(`${year}-`)).reverse()
      return days.length === 0 ? null : { days, years: years(anchors) }
    },
  }
}
