/** A clock that is a day off, while the cms runs and across restarts; and schedules that come due while it is down. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { openFaults, type FaultControl } from '#tests/support/faults.ts'
import { countEvents, editionsOf, receiptsOf } from '#tests/support/ledger.ts'
import {
  copyFolder,
  removeFolder,
  runningCms,
  type CmsProcess,
  type Folder,
} from '#tests/support/portal-processes.ts'
import { startPublicWeb, type PublicWeb } from '#tests/support/public-web.ts'
import { seedPortal, step, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { expectWhole, settled, until } from '#tests/support/whole-again.ts'
import { bodyOf } from '#tests/support/cms.ts'

const day = 86_400_000
const hour = 3_600_000
/** The seeded schedule comes due in these tests, so that its words become public; everything else must not. */
const secrets = [
  'khongaithay1',
  'khongaithay2',
  'khongaithay3',
  'khongaithay4',
  'khongaithay7',
  'khongaithay8',
]

let portal: SeededPortal
let folder: Folder
let faults: FaultControl
let web: PublicWeb
let clockMs = 0
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))
beforeEach(async () => {
  folder = await copyFolder(portal.folder)
  faults = openFaults()
  web = await startPublicWeb(folder.data)
  clockMs = 0
})
afterEach(async () => {
  await web.close()
  faults.remove()
  await removeFolder(folder)
})

type Ask = Awaited<ReturnType<CmsProcess['signIn']>>

const shift = (ms: number) => {
  clockMs = ms
  faults.set({ faults: [], clockMs })
}
const at = (ms: number) => new Date(Date.now() + clockMs + ms).toISOString()
const start = async () => {
  const cms = await runningCms(folder, {}, { faults })
  await settled(cms)
  return cms
}
const textOf = async (address: string) => (await web.get(address)).text
const last = (item: string, action: string) =>
  receiptsOf(folder, item)
    .filter((row) => row.action === action)
    .at(-1)
const isOut = (item: string, action: string) => last(item, action)?.state === 'live'

async function schedule(editor: Ask, moderator: Ask, title: string, ms: number): Promise<string> {
  const { body } = await editor('POST', '/api/news', {
    title,
    lead: 'Tóm tắt.',
    body: bodyOf('Nội dung.'),
    agency: portal.agency,
    topics: [portal.topic],
  })
  const { id } = body.doc
  await step(editor, id, 'submit')
  await step(moderator, id, 'schedule', { at: at(ms) })
  return id
}

async function correct(editor: Ask, moderator: Ask, lead: string): Promise<void> {
  await editor('PATCH', `/api/news/${portal.live}`, { lead })
  await step(editor, portal.live, 'submit')
  await step(moderator, portal.live, 'approve')
}

/** Live once: one outcome, one release in the ledger, and not before its time as the clock showed it then. */
function expectReleasedOnce(item: string): void {
  expect(editionsOf(folder, item).map(({ outcomes }) => outcomes.map(({ kind }) => kind))).toEqual([['live']])
  expect(countEvents(folder, item, 'release')).toBe(1)
  const { liveAt, notBefore } = last(item, 'schedule') ?? {}
  expect(Date.parse(liveAt ?? '')).toBeGreaterThanOrEqual(Date.parse(notBefore ?? ''))
}

it('a day forward and back while it runs: schedules go out once, order is kept, people sign in again', async () => {
  const cms = await start()
  const [editor, moderator] = [
    await cms.signIn('editor@tinh.example', clockMs),
    await cms.signIn('moderator@tinh.example', clockMs),
  ]
  const inAnHour = await schedule(editor, moderator, 'Hẹn một giờ nữa', hour)
  shift(day)
  await until('the schedule is out', () => isOut(inAnHour, 'schedule'))
  expect(await textOf('/tin-tuc/hen-mot-gio-nua/')).toContain('Hẹn một giờ nữa')
  expect((await editor('GET', '/api/news?limit=1')).status).toBeLessThan(500)
  const [tomorrowEditor, tomorrowModerator] = [
    await cms.signIn('editor@tinh.example', clockMs),
    await cms.signIn('moderator@tinh.example', clockMs),
  ]
  await correct(tomorrowEditor, tomorrowModerator, 'Bản sửa của ngày mai.')
  await settled(cms)

  shift(-day)
  const [backEditor, backModerator] = [
    await cms.signIn('editor@tinh.example', clockMs),
    await cms.signIn('moderator@tinh.example', clockMs),
  ]
  const notYet = await schedule(backEditor, backModerator, 'Hẹn khi đồng hồ lùi', hour)
  await correct(backEditor, backModerator, 'Bản sửa của hôm qua.')
  await until('the later correction is out', async () =>
    (await textOf('/tin-tuc/tin-dang-tren-cong/')).includes('Bản sửa của hôm qua.'),
  )
  const numbers = editionsOf(folder, portal.live).map(({ number }) => number)
  expect(numbers).toEqual([1, 2, 3])
  await step(backModerator, portal.live, 'withdraw', { note: 'Rút khi đồng hồ lùi' })
  await until('the withdrawal is out', async () =>
    (await textOf('/tin-tuc/tin-dang-tren-cong/')).includes('Rút khi đồng hồ lùi'),
  )
  await settled(cms)
  expect((await backModerator('GET', `/api/news/${portal.live}/publication`)).body.state).toBe('live')
  expect((await web.get('/tin-tuc/hen-khi-dong-ho-lui/')).status).toBe(404)
  await cms.stop()

  const again = await start()
  expect((await web.get('/tin-tuc/hen-khi-dong-ho-lui/')).status).toBe(404)
  shift(0)
  // It was set for an hour after yesterday's time, which has long passed by the right clock.
  await until('the other schedule is out', () => isOut(notYet, 'schedule'))
  await again.stop()
  await (await expectWhole(folder, 'a clock a day off', { secrets })).stop()
  for (const item of [inAnHour, notYet]) expectReleasedOnce(item)
})

