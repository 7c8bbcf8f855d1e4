'use client'
import { toast } from '@payloadcms/ui'
import { useEffect } from 'react'

const pendingMessage = 'portal-step-done'

/** The place where messages appear is mounted after the form; a message sent before it is lost. */
const untilToasterIsThereMs = 300

/**
 * Loads the page anew after a step. A step changes who may edit, and the rich-text editor keeps the mode
 * it was mounted in, so refreshing the data alone leaves a text without its toolbar.
 */
export function loadAgain(message: string): void {
  window.sessionStorage.setItem(pendingMessage, message)
  window.location.reload()
}

/** Says what `loadAgain` was given, once the new page is there. */
export function useMessageAfterLoad(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const message = window.sessionStorage.getItem(pendingMessage)
      if (message === null) return
      window.sessionStorage.removeItem(pendingMessage)
      toast.success(message)
    }, untilToasterIsThereMs)
    return () => clearTimeout(timer)
  }, [])
}
