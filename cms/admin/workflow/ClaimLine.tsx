'use client'
import { useAuth } from '@payloadcms/ui'
import { useState } from 'react'
import { formatMoment } from '#domain/dates.ts'
import type { ShownClaim } from '../../workflow/claims.ts'
import { ModalDialog } from '../dialog/ModalDialog.tsx'
import { loadAgain } from './load-again.ts'
import { address, ask, asPost, isRefusal, type Item } from './workflow-api.ts'

type Way = { button: string; door: 'claim' | 'release-claim'; takeOver?: true; done: string }

const wayOn = (claim: ShownClaim | null): Way => {
  if (!claim) return { button: 'Nhận duyệt', door: 'claim', done: 'Đã nhận duyệt.' }
  if (claim.isMine) return { button: 'Trả lại hàng chờ', door: 'release-claim', done: 'Đã trả lại hàng chờ.' }
  return { button: 'Nhận thay', door: 'claim', takeOver: true, done: `Đã nhận duyệt thay ${claim.byName}.` }
}

const wordsOn = (claim: ShownClaim | null): string => {
  if (!claim) return 'Chưa ai nhận duyệt. '
  return `${claim.isMine ? 'Bạn' : claim.byName} đang duyệt từ ${formatMoment(claim.at)}. `
}

/** Who is reading a submitted item; moderators take it, give it back, or take it over here. */
export function ClaimLine({ item, claim }: { item: Item; claim: ShownClaim | null }) {
  const { user } = useAuth()
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const way = wayOn(claim)
  const go = async () => {
    setIsBusy(true)
    const answer = await ask<object>(address(item, way.door), asPost(way.takeOver ? { takeOver: true } : {}))
    if (!isRefusal(answer)) return loadAgain(way.done)
    setIsBusy(false)
    setIsAsking(false)
    setProblem(answer.message)
  }
  return (
    <div>
      <p>
        {wordsOn(claim)}
        {user?.role === 'moderator' ? (
          <button
            type="button"
            className="portal-small-button"
            disabled={isBusy}
            onClick={() => (way.takeOver ? setIsAsking(true) : void go())}
          >
            {way.button}
          </button>
        ) : null}
      </p>
      {problem ? <p role="alert">{problem}</p> : null}
      {isAsking && claim ? (
        <ModalDialog title={`Nhận duyệt thay ${claim.byName}?`} onClose={() => setIsAsking(false)}>
          <p>{`${claim.byName} đang duyệt bài này. Hãy hỏi người đó trước; nhật ký ghi lại việc nhận thay.`}</p>
          <div className="portal-dialog__buttons">
            <button
              type="button"
              className="portal-button portal-button--filled"
              disabled={isBusy}
              onClick={() => void go()}
            >
              Nhận thay
            </button>
            <button type="button" className="portal-button" onClick={() => setIsAsking(false)}>
              Thôi
            </button>
          </div>
        </ModalDialog>
      ) : null}
    </div>
  )
}
