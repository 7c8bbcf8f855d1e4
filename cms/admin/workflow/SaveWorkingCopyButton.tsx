'use client'
import { SaveButton, useDocumentInfo } from '@payloadcms/ui'

/** Payload's button under its honest name: saving never publishes. Ctrl+S keeps working. */
export function SaveWorkingCopyButton() {
  const { hasSavePermission } = useDocumentInfo()
  return hasSavePermission ? <SaveButton label="Lưu bản đang soạn" /> : null
}
