'use client'
import { useState, type FormEvent } from 'react'
import { loadAgain, useMessageAfterLoad } from '../workflow/load-again.ts'
import { ask, asPost, isRefusal, type Refusal } from '../workflow/workflow-api.ts'

export type OwnAbsence = { id: string; words: string }
type Person = { id: string; name: string }
type Props = {
  own: OwnAbsence[]
  colleagues: Person[]
  /** Whose days may be entered, where they are not one’s own. */
  people?: Person[]
}

/** A moderator enters their own days away with a deputy, or ends them; an administrator anybody’s. */
export function AbsenceForm({ own, colleagues, people }: Props) {
  useMessageAfterLoad()
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const send = async (address: string, body: object, done: string) => {
    setIsBusy(true)
    const answer = await ask<object>(`/api/absences/${address}`, asPost(body))
    if (!isRefusal(answer)) return loadAgain(done)
    setIsBusy(false)
    setRefusal(answer)
  }
  const set = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void send('set', Object.fromEntries(new FormData(event.currentTarget)), 'Đã báo vắng.')
  }
  return (
    <section className="portal-work portal-queue__absences" aria-labelledby="portal-absence-title">
      <h2 id="portal-absence-title">Vắng mặt</h2>
      {own.length === 0 ? <p className="portal-work__empty">Chưa báo kỳ vắng nào.</p> : null}
      <ul>
        {own.map(({ id, words }) => (
          <li key={id}>
            {words}{' '}
            <button
              type="button"
              className="portal-small-button"
              disabled={isBusy}
              onClick={() => void send(`${id}/end`, {}, 'Đã kết thúc kỳ vắng.')}
            >
              Kết thúc kỳ vắng
            </button>
          </li>
        ))}
      </ul>
      <form className="portal-form" onSubmit={set}>
        {people ? <PersonChoice label="Người vắng" name="person" people={people} /> : null}
        <label>
          Từ ngày
          <input type="date" name="from" required />
        </label>
        <label>
          Đến hết ngày
          <input type="date" name="to" required />
        </label>
        <PersonChoice label="Người thay" name="deputy" people={colleagues} />
        {refusal ? (
          <p role="alert">{refusal.problems.map(({ message }) => message).join(' ') || refusal.message}</p>
        ) : null}
        <button type="submit" className="portal-button" disabled={isBusy}>
          Báo vắng
        </button>
      </form>
    </section>
  )
}

function PersonChoice({ label, name, people }: { label: string; name: string; people: Person[] }) {
  return (
    <label>
      {label}
      <select name={name} required defaultValue="">
        <option value="">Chọn người</option>
        {people.map(({ id, name: words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
