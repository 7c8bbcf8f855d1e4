'use client'
import { Popup, PopupList, toast, useEditDepth, useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import type { Action } from '#domain/workflow.ts'
import { reviewPath } from '../review/review-api.ts'
import { confirmStep } from './confirm-step.ts'
import { useMessageAfterLoad } from './load-again.ts'
import { StepDialog } from './StepDialog.tsx'
import { useShownItem } from './shown-item.ts'
import { groupSteps, stepForm, stepName } from './step-forms.ts'
import { useWorkflow } from './use-workflow.ts'

/** One button for each step this person may take now; what a step needs is asked in a dialog. */
export function WorkflowControls() {
  const { item, shown } = useShownItem()
  const workflow = useWorkflow()
  const isModified = useFormModified()
  const isInDrawer = useEditDepth() > 1
  useMessageAfterLoad()
  const [chosen, setChosen] = useState<Action | null>(null)
  // A step loads the page again; in a drawer that would throw away the form behind it.
  if (!item || !workflow || isInDrawer) return null
  const { revision, allowed, isStale } = workflow
  if (isStale)
    return (
      <a className="portal-button" href={window.location.href}>
        Có bản mới hơn, tải lại
      </a>
    )

  const choose = (action: Action) => {
    if (isModified) toast.error('Hãy lưu trước: các bước duyệt chỉ tính phần đã lưu.')
    else setChosen(action)
  }

  if (allowed.length === 0) return null
  const { primary, secondary, rare } = groupSteps(allowed)
  return (
    <div className="portal-steps" role="group" aria-label="Các bước duyệt">
      {rare.length > 0 ? <RareSteps actions={rare} onChoose={choose} /> : null}
      {shown.state === 'submitted' && allowed.includes('return') ? (
        <a className="portal-button" href={reviewPath(item.collection, item.id)}>
          Xem và duyệt
        </a>
      ) : null}
      {secondary.map((action) => (
        <button key={action} type="button" className="portal-button" onClick={() => choose(action)}>
          {stepName(action, revision)}
        </button>
      ))}
      {primary ? (
        <button type="button" className="portal-button portal-button--filled" onClick={() => choose(primary)}>
          {stepName(primary, revision)}
        </button>
      ) : null}
      {chosen ? (
        <StepDialog
          key={chosen}
          form={stepForm(chosen, revision, {
            collection: item.collection,
            returned: workflow.returned,
            isPublic: shown.publicState !== 'none',
          })}
          findings={workflow.findings ?? []}
          onConfirm={(input) => confirmStep(item, { action: chosen, revision, input })}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </div>
  )
}

function RareSteps({ actions, onChoose }: { actions: Action[]; onChoose: (action: Action) => void }) {
  return (
    <Popup
      button={<span className="portal-button">Việc khác</span>}
      horizontalAlign="right"
      render={({ close }) => (
        <PopupList.ButtonGroup>
          {actions.map((action) => (
            <PopupList.Button
              key={action}
              onClick={() => {
                close()
                onChoose(action)
              }}
            >
              {stepName(action, '')}
            </PopupList.Button>
          ))}
        </PopupList.ButtonGroup>
      )}
    />
  )
}
