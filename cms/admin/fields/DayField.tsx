'use client'
import { useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { FieldShell, inputId, plain } from './FieldShell.tsx'

/** A day as text `YYYY-MM-DD` in the browser's own date input: no time, no zone, nothing to convert. */
export const DayField: TextFieldClientComponent = ({ field, path: givenPath, readOnly, validate }) => {
  const { path, value, setValue, showError, disabled, customComponents } = useField<string | null>({
    potentiallyStalePath: givenPath,
    validate: validate as never,
  })
  const isReadOnly = readOnly === true || disabled === true
  return (
    <FieldShell
      path={path}
      kind="day"
      label={plain(field.label)}
      description={plain(field.admin?.description)}
      isRequired={field.required}
      isReadOnly={isReadOnly}
      showError={showError}
      parts={customComponents}
      width={plain(field.admin?.width)}
    >
      <input
        id={inputId(path)}
        name={path}
        type="date"
        min="1000-01-01"
        max="9998-12-31"
        disabled={isReadOnly}
        value={value ?? ''}
        onChange={(event) => setValue(event.target.value || null)}
      />
    </FieldShell>
  )
}
