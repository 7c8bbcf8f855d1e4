'use client'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { askAccounts } from './account-api.ts'

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** One form for all: whether an account has a second factor is not told to whoever only knows its address. */
export function LoginForm({ target }: { target: string }) {
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const alert = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (problem) alert.current?.focus()
  }, [problem])

  const signIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setIsBusy(true)
    setProblem('')
    const code = text(form, 'code').trim()
    const answer = await askAccounts<{ next?: string }>('POST', 'login', {
      email: text(form, 'email'),
      password: text(form, 'password'),
      ...(code ? { code } : {}),
    })
    // A whole new page: everything on it depends on who is there.
    if ('ok' in answer) return window.location.assign(answer.ok.next ?? target)
    setIsBusy(false)
    setProblem(answer.refused)
  }

  return (
    <form className="portal-form portal-login" onSubmit={(event) => void signIn(event)}>
      <h1>Đăng nhập hệ biên tập</h1>
      {problem ? (
        <p className="portal-form__problem" role="alert" tabIndex={-1} ref={alert}>
          {problem}
        </p>
      ) : null}
      <label>
        Thư điện tử
        <input name="email" type="email" autoComplete="username" required autoFocus />
      </label>
      <label>
        Mật khẩu
        <input name="password" type="password" autoComplete="current-password" required maxLength={200} />
      </label>
      <label>
        Mã xác thực
        <input
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={32}
          aria-describedby="code-hint"
        />
      </label>
      <p className="portal-form__hint" id="code-hint">
        6 số trong ứng dụng xác thực, hoặc một mã khôi phục. Để trống nếu tài khoản chưa bật xác thực hai
        bước.
      </p>
      <button type="submit" className="portal-button portal-button--filled" disabled={isBusy}>
        Đăng nhập
      </button>
      <a href="/admin/forgot">Quên mật khẩu?</a>
    </form>
  )
}
