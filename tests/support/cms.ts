/**
 * A cms for tests: the real Payload on a database of its own and the real Express app on a free port, with
 * people to act as. No admin and no publication; those have their own tests.
 */
import { cmsFolder } from './cms-folders.ts'
import { rm } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'
import { finishAccountWork } from '#cms/accounts/unfinished.ts'
import { openPayload } from '#cms/payload.ts'
import { env } from '#cms/env.ts'
import { createLog } from '#cms/log.ts'
import { createCmsApp } from '#cms/server/cms-app.ts'
import { logIn, password } from './log-in.ts'
import { enrolIfNeeded } from './second-factor.ts'

export { logIn, password } from './log-in.ts'

export type Answer = { status: number; body: Record<string, any> }
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>

type PersonName = 'editor' | 'otherEditor' | 'homeless' | 'moderator' | 'secondModerator' | 'administrator'

export type TestCms = {
  payload: Payload
  base: string
  agency: string
  otherAgency: string
  topic: string
  as: Record<PersonName | 'anonymous', Ask>
  ids: Record<PersonName, string>
  close(): Promise<void>
}

const roles: Record<PersonName, string> = {
  editor: 'editor',
  otherEditor: 'editor',
  homeless: 'editor',
  moderator: 'moderator',
  secondModerator: 'moderator',
  administrator: 'administrator',
}

/** A short body that passes the checks. */
export const bodyOf = (text: string) => ({
  root: {
    type: 'root',
    version: 1,
    format: '',
    indent: 0,
    direction: 'ltr',
    children: [
      {
        type: 'paragraph',
        version: 1,
        format: '',
        indent: 0,
        direction: 'ltr',
        children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }],
      },
    ],
  },
})

export async function openTestCms(options: { now?: () => Date } = {}): Promise<TestCms> {
  const payload = await openPayload()
  const create = async (collection: string, data: Record<string, unknown>) => {
    const row = await payload.create({ collection: collection as never, data: data })
    return String((row as { id: unknown }).id)
  }
  const agency = await create('agencies', { name: 'Sở Thông tin và Truyền thông', kind: 'so' })
  const otherAgency = await create('agencies', { name: 'Sở Y tế', kind: 'so' })
  const topic = await create('topics', { name: 'Chỉ đạo điều hành' })
  const agenciesOf: Partial<Record<PersonName, string[]>> = { editor: [agency], otherEditor: [otherAgency] }
  const ids = {} as Record<PersonName, string>
  for (const name of Object.keys(roles) as PersonName[]) {
    ids[name] = await create('users', {
      name,
      email: `${name}@tinh.example`,
      password,
      role: roles[name],
      agencies: agenciesOf[name] ?? [],
    })
    await enrolIfNeeded(payload, { id: ids[name], email: `${name}@tinh.example`, role: roles[name] })
  }
  const { default: config } = await import('../../payload.config.ts')
  const server = http.createServer(createCmsApp({ payload, config, env, log: createLog('cms'), ...options }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const as = { anonymous: asker(base) } as TestCms['as']
  for (const name of Object.keys(roles) as PersonName[])
    as[name] = asker(base, await logIn(base, `${name}@tinh.example`))
  return {
    payload,
    base,
    agency,
    otherAgency,
    topic,
    as,
    ids,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await finishAccountWork()
      await payload.destroy()
      await rm(cmsFolder, { recursive: true, force: true })
    },
  }
}

export const asker =
  (base: string, cookie = ''): Ask =>
  async (method, path, body, headers = {}) => {
    const isForm = body instanceof FormData
    const isText = typeof body === 'string'
    const answer = await fetch(base + path, {
      method,
      headers: {
        origin: env.CMS_URL,
        ...(cookie ? { cookie } : {}),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm || isText ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: asJson(text) }
  }

const asJson = (text: string): Record<string, any> => {
  try {
    return JSON.parse(text)
  } catch {
    return { text }
  }
}

/** Creates a news item that is ready to be submitted; answers its id. */
export async function readyNews(
  cms: TestCms,
  words: Record<string, unknown> = {},
  as: keyof TestCms['as'] = 'editor',
): Promise<string> {
  const { status, body } = await cms.as[as]('POST', '/api/news', {
    title: 'Đẩy mạnh ứng dụng công nghệ thông tin',
    lead: 'Một câu tóm tắt.',
    body: bodyOf('Nội dung của tin.'),
    agency: cms.agency,
    topics: [cms.topic],
    ...words,
  })
  if (status !== 201) throw new Error(`create: ${status} ${JSON.stringify(body)}`)
  return String(body.doc.id)
}

/** Takes a step with the revision that the workflow endpoint shows this person. */
export async function step(
  ask: Ask,
  id: string,
  action: string,
  more: Record<string, unknown> = {},
  collection = 'news',
): Promise<Answer> {
  const { body } = await ask('GET', `/api/${collection}/${id}/workflow`)
  return ask('POST', `/api/${collection}/${id}/transition`, { action, revision: body.revision, ...more })
}
