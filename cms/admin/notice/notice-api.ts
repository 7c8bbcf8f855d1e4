/** The notice's endpoints as the admin asks them. Runs in the browser. */
import type { NoticeProblem } from '#domain/notice.ts'
import type { inputOf } from './notice-draft.ts'

export type NoticeChange = { action: 'set'; notice: ReturnType<typeof inputOf> } | { action: 'clear' }
export type NoticeRefusal = { message: string; problems: NoticeProblem[] }

const unreachable: NoticeRefusal = {
  message: 'Không liên lạc được với máy chủ, chưa có gì thay đổi. Hãy kiểm tra mạng rồi thử lại.',
  problems: [],
}

/** Answers with the refusal, or `null` when it is done. */
export async function changeNotice(change: NoticeChange): Promise<NoticeRefusal | null> {
  try {
    const response = await fetch(`/api/notices/${change.action}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(change.action === 'set' ? change.notice : {}),
    })
    if (response.ok) return null
    const { message, problems } = (await response.json()) as Partial<NoticeRefusal>
    return { message: message ?? unreachable.message, problems: problems ?? [] }
  } catch {
    return unreachable
  }
}
