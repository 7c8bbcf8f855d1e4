'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { isRefusal } from '../workflow/workflow-api.ts'
import { askSet, type SetAnswer } from './set-api.ts'

/** The set of the open form and what the server says of it; asked when it is loaded and after each save. */
export function useSet() {
  const { collectionSlug, id, savedDocumentData } = useDocumentInfo()
  const [answer, setAnswer] = useState<SetAnswer | null>(null)
  const set = collectionSlug && id ? { collection: collectionSlug, id } : null
  const version = String(savedDocumentData?.lockVersion ?? '')
  useEffect(() => {
    if (!set) return
    let isGone = false
    void askSet(set).then((given) => {
      if (!isGone && !isRefusal(given)) setAnswer(given)
    })
    return () => {
      isGone = true
    }
    // The id stands for the set.
  }, [id, version])
  return { set, answer }
}
