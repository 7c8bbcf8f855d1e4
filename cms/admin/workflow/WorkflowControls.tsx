'use client'
import { Popup, PopupList, toast, useDocumentInfo, useFormModified, useRouteCache } from '@payloadcms/ui'
import { useState } from 'react'
import { transitions, type Action } from '#domain/workflow.ts'
import { StepDialog } from './StepDialog.tsx'
import { useShownItem } from './shown-item.ts'
import { doneWords, groupSteps, stepForm, stepName } from './step-forms.ts'
import { useWorkflow } from './use-workflow.ts'
import { isRefusal, takeStep, type StepInput } from './workflow-api.ts'

/** One button for each step this person may take now; what a step needs is asked in a dialog. */
export function WorkflowControls() {
  const { item } = useShownItem()
  const workflow = useWorkflow()
  const isModified = useFormModified()
  const { clearRouteCache } = useRouteCache()
  const { unlockDocument, documentIsLocked } = useDocumentInfo()
  const [chosen, setChosen] = useState<Action | null>(null)
  if (!item || !workflow) return null
  const { revision, allowed, isStale } = workflow
  if (isStale) return <a className="portal-button" href={window.location.href}>Có bản mới hơn, tải lại</a>

  const choose = (action: Action) => {
    if (isModified && transitions[action].bindsRevision) toast.error('Hãy lưu trước: các bước duyệt chỉ tính phần đã lưu.')
    else setChosen(action)
  }

  const confirm = async (action: Action, input: Omit<StepInput, 'action' | 'revision'>) => {
    const answer = await takeStep(item, { action, ...(transitions[action].bindsRevision ? { revision } : {}), ...input })
    if (isRefusal(answer)) return answer
    setChosen(null)
    toast.success(doneWords[action])
    if (documentIsLocked) void unlockDocument(item.id, item.collection)
    clearRouteCache()
    return null
  }

  const { primary, secondary, rare } = groupSteps(allowed)
  return (
    <div className="portal-steps" role="group" aria-label="Các bước duyệt">
      {rare.length > 0 ? <RareSteps actions={rare} onChoose={choose} /> : null}
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
      {chosen ? <StepDialog key={chosen} form={stepForm(chosen, revision)} onConfirm={(input) => confirm(chosen, input)} onClose={() => setChosen(null)} /> : null}
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
