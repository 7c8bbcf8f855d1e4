'use client'
import { useEffect, useRef, useState } from 'react'

type Props = { codes: readonly string[]; onDone: () => void }

/** Shown once. Leaving asks for one deliberate act, because nothing brings them back. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const [isKept, setIsKept] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const copy = () => void navigator.clipboard?.writeText(codes.join('\n'))
  return (
    <section className="portal-work" aria-labelledby="codes-title">
      <h2 id="codes-title" tabIndex={-1} ref={heading}>
        Mã khôi phục: chỉ hiện lần này
      </h2>
      <p>
        Khi mất điện thoại, mỗi mã thay được mã xác thực một lần. Hãy in ra hoặc cất vào trình quản lý mật
        khẩu, không để chung với điện thoại.
      </p>
      <ul className="portal-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <span className="portal-form__buttons">
        <button type="button" className="portal-button" onClick={copy}>
          Chép tất cả
        </button>
        <button type="button" className="portal-button" onClick={() => window.print()}>
          In
        </button>
      </span>
      <label className="portal-check">
        <input type="checkbox" checked={isKept} onChange={(event) => setIsKept(event.target.checked)} />
        Tôi đã cất các mã này
      </label>
      <button
        type="button"
        className="portal-button portal-button--filled"
        disabled={!isKept}
        onClick={onDone}
      >
        Xong
      </button>
    </section>
  )
}
