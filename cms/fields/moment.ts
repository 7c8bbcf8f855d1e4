/**
 * A moment people state, stored as `2011-05-23T14:53:59+07:00`: Vietnam's clock, to the second. Any offset is
 * accepted and rewritten, so that text order is time order.
 */
import type { FieldHook, TextField } from 'payload'
import { isMoment, toVietnamMoment } from '#domain/dates.ts'

const inVietnam: FieldHook = ({ value }) => (isMoment(value) ? toVietnamMoment(value) : (value as unknown))

type Options = { name: string; label: string; description?: string }

export const moment = ({ name, label, description }: Options): TextField => ({
  name,
  type: 'text',
  label,
  maxLength: 40,
  hooks: { beforeValidate: [inVietnam] },
  validate: (value: unknown) => {
    if (value === null || value === undefined || value === '') return true
    return isMoment(value) || `${label}: không phải thời điểm có thật (ví dụ 2011-05-23T14:53:59+07:00).`
  },
  admin: {
    ...(description ? { description } : {}),
    width: '50%',
    components: { Field: '/cms/admin/fields/MomentField.tsx#MomentField' },
  },
})
