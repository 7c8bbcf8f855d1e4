'use client'
import { useCallback, useEffect, useState } from 'react'
import type { SecurityState } from '../../accounts/security-state.ts'
import { askAccounts } from './account-api.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { EnrolFactor } from './EnrolFactor.tsx'
import { FactorSettings } from './FactorSettings.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SessionList } from './SessionList.tsx'

type Props = {
  email: string
  /** Nothing else is open until the second factor is there. */
  isShut: boolean
}

export function SecurityPanel({ email, isShut }: Props) {
  const [state, setState] = useState<SecurityState | null>(null)
  const [problem, setProblem] = useState('')
  const [codes, setCodes] = useState<string[] | null>(null)
  const load = useCallback(async () => {
    const answer = await askAccounts<SecurityState>('GET', 'security')
    if ('ok' in answer) setState(answer.ok)
    else setProblem(answer.refused)
  }, [])
  useEffect(() => {
    void load()
  }, [load])

  const showCodes = (made: string[]) => {
    setCodes(made)
    void load()
  }
  const afterCodes = () => {
    setCodes(null)
    // The way to everything else is open now; the page around this panel has to know.
    if (isShut) window.location.assign('/admin')
  }

  return (
    <div className="portal-security">
      <h1>Bảo mật tài khoản</h1>
      <p className="portal-work__empty">{email}</p>
      {problem ? <p role="alert">{problem}</p> : null}
      {codes ? <RecoveryCodes codes={codes} onDone={afterCodes} /> : null}
      {state && !codes ? (
        <section className="portal-work" aria-labelledby="factor-title">
          <h2 id="factor-title">Xác thực hai bước</h2>
          {state.factor.enrolledAt ? (
            <FactorSettings
              factor={state.factor}
              onCodes={showCodes}
              onRemoved={() => window.location.reload()}
            />
          ) : (
            <EnrolFactor isRequired={state.factor.isRequired} onCodes={showCodes} />
          )}
        </section>
      ) : null}
      {state && !codes && !isShut ? (
        <section className="portal-work" aria-labelledby="password-title">
          <h2 id="password-title">Đổi mật khẩu</h2>
          <ChangePassword email={email} onChanged={() => void load()} />
        </section>
      ) : null}
      {state && !codes && !isShut ? (
        <section className="portal-work" aria-labelledby="sessions-title">
          <h2 id="sessions-title">Các phiên đang đăng nhập</h2>
          <SessionList sessions={state.sessions} onChanged={load} />
        </section>
      ) : null}
      {isShut && !codes ? <SignOut /> : null}
    </div>
  )
}

function SignOut() {
  const leave = async () => {
    await askAccounts('POST', 'logout')
    window.location.assign('/admin/login')
  }
  return (
    <button type="button" className="portal-button" onClick={() => void leave()}>
      Đăng xuất
    </button>
  )
}
