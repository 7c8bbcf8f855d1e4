/**
 * The moderators' queue, claims, absences and the dashboard in a browser, held against axe at three widths.
 * Screenshots land in tests/.output/e2e.
 */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { localDay } from '#domain/dates.ts'
import { asPerson } from '#tests/support/as-person.ts'
import { openInBrowser, type InBrowser } from '#tests/support/in-browser.ts'
import { look } from '#tests/support/look.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import type { WholePortal } from '#tests/support/whole-portal.ts'

const weekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString()
const first = 'moderator@tinh.example'
const second = 'second@tinh.example'

let seeded: SeededPortal
let portal: WholePortal
let browser: Browser
let whole: InBrowser | undefined
beforeAll(async () => {
  seeded = await seedPortal()
  // Time that has passed cannot be asked for over REST.
  inDatabase('UPDATE news SET submitted_at = ? WHERE id = ?', weekAgo, seeded.waiting)
  whole = await openInBrowser(seeded.folder)
  ;({ portal, browser } = whole)
}, 240_000)
afterAll(() => whole?.close())

function inDatabase(sql: string, ...values: string[]): void {
  const database = new DatabaseSync(path.join(seeded.folder.data, 'cms.sqlite'), { timeout: 10_000 })
  const { changes } = database.prepare(sql).run(...values)
  database.close()
  expect([sql, Number(changes)]).toEqual([sql, 1])
}

const { signIn, ask } = asPerson(() => ({ portal, browser }))

async function step(email: string, id: string, action: string, more: object = {}) {
  const { revision } = await ask(email, 'GET', `/api/news/${id}/workflow`)
  await ask(email, 'POST', `/api/news/${id}/transition`, { action, revision, ...more })
}

const wide = (page: Page) => page.setViewportSize({ width: 1280, height: 900 })

