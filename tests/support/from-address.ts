/** Requests that come from another address of this machine (all of 127.0.0.0/8 is ours), as other people's would. */
import http from 'node:http'
import { text } from 'node:stream/consumers'
import { env } from '#cms/env.ts'

export type Reply = {
  status: number
  body: Record<string, any>
  cookie: string
  headers: http.IncomingHttpHeaders
}

type Request = { path: string; method?: string; body?: unknown; cookie?: string }

/** Nobody else's in this process: `127.x.y.z`. */
let last = 0
export const newAddress = (): string => `127.77.${Math.floor(++last / 250)}.${(last % 250) + 1}`

export function requestFrom(
  base: string,
  localAddress: string,
  { path, method = 'POST', body, cookie }: Request,
): Promise<Reply> {
  const { hostname, port } = new URL(base)
  const payload = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const request = http.request({
      ...{ hostname, port, path, method, localAddress, agent: false },
      headers: {
        origin: env.CMS_URL,
        ...(payload === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
        ...(cookie ? { cookie } : {}),
      },
    })
    request.once('error', reject)
    request.once('response', (response) => {
      text(response)
        .then((answer) =>
          resolve({
            status: response.statusCode ?? 0,
            body: answer.startsWith('{') ? JSON.parse(answer) : { text: answer },
            cookie: (response.headers['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; '),
            headers: response.headers,
          }),
        )
        .catch(reject)
    })
    request.end(payload)
  })
}
