'use client'
import { formatMoment } from '#domain/dates.ts'
import type { FieldChange } from '#domain/comparison/comparison.ts'
import { BlockChanges } from './BlockChanges.tsx'
import { FileChanges } from './FileChanges.tsx'
import { Runs } from './Runs.tsx'
import type { BaseKind, ComparisonAnswer } from './review-api.ts'

type Props = { comparison: ComparisonAnswer; base: BaseKind; onChoose: (base: BaseKind) => void }

/** Changed fields only, word by word; the others are counted and named. */
export function ChangeList({ comparison, base, onChoose }: Props) {
  const { changes, unchanged } = comparison
  return (
    <section
      className={comparison.base ? 'portal-changes' : 'portal-changes portal-changes--new'}
      aria-labelledby="portal-changes-title"
    >
      <div className="portal-changes__head">
        <h2 id="portal-changes-title">{titleOf(comparison)}</h2>
        <Bases comparison={comparison} base={base} onChoose={onChoose} />
      </div>
      <dl className="portal-changes__list">
        {changes.map((change) => (
          <div key={change.field} className="portal-change">
            <dt>{change.label}</dt>
            <dd>
              <Change change={change} />
            </dd>
          </div>
        ))}
      </dl>
      {unchanged.length > 0 ? (
        <details className="portal-changes__rest">
          <summary>{`${unchanged.length} trường không đổi`}</summary>
          {unchanged.map(({ label }) => label).join(' · ')}
        </details>
      ) : null}
    </section>
  )
}

function titleOf({ base, changes }: ComparisonAnswer): string {
  if (!base) return 'Bài mới: toàn bộ nội dung'
  return changes.length === 0 ? 'Không có thay đổi' : `Đã thay đổi ${changes.length} trường`
}

function Bases({ comparison: { base: found, hasReturn, hasLive }, base, onChoose }: Props) {
  const when = found && found.kind === base ? ` ${formatMoment(found.at)}` : ''
  const choices: { kind: BaseKind; words: string; exists: boolean }[] = [
    { kind: 'return', words: 'lần trả lại', exists: hasReturn },
    { kind: 'live', words: 'bản đang trên Cổng', exists: hasLive },
  ]
  return (
    <p className="portal-changes__bases">
      So với{' '}
      {choices.map(({ kind, words, exists }, index) => (
        <span key={kind}>
          {index > 0 ? ' · ' : ''}
          {exists ? (
            <button
              type="button"
              className="portal-link"
              aria-pressed={kind === base}
              onClick={() => onChoose(kind)}
            >
              {words + (kind === base ? when : '')}
            </button>
          ) : (
            `${words} (chưa có)`
          )}
        </span>
      ))}
    </p>
  )
}

function Change({ change }: { change: FieldChange }) {
  switch (change.kind) {
    case 'words':
      return <Runs runs={change.runs} />
    case 'rich-text':
      return <BlockChanges blocks={change.blocks} omitted={change.omitted} />
    case 'uploads':
      return <FileChanges files={change.files} isReordered={change.isReordered} />
    case 'entries':
      return (
        <>
          <ul className="portal-files">
            {change.entries.map(({ kind, text }, index) => (
              <li key={index}>
                <Runs runs={[{ kind, text }]} />
              </li>
            ))}
          </ul>
          {change.isReordered ? <p className="portal-change__note">Thứ tự đã đổi.</p> : null}
        </>
      )
  }
}
