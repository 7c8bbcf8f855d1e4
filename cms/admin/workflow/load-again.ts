'use client'
import { toast } from '@payloadcms/ui'
import { useEffect } from 'react'

const pendingMessage = 'portal-step-done'

/** A message sent before the place where messages appear is mounted is lost, so it is sent until it is seen. */
const retryMs = 300
const retries = 20

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
    const message = window.sessionStorage.getItem(pendingMessage)
    if (message === null) return
    let left = retries
    const timer = setInterval(() => {
      left -= 1
      const isSeen = document.querySelector('[data-sonner-toast]') !== null
      if (isSeen || left === 0) {
        window.sessionStorage.removeItem(pendingMessage)
        clearInterval(timer)
        return
      }
      toast.success(message, { id: pendingMessage })
    }, retryMs)
    return () => clearInterval(timer)
  }, [])
}
