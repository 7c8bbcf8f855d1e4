'use client'
import { toast, useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import type { SetAction } from '#domain/release-sets.ts'
import { actionNames } from '../../workflow/words.ts'
import { loadAgain, useMessageAfterLoad } from '../workflow/load-again.ts'
import { StepDialog } from '../workflow/StepDialog.tsx'
import { doneWords, stepForm, type StepForm } from '../workflow/step-forms.ts'
import { isRefusal } from '../workflow/workflow-api.ts'
import { findingsOf, takeSetStep } from './set-api.ts'
import { useSet } from './use-set.ts'

const nameOf = (action: SetAction): string => `${actionNames[action].button} cả bộ`

/** The dialog of a single step, for all members: what changed is said item by item only where items go alone. */
const formOf = (action: SetAction, count: number): StepForm => ({
  ...stepForm(action, ''),
  title: nameOf(action),
  question: `Làm cho cả ${count} mục của bộ, hoặc không mục nào.`,
  hasChangeNote: false,
  hasChangeKind: false,
  confirm: nameOf(action),
})

/** One button for each step this person may take now with the whole set. */
export function SetControls() {
  const { set, answer } = useSet()
  const isModified = useFormModified()
  const [chosen, setChosen] = useState<SetAction | null>(null)
  useMessageAfterLoad()
  if (!set || !answer || answer.allowed.length === 0) return null
  const { allowed, items } = answer
  const primary = (['approve', 'submit'] as const).find((action) => allowed.includes(action))
  const choose = (action: SetAction) => {
    if (isModified) toast.error('Hãy lưu trước: các bước chỉ tính các mục đã lưu.')
    else setChosen(action)
  }
  return (
    <div className="portal-steps" role="group" aria-label="Các bước của cả bộ">
      {[...allowed.filter((action) => action !== primary), ...(primary ? [primary] : [])].map((action) => (
        <button
          key={action}
          type="button"
          className={action === primary ? 'portal-button portal-button--filled' : 'portal-button'}
          onClick={() => choose(action)}
        >
          {nameOf(action)}
        </button>
      ))}
      {chosen ? (
        <StepDialog
          key={chosen}
          form={formOf(chosen, items.length)}
          findings={findingsOf(items)}
          onConfirm={async (input) => {
            const given = await takeSetStep(set, { action: chosen, items }, input)
            if (isRefusal(given)) return given
            loadAgain(doneWords[chosen])
            return null
          }}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </div>
  )
}
