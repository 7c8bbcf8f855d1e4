'use client'
import { useState, type FormEvent } from 'react'
import { changeControl, type ControlChange } from './control-api.ts'

/** The office's switch: hold everything (with a reason) or let it go again. */
export function PauseSwitch({ isPaused }: { isPaused: boolean }) {
  const [isAsking, setIsAsking] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')

  const change = async (wanted: ControlChange) => {
    setIsBusy(true)
    setProblem('')
    const refused = await changeControl(wanted)
    // The banner and the lists stand on every part of the page: all of it is asked again.
    if (refused === null) return window.location.reload()
    setIsBusy(false)
    setProblem(refused)
  }
  const pause = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = new FormData(event.currentTarget).get('reason')
    void change({ action: 'pause', reason: typeof reason === 'string' ? reason : '' })
  }

  return (
    <section className={isPaused ? 'portal-work portal-work--alarm' : 'portal-work'}>
      <h2>{isPaused ? 'Đang tạm dừng đăng' : 'Tạm dừng đăng'}</h2>
      {isPaused ? (
        <button
          type="button"
          className="portal-button portal-button--filled"
          disabled={isBusy}
          onClick={() => void change({ action: 'resume' })}
        >
          Cho đăng lại
        </button>
      ) : null}
      {!isPaused && !isAsking ? (
        <>
          <p className="portal-work__empty">
            Giữ lại mọi thay đổi trên Cổng, kể cả rút, gỡ bỏ và bài hẹn giờ, đến khi cho chạy lại.
          </p>
          <button type="button" className="portal-button" onClick={() => setIsAsking(true)}>
            Tạm dừng đăng…
          </button>
        </>
      ) : null}
      {!isPaused && isAsking ? (
        <form className="portal-pause-form" onSubmit={pause}>
          <label>
            Lý do (mọi người trong hệ biên tập đọc được)
            <textarea name="reason" rows={3} maxLength={2000} required autoFocus />
          </label>
          <button type="submit" className="portal-button portal-button--filled" disabled={isBusy}>
            Dừng mọi việc đăng
          </button>
          <button type="button" className="portal-button" onClick={() => setIsAsking(false)}>
            Thôi
          </button>
        </form>
      ) : null}
      {problem ? <p role="alert">{problem}</p> : null}
    </section>
  )
}
