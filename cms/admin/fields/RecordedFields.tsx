'use client'
import { useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { FieldShell, inputId, plain } from './FieldShell.tsx'
import { kindWords, momentWords, stateWords, stepWords } from './recorded-words.ts'

/** What a ledger stores, in words, to read only. */
const recorded =
  (words: (value: unknown) => string): TextFieldClientComponent =>
  ({ field, path: givenPath }) => {
    const { path, value, showError, customComponents } = useField<unknown>({
      potentiallyStalePath: givenPath,
    })
    return (
      <FieldShell
        path={path}
        kind="recorded"
        label={plain(field.label)}
        description={plain(field.admin?.description)}
        isReadOnly
        showError={showError}
        parts={customComponents}
      >
        <input id={inputId(path)} type="text" disabled value={words(value)} />
      </FieldShell>
    )
  }

export const MomentField = recorded(momentWords)
export const StatesField = recorded(stateWords)
export const KindField = recorded(kindWords)
export const StepField = recorded(stepWords)
