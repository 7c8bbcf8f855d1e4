/**
 * Proof of life: after a publication is live, the public web server itself is asked for the item's address
 * until it answers with the new bytes; then the receipt gets `seenAt` (ARCHITECTURE, Publication). A loop of
 * its own, so that publishing never waits for it. It asks the database nothing while nothing is unseen.
 */
import type { Payload, Where } from 'payload'
import type { Log } from '../log.ts'
import { compareChanges, type PublicationRow } from '../workflow/publications.ts'
import { answersAsPublished, type ProbeSettings } from './probe.ts'

export type Witness = {
  /** There are new publications to look for. */
  look(): void
  stop(): Promise<void>
}

type Options = { payload: Payload; settings: ProbeSettings; log: Log; now?: () => Date }

/** As many addresses at once as a web server under load does not notice. */
const atOnce = 4
const batch = 40
const pauses = { first: 100, most: 5_000 }

export function startWitness({ payload, settings, log, now = () => new Date() }: Options): Witness {
  let isStopped = false
  let hasNews = true
  let wake: () => void = () => {}

  const sleep = (pauseMs: number) =>
    new Promise<void>((resolve) => {
      if (hasNews || isStopped) return resolve()
      const timer = pauseMs === Infinity ? undefined : setTimeout(resolve, pauseMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const run = async () => {
    let pauseMs = pauses.first
    for (let turn = 0; !isStopped; turn += 1) {
      hasNews = false
      const { seen, unseen, hasMore } = await lookRound({ payload, settings, now }, turn).catch(
        (err: unknown) => {
          log.error('the witness could not look', { err })
          return { seen: 0, unseen: 1, hasMore: false }
        },
      )
      if (seen > 0 || hasNews) pauseMs = pauses.first
      if (seen > 0 && hasMore) continue
      await sleep(unseen > 0 || hasMore ? pauseMs : Infinity)
      pauseMs = Math.min(pauses.most, pauseMs * 2)
    }
  }
  const running = run()

  return {
    look() {
      hasNews = true
      wake()
    },
    async stop() {
      isStopped = true
      wake()
      await running
    },
  }
}

type Looking = Required<Omit<Options, 'log'>>

/** One look at the last unseen change of each item, the newest and the oldest in turn, so that none is kept waiting by others. */
async function lookRound(looking: Looking, turn: number) {
  const { docs } = await looking.payload.db.find<PublicationRow>({
    collection: 'publications',
    where: { isSeen: { equals: false } },
    sort: turn % 2 === 0 ? ['-liveAt', '-requestedAt'] : ['liveAt', 'requestedAt'],
    limit: batch,
    pagination: false,
  })
  const newest = new Map<string, PublicationRow>()
  for (const row of docs) {
    const item = `${row.collection}/${row.item}`
    const known = newest.get(item)
    if (!known || compareChanges(known, row) < 0) newest.set(item, row)
  }
  const waiting = [...newest.values()]
  let seen = 0
  const worker = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) if (await look(looking, row)) seen += 1
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { seen, unseen: newest.size - seen, hasMore: docs.length === batch }
}

/** Marks every change of the item up to this one: what is shown now came after them all. */
async function look({ payload, settings, now }: Looking, row: PublicationRow): Promise<boolean> {
  // A web server that is down or restarting answers later; the alarm tells when it takes too long.
  if (!(await answersAsPublished(settings, row).catch(() => false))) return false
  await payload.db.updateMany({
    collection: 'publications',
    where: {
      and: [
        { item: { equals: row.item } },
        { collection: { equals: row.collection } },
        { isSeen: { equals: false } },
        upTo(row),
      ],
    },
    data: { isSeen: true, seenAt: now().toISOString() },
  })
  return true
}

/** Rows from before changes were counted are older than all that have a number. */
const upTo = ({ changeNumber, liveAt }: PublicationRow): Where =>
  typeof changeNumber === 'number'
    ? { or: [{ changeNumber: { less_than_equal: changeNumber } }, { changeNumber: { exists: false } }] }
    : { and: [{ changeNumber: { exists: false } }, { liveAt: { less_than_equal: liveAt } }] }
