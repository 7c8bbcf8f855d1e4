'use client'
import { useEffect, useState, type FormEvent } from 'react'
import type { Desk } from '../../workflow/handover-desk.ts'
import { loadAgain, useMessageAfterLoad } from '../workflow/load-again.ts'
import { address, ask, asPost, isRefusal } from '../workflow/workflow-api.ts'
import { ConfirmHandover } from './ConfirmHandover.tsx'
import { DeskItems } from './DeskItems.tsx'
import { keyOf, type Progress, type Taker } from './taking.ts'

/** Chooses what goes to whom; nothing happens before the person has read what will and said yes. */
export function HandoverForm({ desk, people }: { desk: Desk; people: Taker[] }) {
  const [to, setTo] = useState('')
  const [note, setNote] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState('')
  const [isAsking, setIsAsking] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  // Before the script runs, pressing would send the form the browser's way and lose what was chosen.
  const [isReady, setIsReady] = useState(false)
  useEffect(() => setIsReady(true), [])
  useMessageAfterLoad()
  const taker = people.find(({ id }) => id === to)
  const chosen = desk.items.filter(
    (item) => !left.has(keyOf(item)) && (!taker || item.takers.includes(taker.id)),
  )

  const choose = (id: string) => {
    setTo(id)
    setProblem('')
  }
  const check = (event: FormEvent) => {
    event.preventDefault()
    if (!taker) return setProblem('Chưa chọn người nhận. Hãy chọn một người.')
    if (chosen.length === 0)
      return setProblem('Chưa chọn bài nào mà người này nhận được. Hãy chọn ít nhất một bài.')
    setProblem('')
    setProgress(null)
    setIsAsking(true)
  }
  /** One after the other: each is whole by itself, and what was done before a fault stays done. */
  const send = async (receiver: Taker) => {
    const refused: Progress['refused'] = []
    for (const [done, item] of chosen.entries()) {
      setProgress({ done, of: chosen.length, refused })
      const answer = await ask<object>(address(item, 'handover'), asPost({ to: receiver.id, note }))
      if (isRefusal(answer)) refused.push({ item, message: answer.message })
    }
    const given = chosen.length - refused.length
    setProgress({ done: chosen.length, of: chosen.length, refused })
    if (refused.length === 0) loadAgain(`Đã bàn giao ${given} bài cho ${receiver.name}.`)
  }

  return (
    <form className="portal-work portal-fields" onSubmit={check} noValidate>
      <h2>{`${desk.name}: ${desk.items.length} bài đang làm`}</h2>
      <label className="portal-fields__field">
        Giao cho
        <select value={to} onChange={(event) => choose(event.target.value)} aria-describedby="handover-who">
          <option value="">Chọn người nhận…</option>
          {people.map(({ id, name, isOffice }) => (
            <option key={id} value={id}>
              {isOffice ? `${name} (Ban biên tập)` : name}
            </option>
          ))}
        </select>
      </label>
      <p id="handover-who" className="portal-work__facts">
        Người cùng cơ quan, người của cơ quan kế thừa khi cơ quan đã sáp nhập, hoặc Ban biên tập.
      </p>
      <label className="portal-fields__field">
        Ghi chú (không bắt buộc; người nhận và nhật ký đọc được)
        <textarea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <DeskItems items={desk.items} taker={taker} left={left} onChange={setLeft} />
      {problem ? (
        <p role="alert" className="portal-card--refused">
          {problem}
        </p>
      ) : null}
      <button type="submit" className="portal-button portal-button--filled" disabled={!isReady}>
        {`Bàn giao ${chosen.length} bài…`}
      </button>
      {isAsking && taker ? (
        <ConfirmHandover
          from={desk.name}
          taker={taker}
          items={chosen}
          progress={progress}
          onConfirm={() => send(taker)}
          onClose={() => (progress ? window.location.reload() : setIsAsking(false))}
        />
      ) : null}
    </form>
  )
}
