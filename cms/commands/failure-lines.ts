/** What a command says when it fails: one sentence, then the points; a stack only when the fault is ours. */
import type { PortalError } from '../errors.ts'
import type { CommandError } from './command.ts'

/** Errors whose message is written for the person at the terminal. */
const spoken = new Set(['CommandError', 'PortalError', 'PublicationError', 'IntakeError', 'Error'])

export function failureLines(error: unknown): string[] {
  if (!(error instanceof Error)) return [`Lỗi ngoài dự kiến: ${String(error)}`]
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return ['Máy chủ hết chỗ lưu. Hãy dọn bớt rồi chạy lại.']
  if (code === 'EACCES' || code === 'EPERM')
    return [`Không có quyền đọc hoặc ghi: ${(error as NodeJS.ErrnoException).path ?? error.message}`]
  if (!spoken.has(error.name) || code?.startsWith('ERR_'))
    return fieldLines(error) ?? [`Lỗi ngoài dự kiến: ${error.message}`, error.stack ?? '']
  const details = [
    ...((error as CommandError).details ?? []),
    ...((error as PortalError).problems ?? []).map(({ message }) => message),
  ]
  return [error.message, ...details.filter((line) => line !== error.message).map((line) => `• ${line}`)]
}

/** Payload's own refusal of a field's value. */
function fieldLines(error: Error): string[] | null {
  if (error.name !== 'ValidationError') return null
  const { data } = error as { data?: { errors?: { path: string; message: string }[] } }
  const lines = (data?.errors ?? []).map(({ path, message }) => `• ${path}: ${message}`)
  return ['Có giá trị không hợp lệ:', ...lines]
}