it('a moderator claims what waits; another takes it over knowingly', async () => {
  const { page, context } = await signIn(first)
  await page.goto(`${portal.cms}/admin`)
  await page.getByRole('link', { name: 'Mở hàng chờ duyệt' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hàng chờ duyệt' }).waitFor()
  expect(await page.locator('#nav-hang-cho').getAttribute('href')).toBe('/admin/hang-cho')
  const rows = page.locator('ol > li')
  await rows.first().getByText('quá hạn từ').waitFor()
  expect(await rows.allInnerTexts()).toEqual([
    expect.stringMatching(/Tin chờ duyệt[^]*chờ 7 ngày[^]*quá hạn từ[^]*Chưa ai nhận/),
    expect.stringMatching(/Đang chờ khongaithay8[^]*hạn[^]*Chưa ai nhận/),
  ])
  await look(page, 'queue', '.portal-notice-page')
  await wide(page)

  await page.getByRole('link', { name: 'Tin chờ duyệt' }).click()
  await page.getByRole('button', { name: 'Nhận duyệt' }).click()
  await page.getByText(/^Bạn đang duyệt từ/).waitFor()
  await look(page, 'claim-own', '.portal-status')
  await wide(page)
  for (const [filter, count] of [
    [/^Của tôi \(1\)/, 1],
    [/^Chưa ai nhận \(1\)/, 1],
    [/^Quá hạn \(1\)/, 1],
  ] as const) {
    await page.goto(`${portal.cms}/admin/hang-cho`)
    await page.getByRole('link', { name: filter }).click()
    await page.locator('nav a[aria-current=page]', { hasText: filter }).waitFor()
    expect(await rows.count()).toBe(count)
  }

  const other = await signIn(second)
  await other.page.goto(`${portal.cms}/admin/hang-cho`)
  await other.page.getByText(/^moderator đang duyệt từ/).waitFor()
  await other.page.getByRole('link', { name: /^Của tôi \(0\)/ }).click()
  await other.page.getByText('Bạn chưa nhận bài nào.').waitFor()
  await other.page.goto(`${portal.cms}/admin/collections/news/${seeded.waiting}/duyet`)
  await other.page.getByText(/^moderator đang duyệt từ/).waitFor()
  await other.page.getByRole('button', { name: 'Trả lại', exact: true }).click()
  const dialog = other.page.getByRole('dialog')
  await dialog.getByLabel('Cần sửa gì 1').fill('viết rõ hơn')
  await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await dialog.getByText('moderator đang duyệt bài này từ').waitFor()
  await dialog.getByRole('checkbox', { name: /làm thay/ }).waitFor()
  await look(other.page, 'claim-refused', '.portal-dialog')
  await wide(other.page)
  await dialog.getByRole('button', { name: 'Thôi' }).click()
  await other.page.getByRole('button', { name: 'Nhận thay' }).click()
  await dialog.getByText('nhật ký ghi lại').waitFor()
  await look(other.page, 'claim-take-over', '.portal-dialog')
  await wide(other.page)
  await dialog.getByRole('button', { name: 'Nhận thay' }).click()
  await other.page.getByText(/^Bạn đang duyệt từ/).waitFor()
  await other.page.getByRole('button', { name: 'Trả lại hàng chờ' }).click()
  await other.page.getByText('Chưa ai nhận duyệt.').waitFor()

  // Once more, approved from within the dialog.
  await ask(first, 'POST', `/api/news/${seeded.waiting}/claim`, {})
  await other.page.reload()
  const approve = { name: /^Duyệt và đăng bản/ }
  await other.page.getByRole('button', approve).click()
  await dialog.getByRole('button', approve).click()
  await dialog.getByRole('checkbox', { name: /làm thay/ }).check()
  await dialog.getByRole('button', approve).click()
  await expect
    .poll(async () => (await ask(first, 'GET', `/api/news/${seeded.waiting}?depth=0`)).state)
    .toBe('published')
  await Promise.all([context.close(), other.context.close()])
}, 180_000)

it('a moderator enters days away and ends them; an administrator enters anybody’s', async () => {
  const today = localDay(new Date().toISOString())
  for (const [email, own] of [
    [first, true],
    ['admin@tinh.example', false],
  ] as const) {
    const { page, context } = await signIn(email)
    await page.goto(`${portal.cms}/admin/hang-cho`)
    await page.getByText('Chưa báo kỳ vắng nào.').waitFor()
    if (!own) await page.getByLabel('Người vắng').selectOption({ label: 'moderator' })
    await page.getByLabel('Từ ngày').fill(today)
    await page.getByLabel('Đến hết ngày').fill(today)
    await page.getByLabel('Người thay').selectOption({ label: 'second' })
    await page.getByRole('button', { name: 'Báo vắng' }).click()
    await page.getByText(own ? /^Bạn vắng từ/ : /^moderator vắng từ/).waitFor()
    await look(page, own ? 'absence-own' : 'absence-office', '.portal-notice-page')
    await wide(page)
    await page.getByRole('button', { name: 'Kết thúc kỳ vắng' }).click()
    await page.getByText('Chưa báo kỳ vắng nào.').waitFor()
    await context.close()
  }
}, 120_000)

it('the dashboard shows the share of emergencies and those nobody has read in time', async () => {
  const { docs } = await ask(first, 'GET', '/api/news?where[title][contains]=khongaithay8&depth=0')
  await step(first, docs[0].id, 'emergency-publish', { note: 'Bão đổ bộ.' })
  const { liveEdition } = await ask(first, 'GET', `/api/news/${docs[0].id}?depth=0`)
  const { page, context } = await signIn(second)
  await page.goto(`${portal.cms}/admin`)
  const reviews = page.locator('.portal-work', { hasText: 'Đăng khẩn, chờ rà soát (1)' })
  await reviews.getByText(/^Hạn rà soát/).waitFor()
  inDatabase('UPDATE editions SET approved_at = ? WHERE id = ?', weekAgo, String(liveEdition))
  await page.reload()
  await page.getByRole('heading', { name: 'Tỷ lệ đăng khẩn' }).waitFor()
  await page.getByText(/^30 ngày qua: 1 trong/).waitFor()
  await reviews.getByText(/^Quá hạn rà soát từ/).waitFor()
  await look(page, 'queue-dashboard', '.portal-workload')
  await context.close()
}, 120_000)

it('an old edition is hidden through its dialog', async () => {
  await step('editor@tinh.example', seeded.live, 'submit')
  await step(first, seeded.live, 'approve')
  const { page, context } = await signIn(first)
  await page.goto(`${portal.cms}/admin/collections/news/${seeded.live}`)
  await page.getByText('Việc khác', { exact: true }).click()
  await page.getByRole('button', { name: 'Ẩn một lần đăng cũ' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Ẩn lần đăng số/).fill('1')
  await dialog.getByLabel(/^Lý do ẩn/).fill('Lộ thông tin cá nhân.')
  await look(page, 'hide-edition', '.portal-dialog')
  await wide(page)
  await dialog.getByRole('button', { name: 'Ẩn một lần đăng cũ' }).click()
  await page.locator('[data-sonner-toast]', { hasText: 'Đã ẩn lần đăng cũ.' }).waitFor()
  await context.close()
}, 120_000)
