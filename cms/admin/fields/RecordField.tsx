'use client'
import { useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { FieldShell, plain } from './FieldShell.tsx'
import { recordWords } from './recorded-words.ts'

/** A stored record as text, to read only. Payload's JSON editor would be loaded from another host. */
export const RecordField: JSONFieldClientComponent = ({ field, path: givenPath }) => {
  const { path, value, showError, customComponents } = useField<unknown>({ potentiallyStalePath: givenPath })
  return (
    <FieldShell
      path={path}
      kind="record"
      label={plain(field.label)}
      description={plain(field.admin?.description)}
      isReadOnly
      showError={showError}
      parts={customComponents}
    >
      <pre>{value === null || value === undefined ? 'không có' : recordWords(value)}</pre>
    </FieldShell>
  )
}
