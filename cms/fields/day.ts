/**
 * A date without time, stored as `YYYY-MM-DD` text: a document signed on 11 May stays on 11 May whatever
 * the time zone of whoever reads it. Payload's own date field stores moments, so the admin shows our picker.
 */
import type { TextField } from 'payload'
import { isDay } from '#domain/dates.ts'

type Options = { name: string; label: string; description?: string }

export const day = ({ name, label, description }: Options): TextField => ({
  name,
  type: 'text',
  label,
  maxLength: 10,
  validate: (value: unknown) => {
    if (value === null || value === undefined || value === '') return true
    return (
      (typeof value === 'string' && isDay(value)) ||
      `${label}: không phải ngày có thật (năm-tháng-ngày, ví dụ 2011-05-11).`
    )
  },
  admin: {
    ...(description ? { description } : {}),
    width: '33%',
    components: { Field: '/cms/admin/fields/DayField.tsx#DayField' },
  },
})
