/** The cms (without its admin) in this process with its publisher threads, and the web server in one of its own, over DATA_DIR. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { people } from '#cms/commands/demo/content/people.ts'
import { readRecord } from '#cms/commands/demo/record.ts'
import { env } from '#cms/env.ts'
import { startPublishing } from '#cms/jobs/start-publishing.ts'
import { createLog } from '#cms/log.ts'
import { openPayload } from '#cms/payload.ts'
import { createCmsApp } from '#cms/server/cms-app.ts'
import { freshLogIn } from '#tests/support/log-in.ts'

export type Json = Record<string, any>
export type Ask = (method: string, path: string, body?: Json) => Promise<Json>

export async function openLivePortal() {
  const payload = await openPayload()
  const publishing = startPublishing(payload, env)
  const startedAt = performance.now()
  await publishing.started
  const verifyMs = performance.now() - startedAt
  const { default: config } = await import('../../payload.config.ts')
  const server = http.createServer(createCmsApp({ payload, config, env, log: createLog('cms'), publishing }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const web = spawn(process.execPath, [path.join(env.ROOT, 'site/server/main.ts')], { stdio: 'ignore' })
  const webBase = `http://127.0.0.1:${env.WEB_PORT}`
  while (!(await fetch(webBase).catch(() => null))) await wait(50)
  const { passwords = {}, secrets = {} } = readRecord(env.DATA_DIR) ?? {}
  const as = async (key: string): Promise<Ask> => {
    const email = people.find((person) => person.key === key)?.email ?? ''
    return asker(base, await freshLogIn(base, email, passwords[email], secrets[email]))
  }
  return {
    payload,
    base,
    as,
    publishing,
    verifyMs,
    writer: await as('moderator-a'),
    reviewer: await as('moderator-b'),
    get: async (address: string) => {
      const answer = await fetch(webBase + encodeURI(address))
      return { status: answer.status, text: await answer.text() }
    },
    memory: () => ({ cms: residentMb(process.pid), web: residentMb(web.pid ?? 0) }),
    async close() {
      web.kill()
      await publishing.stop()
      server.closeAllConnections()
      server.close()
    },
  }
}

const asker =
  (base: string, cookie: string): Ask =>
  async (method, address, body) => {
    const answer = await fetch(base + address, {
      method,
      headers: { cookie, origin: env.CMS_URL, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const json = (await answer.json()) as Json
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${JSON.stringify(json)}`)
    return json
  }

/** Threads share their process's memory, so one figure covers a process with its threads. */
const residentMb = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
