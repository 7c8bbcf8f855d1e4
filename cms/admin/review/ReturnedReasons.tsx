'use client'
import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import { formatMoment } from '#domain/dates.ts'
import { isFixed, type Returned } from '#domain/returned.ts'
import { useFieldLabels } from '../workflow/field-labels.ts'
import { isRefusal, type Item } from '../workflow/workflow-api.ts'
import { tickReason } from './review-api.ts'

type Props = {
  item: Item
  revision: string
  returned: Returned
  /** Only a reviewer ticks, and only while the item is under review. */
  mayTick: boolean
  onTicked: (returned: Returned) => void
}

/** What was asked for at the last return, to tick off against what is there now. */
export function ReturnedReasons({ item, revision, returned, mayTick, onTicked }: Props) {
  const labelOf = useFieldLabels(item.collection)
  /** What was pressed and is not answered yet. */
  const [pressed, setPressed] = useState<Record<string, boolean>>({})
  const tick = async (reason: string, checked: boolean) => {
    setPressed((known) => ({ ...known, [reason]: checked }))
    const answer = await tickReason(item, { reason, isFixed: checked, revision })
    setPressed(({ [reason]: _answered, ...others }) => others)
    if (isRefusal(answer)) toast.error(answer.message)
    else onTicked(answer.returned)
  }
  return (
    <section className="portal-panel" aria-labelledby="portal-reasons-title">
      <h2 id="portal-reasons-title">Lý do trả lại lần trước</h2>
      <p className="portal-quiet">
        {[returned.byName, formatMoment(returned.at)].filter(Boolean).join(', ')}.
        {mayTick ? ' Đánh dấu những điều đã sửa.' : ''}
      </p>
      {returned.note && returned.reasons.some(({ text }) => !returned.note.includes(text)) ? (
        <p>{returned.note}</p>
      ) : null}
      <ul className="portal-reasons">
        {returned.reasons.map((reason) => (
          <li key={reason.id}>
            <label>
              <input
                type="checkbox"
                checked={pressed[reason.id] ?? isFixed(reason, revision)}
                disabled={!mayTick}
                onChange={(event) => void tick(reason.id, event.currentTarget.checked)}
              />
              <span>
                {reason.field ? <strong>{`${labelOf(reason.field)}: `}</strong> : null}
                {reason.text}
                <span className="portal-quiet">{tickWords(reason, revision)}</span>
              </span>
            </label>
            {reason.field ? (
              <a
                href={`/admin/collections/${item.collection}/${item.id}#field-${reason.field.replaceAll('.', '__')}`}
              >
                Đến chỗ sửa
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function tickWords(reason: Returned['reasons'][number], revision: string): string {
  const { tick } = reason
  if (!tick) return ''
  if (tick.revision !== revision) return ' (nội dung đã đổi sau khi đánh dấu)'
  return ` (${tick.isFixed ? 'đã sửa' : 'chưa sửa'}, ${tick.byName} ${formatMoment(tick.at)})`
}
