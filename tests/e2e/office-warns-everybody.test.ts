/**
 * A moderator warns all readers from the admin: writes, is corrected at the fields, looks once more, sends,
 * and takes the warning away again from a phone. Screenshots land in tests/.output/e2e.
 */
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openInBrowser, pictures, type InBrowser } from '#tests/support/in-browser.ts'
import { logInByForm } from '#tests/support/log-in-by-form.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import type { WholePortal } from '#tests/support/whole-portal.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const storm = 'Bão số 3 đổ bộ trong đêm: tàu thuyền vào nơi tránh trú trước 18 giờ.'

let seeded: SeededPortal
let portal: WholePortal
let browser: Browser
let whole: InBrowser | undefined
beforeAll(async () => {
  seeded = await seedPortal()
  whole = await openInBrowser(seeded.folder)
  ;({ portal, browser } = whole)
}, 240_000)
afterAll(() => whole?.close())

const open = async (email: string): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await page.goto(`${portal.cms}/admin/thong-bao`)
  await page.waitForURL(/\/admin\/login/)
  await logInByForm(page, email)
  await page.waitForURL(/\/admin\/thong-bao/)
  return page
}
const home = async () => (await fetch(`${portal.web}/`)).text()
const until = async (holds: () => Promise<boolean>) => {
  for (const end = Date.now() + 5_000; !(await holds());) {
    if (Date.now() > end) throw new Error('did not hold within 5 s')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const problemOf = async (page: Page, name: string) => {
  const ids = (await field(page, name).getAttribute('aria-describedby')) ?? ''
  return (await page.locator(`[id="${ids.split(' ')[0]}"]`).textContent()) ?? ''
}
const seriousFaults = async (page: Page) => {
  await page.addScriptTag({ path: axe })
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as {
      axe: { run(where: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await run.run('.portal-notice-page')
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}

it('is closed to those who are not signed in and to editors, who learn nothing of it', async () => {
  expect(await (await fetch(`${portal.cms}/admin/thong-bao`)).text()).not.toContain('portal-notice-form')
  const page = await open('editor@tinh.example')
  await page.getByText('Chỉ Ban biên tập đặt và gỡ được thông báo toàn Cổng.').waitFor()
  expect(await page.locator('form').count()).toBe(0)
  expect(await page.locator('#nav-thong-bao').count()).toBe(0)
  await page.context().close()
}, 120_000)

it('a warning is corrected at its fields, seen before it goes out, sent and taken away', async () => {
  const page = await open('moderator@tinh.example')
  await page.getByText('Hiện không có thông báo nào trên Cổng.').waitFor()
  expect(await seriousFaults(page)).toEqual([])

  // From the keyboard alone: an empty form names its first fault and puts the cursor there.
  await page.getByRole('button', { name: 'Xem lại và đặt thông báo…' }).focus()
  await page.keyboard.press('Enter')
  await until(
    async () => (await page.evaluate(() => document.activeElement?.getAttribute('name'))) === 'text',
  )
  expect(await problemOf(page, 'text')).toContain('Hãy ghi nội dung')
  await page.keyboard.type(storm)
  await page.getByText('Còn 332 ký tự.').waitFor()
  await page.getByRole('radio', { name: /Khẩn cấp/ }).check()
  await field(page, 'link.url').fill('javascript:alert(1)')
  await field(page, 'endsAt').fill('2020-01-01T10:00')
  await field(page, 'endsAt').press('Enter')
  await page.getByRole('alert').first().waitFor()
  expect(await problemOf(page, 'text')).toBe('')
  expect(await problemOf(page, 'link.text')).toContain('chưa có chữ')
  expect(await problemOf(page, 'link.url')).toContain('https://')
  expect(await problemOf(page, 'endsAt')).toContain('đã qua')
  expect(await field(page, 'link.url').getAttribute('aria-invalid')).toBe('true')
  expect(await seriousFaults(page)).toEqual([])
  await page.screenshot({ path: path.join(pictures, 'notice-problems.png'), fullPage: true })

  await field(page, 'link.text').fill('Các điểm tránh trú')
  await field(page, 'link.url').fill('/tin-tuc/')
  await field(page, 'endsAt').fill('2999-01-01T10:00')
  const review = () => page.getByRole('button', { name: 'Xem lại và đặt thông báo…' }).click()
  await review()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(storm).waitFor()
  await dialog.getByText('đến 01/01/2999, 10:00').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await home()).not.toContain('Bão số 3')
  await review()
  await dialog.getByRole('button', { name: 'Đặt thông báo' }).click()
  await page.getByText('Người đọc đang thấy thông báo này ở mọi trang').waitFor()
  await until(async () => (await home()).includes(storm))
  expect(await home()).toContain('class="notice emergency"')

  // The start page says it too, and leads back; on a phone it is taken away.
  await page.setViewportSize({ width: 375, height: 800 })
  await page.goto(`${portal.cms}/admin`)
  await page.getByRole('link', { name: 'Sửa hoặc gỡ thông báo' }).click()
  await page.getByText('Đặt thông báo mức Khẩn cấp').waitFor()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(375)
  await page.screenshot({ path: path.join(pictures, 'notice-standing-375.png'), fullPage: true })
  await page.getByRole('button', { name: 'Gỡ thông báo…' }).click()
  await dialog.getByRole('button', { name: 'Gỡ thông báo' }).click()
  await page.getByText('Hiện không có thông báo nào trên Cổng.').waitFor()
  await until(async () => !(await home()).includes('Bão số 3'))
  const history = page.getByRole('region', { name: 'Đã làm gì, ai làm' }).locator('li')
  expect(await history.count()).toBe(2)
  expect(await history.first().textContent()).toContain('Gỡ thông báo')
  await page.context().close()
}, 180_000)
