'use client'
import { useState, type FormEvent } from 'react'

export type Proof = { password: string; code: string }

type Props = {
  button: string
  /** Answers the sentence of a refusal, `''` when it is done. */
  onProof: (proof: Proof) => Promise<string>
  /** No recovery codes here: there are none yet. */
  isTimedOnly?: boolean
  onCancel?: () => void
}

/** What proves that the person at the screen owns the account, before its guard is changed. */
export function PasswordAndCode({ button, onProof, isTimedOnly = false, onCancel }: Props) {
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [password, code] = [form.get('password'), form.get('code')]
    if (typeof password !== 'string' || typeof code !== 'string') return
    setIsBusy(true)
    const refused = await onProof({ password, code })
    setIsBusy(false)
    setProblem(refused)
  }
  return (
    <form className="portal-form" onSubmit={(event) => void submit(event)}>
      <label>
        {isTimedOnly ? 'Mã 6 số' : 'Mã 6 số hoặc mã khôi phục'}
        <input
          name="code"
          autoComplete="one-time-code"
          inputMode={isTimedOnly ? 'numeric' : 'text'}
          spellCheck={false}
          maxLength={32}
          required
        />
      </label>
      <label>
        Mật khẩu hiện tại
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      {problem ? (
        <p className="portal-form__problem" role="alert">
          {problem}
        </p>
      ) : null}
      <span className="portal-form__buttons">
        <button type="submit" className="portal-button portal-button--filled" disabled={isBusy}>
          {button}
        </button>
        {onCancel ? (
          <button type="button" className="portal-button" onClick={onCancel}>
            Thôi
          </button>
        ) : null}
      </span>
    </form>
  )
}
