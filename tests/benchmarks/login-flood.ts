/**
 * An editor’s save, alone and while round after round of sixty sign-ins at once with wrong passwords comes from twenty
 * addresses; what the flood was answered. The target: below twice the quiet time, the flood told to wait (429).
 */
import { fork } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fillCorpus } from './fill.ts'
import { openLivePortal } from './live-portal.ts'
import { percentiles } from './statistics.ts'

const atOnce = 60
const program = path.resolve(import.meta.dirname, '../fixtures/children/login-flood.ts')
const saves = 40

export async function measure({ items }: { items: number }): Promise<Record<string, unknown>> {
  const filled = fillCorpus(items)
  const portal = await openLivePortal()
  const editor = await portal.as('editor-stttt')
  const agency = String(
    (await editor('GET', '/api/agencies?limit=1&where[shortName][equals]=Sở TT%26TT')).docs[0].id,
  )
  const { doc } = await editor('POST', '/api/news', { title: 'Bài để đo', agency })
  const save = async (turn: number) => {
    const from = performance.now()
    await editor('PATCH', `/api/news/${doc.id}`, { lead: `Tóm tắt lần ${turn}.` })
    return performance.now() - from
  }
  const saveAll = async () => {
    const times: number[] = []
    for (let turn = 0; turn < saves; turn += 1) times.push(await save(turn))
    return percentiles(times)
  }
  await saveAll()
  const quiet = await saveAll()
  const flood = startFlood(portal.base)
  await wait(1500)
  const flooded = await saveAll()
  const answers = await flood.stop()
  await portal.close()
  const ratio = (one: number, other: number) => Math.round((one / other) * 100) / 100
  return {
    items: filled,
    'save under flood / quiet, p50 (ratio)': ratio(flooded.p50, quiet.p50),
    'save under flood / quiet, p95 (ratio)': ratio(flooded.p95, quiet.p95),
    'flood: answers by status': answers,
    'flood: share told to wait (429)': ratio(
      answers[429] ?? 0,
      Object.values(answers).reduce((a, b) => a + b, 0),
    ),
  }
}

type Answers = Record<number, number>

/** In a process of its own, as attackers are: their work must not be counted as ours. */
function startFlood(base: string) {
  const child = fork(program, [base, String(atOnce)])
  const answers = new Promise<Answers>((resolve) => {
    child.once('message', (counted) => resolve(counted as Answers))
  })
  return {
    stop() {
      child.send('stop')
      return answers
    },
  }
}
