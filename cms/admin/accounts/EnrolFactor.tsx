'use client'
import { useState } from 'react'
import { askAccounts } from './account-api.ts'
import { PasswordAndCode, type Proof } from './PasswordAndCode.tsx'

type Begun = { secret: string; uri: string; qr: { size: number; path: string } }
type Props = { isRequired: boolean; onCodes: (codes: string[]) => void }

/** Scan, type the code, get the recovery codes. */
export function EnrolFactor({ isRequired, onCodes }: Props) {
  const [begun, setBegun] = useState<Begun | null>(null)
  const [problem, setProblem] = useState('')
  const begin = async () => {
    const answer = await askAccounts<Begun>('POST', 'second-factor/start')
    if ('ok' in answer) setBegun(answer.ok)
    else setProblem(answer.refused)
  }
  const confirm = async (proof: Proof): Promise<string> => {
    const answer = await askAccounts<{ recoveryCodes: string[] }>('POST', 'second-factor/confirm', proof)
    if ('refused' in answer) return answer.refused
    onCodes(answer.ok.recoveryCodes)
    return ''
  }

  if (!begun)
    return (
      <>
        <p>
          {isRequired
            ? 'Vai trò của bạn phải đăng nhập bằng mật khẩu và mã trên điện thoại. Hãy bật ngay; trước đó chưa làm được việc khác.'
            : 'Ngoài mật khẩu, mỗi lần đăng nhập cần thêm mã trên điện thoại: người biết mật khẩu vẫn không vào được.'}
        </p>
        <p className="portal-work__empty">
          Cần một ứng dụng xác thực (Google Authenticator, Microsoft Authenticator, Aegis, FreeOTP …).
        </p>
        <button type="button" className="portal-button portal-button--filled" onClick={() => void begin()}>
          Bật xác thực hai bước
        </button>
        {problem ? <p role="alert">{problem}</p> : null}
      </>
    )
  const { secret, qr } = begun
  return (
    <ol className="portal-enrol">
      <li>
        <p>Quét mã này bằng ứng dụng xác thực:</p>
        <svg
          className="portal-qr"
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          role="img"
          aria-label="Mã QR; khóa bằng chữ ở ngay dưới"
          shapeRendering="crispEdges"
        >
          <rect width={qr.size} height={qr.size} fill="#ffffff" />
          <path d={qr.path} fill="#000000" />
        </svg>
        <p>
          Không quét được thì nhập khóa:{' '}
          <code className="portal-secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </li>
      <li>
        <p>Nhập mã mà ứng dụng đang hiện và mật khẩu của bạn:</p>
        <PasswordAndCode button="Xác nhận và bật" onProof={confirm} isTimedOnly />
      </li>
    </ol>
  )
}
