'use client'
import { useEffect, useState } from 'react'
import { askAccounts } from './account-api.ts'

const everyMs = 4 * 60_000

/**
 * Writing a long text sends nothing for a long time: while somebody types or points, the server is told now and
 * then that they are there. When the session is over all the same, it says so before anything is lost.
 */
export function SessionKeeper() {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    let toldAt = Date.now()
    const tell = async () => {
      if (Date.now() - toldAt < everyMs) return
      toldAt = Date.now()
      const answer = await askAccounts<{ user: unknown }>('GET', 'me')
      if ('ok' in answer) setIsOver(answer.ok.user === null)
    }
    const onSign = () => void tell()
    const signs = ['keydown', 'pointerdown'] as const
    for (const sign of signs) window.addEventListener(sign, onSign, { passive: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, onSign)
    }
  }, [])
  if (!isOver) return null
  return (
    <div className="portal-pause-banner" role="alert">
      <strong>Phiên đăng nhập đã hết.</strong> Đừng đóng trang này:{' '}
      <a href="/admin/login" target="_blank" rel="noreferrer">
        đăng nhập lại ở thẻ khác
      </a>
      , rồi quay lại đây và lưu.
    </div>
  )
}
