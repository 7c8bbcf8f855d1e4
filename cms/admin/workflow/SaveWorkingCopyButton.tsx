'use client'
import { SaveButton, useDocumentInfo, useForm, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import { useEffect } from 'react'

/** Payload's button under its honest name: saving never publishes. Ctrl+S keeps working. */
export function SaveWorkingCopyButton() {
  const { hasSavePermission } = useDocumentInfo()
  useStillUnsaved()
  return hasSavePermission ? <SaveButton label="Lưu bản đang soạn" /> : null
}

/**
 * After a refused save Payload calls the form unmodified (it corrects that for drafts only). Then the button
 * would be off, leaving would not warn, and the older, stored text could be submitted in its stead. Fields that
 * can tell by themselves what they lack are marked, since the answer's sentence names only the first.
 */
function useStillUnsaved() {
  const { setModified, validateForm } = useForm()
  const isProcessing = useFormProcessing()
  const wasRefused = useFormSubmitted()
  useEffect(() => {
    if (!wasRefused || isProcessing) return
    setModified(true)
    void validateForm()
  }, [wasRefused, isProcessing, setModified, validateForm])
}
