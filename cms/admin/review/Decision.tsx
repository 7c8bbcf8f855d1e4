'use client'
import { useState } from 'react'
import type { Returned } from '#domain/returned.ts'
import { openReasons } from '#domain/returned.ts'
import type { Action } from '#domain/workflow.ts'
import type { ShownFinding } from '../workflow/leak-decisions.ts'
import { confirmStep } from '../workflow/confirm-step.ts'
import { ShapeIcon } from '../workflow/ShapeIcon.tsx'
import { StepDialog } from '../workflow/StepDialog.tsx'
import { shortRevision } from '../workflow/status-cells.ts'
import { groupSteps, stepForm, stepName } from '../workflow/step-forms.ts'
import type { Item } from '../workflow/workflow-api.ts'

type Props = {
  item: Item
  allowed: Action[]
  revision: string
  returned: Returned | null
  /** What the leak guard asks the reviewer to decide. */
  findings: readonly ShownFinding[]
  /** It is decided with the set it goes live with. */
  isInSet: boolean
  /** Something of the item is public, or was. */
  isPublic: boolean
  /** The hash the content has now, when it is not the one on screen any more. */
  movedTo: string | null
}

/** The steps open to this person, bound to the content on screen. When it moved, nothing can be decided about it. */
export function Decision({ item, allowed, revision, returned, findings, isInSet, isPublic, movedTo }: Props) {
  const [chosen, setChosen] = useState<Action | null>(null)
  const { primary, secondary } = groupSteps(allowed)
  const open = openReasons(returned, revision)
  if (movedTo) return <MovedOn movedTo={movedTo} />

  return (
    <section className="portal-panel portal-panel--sea" aria-labelledby="portal-decision-title">
      <h2 id="portal-decision-title">Quyết định</h2>
      <p className="portal-quiet">Bạn đang xem bản</p>
      <p className="portal-revision">{shortRevision(revision)}</p>
      <p className="portal-quiet">
        {primary === 'approve' ? 'Chỉ đúng bản này được đăng.' : isInSet ? inSetWords : wordsWithout(allowed)}
      </p>
      {open.length > 0 && allowed.includes('approve') ? (
        <p className="portal-warning">
          <ShapeIcon shape="problem" />
          {`Còn ${open.length} lý do trả lại chưa đánh dấu`}
        </p>
      ) : null}
      <div className="portal-panel__buttons">
        {primary ? (
          <button
            type="button"
            className="portal-button portal-button--filled"
            onClick={() => setChosen(primary)}
          >
            {stepName(primary, revision)}
          </button>
        ) : null}
        {secondary.map((action) => (
          <button key={action} type="button" className="portal-button" onClick={() => setChosen(action)}>
            {stepName(action, revision)}
          </button>
        ))}
      </div>
      {chosen ? (
        <StepDialog
          key={chosen}
          form={stepForm(chosen, revision, { collection: item.collection, returned, isPublic })}
          findings={findings}
          onConfirm={(input) => confirmStep(item, { action: chosen, revision, input })}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </section>
  )
}

const inSetWords = 'Mục này được duyệt cùng bộ của nó: hãy mở bộ theo liên kết ở trên.'

function wordsWithout(allowed: Action[]): string {
  if (allowed.includes('return'))
    return 'Bạn đã tham gia soạn bản này nên không tự duyệt. Hãy nhờ người khác trong Ban biên tập.'
  return allowed.includes('submit')
    ? 'Khi gửi duyệt, Ban biên tập xem đúng bản này.'
    : 'Không có bước nào chờ bạn.'
}

function MovedOn({ movedTo }: { movedTo: string }) {
  return (
    <section className="portal-card portal-card--refused" role="alert">
      <strong>Bản soạn đã đổi</strong>
      <p>Nội dung đã thay đổi sau khi bạn mở trang này. Chưa có gì được đăng.</p>
      <a href={window.location.href}>{`Xem phần vừa đổi, bản ${shortRevision(movedTo)}`}</a>
    </section>
  )
}
