'use client'
import {
  FieldDescription,
  FieldError,
  FieldLabel,
  fieldBaseClass,
  RenderCustomComponent,
} from '@payloadcms/ui'
import type { CSSProperties, ReactNode } from 'react'

/** What Payload's `useField` tells of parts a configuration may replace. */
export type CustomParts = {
  Label?: ReactNode
  Description?: ReactNode
  Error?: ReactNode
  BeforeInput?: ReactNode
}

type Props = {
  path: string
  kind: string
  label?: string
  description?: string
  isRequired?: boolean
  isReadOnly: boolean
  showError: boolean
  parts?: CustomParts
  width?: string
  children: ReactNode
}

/** Label, error, input and description as all of Payload's fields arrange them. */
export function FieldShell({
  path,
  kind,
  label,
  description,
  isRequired = false,
  isReadOnly,
  showError,
  parts = {},
  width,
  children,
}: Props) {
  const classes = [
    fieldBaseClass,
    'text',
    `portal-${kind}`,
    showError ? 'error' : '',
    isReadOnly ? 'read-only' : '',
  ]
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      data-field-path={path}
      style={width ? ({ '--field-width': width } as CSSProperties) : undefined}
    >
      <RenderCustomComponent
        CustomComponent={parts.Label}
        Fallback={
          <FieldLabel htmlFor={inputId(path)} label={label ?? ''} path={path} required={isRequired} />
        }
      />
      <div className={`${fieldBaseClass}__wrap`}>
        <RenderCustomComponent
          CustomComponent={parts.Error}
          Fallback={<FieldError path={path} showError={showError} />}
        />
        {parts.BeforeInput}
        {children}
        <RenderCustomComponent
          CustomComponent={parts.Description}
          Fallback={<FieldDescription description={description ?? ''} path={path} />}
        />
      </div>
    </div>
  )
}

export const inputId = (path: string): string => `field-${path.replaceAll('.', '__')}`

/** Labels and descriptions of this product are plain Vietnamese text. */
export const plain = (text: unknown): string => (typeof text === 'string' ? text : '')
