'use client'
import { useState } from 'react'
import { formatMoment } from '#domain/dates.ts'
import type { SecurityState } from '../../accounts/security-state.ts'
import { askAccounts } from './account-api.ts'
import { PasswordAndCode, type Proof } from './PasswordAndCode.tsx'

type Props = {
  factor: SecurityState['factor']
  onCodes: (codes: string[]) => void
  onRemoved: () => void
}

export function FactorSettings({ factor, onCodes, onRemoved }: Props) {
  const [wanted, setWanted] = useState<'codes' | 'remove' | null>(null)
  const renew = async (proof: Proof) => {
    const answer = await askAccounts<{ recoveryCodes: string[] }>(
      'POST',
      'second-factor/recovery-codes',
      proof,
    )
    if ('refused' in answer) return answer.refused
    setWanted(null)
    onCodes(answer.ok.recoveryCodes)
    return ''
  }
  const remove = async (proof: Proof) => {
    const answer = await askAccounts('POST', 'second-factor/remove', proof)
    if ('refused' in answer) return answer.refused
    onRemoved()
    return ''
  }
  const close = () => setWanted(null)
  return (
    <>
      <p>
        Đã bật từ {factor.enrolledAt ? formatMoment(factor.enrolledAt) : ''}. Còn {factor.recoveryCodesLeft}{' '}
        mã khôi phục chưa dùng.
      </p>
      {wanted === null ? (
        <span className="portal-form__buttons">
          <button type="button" className="portal-button" onClick={() => setWanted('codes')}>
            Tạo mã khôi phục mới…
          </button>
          <button type="button" className="portal-button" onClick={() => setWanted('remove')}>
            {factor.isRequired ? 'Đổi thiết bị…' : 'Tắt xác thực hai bước…'}
          </button>
        </span>
      ) : null}
      {wanted === 'codes' ? (
        <>
          <p>Các mã khôi phục cũ sẽ không dùng được nữa.</p>
          <PasswordAndCode button="Tạo mã mới" onProof={renew} onCancel={close} />
        </>
      ) : null}
      {wanted === 'remove' ? (
        <>
          <p>
            {factor.isRequired
              ? 'Thiết bị cũ bị gỡ, các phiên khác kết thúc, và bạn bật lại ngay bằng thiết bị mới.'
              : 'Sau đó chỉ cần mật khẩu để đăng nhập; các phiên khác kết thúc.'}
          </p>
          <PasswordAndCode
            button={factor.isRequired ? 'Gỡ thiết bị cũ' : 'Tắt'}
            onProof={remove}
            onCancel={close}
          />
        </>
      ) : null}
    </>
  )
}
