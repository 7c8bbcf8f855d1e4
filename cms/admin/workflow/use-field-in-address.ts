'use client'
import { useEffect } from 'react'
import { focusField } from './focus-field.ts'

const retryMs = 200
const retries = 50

/** Leads to the field that the address names (`#field-body`), once the form has drawn it. */
export function useFieldInAddress(): void {
  useEffect(() => {
    const [, path] = /^#field-([\w]+)$/.exec(window.location.hash) ?? []
    if (!path) return
    let left = retries
    const timer = setInterval(() => {
      left -= 1
      if (left === 0 || focusField(path.replaceAll('__', '.'))) clearInterval(timer)
    }, retryMs)
    return () => clearInterval(timer)
  }, [])
}
