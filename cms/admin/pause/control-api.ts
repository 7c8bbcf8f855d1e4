/** The pause switch's endpoints as the admin asks them. Runs in the browser. */
export type ControlChange = { action: 'pause'; reason: string } | { action: 'resume' }

const unreachable = 'Không liên lạc được với máy chủ. Hãy kiểm tra mạng rồi thử lại.'

/** Answers with the sentence of the refusal, or `null` when it is done. */
export async function changeControl({ action, ...given }: ControlChange): Promise<string | null> {
  try {
    const response = await fetch(`/api/publications/${action}`, {
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
