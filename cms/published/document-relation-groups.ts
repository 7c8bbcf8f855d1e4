/**
 * Relations of a document from both sides, under headings that say the direction in words
 * (reference/domain 6.6). A target that is not live is not mentioned; one that is only words is shown as words.
 */
import type { DocumentRelation } from '#domain/content.ts'
import { documentRelationType, documentRelationTypes } from '#domain/document-relations.ts'
import type { BriefRow, Rows } from './rows.ts'
import type { RelationGroup } from './views.ts'

/** A law may be the ground of thousands of documents; its page shows the newest of them. */
const incomingLimit = 200

type Entry = RelationGroup['entries'][number]

/** In the order of the table of relation types, this document's own acts before what was done to it. */
export function relationGroups(rows: Rows, { ref, content }: BriefRow<'documents'>): RelationGroup[] {
  const groups = new Map<string, Entry[]>()
  const add = (heading: string, entry: Entry): void => {
    const entries = groups.get(heading) ?? []
    const isKnown = entries.some(
      ({ path, title, detail }) => path === entry.path && title === entry.title && detail === entry.detail,
    )
    groups.set(heading, isKnown ? entries : [...entries, entry])
  }
  const own = content.relations ?? []
  for (const [type, { heading }] of Object.entries(documentRelationTypes)) {
    for (const relation of own.filter((entry) => entry.type === type)) {
      const entry = outgoing(rows, relation, content.issuedOn)
      if (entry) add(heading, entry)
    }
  }
  const ways = new Set(rows.waysOfMentioning(ref))
  for (const type of Object.keys(documentRelationTypes).filter((key) => ways.has(key))) {
    const heading = documentRelationType(type)?.inverseHeading ?? ''
    for (const other of rows.mentioning('documents', ref, [type], incomingLimit)) {
      for (const relation of other.content.relations ?? []) {
        if (relation.type !== type || relation.target !== ref) continue
        add(heading, { title: other.title, path: other.path, ...detailOf(relation) })
      }
    }
  }
  return [...groups].map(([heading, entries]) => ({ heading, entries }))
}

function outgoing(rows: Rows, relation: DocumentRelation, day: string): Entry | null {
  if (!relation.target)
    return relation.targetText ? { title: relation.targetText, ...detailOf(relation) } : null
  const target = rows.link(relation.target, day)
  return target && { ...target, ...detailOf(relation) }
}

/** `Một phần: Điều 4` */
function detailOf({ extent, provision }: DocumentRelation): { detail?: string } {
  const scope = extent === 'part' ? 'Một phần' : extent === 'whole' ? 'Toàn bộ' : ''
  const detail = [scope, provision].filter(Boolean).join(': ')
  return detail ? { detail } : {}
}
