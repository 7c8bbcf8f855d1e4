'use client'
import { useState, type FormEvent } from 'react'
import { ask, asPost, isRefusal, type Refusal } from '../workflow/workflow-api.ts'

export type OwnAbsence = { id: string; words: string }
type Props = { own: OwnAbsence[]; colleagues: { id: string; name: string }[] }

/** A moderator enters their own days away with a deputy, or ends them. */
export function AbsenceForm({ own, colleagues }: Props) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const send = async (address: string, body: object) => {
    const answer = await ask<object>(`/api/absences/${address}`, asPost(body))
    if (isRefusal(answer)) setRefusal(answer)
    else window.location.reload()
  }
  const set = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void send('set', Object.fromEntries(new FormData(event.currentTarget)))
  }
  return (
    <section className="portal-work" aria-labelledby="portal-absence-title">
      <h2 id="portal-absence-title">Vắng mặt</h2>
      <ul>
        {own.map(({ id, words }) => (
          <li key={id}>
            {words}{' '}
            <button type="button" className="portal-small-button" onClick={() => void send(`${id}/end`, {})}>
              Kết thúc kỳ vắng
            </button>
          </li>
        ))}
      </ul>
      <form className="portal-form" onSubmit={set}>
        <label>
          Từ ngày
          <input type="date" name="from" required />
        </label>
        <label>
          Đến hết ngày
          <input type="date" name="to" required />
        </label>
        <label>
          Người thay
          <select name="deputy" required>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {refusal ? (
          <p role="alert">{refusal.problems.map(({ message }) => message).join(' ') || refusal.message}</p>
        ) : null}
        <button type="submit" className="portal-button">
          Báo vắng
        </button>
      </form>
    </section>
  )
}
