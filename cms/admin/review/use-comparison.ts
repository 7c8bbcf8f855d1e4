'use client'
import { useEffect, useState } from 'react'
import { isRefusal, type Item, type Refusal } from '../workflow/workflow-api.ts'
import { askComparison, type BaseKind, type ComparisonAnswer } from './review-api.ts'

export type Compared = {
  comparison: ComparisonAnswer | null
  refusal: Refusal | null
  base: BaseKind
  compareWith: (base: BaseKind) => void
}

/** What changed, since the last return where there was one. `revision` names the content on screen; with another the answer is asked anew. */
export function useComparison(item: Item | null, revision: string | undefined, hasReturn: boolean): Compared {
  const [chosen, setChosen] = useState<BaseKind | null>(null)
  const [answer, setAnswer] = useState<{ key: string; given: ComparisonAnswer | Refusal } | null>(null)
  const base = chosen ?? (hasReturn ? 'return' : 'live')
  const key = item && revision ? `${item.collection}/${item.id}/${revision}/${base}` : ''

  useEffect(() => {
    if (!item || !key) return
    let isGone = false
    void askComparison(item, base).then((given) => {
      if (!isGone) setAnswer({ key, given })
    })
    return () => {
      isGone = true
    }
    // `key` stands for item, revision and base.
  }, [key])

  const given = answer?.key === key ? answer.given : null
  return {
    comparison: given && !isRefusal(given) ? given : null,
    refusal: given && isRefusal(given) ? given : null,
    base,
    compareWith: setChosen,
  }
}
