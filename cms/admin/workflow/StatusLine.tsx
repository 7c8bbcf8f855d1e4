'use client'
import { NextStep } from './NextStep.tsx'
import { ShapeIcon } from './ShapeIcon.tsx'
import { useShownItem } from './shown-item.ts'
import { statusCells, type Cell } from './status-cells.ts'
import { useFieldInAddress } from './use-field-in-address.ts'
import { usePublication } from './use-publication.ts'
import { useWorkflow } from './use-workflow.ts'

/** Where an item stands, at the top of its form (design §6, Admin: status line). */
export function StatusLine() {
  const { item, shown } = useShownItem()
  const workflow = useWorkflow()
  const publication = usePublication()
  const isSaved = item !== null
  useFieldInAddress()
  return (
    <section className="portal-status" aria-label="Trạng thái của bài">
      <ol className="portal-status__cells">
        {statusCells({ isSaved, shown, publication }).map((cell) => (
          <StatusCell key={cell.name} {...cell} />
        ))}
      </ol>
      {shown.isLimited ? (
        <p className="portal-status__limit">
          <strong>Bản hạn chế.</strong> Chỉ người viết, người phụ trách, những người được nêu ở “Ai đọc bản
          đang soạn” và Ban biên tập thấy bản này.
        </p>
      ) : null}
      <NextStep collection={item?.collection ?? ''} {...{ isSaved, shown, workflow, publication }} />
    </section>
  )
}

const shapeWords = {
  done: 'xong',
  here: 'đang ở đây',
  open: 'chưa tới',
  problem: 'có việc',
  clock: 'đang chờ',
  ended: 'đã kết thúc',
} as const

function StatusCell({ name, shape, isPresent, lines }: Cell) {
  return (
    <li
      className={`portal-status__cell portal-status__cell--${shape}`}
      aria-current={isPresent ? 'step' : undefined}
    >
      <ShapeIcon shape={shape} />
      <div>
        <strong>{name}</strong>
        <span className="portal-hidden">{` (${shapeWords[shape]})`}</span>
        {lines.map((line) => (
          <span key={line} className="portal-status__line">
            {line}
          </span>
        ))}
      </div>
    </li>
  )
}
