'use client'
import type { ReactNode } from 'react'
import {
  longestNotice,
  longestNoticeLink,
  noticeLevels,
  noticeWords,
  type NoticeProblem,
} from '#domain/notice.ts'
import { levelAdvice, type NoticeDraft } from './notice-draft.ts'
import { NoticeShape } from './NoticePreview.tsx'

type Props = { draft: NoticeDraft; problems: NoticeProblem[]; onChange: (draft: NoticeDraft) => void }

export function NoticeFields({ draft, problems, onChange }: Props) {
  const set = (change: Partial<NoticeDraft>) => onChange({ ...draft, ...change })
  const of = (field: string) => problems.filter((problem) => problem.field === field)
  return (
    <>
      <LevelField level={draft.level} problems={of('level')} onChange={(level) => set({ level })} />
      <Field name="text" label="Nội dung" problems={of('text')} hint={remaining(draft.text, longestNotice)}>
        {(aria) => (
          <textarea
            {...aria}
            rows={3}
            value={draft.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        )}
      </Field>
      <fieldset>
        <legend>
          Liên kết <small>(không bắt buộc, nhiều nhất một)</small>
        </legend>
        <div className="portal-notice-form__pair">
          <Field
            name="link.text"
            label="Chữ của liên kết"
            problems={of('link.text')}
            hint={remaining(draft.linkText, longestNoticeLink)}
          >
            {(aria) => (
              <input
                {...aria}
                type="text"
                value={draft.linkText}
                onChange={(event) => set({ linkText: event.target.value })}
              />
            )}
          </Field>
          <Field
            name="link.url"
            label="Địa chỉ"
            problems={of('link.url')}
            hint="Trang của Cổng: bắt đầu bằng /. Trang ngoài: https://"
          >
            {(aria) => (
              <input
                {...aria}
                type="text"
                inputMode="url"
                autoComplete="off"
                value={draft.linkUrl}
                onChange={(event) => set({ linkUrl: event.target.value })}
              />
            )}
          </Field>
        </div>
      </fieldset>
      <fieldset>
        <legend>
          Thời gian <small>(giờ Việt Nam)</small>
        </legend>
        <div className="portal-notice-form__pair">
          <Field name="startsAt" label="Bắt đầu" problems={of('startsAt')} hint="Để trống: hiện ngay.">
            {(aria) => (
              <input
                {...aria}
                type="datetime-local"
                value={draft.startsAt}
                onChange={(event) => set({ startsAt: event.target.value })}
              />
            )}
          </Field>
          <Field name="endsAt" label="Kết thúc" problems={of('endsAt')} hint="Để trống: hiện đến khi gỡ.">
            {(aria) => (
              <input
                {...aria}
                type="datetime-local"
                value={draft.endsAt}
                onChange={(event) => set({ endsAt: event.target.value })}
              />
            )}
          </Field>
        </div>
      </fieldset>
    </>
  )
}

/** As the server counts: one line, blanks at the edges and doubled ones aside. */
function remaining(text: string, most: number): string {
  const left = most - text.normalize('NFC').replace(/\s+/g, ' ').trim().length
  return left < 0 ? `Dài quá ${-left} ký tự.` : `Còn ${left} ký tự.`
}

function LevelField({
  level,
  problems,
  onChange,
}: {
  level: NoticeDraft['level']
  problems: NoticeProblem[]
  onChange: (level: NoticeDraft['level']) => void
}) {
  return (
    <fieldset>
      <legend>Mức</legend>
      <Messages id="notice-level-problems" problems={problems} />
      <div className="portal-notice-form__levels">
        {noticeLevels.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="level"
              value={name}
              checked={name === level}
              onChange={() => onChange(name)}
            />
            <span>
              <strong>
                <NoticeShape level={name} /> {noticeWords[name]}
              </strong>
              <small>{levelAdvice[name]}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type Aria = { id: string; name: string; 'aria-describedby': string; 'aria-invalid': boolean }

/** Label above, message and hint between, as the portal's own forms have them (design §5). */
function Field({
  name,
  label,
  hint,
  problems,
  children,
}: {
  name: string
  label: string
  hint: string
  problems: NoticeProblem[]
  children: (aria: Aria) => ReactNode
}) {
  const id = `notice-${name}`
  const isWrong = problems.length > 0
  return (
    <div className={isWrong ? 'portal-notice-form__field is-wrong' : 'portal-notice-form__field'}>
      <label htmlFor={id}>{label}</label>
      <Messages id={`${id}-problems`} problems={problems} />
      {children({
        id,
        name,
        'aria-describedby': `${id}-problems ${id}-hint`,
        'aria-invalid': isWrong,
      })}
      <small id={`${id}-hint`}>{hint}</small>
    </div>
  )
}

const Messages = ({ id, problems }: { id: string; problems: NoticeProblem[] }) => (
  <span id={id} className="portal-notice-form__problem">
    {problems.map(({ message }) => message).join(' ')}
  </span>
)
