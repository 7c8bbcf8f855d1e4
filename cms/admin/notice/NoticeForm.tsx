'use client'
import { useRef, useState, type FormEvent } from 'react'
import { readNotice, type Notice, type NoticeProblem } from '#domain/notice.ts'
import { loadAgain } from '../workflow/load-again.ts'
import { ConfirmNotice } from './ConfirmNotice.tsx'
import { changeNotice } from './notice-api.ts'
import { draftOf, inputOf, type NoticeDraft } from './notice-draft.ts'
import { NoticeFields } from './NoticeFields.tsx'
import { NoticePreview } from './NoticePreview.tsx'

/** Writes or rewrites the notice. Nothing goes out before the person has seen it as readers will and said yes. */
export function NoticeForm({ present }: { present: Notice | null }) {
  const [draft, setDraft] = useState<NoticeDraft>(() => draftOf(present))
  const [problems, setProblems] = useState<NoticeProblem[]>([])
  const [checked, setChecked] = useState<Omit<Notice, 'id'> | null>(null)
  const form = useRef<HTMLFormElement>(null)

  const showProblems = (unordered: NoticeProblem[]) => {
    const found = unordered.toSorted((a, b) => placeOf(a) - placeOf(b))
    setProblems(found)
    const [first] = found
    // After the messages are there, so that the field is read out with its own.
    if (first) setTimeout(() => fieldOf(form.current, first.field)?.focus())
  }
  const check = (event: FormEvent) => {
    event.preventDefault()
    const { notice, problems: found } = readNotice(inputOf(draft), new Date().toISOString())
    showProblems(found)
    setChecked(notice)
  }
  const send = async (): Promise<string | null> => {
    const refusal = await changeNotice({ action: 'set', notice: inputOf(draft) })
    if (!refusal) {
      loadAgain('Đã đặt thông báo. Trang chủ và các trang mục có ngay, các trang khác theo sau.')
      return null
    }
    if (refusal.problems.length === 0) return refusal.message
    setChecked(null)
    showProblems(refusal.problems)
    return null
  }

  return (
    <form ref={form} className="portal-notice-form" onSubmit={check} noValidate>
      {problems.length > 0 ? <ProblemSummary problems={problems} form={form} /> : null}
      <NoticeFields draft={draft} problems={problems} onChange={setDraft} />
      <section aria-label="Xem trước" className="portal-notice-form__preview">
        <h3>Người đọc sẽ thấy</h3>
        <NoticePreview
          level={draft.level}
          text={draft.text.trim() || 'Nội dung thông báo…'}
          {...(draft.linkText.trim() ? { link: { text: draft.linkText, url: draft.linkUrl } } : {})}
        />
      </section>
      <button type="submit" className="portal-button portal-button--filled">
        {present ? 'Xem lại và thay thông báo…' : 'Xem lại và đặt thông báo…'}
      </button>
      {checked ? (
        <ConfirmNotice
          notice={checked}
          isReplacing={present !== null}
          onConfirm={send}
          onClose={() => setChecked(null)}
        />
      ) : null}
    </form>
  )
}

function ProblemSummary({
  problems,
  form,
}: {
  problems: NoticeProblem[]
  form: { current: HTMLFormElement | null }
}) {
  return (
    <div className="portal-card--refused" role="alert">
      <strong>Chưa đặt được thông báo</strong>
      <ul className="portal-problems">
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a
              href={`#notice-${field}`}
              onClick={(event) => {
                event.preventDefault()
                fieldOf(form.current, field)?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** As the fields stand in the form, so that the summary and the cursor begin at the top. */
const order = ['level', 'text', 'link.text', 'link.url', 'startsAt', 'endsAt']

const placeOf = ({ field }: NoticeProblem): number => order.indexOf(field)

const fieldOf = (form: HTMLFormElement | null, field: string): HTMLElement | null =>
  form?.querySelector<HTMLElement>(`[name="${field}"]`) ?? null
