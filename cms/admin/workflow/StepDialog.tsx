'use client'
import { useState, type FormEvent } from 'react'
import { changeKinds, type ChangeKind } from '#domain/change-kinds.ts'
import { toVietnamMoment } from '#domain/dates.ts'
import { LeakDecisions } from './LeakDecisions.tsx'
import { readDecisions, type ShownFinding } from './leak-decisions.ts'
import { ModalDialog } from '../dialog/ModalDialog.tsx'
import { ProblemList } from './ProblemList.tsx'
import { ReasonRows } from './ReasonRows.tsx'
import type { StepForm } from './step-forms.ts'
import type { Refusal, StepInput } from './workflow-api.ts'

type Props = {
  form: StepForm
  /** What the leak guard found, where this person decides about it. */
  findings: readonly ShownFinding[]
  /** Answers with the refusal, or `null` when the step is done. */
  onConfirm: (input: Omit<StepInput, 'action' | 'revision'>) => Promise<Refusal | null>
  onClose: () => void
}

/** Asks what a step needs. */
export function StepDialog({ form, findings, onConfirm, onClose }: Props) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  // Once asked, the question stays: a later refusal is about something else.
  const [isClaimed, setIsClaimed] = useState(false)
  const [isBusy, setIsBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // React lets events of a portal rise to the document form around it; that one would save.
    event.stopPropagation()
    setIsBusy(true)
    const given = await onConfirm(readInput(event.currentTarget))
    // Done: the page is about to be loaded again, and a second press must find nothing.
    if (!given) return
    setIsBusy(false)
    setRefusal(given)
    if (given.code === 'claimed') setIsClaimed(true)
  }

  return (
    <ModalDialog title={form.title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {form.question ? <p>{form.question}</p> : null}
        {form.warning ? <p className="portal-warning">{form.warning}</p> : null}
        <StepFields form={form} />
        {form.asksDecisions ? <LeakDecisions findings={findings} /> : null}
        {refusal ? <RefusalCard refusal={refusal} onChosen={onClose} /> : null}
        {isClaimed ? (
          <label className="portal-check">
            <input type="checkbox" name="takeOver" required />
            Tôi vẫn làm thay người đang nhận duyệt
          </label>
        ) : null}
        <div className="portal-dialog__buttons">
          {refusal && hasMoved(refusal) ? null : (
            <button type="submit" className="portal-button portal-button--filled" disabled={isBusy}>
              {isBusy ? 'Đang làm…' : form.confirm}
            </button>
          )}
          <button type="button" className="portal-button" onClick={onClose}>
            Thôi
          </button>
        </div>
      </form>
    </ModalDialog>
  )
}

function StepFields({ form: { note, needs, reasons, hasChangeNote, hasChangeKind } }: { form: StepForm }) {
  const minute = toVietnamMoment(new Date().toISOString()).slice(0, 16)
  return (
    <>
      {needs === 'time' ? (
        <label>
          Giờ đăng (giờ Việt Nam)
          <input type="datetime-local" name="at" required min={minute} />
        </label>
      ) : null}
      {needs === 'target' ? (
        <label>
          Địa chỉ chuyển đến (một trang đang có trên Cổng)
          <input type="text" name="to" required pattern="/.*" placeholder="/tin-tuc/ten-bai/" />
        </label>
      ) : null}
      {needs === 'edition' ? (
        <label>
          Ẩn lần đăng số (một bản cũ, không phải bản đang trên Cổng)
          <input type="number" name="edition" required min={1} step={1} inputMode="numeric" />
        </label>
      ) : null}
      {reasons ? <ReasonRows collection={reasons.collection} given={reasons.open} /> : null}
      {note ? (
        <label>
          {reasons ? 'Lời nhắn chung (để trống thì lấy các điều cần sửa ở trên)' : note.label}
          <textarea
            name="note"
            rows={reasons ? 2 : 4}
            maxLength={2000}
            required={note.isRequired && !reasons}
          />
        </label>
      ) : null}
      {hasChangeKind ? <ChangeKinds /> : null}
      {hasChangeNote ? (
        <label>
          {hasChangeKind
            ? 'Ghi chú thay đổi (công khai; đính chính thì phải có)'
            : 'Ghi chú thay đổi (công khai, không bắt buộc)'}
          <input type="text" name="changeNote" maxLength={500} />
        </label>
      ) : null}
    </>
  )
}

const kindWords: [ChangeKind, string][] = [
  ['minor', 'Sửa nhỏ: chính tả, định dạng'],
  ['major', 'Thay đổi lớn: nội dung khác trước'],
  ['correction', 'Đính chính: bản đang đăng có chỗ sai, trang sẽ nói rõ'],
]

function ChangeKinds() {
  return (
    <fieldset className="portal-kinds">
      <legend>Mức thay đổi (công khai)</legend>
      {kindWords.map(([kind, words]) => (
        <label key={kind}>
          <input type="radio" name="changeKind" value={kind} defaultChecked={kind === 'minor'} />
          {words}
        </label>
      ))}
    </fieldset>
  )
}

function readInput(form: HTMLFormElement): Omit<StepInput, 'action' | 'revision'> {
  const data = new FormData(form)
  const text = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' && value.trim() ? value.trim() : undefined
  }
  const minute = text('at')
  const reasons = readReasons(data)
  const changeKind = changeKinds.find((kind) => kind === data.get('changeKind'))
  return {
    note:
      text('note') ??
      (reasons
        .map(({ text: words }) => words)
        .join('; ')
        .slice(0, 2000) ||
        undefined),
    ...(reasons.length > 0 ? { reasons } : {}),
    changeNote: text('changeNote'),
    ...(changeKind ? { changeKind } : {}),
    ...(data.has('takeOver') ? { takeOver: true } : {}),
    to: text('to'),
    ...(text('edition') ? { edition: Number(text('edition')) } : {}),
    ...readDecisions(data),
    ...(minute ? { at: `${minute.slice(0, 16)}:00+07:00` } : {}),
  }
}

function readReasons(data: FormData): { field?: string; text: string }[] {
  const [fields, texts] = [data.getAll('reasonField'), data.getAll('reasonText')]
  return texts.flatMap((words, index) => {
    const field = fields[index]
    if (typeof words !== 'string' || !words.trim()) return []
    return [{ ...(typeof field === 'string' && field ? { field } : {}), text: words.trim() }]
  })
}

/** What was shown is no longer what is there: only looking again leads on. */
const hasMoved = ({ code }: Refusal): boolean => code === 'moved-on' || code === 'wrong-state'

function RefusalCard({ refusal, onChosen }: { refusal: Refusal; onChosen: () => void }) {
  const { message, problems } = refusal
  return (
    <div className="portal-card portal-card--refused" role="alert">
      <strong>{hasMoved(refusal) ? 'Chưa có gì được đăng' : 'Chưa làm được'}</strong>
      <p>{message}</p>
      {problems.length > 0 ? <ProblemList problems={problems} onChosen={onChosen} /> : null}
      {hasMoved(refusal) ? <a href={window.location.href}>Tải lại để xem bản mới</a> : null}
    </div>
  )
}
