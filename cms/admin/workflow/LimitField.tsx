'use client'
export function LimitField() {
  return null
}
