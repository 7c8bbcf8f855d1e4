'use client'
import { useEffect, useState } from 'react'
import { useShownItem } from './shown-item.ts'
import { askWorkflow, isRefusal, type WorkflowAnswer } from './workflow-api.ts'

/** Status line and buttons ask at the same moment; one answer serves both. */
const asked = new Map<string, ReturnType<typeof askWorkflow>>()

function askOnce(key: string, item: { collection: string; id: string | number }) {
  const pending = asked.get(key) ?? askWorkflow(item).finally(() => asked.delete(key))
  asked.set(key, pending)
  return pending
}

export type Workflow = WorkflowAnswer & {
  /** The working copy moved between loading the form and asking: what is on screen is not what `revision` names. */
  isStale: boolean
}

/**
 * What the server says about the document on screen. Asked when the form is loaded and after each save or
 * step, never again in between: its `revision` is the content the person has before their eyes.
 */
export function useWorkflow(): Workflow | null {
  const { item, shown } = useShownItem()
  const [answer, setAnswer] = useState<{ key: string; workflow: Workflow } | null>(null)
  const { lockVersion } = shown
  const key = item ? `${item.collection}/${item.id}/${lockVersion}` : ''

  useEffect(() => {
    if (!item) return
    let isGone = false
    void askOnce(key, item).then((given) => {
      if (isGone || isRefusal(given)) return
      setAnswer({ key, workflow: { ...given, isStale: given.lockVersion !== lockVersion } })
    })
    return () => {
      isGone = true
    }
    // `key` stands for item and lockVersion.
  }, [key])

  return answer?.key === key ? answer.workflow : null
}
