'use client'
import { useState } from 'react'
import type { Notice } from '#domain/notice.ts'
import { ModalDialog } from '../dialog/ModalDialog.tsx'
import { noticeTimes } from './notice-times.ts'
import { NoticePreview } from './NoticePreview.tsx'

type Props = {
  notice: Omit<Notice, 'id'>
  isReplacing: boolean
  /** Answers with the sentence of a refusal, or `null` when it is done. */
  onConfirm: () => Promise<string | null>
  onClose: () => void
}

/** The last look before every page shows it. */
export function ConfirmNotice({ notice, isReplacing, onConfirm, onClose }: Props) {
  return (
    <ConfirmDialog
      title={isReplacing ? 'Thay thông báo trên mọi trang?' : 'Đặt thông báo lên mọi trang?'}
      confirm={isReplacing ? 'Thay thông báo' : 'Đặt thông báo'}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <NoticePreview {...notice} />
      <p>
        {`Hiện ${noticeTimes(notice)}. Thông báo không qua người thứ hai duyệt; tên bạn được ghi vào sổ.`}
        {isReplacing ? ' Thông báo đang có sẽ được thay.' : ''}
      </p>
    </ConfirmDialog>
  )
}

/** A question with one filled answer; a refusal is told in the dialog. */
export function ConfirmDialog({
  title,
  confirm,
  onConfirm,
  onClose,
  children,
}: Pick<Props, 'onConfirm' | 'onClose'> & { title: string; confirm: string; children: React.ReactNode }) {
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const send = async () => {
    setIsBusy(true)
    setProblem('')
    const refused = await onConfirm()
    // Done: the page is about to be loaded again, and a second press must find nothing.
    if (refused === null) return
    setIsBusy(false)
    setProblem(refused)
  }
  return (
    <ModalDialog title={title} onClose={onClose}>
      {children}
      {problem ? (
        <p role="alert" className="portal-card--refused">
          {problem}
        </p>
      ) : null}
      <div className="portal-dialog__buttons">
        <button
          type="button"
          className="portal-button portal-button--filled"
          disabled={isBusy}
          onClick={() => void send()}
        >
          {isBusy ? 'Đang làm…' : confirm}
        </button>
        <button type="button" className="portal-button" onClick={onClose}>
          Thôi
        </button>
      </div>
    </ModalDialog>
  )
}
