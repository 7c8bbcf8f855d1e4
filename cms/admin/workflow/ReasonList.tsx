'use client'
import type { Returned } from '#domain/returned.ts'
import { useFieldLabels } from './field-labels.ts'
import { focusField } from './focus-field.ts'

/** The reasons of the last return; those about a field lead to it. */
export function ReasonList({ collection, returned }: { collection: string; returned: Returned }) {
  const labelOf = useFieldLabels(collection)
  return (
    <ul className="portal-problems">
      {returned.reasons.map(({ id, field, text }) => (
        <li key={id}>
          {field ? (
            <a
              href={`#field-${field.replaceAll('.', '__')}`}
              onClick={(event) => {
                event.preventDefault()
                focusField(field)
              }}
            >{`${labelOf(field)}: ${text}`}</a>
          ) : (
            text
          )}
        </li>
      ))}
    </ul>
  )
}
