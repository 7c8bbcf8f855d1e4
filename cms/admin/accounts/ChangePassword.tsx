'use client'
import { useState, type FormEvent } from 'react'
import { askAccounts } from './account-api.ts'

/** One's own password, with the present one: a session left open is not enough. */
export function ChangePassword({ email, onChanged }: { email: string; onChanged: () => void }) {
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [said, setSaid] = useState('')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const [current, password, again] = ['current', 'password', 'again'].map((name) =>
      new FormData(form).get(name),
    )
    setSaid('')
    if (password !== again) return setProblem('Hai lần gõ mật khẩu mới không giống nhau. Hãy gõ lại.')
    setIsBusy(true)
    const answer = await askAccounts<{ message: string }>('POST', 'password', { current, password })
    setIsBusy(false)
    setProblem('refused' in answer ? answer.refused : '')
    if ('refused' in answer) return
    form.reset()
    setSaid(answer.ok.message)
    onChanged()
  }
  return (
    <form className="portal-form" onSubmit={(event) => void submit(event)}>
      {/* For password managers: whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <label>
        Mật khẩu hiện tại
        <input name="current" type="password" autoComplete="current-password" required />
      </label>
      <label>
        Mật khẩu mới, ít nhất 12 ký tự
        <input
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={200}
          required
        />
      </label>
      <label>
        Gõ lại mật khẩu mới
        <input name="again" type="password" autoComplete="new-password" required />
      </label>
      {problem ? (
        <p className="portal-form__problem" role="alert">
          {problem}
        </p>
      ) : null}
      <button type="submit" className="portal-button portal-button--filled" disabled={isBusy}>
        {isBusy ? 'Đang đổi…' : 'Đổi mật khẩu'}
      </button>
      <p role="status">{said}</p>
    </form>
  )
}
