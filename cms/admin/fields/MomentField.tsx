'use client'
import { useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { isMoment } from '#domain/dates.ts'
import { toVietnamMoment } from '#domain/dates.ts'
import { FieldShell, inputId, plain } from './FieldShell.tsx'

const onClock = (value: string | null | undefined): string =>
  isMoment(value) ? toVietnamMoment(value).slice(0, 19) : ''

/** Some browsers leave the seconds out when they are zero. */
const withSeconds = (local: string): string => (local.length === 16 ? `${local}:00` : local.slice(0, 19))

/** A moment on Vietnam's clock, whatever zone the editor's computer stands in: `2011-05-23T14:53:59+07:00`. */
export const MomentField: TextFieldClientComponent = ({ field, path: givenPath, readOnly, validate }) => {
  const { path, value, setValue, showError, disabled, customComponents } = useField<string | null>({
    potentiallyStalePath: givenPath,
    validate: validate as never,
  })
  const isReadOnly = readOnly === true || disabled === true
  return (
    <FieldShell
      path={path}
      kind="moment"
      label={plain(field.label)}
      description={`${plain(field.admin?.description)} Giờ Việt Nam.`.trim()}
      isRequired={field.required}
      isReadOnly={isReadOnly}
      showError={showError}
      parts={customComponents}
      width={plain(field.admin?.width)}
    >
      <input
        id={inputId(path)}
        name={path}
        type="datetime-local"
        step={1}
        max="9998-12-31T23:59:59"
        disabled={isReadOnly}
        value={onClock(value)}
        onChange={(event) => setValue(event.target.value ? `${withSeconds(event.target.value)}+07:00` : null)}
      />
    </FieldShell>
  )
}
