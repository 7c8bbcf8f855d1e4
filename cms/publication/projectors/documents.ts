import { searchTitle } from '#published/search-document.ts'
import { lists } from '#published/lists.ts'
import { idOf, type Projector } from './projector.ts'

export const documents: Projector<'documents'> = {
  title: (content) => searchTitle('documents', content),
  lists: ({ content: { issuedOn, issuer } }) => [
    lists.documents(),
    lists.documentsYear(issuedOn.slice(0, 4)),
    lists.agencyDocuments(idOf(issuer)),
  ],
  mentions: ({ issuer, fields = [], relations = [] }) => [
    ['issuer', issuer],
    ...fields.map((field) => ['field', field] as [string, typeof field]),
    ...relations.map(({ type, target }) => [type, target] as [string, typeof target]),
  ],
  shownElsewhere: ({ type, number, abstract, issuer, issuedOn, effectiveFrom, effectiveTo, relations }) => [
    [type, number, abstract, issuer],
    [issuedOn, effectiveFrom, effectiveTo],
    relations,
  ],
  day: ({ issuedOn }) => issuedOn,
}
