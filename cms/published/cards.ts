/** Items as lists show them. Names are those of the item's day; targets that are not live are left out. */
import { localDay } from '#domain/dates.ts'
import { documentForce, type ForceEffect } from '#domain/document-force.ts'
import { documentRelationTypes } from '#domain/document-relations.ts'
import { documentTypeName } from '#domain/document-types.ts'
import type { DocumentContent } from '#domain/content.ts'
import { imageView } from './file-views.ts'
import type { BriefRow, Rows } from './rows.ts'
import type { DocumentCard, ForceView, NewsCard } from './views.ts'

export type Cards = ReturnType<typeof openCards>

const effectTypes = Object.entries(documentRelationTypes)
  .filter(([, type]) => 'effect' in type)
  .map(([key]) => key)

/** `today` (`YYYY-MM-DD`) is the day on which force is told. */
export function openCards(rows: Rows, today: () => string) {
  function newsCard({ path, title, publicDate, content, files }: BriefRow<'news'>): NewsCard {
    const image = imageView(content.image, files)
    return {
      path,
      title,
      ...(content.lead ? { lead: content.lead } : {}),
      date: publicDate,
      topics: rows.links(content.topics, localDay(publicDate)),
      ...(image ? { image } : {}),
    }
  }

  function documentCard(row: BriefRow<'documents'>): DocumentCard {
    const { issuer, number, type, abstract, issuedOn } = row.content
    return {
      path: row.path,
      issuer: rows.link(issuer, issuedOn)?.title ?? '',
      ...(number ? { number } : {}),
      typeName: documentTypeName(type),
      abstract,
      issuedOn,
      force: force(row),
    }
  }

  /** Force of a document today, other live documents that end, suspend or change it considered. */
  const force = ({ ref, content }: BriefRow<'documents'>): ForceView =>
    documentForce({ ...content, affectedBy: effectsOn(ref) }, today())

  function effectsOn(ref: string): ForceEffect[] {
    const found = rows.mentioning('documents', ref, effectTypes, -1)
    return found.flatMap(({ path, title, content }) =>
      (content.relations ?? [])
        .filter(({ type, target }) => target === ref && effectTypes.includes(type))
        .map(({ type, extent }) => ({
          type,
          ...(extent ? { extent } : {}),
          date: content.effectiveFrom ?? content.issuedOn,
          path,
          title: shortTitle(content) ?? title,
        })),
    )
  }

  return { newsCard, documentCard, force }
}

/** `Chỉ thị 08/CT-UBND`; `null` for a document without number. */
const shortTitle = ({ type, number }: DocumentContent): string | null =>
  number ? `${documentTypeName(type)} ${number}` : null
