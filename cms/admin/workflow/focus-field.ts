/** Brings the form field of a problem into view and puts the cursor in it. `image.alt` belongs to `image`. */
export function focusField(path: string): boolean {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const field = fieldElement(parts.slice(0, length))
    if (!field) continue
    field.scrollIntoView({ block: 'center' })
    focusable(field)?.focus({ preventScroll: true })
    return true
  }
  return false
}

function fieldElement(parts: string[]): HTMLElement | null {
  const id = `field-${parts.join('__')}`
  return (
    document.getElementById(id) ??
    document.querySelector<HTMLElement>(
      `[data-field-path="${parts.join('.')}"], .field-type:has(> label[for="${id}"]), .field-type:has(> * > label[for="${id}"])`,
    )
  )
}

function focusable(field: HTMLElement): HTMLElement | null {
  const inputs = 'input:not([type=hidden]):not([disabled]), textarea, select, button'
  if (field.matches(inputs)) return field
  // A rich text has buttons of its toolbar before the text.
  return (
    field.querySelector<HTMLElement>('[contenteditable=true]') ?? field.querySelector<HTMLElement>(inputs)
  )
}
