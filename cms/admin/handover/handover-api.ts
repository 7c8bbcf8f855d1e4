/** The endpoint of handovers as the admin asks it. Runs in the browser. */
import type { DeskItem } from '../../workflow/handover-desk.ts'

type Item = Pick<DeskItem, 'collection' | 'id'>

const unreachable = 'Không liên lạc được với máy chủ. Hãy kiểm tra mạng rồi thử lại.'

/** Answers with the sentence of a refusal, or `null` when it is done. */
export async function handOverItem(
  { collection, id }: Item,
  given: { to: string; note: string },
): Promise<string | null> {
  try {
    const response = await fetch(`/api/${collection}/${encodeURIComponent(id)}/handover`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(given),
    })
    if (response.ok) return null
    const { message } = (await response.json()) as { message?: string }
    return message ?? unreachable
  } catch {
    return unreachable
  }
}
