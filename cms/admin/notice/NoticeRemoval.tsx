'use client'
import { useState } from 'react'
import { loadAgain, useMessageAfterLoad } from '../workflow/load-again.ts'
import { ConfirmDialog } from './ConfirmNotice.tsx'
import { changeNotice } from './notice-api.ts'

/** Takes the notice away, or calls off one that is to come. Also says what was done before the page was loaded again. */
export function NoticeRemoval({ isThere }: { isThere: boolean }) {
  const [isAsking, setIsAsking] = useState(false)
  useMessageAfterLoad()
  const clear = async () => {
    const refusal = await changeNotice({ action: 'clear' })
    if (refusal) return refusal.message
    loadAgain('Đã gỡ thông báo. Trang chủ và các trang mục hết ngay, các trang khác theo sau.')
    return null
  }
  if (!isThere) return null
  return (
    <>
      <button type="button" className="portal-button" onClick={() => setIsAsking(true)}>
        Gỡ thông báo…
      </button>
      {isAsking ? (
        <ConfirmDialog
          title="Gỡ thông báo khỏi mọi trang?"
          confirm="Gỡ thông báo"
          onConfirm={clear}
          onClose={() => setIsAsking(false)}
        >
          <p>Người đọc không còn thấy thông báo này. Muốn hiện lại thì đặt thông báo mới.</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
