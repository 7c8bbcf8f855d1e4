'use client'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { securityPath } from '#domain/accounts/session-rules.ts'
import type { ShownSession } from '../../accounts/security-state.ts'
import { askAccounts } from './account-api.ts'
import { SessionFacts } from './SessionList.tsx'

/** On an account's form: the way to one's own security, or, for administrators, the sessions of somebody else. */
export function AccountSecurity() {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  if (!id || !user) return null
  if (user.id === id)
    return (
      <p className="portal-account-security portal-account-security--own">
        <a href={securityPath}>Đổi mật khẩu, xác thực hai bước và các phiên đăng nhập của bạn</a>
      </p>
    )
  const { role } = user as { role?: unknown }
  return role === 'administrator' ? <SessionsOf id={String(id)} /> : null
}

function SessionsOf({ id }: { id: string }) {
  const [sessions, setSessions] = useState<ShownSession[] | null>(null)
  const [said, setSaid] = useState('')
  const load = useCallback(async () => {
    const answer = await askAccounts<{ sessions: ShownSession[] }>('GET', `${id}/sessions`)
    if ('ok' in answer) setSessions(answer.ok.sessions)
    else setSaid(answer.refused)
  }, [id])
  useEffect(() => {
    void load()
  }, [load])
  const end = async () => {
    const answer = await askAccounts<{ ended: number }>('POST', `${id}/end-sessions`, { session: 'all' })
    setSaid('ok' in answer ? `Đã kết thúc ${answer.ok.ended} phiên.` : answer.refused)
    await load()
  }
  return (
    <section className="portal-work portal-account-security" aria-labelledby="account-sessions">
      <h2 id="account-sessions">Các phiên đang đăng nhập</h2>
      {sessions?.length === 0 ? <p className="portal-work__empty">Không có phiên nào.</p> : null}
      <ul>
        {(sessions ?? []).map((session) => (
          <li key={session.id}>
            <strong>{session.browser}</strong>
            <SessionFacts {...session} />
          </li>
        ))}
      </ul>
      {sessions && sessions.length > 0 ? (
        <button type="button" className="portal-button" onClick={() => void end()}>
          Kết thúc mọi phiên của tài khoản này
        </button>
      ) : null}
      <p role="status">{said}</p>
    </section>
  )
}
