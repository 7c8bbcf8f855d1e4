/** Short text with a limit, stored NFC without stray blanks, so that two visually equal strings are equal. */
import type { FieldHook, TextareaField, TextField } from 'payload'

const tidy: FieldHook = ({ value }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : (value as unknown)

type Options = {
  name: string
  label: string
  maxLength: number
  required?: boolean
  description?: string
  admin?: TextField['admin']
}

const tooLong = (label: string, maxLength: number) => (value: unknown) => {
  if (value === null || value === undefined) return true
  if (typeof value !== 'string') return `${label}: phải là chữ.`
  if (value.length > maxLength)
    return `${label}: dài ${value.length} ký tự, tối đa ${maxLength}. Hãy rút gọn.`
  return true
}

export function text({ name, label, maxLength, required = false, description, admin }: Options): TextField {
  return {
    name,
    type: 'text',
    label,
    maxLength,
    hooks: { beforeValidate: [tidy] },
    validate: (value: unknown) => {
      if (required && (typeof value !== 'string' || !value.trim())) return `${label}: chưa có. Hãy điền.`
      return tooLong(label, maxLength)(value)
    },
    admin: { ...admin, ...(description ? { description } : {}) },
  }
}

export function longText({
  name,
  label,
  maxLength,
  description,
}: Omit<Options, 'admin' | 'required'>): TextareaField {
  return {
    name,
    type: 'textarea',
    label,
    maxLength,
    hooks: { beforeValidate: [tidy] },
    validate: tooLong(label, maxLength),
    admin: { rows: 3, ...(description ? { description } : {}) },
  }
}
