/** What ledgers store, in lists. The first column leads to its row, as Payload's own cells do. */
import type { DefaultServerCellComponentProps } from 'payload'
import { kindWords, momentWords, stateWords, stepWords } from './recorded-words.ts'

const recorded = (words: (value: unknown) => string) =>
  function RecordedCell({ cellData, link, collectionSlug, rowData }: DefaultServerCellComponentProps) {
    const text = words(cellData)
    if (!link) return <>{text}</>
    return (
      <a href={`/admin/collections/${collectionSlug}/${encodeURIComponent(String(rowData.id))}`}>
        {text || 'Mở'}
      </a>
    )
  }

export const MomentCell = recorded(momentWords)
export const StatesCell = recorded(stateWords)
export const KindCell = recorded(kindWords)
export const StepCell = recorded(stepWords)
