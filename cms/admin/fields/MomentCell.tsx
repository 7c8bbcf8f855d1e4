import type { DefaultServerCellComponentProps } from 'payload'
import { formatMoment } from '#domain/dates.ts'

/** A stored moment (ISO 8601 UTC) in a list, as people in Vietnam read it. */
export function MomentCell({ cellData }: DefaultServerCellComponentProps) {
  return <>{typeof cellData === 'string' && cellData !== '' ? formatMoment(cellData) : ''}</>
}
