'use client'
import { useRowLabel } from '@payloadcms/ui'
import { isSectionName, sections } from '#domain/sections.ts'

type Row = { title?: string | null; target?: string | null; section?: string | null; address?: string | null }

/** A closed row says its words, or where it leads, instead of a number. */
export function SiteLinkLabel() {
  const { data, rowNumber } = useRowLabel<Row>()
  const number = (rowNumber ?? 0) + 1
  return <span>{`${number}. ${wordsOf(data)}`}</span>
}

function wordsOf({ title, target, section, address }: Row): string {
  if (title) return title
  if (target === 'section' && isSectionName(section)) return sections[section].title
  if (target === 'address' && address) return address
  return 'Liên kết'
}
