import type { DocumentPage, NewsPage } from '#published/views.ts'
import { province } from '../province.ts'
import { localDay } from '#domain/dates.ts'

export type Meta = { name: string; content: string }

const isStated = (row: { name: string; content?: string }): row is Meta => Boolean(row.content)

/** Dublin Core of a news item (TT 24/2011/TT-BTTTT: the first six are required). Several values are parted by `;`. */
export const newsMetadata = (news: NewsPage, address: string): Meta[] =>
  [
    { name: 'DC.title', content: news.title },
    { name: 'DC.creator', content: news.author ?? news.agency?.title ?? province.responsible },
    { name: 'DC.date', content: localDay(news.date) },
    { name: 'DC.description', content: news.lead ?? news.title },
    { name: 'DC.publisher', content: news.agency?.title ?? province.owner },
    { name: 'DC.identifier', content: address },
    { name: 'DC.language', content: news.language },
    { name: 'DC.source', content: news.source },
    { name: 'DC.subject', content: news.topics.map((topic) => topic.title).join('; ') },
    { name: 'DC.type', content: 'Tin tức' },
    {
      name: 'DC.relation',
      content: news.documents
        .map((document) => document.number)
        .filter(Boolean)
        .join('; '),
    },
  ].filter(isStated)

/** Dublin Core of a document. */
export const documentMetadata = (document: DocumentPage, address: string): Meta[] =>
  [
    { name: 'DC.title', content: document.title },
    { name: 'DC.creator', content: document.signer ?? document.issuer },
    { name: 'DC.date', content: document.issuedOn },
    { name: 'DC.description', content: document.abstract },
    { name: 'DC.publisher', content: document.issuer },
    { name: 'DC.identifier', content: document.number ? `${document.number}; ${address}` : address },
    { name: 'DC.language', content: document.language },
    { name: 'DC.subject', content: document.fields.map((field) => field.title).join('; ') },
    { name: 'DC.type', content: document.typeName },
    { name: 'DC.format', content: document.files.map((file) => file.kind).join('; ') },
  ].filter(isStated)
