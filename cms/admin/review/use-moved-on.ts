'use client'
import { useEffect, useState } from 'react'
import { askWorkflow, isRefusal, type Item } from '../workflow/workflow-api.ts'

/** The hash that the content has now, when it is no longer `revision`; asked whenever the person comes back to the window. */
export function useMovedOn(item: Item | null, revision: string | undefined): string | null {
  const [now, setNow] = useState<string | null>(null)
  const key = item ? `${item.collection}/${item.id}` : ''
  useEffect(() => {
    if (!item) return
    const look = () => {
      void askWorkflow(item).then((answer) => {
        if (!isRefusal(answer)) setNow(answer.revision)
      })
    }
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
    // `key` stands for item.
  }, [key])
  return now !== null && revision !== undefined && now !== revision ? now : null
}
