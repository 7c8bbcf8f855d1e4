'use client'
import { useState } from 'react'
import { formatMoment } from '#domain/dates.ts'
import type { ShownSession } from '../../accounts/security-state.ts'
import { askAccounts } from './account-api.ts'

type Props = { sessions: readonly ShownSession[]; onChanged: () => Promise<void> }

/** One's own sessions: when, from where, with what; each can be ended, and all others at once. */
export function SessionList({ sessions, onChanged }: Props) {
  const [said, setSaid] = useState('')
  const end = async (path: string, body?: object) => {
    const answer = await askAccounts<{ ended: number }>('POST', path, body)
    setSaid('ok' in answer ? `Đã kết thúc ${answer.ok.ended} phiên.` : answer.refused)
    await onChanged()
  }
  const others = sessions.filter(({ isCurrent }) => !isCurrent)
  return (
    <>
      <ul className="portal-sessions">
        {sessions.map((session) => (
          <li key={session.id}>
            <span>
              <strong>{session.browser}</strong>
              <SessionFacts {...session} />
            </span>
            {session.isCurrent ? (
              <span className="portal-work__facts">Phiên này</span>
            ) : (
              <button
                type="button"
                className="portal-small-button"
                onClick={() => void end('sessions/end', { session: session.id })}
              >
                Kết thúc
              </button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <button type="button" className="portal-button" onClick={() => void end('sessions/end-others')}>
          Kết thúc mọi phiên khác
        </button>
      ) : null}
      <p role="status">{said}</p>
    </>
  )
}

export function SessionFacts({ address, startedAt, lastSeenAt }: ShownSession) {
  return (
    <span className="portal-work__facts">
      Từ {address}, đăng nhập {formatMoment(startedAt)}, thấy lần cuối {formatMoment(lastSeenAt)}
    </span>
  )
}
