/** Documents: front, years and the page of one document. */
import { routes } from '#domain/routes.ts'
import { yearsOf } from './archives.ts'
import type { Cards } from './cards.ts'
import { relationGroups } from './document-relation-groups.ts'
import { fileViews } from './file-views.ts'
import { lists } from './lists.ts'
import { richTextHtml } from './rich-text-html.ts'
import type { ItemRow, Rows } from './rows.ts'
import type { DocumentPage, Reader } from './views.ts'

const newsPerDocument = 50

export function readDocuments(
  rows: Rows,
  cards: Cards,
): Pick<Reader, 'documentsFront' | 'documentsYear' | 'documentPage'> {
  const years = () => yearsOf(rows, 'documents/').map((year) => ({ year, path: routes.documentsYear(year) }))

  return {
    documentsFront: () => ({
      latest: rows.newest('documents', lists.documents(), 20).map(cards.documentCard),
      years: years(),
    }),

    documentsYear(year) {
      const items = rows.newest('documents', lists.documentsYear(year)).map(cards.documentCard)
      return items.length === 0 ? null : { items, years: years() }
    },

    documentPage(path) {
      const row = rows.atPath('documents', path)
      return row && documentPage(rows, cards, row)
    },
  }
}

function documentPage(rows: Rows, cards: Cards, row: ItemRow<'documents'>): DocumentPage {
  const { content, files, edition } = row
  const day = content.issuedOn
  const issuer = rows.link(content.issuer, day)
  const { html, contents } = richTextHtml(content.body, { files, resolve: (ref) => rows.link(ref, day) })
  return {
    ...cards.documentCard(row),
    language: row.language,
    title: row.title,
    ...(issuer ? { issuerPath: issuer.path } : {}),
    ...(content.place ? { place: content.place } : {}),
    body: html,
    contents,
    ...(content.signer ? { signer: content.signer } : {}),
    ...(content.signerCapacity ? { signerCapacity: content.signerCapacity } : {}),
    ...(content.effectiveFrom ? { effectiveFrom: content.effectiveFrom } : {}),
    ...(content.effectiveTo ? { effectiveTo: content.effectiveTo } : {}),
    fields: rows.links(content.fields, day),
    files: edition.withdrawn ? [] : fileViews(content.files, files),
    relations: relationGroups(rows, row),
    news: rows
      .mentioning('news', row.ref, ['about-document'], newsPerDocument)
      .map(({ path, title }) => ({ path, title })),
    edition,
  }
}
