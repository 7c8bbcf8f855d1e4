/** Marks a field as written by the system only: never by a form or a request, and not shown in the form. */
import type { Field } from 'payload'

const never = () => false

export const system = <F extends Field>(field: F): F => ({
  ...field,
  custom: { system: true },
  access: { create: never, update: never },
  admin: { ...(field as { admin?: object }).admin, readOnly: true, condition: never },
})
