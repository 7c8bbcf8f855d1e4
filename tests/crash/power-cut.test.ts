/** A power cut leaves the disk as it was at some moment: copies of the folder taken while people work, each booted. */
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { countDone, keepBusy, newMemory, type Memory } from '#tests/support/busy-people.ts'
import { counts, seed } from '#tests/support/crash-counts.ts'
import {
  copyFolder,
  removeFolder,
  runningCms,
  type CmsProcess,
  type Folder,
} from '#tests/support/portal-processes.ts'
import { startReaders } from '#tests/support/readers.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { expectWhole, until } from '#tests/support/whole-again.ts'

const random = seededRandom(seed)

let portal: SeededPortal
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))

/**
 * The process stands still while the copy is taken: a disk stops at one moment, and a database that is copied while
 * somebody writes it is no state it ever had.
 */
async function snapshot({ child }: CmsProcess): Promise<Folder> {
  child.kill('SIGSTOP')
  await until('every thread stands still', () => threadStates(child.pid ?? 0).every((state) => state === 'T'))
  const copy = await copyFolder(portal.folder)
  child.kill('SIGCONT')
  return copy
}

/** proc(5): the letter after the name in brackets. */
const threadStates = (pid: number): string[] =>
  readdirSync(`/proc/${pid}/task`).map((thread) => {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8')
    return stat.charAt(stat.lastIndexOf(')') + 2)
  })

/** What was acknowledged before the copy began must be in it; everything later may be. */
function remembered({ items, steps }: Memory): Memory {
  return { items: new Map(items), steps: steps.map((asked) => ({ ...asked })) }
}

function withWhatFollowed(before: Memory, after: Memory): Memory {
  const later = after.steps.slice(before.steps.length).map((asked) => ({ ...asked, answer: 'none' as const }))
  return { items: before.items, steps: [...before.steps, ...later] }
}

type People = Omit<Parameters<typeof keepBusy>[0], 'isOver'>

/** As Node and its fetch tell it. */
const cutOff = ['ECONNRESET', 'UND_ERR_SOCKET']

/**
 * A copy taken in the middle of their work. They rest while it is looked at, or the portal would grow with every cut.
 * A process that stands still for longer than it keeps idle connections closes them when it goes on; whoever asked
 * meanwhile is cut off, and what they asked stays without an answer.
 */
async function copyAmidWork(people: People): Promise<{ copy: Folder; before: Memory }> {
  let isOver = false
  const working = keepBusy({ ...people, isOver: () => isOver }).catch(
    (error: { cause?: { code?: string } }) => {
      if (!cutOff.includes(error.cause?.code ?? '')) throw error
    },
  )
  await wait(100 + random() * 900)
  const before = remembered(people.memory)
  const copy = await snapshot(people.cms)
  isOver = true
  await working
  return { copy, before }
}

it(`boots ${counts.cuts} copies taken at arbitrary moments (CRASH_SEED=${seed})`, async () => {
  const cms = await runningCms(portal.folder)
  const readers = await startReaders(portal.folder.data)
  const memory = newMemory()
  for (let cut = 0; cut < counts.cuts; cut += 1) {
    const { copy, before } = await copyAmidWork({ cms, portal, name: `điện ${cut}.`, memory, random })
    const booted = await expectWhole(copy, `cut ${cut}`, { memory: withWhatFollowed(before, memory) })
    await booted.stop()
    await removeFolder(copy)
  }
  expect(countDone(memory)).toBeGreaterThan(counts.cuts)
  await cms.stop()
  expect(await readers.stop()).toEqual([])
}, 3_600_000)
