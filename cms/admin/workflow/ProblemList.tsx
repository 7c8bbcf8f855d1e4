'use client'
import { focusField } from './focus-field.ts'
import type { Problem } from './workflow-api.ts'

/** Problems as a list of links, each to its field. */
export function ProblemList({ problems, onChosen }: { problems: Problem[]; onChosen?: () => void }) {
  return (
    <ul className="portal-problems">
      {problems.map(({ field, message }) => (
        <li key={`${field} ${message}`}>
          <a
            href={`#field-${field.replaceAll('.', '__')}`}
            onClick={(event) => {
              event.preventDefault()
              onChosen?.()
              focusField(field)
            }}
          >
            {message}
          </a>
        </li>
      ))}
    </ul>
  )
}
