'use client'
import { useAuth } from '@payloadcms/ui'
import { useState } from 'react'
import { formatMoment } from '#domain/dates.ts'
import { loadAgain } from './load-again.ts'
import { address, ask, asPost, isRefusal, type Item, type ShownClaim } from './workflow-api.ts'

/** Who is reading a submitted item; moderators take it or give it back here. */
export function ClaimLine({ item, claim }: { item: Item; claim: ShownClaim | null }) {
  const { user } = useAuth()
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const take = async (door: 'claim' | 'release-claim', done: string) => {
    setIsBusy(true)
    const answer = await ask<object>(address(item, door), asPost({}))
    if (!isRefusal(answer)) return loadAgain(done)
    setIsBusy(false)
    setProblem(answer.message)
  }
  return (
    <div>
      <p>
        {claim ? `${claim.byName} đang xem từ ${formatMoment(claim.at)}. ` : 'Chưa ai nhận duyệt. '}
        {user?.role !== 'moderator' || (claim && !claim.isMine) ? null : (
          <button
            type="button"
            className="portal-small-button"
            disabled={isBusy}
            onClick={() =>
              void (claim ? take('release-claim', 'Đã trả lại hàng chờ.') : take('claim', 'Đã nhận duyệt.'))
            }
          >
            {claim ? 'Trả lại hàng chờ' : 'Nhận duyệt'}
          </button>
        )}
      </p>
      {problem ? <p role="alert">{problem}</p> : null}
    </div>
  )
}
