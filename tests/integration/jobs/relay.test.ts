import '#tests/support/cms-folders.ts'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '#cms/env.ts'
import { duePublications } from '#cms/jobs/due-publications.ts'
import { waitingPublication } from '#cms/workflow/publications.ts'
import { bodyOf, step } from '#tests/support/cms.ts'
import { openPublishingCms, until, type PublishingCms } from '#tests/support/publishing-cms.ts'

const hour = 3_600_000
let portal: PublishingCms
beforeAll(async () => {
  portal = await openPublishingCms()
}, 60_000)
afterEach(() => portal.stopRelay())
afterAll(() => portal.close())

/** Rows of the outbox as an import leaves them: items that need not exist, since only the order is looked at. */
async function fillOutbox(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const requestedAt = new Date(Date.now() - hour + index).toISOString()
    const row = waitingPublication({
      collection: 'news',
      item: `none-${index}`,
      action: 'approve',
      requestedAt,
    })
    await portal.cms.payload.db.create({ collection: 'publications', data: row })
  }
}

it('a removal overtakes five hundred publications that wait', async () => {
  const relay = portal.startRelay()
  const id = await portal.approve('Tin phải rút ngay')
  await relay.idle()
  await portal.stopRelay()
  await fillOutbox(500)
  await step(portal.cms.as.moderator, id, 'withdraw', { note: 'Số liệu sai' })
  const due = await duePublications(portal.cms.payload, new Date(), 20)
  expect(due).toHaveLength(20)
  expect(due[0]).toMatchObject({ action: 'withdraw', item: id })
  expect(due[1]).toMatchObject({ item: 'none-0' })

  portal.startRelay()
  await wait(200)
  // One that comes while they are worked through waits for no more than those in hand.
  const { body } = await step(portal.cms.as.moderator, id, 'restore')
  expect(body.publicState).toBe('live')
  const asked = performance.now()
  await step(portal.cms.as.moderator, id, 'withdraw', { note: 'Vẫn sai' })
  await until(async () => {
    const { state, action } = await portal.publication(id)
    return action === 'withdraw' && state === 'live'
  })
  expect(performance.now() - asked).toBeLessThan(1_000)
}, 60_000)

it('an idle relay asks the database little', async () => {
  await portal.startRelay().idle()
  const { db } = portal.cms.payload
  const real = db.find
  const asked: string[] = []
  db.find = function counted(this: unknown, args) {
    asked.push(args.collection)
    return real.call(this as never, args)
  } as typeof db.find
  await portal.stopRelay()
  portal.startRelay({ pollMs: 500 })
  await wait(1_000)
  asked.length = 0
  await wait(3_000)
  db.find = real
  const perSecond = asked.length / 3
  expect(perSecond).toBeGreaterThan(1)
  expect(perSecond).toBeLessThanOrEqual(5)
})

it('a document takes force on its page at midnight in Vietnam, with no one touching it', async () => {
  const { cms } = portal
  await step(cms.as.moderator, cms.agency, 'submit', {}, 'agencies')
  await step(cms.as.secondModerator, cms.agency, 'approve', {}, 'agencies')
  const today = new Date(portal.now().getTime() + 7 * hour).toISOString().slice(0, 10)
  const tomorrow = new Date(portal.now().getTime() + 31 * hour).toISOString().slice(0, 10)
  const created = await cms.as.editor('POST', '/api/documents', {
    family: 'legal',
    type: 'QĐ',
    number: '21/2026/QĐ-UBND',
    issuer: cms.agency,
    issuedOn: today,
    effectiveFrom: tomorrow,
    abstract: 'Quy định về trang thông tin điện tử',
    signer: 'Nguyễn Văn A',
    signerCapacity: 'Giám đốc',
    body: bodyOf('Nội dung của quyết định.'),
  })
  expect(created.status, JSON.stringify(created.body)).toBe(201)
  const id = String(created.body.doc.id)
  const submitted = await step(cms.as.editor, id, 'submit', {}, 'documents')
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
  await step(cms.as.moderator, id, 'approve', {}, 'documents')
  const relay = portal.startRelay()
  await relay.idle()
  const address = new URL((await portal.publication(id)).urls?.[0] ?? '').pathname
  const page = async () =>
    (await readFile(path.join(env.DATA_DIR, 'www', address, 'index.html'), 'utf8')).replaceAll('\u00a0', ' ')
  expect(await page()).toContain('Chưa có hiệu lực')

  const midnight = Date.parse(`${tomorrow}T00:00:00+07:00`)
  portal.jump(midnight - 1_500 - portal.now().getTime())
  await relay.idle()
  expect(await page()).toContain('Chưa có hiệu lực')
  await until(async () => (await page()).includes('Còn hiệu lực'))
  const late = portal.now().getTime() - midnight
  expect(late).toBeGreaterThanOrEqual(0)
  expect(late).toBeLessThan(2_000)
})