it('a day forward and back across restarts: nothing goes out twice or is taken back', async () => {
  const first = await start()
  const [editor, moderator] = [
    await first.signIn('editor@tinh.example', clockMs),
    await first.signIn('moderator@tinh.example', clockMs),
  ]
  const scheduled = await schedule(editor, moderator, 'Hẹn qua lần khởi động', hour)
  await first.stop()
  shift(day + hour)
  const ahead = await start()
  await until('the schedule is out', () => isOut(scheduled, 'schedule'))
  await ahead.stop()
  for (const ms of [0, -day, 0]) {
    shift(ms)
    const cms = await start()
    const [writer, approver] = [
      await cms.signIn('editor@tinh.example', clockMs),
      await cms.signIn('moderator@tinh.example', clockMs),
    ]
    await correct(
      writer,
      approver,
      `Sửa khi đồng hồ lệch ${ms} ở lần ${editionsOf(folder, portal.live).length}.`,
    )
    await settled(cms)
    await cms.stop()
  }
  await (await expectWhole(folder, 'restarts under a wrong clock', { secrets })).stop()
  expect((await web.get('/tin-tuc/hen-qua-lan-khoi-dong/')).status).toBe(200)
  expectReleasedOnce(scheduled)
  expect(editionsOf(folder, portal.live).map(({ number }) => number)).toEqual([1, 2, 3, 4])
})

it('what came due while the system was down goes out at the start, also when its scheduler was disabled', async () => {
  const cms = await start()
  const [editor, moderator, admin] = [
    await cms.signIn('editor@tinh.example', clockMs),
    await cms.signIn('moderator@tinh.example', clockMs),
    await cms.signIn('admin@tinh.example', clockMs),
  ]
  const scheduled = await schedule(editor, moderator, 'Người hẹn đã nghỉ', hour)
  const { docs } = (await admin('GET', '/api/users?where[email][equals]=moderator@tinh.example')).body
  expect((await admin('PATCH', `/api/users/${docs[0].id}`, { isDisabled: true })).status).toBe(200)
  await cms.stop()
  shift(2 * hour)
  const later = await start()
  await until('the schedule is out', () => isOut(scheduled, 'schedule'))
  expect((await web.get('/tin-tuc/nguoi-hen-da-nghi/')).status).toBe(200)
  await later.stop()
  expectReleasedOnce(scheduled)
  shift(0)
  await (await expectWhole(folder, 'a schedule due while down')).stop()
})

it('of a schedule and a withdrawal for the same minute the one given later holds', async () => {
  const cms = await start()
  const [editor, moderator] = [
    await cms.signIn('editor@tinh.example', clockMs),
    await cms.signIn('moderator@tinh.example', clockMs),
  ]
  await editor('PATCH', `/api/news/${portal.live}`, { lead: 'Bản sửa, đã hẹn giờ.' })
  await step(editor, portal.live, 'submit')
  await step(moderator, portal.live, 'schedule', { at: at(hour) })
  await step(moderator, portal.live, 'withdraw', { note: 'Rút trước giờ hẹn' })
  shift(hour + 1000)
  await settled(cms)
  expect(await textOf('/tin-tuc/tin-dang-tren-cong/')).toContain('Rút trước giờ hẹn')
  expect(await textOf('/tin-tuc/tin-dang-tren-cong/')).not.toContain('Bản sửa, đã hẹn giờ.')
  const later = await cms.signIn('moderator@tinh.example', clockMs)
  await step(later, portal.live, 'restore')
  await settled(cms)
  await cms.stop()
  shift(0)
  await (await expectWhole(folder, 'a withdrawal before a schedule')).stop()
  expect(await textOf('/tin-tuc/tin-dang-tren-cong/')).not.toContain('Bản sửa, đã hẹn giờ.')
})
