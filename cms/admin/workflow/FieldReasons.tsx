'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import type { Returned } from '#domain/returned.ts'
import { ShapeIcon } from './ShapeIcon.tsx'

/** At a field: what the last return asked of it. */
export function FieldReasons({ path }: { path: string }) {
  const { savedDocumentData } = useDocumentInfo()
  const returned = (savedDocumentData as { returned?: Returned | null } | undefined)?.returned
  const own = (returned?.reasons ?? []).filter(({ field }) => field === path || field?.startsWith(`${path}.`))
  if (own.length === 0) return null
  return (
    <ul className="portal-field-reasons" aria-label="Lý do trả lại">
      {own.map(({ id, text }) => (
        <li key={id}>
          <ShapeIcon shape="problem" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
