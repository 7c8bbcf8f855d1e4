import { formatMoment } from '#domain/dates.ts'
import { absenceWords } from '#domain/handover.ts'
import type { DeskItem } from '../../workflow/handover-desk.ts'
import { stateNames } from '../../workflow/words.ts'
import { collectionNames } from '../dashboard/collection-names.ts'
import { keyOf, type Taker } from './taking.ts'

type Props = {
  items: DeskItem[]
  taker: Taker | undefined
  /** Keys of those that stay with their holder. */
  left: ReadonlySet<string>
  onChange: (left: ReadonlySet<string>) => void
}

/** Every item with its box; one that the chosen person cannot take says so. */
export function DeskItems({ items, taker, left, onChange }: Props) {
  const toggle = (key: string) => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    onChange(next)
  }
  return (
    <fieldset className="portal-handover__items">
      <legend>Bài được giao</legend>
      <ul>
        {items.map((item) => {
          const key = keyOf(item)
          const isBarred = taker !== undefined && !item.takers.includes(taker.id)
          return (
            <li key={key}>
              <label className="portal-check">
                <input
                  type="checkbox"
                  checked={!left.has(key) && !isBarred}
                  disabled={isBarred}
                  onChange={() => toggle(key)}
                />
                <span>
                  {item.title}
                  <span className="portal-work__facts">{factsOf(item)}</span>
                  {isBarred ? (
                    <span className="portal-work__facts">
                      {`${taker.name} không thuộc cơ quan của bài này nên không nhận được.`}
                    </span>
                  ) : null}
                </span>
              </label>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

const factsOf = ({ collection, agency, state, scheduledAt, absence }: DeskItem): string =>
  [
    collectionNames[collection],
    agency,
    state === 'scheduled' && scheduledAt ? `hẹn đăng ${formatMoment(scheduledAt)}` : stateNames[state],
    absence ? `người phụ trách: ${absenceWords[absence]}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
