/**
 * Compares editions, read model and public tree, says in plain words what is wrong, and puts it right. It
 * works in small turns, so that publications go on meanwhile; what was published meanwhile is not judged.
 */
import { setImmediate as pause } from 'node:timers/promises'
import type { ItemRef } from '#domain/collections.ts'
import { PublicationError, messageOf } from './errors.ts'
import type { OpenRelease } from './open-release.ts'
import type { Publisher, PublisherSettings, TruthSource, VerifyReport } from './protocol.ts'
import { areLinksRight, fixLinks } from './releases.ts'
import type { Serial } from './serial.ts'
import { settle } from './settle.ts'
import type { Finding } from './finding.ts'
import { compareItems, inBatches, isComing } from './compare-items.ts'
import { doubtfulRoutes } from './doubtful-routes.ts'
import { damage } from './verify-damage.ts'
import { verifyAssets, verifyFiles } from './verify-files.ts'
import { findStrays, type Stray } from './verify-strays.ts'
import { verifyItem, verifyUnknownItems } from './verify-items.ts'
import { verifyRoutes } from './verify-routes.ts'

const routesAtOnce = 20
const filesAtOnce = 500
const linesKept = 1000
const stubborn = 'Mô hình đọc hỏng: các dòng đã ghi lại mà vẫn sai'

export type VerifyInput = {
  settings: PublisherSettings
  source: TruthSource
  options: Parameters<Publisher['verify']>[1]
  serial: Serial
  present: () => OpenRelease
  rebuild: Publisher['rebuild']
  wasChanged: (ref: ItemRef) => boolean
  threads?: number
}

export async function verify(input: VerifyInput): Promise<VerifyReport> {
  const report: VerifyReport = { items: 0, routes: 0, problems: [], repaired: 0 }
  const found = notedIn(report, input.options.repair)
  const { settings, serial, present } = input

  const makeAnew = async () => {
    const { items, routes } = await input.rebuild(input.source, undefined, {
      isForced: input.options.isForced,
    })
    Object.assign(report, { items, routes })
  }
  // Side by side, because both read everything; a damaged file may break the comparison, and is why.
  const [broken, compared] = await Promise.allSettled([damage(input), compareItems(input)])
  const damaged = valueOf(broken)
  if (damaged) {
    await found(damaged, makeAnew)
    return report
  }
  if (!areLinksRight(settings.dataDir)) {
    await found('Liên kết published.sqlite hoặc www trong thư mục dữ liệu không đúng', () =>
      fixLinks(settings.dataDir),
    )
  }

  const { seen, wrong } = valueOf(compared)
  report.items = seen.size
  const isKnown = (ref: ItemRef) => seen.has(ref) || input.wasChanged(ref)
  // First what nobody knows: it may stand at the address of an item that must be put right.
  let isStubborn = await serial(() => verifyUnknownItems(present().model, isKnown, found))
  if (wrong.size > 0) {
    // Read again only now: nothing is touched before it is known how much would go.
    for await (const batch of inBatches(input.source())) {
      await serial(async () => {
        for (const truth of batch) {
          if (wrong.has(truth.ref) && !isComing(input, truth))
            isStubborn = (await verifyItem(present().model, truth, found)) || isStubborn
        }
      })
    }
  }
  if (isStubborn) {
    await found(stubborn, makeAnew)
    return report
  }

  const { routes, isStubborn: areRoutesStubborn } = await serial(() => verifyRoutes(present().model, found))
  report.routes = routes.length
  if (areRoutesStubborn) {
    await found(stubborn, makeAnew)
    return report
  }
  if (input.options.repair) await settleAll(input)
  await removeStrays(input, found)
  await serial(() => verifyAssets(present(), found))
  const doubtful = await doubtfulRoutes(
    await serial(() => threadData(settings, present())),
    routes,
    input.threads,
  )
  for (let at = 0; at < doubtful.length; at += routesAtOnce) {
    await serial(() => verifyFiles(present(), doubtful.slice(at, at + routesAtOnce), found))
  }
  return report
}

function valueOf<T>(result: PromiseSettledResult<T>): T {
  if (result.status === 'rejected') throw result.reason
  return result.value
}

const threadData = ({ publicUrl, siteEntry }: PublisherSettings, { release }: OpenRelease) => ({
  database: release.database,
  www: release.www,
  publicUrl,
  siteEntry,
})

async function removeStrays({ serial, present }: VerifyInput, found: Finding): Promise<void> {
  const strays: Stray[] = []
  let release = await serial(present)
  const steps = findStrays(() => release)
  for (let isDone = false; !isDone;) {
    await serial(() => {
      release = present()
      for (let files = 0; files < filesAtOnce && !isDone; files += 1) {
        const step = steps.next()
        isDone = step.done === true
        if (step.value) strays.push(step.value)
      }
    })
    await pause()
  }
  // Only now: taking one away may empty the folder that is being walked through.
  for (const stray of strays) {
    await serial(() => (stray.stillIs(present()) ? found(stray.problem, stray.remove) : undefined))
  }
}

function notedIn(report: VerifyReport, isRepairing: boolean): Finding {
  let more = 0
  const note = (line: string) => {
    if (report.problems.length < linesKept) report.problems.push(line)
    else report.problems[linesKept] = `… và ${++more} điểm nữa`
  }
  return async (problem, repair) => {
    note(problem)
    if (!isRepairing) return
    try {
      await repair()
      report.repaired += 1
    } catch (error) {
      if (error instanceof PublicationError && error.code === 'too-many-removals') throw error
      note(`Chưa sửa được: ${problem} (${messageOf(error)})`)
    }
  }
}

async function settleAll({ serial, present }: VerifyInput): Promise<void> {
  for (let left = 1; left > 0;) {
    left = await serial(
      async () => (await settle(present(), present().model.queue.waiting(routesAtOnce))).length,
    )
  }
}
