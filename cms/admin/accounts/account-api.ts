/** The endpoints of `cms/accounts` as the admin asks them. Runs in the browser. */
export type Asked<T> = { ok: T } | { refused: string }

const unreachable = 'Không liên lạc được với máy chủ. Hãy kiểm tra mạng rồi thử lại.'

/** Answers what the endpoint says, or the sentence of its refusal. `path` follows `/api/users/`. */
export async function askAccounts<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<Asked<T>> {
  try {
    const response = await fetch(`/api/users/${path}`, {
      method,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const answer = (await response.json()) as T & { message?: string }
    if (response.ok) return { ok: answer }
    return { refused: withWait(answer.message ?? unreachable, response.headers.get('Retry-After')) }
  } catch {
    return { refused: unreachable }
  }
}

/** The exact time in place of “a few minutes”. */
function withWait(message: string, retryAfter: string | null): string {
  const seconds = Number(retryAfter)
  if (!retryAfter || !Number.isFinite(seconds)) return message
  const wait = seconds < 90 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`
  return message.replace('vài phút', wait)
}
