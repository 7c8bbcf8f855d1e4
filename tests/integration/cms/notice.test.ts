/** The door of the site-wide notice: moderators only, every change audited, the relay passes it on. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { passingNotice } from '#cms/jobs/pass-notice.ts'
import { currentNotice } from '#cms/workflow/notice.ts'
import type { Notice } from '#domain/notice.ts'
import { openTestCms, type TestCms } from '#tests/support/cms.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms()
}, 60_000)
afterAll(() => cms.close())

const storm = {
  level: 'emergency',
  text: 'Bão số 3 đổ bộ trong đêm',
  link: { url: '/tin-tuc/bao-so-3/', text: 'Các điểm tránh trú' },
  endsAt: '2999-01-01T00:00:00Z',
}
const set = (who: keyof TestCms['as'], body: unknown) => cms.as[who]('POST', '/api/notices/set', body)
const clear = (who: keyof TestCms['as']) => cms.as[who]('POST', '/api/notices/clear')

it('is for moderators only, and ordinary REST cannot write it', async () => {
  expect((await set('anonymous', storm)).status).toBe(401)
  for (const who of ['editor', 'homeless', 'administrator'] as const) {
    expect([who, (await set(who, storm)).status, (await clear(who)).status]).toEqual([who, 403, 403])
  }
  expect((await cms.as.moderator('POST', '/api/notices', { action: 'set', ...storm })).status).toBe(403)
  expect(await currentNotice(cms.payload)).toBeNull()
})

it('bad input is named field by field and changes nothing', async () => {
  const { status, body } = await set('moderator', { level: 'loud', text: '' })
  expect([status, body.code]).toEqual([422, 'invalid-content'])
  expect(body.problems.map(({ field }: { field: string }) => field)).toEqual(['level', 'text'])
  for (const nonsense of [[], 'x', 7]) expect((await set('moderator', nonsense)).status).toBeLessThan(500)
  expect((await clear('moderator')).status).toBe(409)
  expect(await currentNotice(cms.payload)).toBeNull()
})

it('is set and taken away with its audit events', async () => {
  const { status, body } = await set('moderator', storm)
  expect(status).toBe(200)
  expect(body.notice).toMatchObject({ level: 'emergency', text: storm.text, link: storm.link })
  expect((await cms.as.moderator('GET', '/api/notices/current')).body.notice).toEqual(body.notice)
  expect((await set('secondModerator', { level: 'info', text: 'Bão đã tan' })).status).toBe(200)
  expect(await currentNotice(cms.payload)).toMatchObject({ text: 'Bão đã tan', id: '2' })
  expect((await clear('moderator')).status).toBe(200)
  expect(await currentNotice(cms.payload)).toBeNull()
  const { docs } = await cms.payload.db.find<{ action: string; actor: string }>({
    collection: 'audit-events',
    where: { collection: { equals: 'notices' }, action: { in: ['set-notice', 'clear-notice'] } },
    sort: 'at',
  })
  expect(docs.map(({ action, actor }) => [action, actor])).toEqual([
    ['set-notice', cms.ids.moderator],
    ['set-notice', cms.ids.secondModerator],
    ['clear-notice', cms.ids.moderator],
  ])
})

it('two moderators at once leave one notice, and both events', async () => {
  const answers = await Promise.all([
    set('moderator', { level: 'info', text: 'Một' }),
    set('secondModerator', { level: 'info', text: 'Hai' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(await currentNotice(cms.payload)).toMatchObject({ text: expect.stringMatching(/^(Một|Hai)$/) })
})

it('reaches the publisher once for each change, and the clock once a minute', async () => {
  const told: (Notice | null)[] = []
  const minutes: string[] = []
  let now = new Date('2025-07-01T03:00:10.000Z')
  const pass = passingNotice({
    payload: cms.payload,
    now: () => now,
    publisher: {
      setNotice: (notice) => Promise.resolve(told.push(notice)),
      turnClock: (at) => Promise.resolve(minutes.push(at) && 0),
    },
  })
  expect(await pass({ isUrgent: true })).toBe(true)
  expect(await pass({ isUrgent: true })).toBe(false)
  await clear('moderator')
  now = new Date('2025-07-01T03:01:00.000Z')
  expect(await pass({ isUrgent: true })).toBe(true)
  expect(told.map((notice) => notice?.level ?? null)).toEqual(['info', null])
  expect(minutes).toHaveLength(2)
})
