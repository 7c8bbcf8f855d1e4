/**
 * A return with reasons, its correction and its approval on the review screen, by an editor and a moderator in a
 * browser. Screenshots in three widths, light and dark, land in tests/.output/e2e.
 */
import path from 'node:path'
import sharp from 'sharp'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openInBrowser, pictures, type InBrowser } from '#tests/support/in-browser.ts'
import { logIn, password } from '#tests/support/cms.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import type { WholePortal } from '#tests/support/whole-portal.ts'

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

async function signIn(email: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const [name = '', value = ''] = (await sessionOf(email)).split(/=(.*)/s)
  await context.addCookies([{ name, value, url: portal.cms }])
  await page.goto(`${portal.cms}/admin`)
  return { context, page }
}

/** Signing in has its own test; here each person keeps one session, since a code is spent once. */
const sessionOf = (email: string): Promise<string> => logIn(portal.cms, email, password, portal.cms)

async function ask(email: string, method: string, address: string, body?: unknown) {
  const cookie = await sessionOf(email)
  const answer = await fetch(portal.cms + address, {
    method,
    headers: {
      cookie,
      origin: portal.cms,
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  })
  const given = (await answer.json()) as Record<string, any>
  if (!answer.ok) throw new Error(`${method} ${address}: ${JSON.stringify(given)}`)
  return given
}

const paragraph = (text: string) => ({
  type: 'paragraph',
  version: 1,
  children: [{ type: 'text', version: 1, text, format: 0 }],
})
const heading = (text: string) => ({ ...paragraph(text), type: 'heading', tag: 'h2' })
const richText = (...children: object[]) => ({ root: { type: 'root', version: 1, children } })

async function writeReadyArticle(): Promise<string> {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'Vịnh Hạ Long buổi sáng', caption: 'Vịnh Hạ Long' }))
  const create = { width: 1200, height: 700, channels: 3, background: '#4f858c' } as const
  const bytes = new Uint8Array(await sharp({ create }).jpeg().toBuffer())
  form.set('file', new Blob([bytes], { type: 'image/jpeg' }), 'vinh.jpg')
  const { doc: image } = await ask('editor@tinh.example', 'POST', '/api/media', form)
  const { doc } = await ask('editor@tinh.example', 'POST', '/api/news', {
    title: 'Đẩy mạnh ứng dụng CNTT trong hoạt động của các cơ quan Nhà nước',
    lead: 'Chủ tịch UBND tỉnh vừa ban hành Chỉ thị về ứng dụng công nghệ thông tin.',
    image: image.id,
    body: richText(
      heading('Nội dung chỉ đạo'),
      paragraph('Cung cấp đầy đủ thông tin trên Cổng thông tin điện tử tỉnh theo quy định.'),
      paragraph('Các sở, ban, ngành báo cáo trước ngày 15 hằng tháng.'),
    ),
    agency: seeded.agency,
    topics: [seeded.topic],
  })
  return doc.id
}

async function step(email: string, id: string, action: string, more: object = {}) {
  const { revision } = await ask(email, 'GET', `/api/news/${id}/workflow`)
  return ask(email, 'POST', `/api/news/${id}/transition`, { action, revision, ...more })
}

async function shot(page: Page, name: string): Promise<void> {
  for (const width of [1280, 768, 375]) {
    await page.setViewportSize({ width, height: 900 })
    for (const theme of ['light', 'dark'] as const) {
      await page.evaluate((wanted) => document.documentElement.setAttribute('data-theme', wanted), theme)
      await page.waitForTimeout(150)
      const dark = theme === 'dark' ? '-dark' : ''
      await page.screenshot({ path: path.join(pictures, `${name}-${width}${dark}.png`), fullPage: true })
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
}

it('a returned article is corrected at its fields, ticked off and approved beside its page', async () => {
  const id = await writeReadyArticle()
  const form = `${portal.cms}/admin/collections/news/${id}`
  const review = `${form}/duyet`
  await step('editor@tinh.example', id, 'submit')

  // Nobody sees the screen without a session.
  const stranger = await browser.newContext()
  const door = await stranger.newPage()
  const answered = await door.goto(review)
  expect(await answered?.text()).not.toContain('Đẩy mạnh ứng dụng')
  await door.waitForURL(/\/admin\/login/)
  await stranger.close()

  // The moderator comes from the queue, reads the page in its frame, and returns it for two reasons.
  const moderator = await signIn('moderator@tinh.example')
  await moderator.page.locator(`a[href$="/${id}/duyet"]`).click()
  const frame = moderator.page.frameLocator('iframe')
  await frame.getByText('Bản xem trước – chưa đăng').waitFor()
  await frame.getByRole('heading', { level: 1, name: /Đẩy mạnh ứng dụng/ }).waitFor()
  expect(
    await frame
      .locator('main img')
      .first()
      .evaluate((image: HTMLImageElement) => image.naturalWidth > 0),
  ).toBe(true)
  await moderator.page.getByRole('heading', { name: 'Bài mới: toàn bộ nội dung' }).waitFor()
  await shot(moderator.page, 'review-first')
  await moderator.page.getByRole('button', { name: 'Trả lại', exact: true }).click()
  const dialog = moderator.page.getByRole('dialog')
  await dialog.getByLabel('Trường 1').selectOption('title')
  await dialog.getByLabel('Cần sửa gì 1').fill('viết đủ chữ “công nghệ thông tin”')
  await dialog.getByRole('button', { name: 'Thêm điều cần sửa' }).click()
  await dialog.getByLabel('Trường 2').selectOption('body')
  await dialog.getByLabel('Cần sửa gì 2').fill('nêu Điều 28 của Luật Công nghệ thông tin')
  await shot(moderator.page, 'review-return')
  await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await moderator.page.locator('[data-sonner-toast]', { hasText: 'Đã trả lại' }).first().waitFor()

  // The editor finds each reason at its field and in a list that leads there.
  const editor = await signIn('editor@tinh.example')
  await editor.page.goto(form)
  const atTitle = editor.page.locator('.field-type:has(#field-title)')
  await atTitle.getByText('viết đủ chữ “công nghệ thông tin”').waitFor()
  await editor.page.locator('.rich-text-lexical').getByText('nêu Điều 28 của Luật').waitFor()
  await editor.page.getByRole('link', { name: /^Tiêu đề: viết đủ chữ/ }).click()
  expect(await editor.page.evaluate(() => document.activeElement?.id)).toBe('field-title')
  await shot(editor.page, 'editor-returned')
  await ask('editor@tinh.example', 'PATCH', `/api/news/${id}`, {
    title: 'Đẩy mạnh ứng dụng công nghệ thông tin trong hoạt động của các cơ quan Nhà nước',
    body: richText(
      heading('Nội dung chỉ đạo'),
      paragraph(
        'Cung cấp đầy đủ, kịp thời thông tin trên Cổng thông tin điện tử tỉnh theo Điều 28 của Luật Công nghệ thông tin.',
      ),
      paragraph('Các sở, ban, ngành báo cáo trước ngày 15 hằng tháng.'),
      paragraph('Giao Sở Thông tin và Truyền thông đôn đốc.'),
    ),
  })
  await step('editor@tinh.example', id, 'submit')

  // The moderator sees what changed since the return, ticks one reason off, and is asked about the other.
  await moderator.page.goto(review)
  await moderator.page.getByRole('heading', { name: /^Đã thay đổi \d trường$/ }).waitFor()
  await moderator.page.locator('ins', { hasText: 'công nghệ thông tin' }).first().waitFor()
  await moderator.page.locator('del', { hasText: 'CNTT' }).first().waitFor()
  const first = moderator.page.getByRole('checkbox', { name: /viết đủ chữ/ })
  await first.check()
  await moderator.page
    .getByText('đã sửa, Ban biên tập')
    .or(moderator.page.getByText(/\(đã sửa, /))
    .first()
    .waitFor()
  await moderator.page.reload()
  await first.waitFor()
  expect(await first.isChecked()).toBe(true)
  await moderator.page.getByText('Còn 1 lý do trả lại chưa đánh dấu').waitFor()
  await moderator.page.frameLocator('iframe').getByText('đôn đốc').waitFor()
  await shot(moderator.page, 'review-again')

  // On a phone the parts are shown in turns, by keyboard too.
  await moderator.page.setViewportSize({ width: 375, height: 800 })
  const page = moderator.page.getByRole('button', { name: 'Trang', exact: true })
  await page.focus()
  await moderator.page.keyboard.press('Enter')
  await moderator.page.locator('iframe').waitFor({ state: 'visible' })
  expect(await moderator.page.getByRole('heading', { name: /^Đã thay đổi/ }).isVisible()).toBe(false)
  await moderator.page.screenshot({ path: path.join(pictures, 'review-page-375.png') })
  await moderator.page.getByRole('button', { name: 'Quyết định', exact: true }).click()
  await moderator.page.screenshot({ path: path.join(pictures, 'review-decision-375.png') })
  await moderator.page.setViewportSize({ width: 1280, height: 900 })

  await moderator.page.getByRole('button', { name: /^Duyệt và đăng bản/ }).click()
  await dialog.getByText('Còn 1 lý do trả lại chưa đánh dấu').waitFor()
  await dialog.getByRole('button', { name: /^Duyệt và đăng bản/ }).click()
  await moderator.page.locator('[data-sonner-toast]', { hasText: 'Đã duyệt' }).first().waitFor()
  await moderator.page.getByRole('group', { name: 'Biên nhận' }).waitFor()
  await Promise.all([moderator.context.close(), editor.context.close()])
}, 240_000)

it('when the content moved, nothing can be decided about what is on screen', async () => {
  const id = await writeReadyArticle()
  await step('editor@tinh.example', id, 'submit')
  const { page, context } = await signIn('moderator@tinh.example')
  await page.goto(`${portal.cms}/admin/collections/news/${id}/duyet`)
  await page.getByRole('button', { name: /^Duyệt và đăng bản/ }).waitFor()
  await step('editor@tinh.example', id, 'recall')
  await ask('editor@tinh.example', 'PATCH', `/api/news/${id}`, { lead: 'Câu tóm tắt khác hẳn.' })
  await step('editor@tinh.example', id, 'submit')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await page.getByText('Chưa có gì được đăng.').waitFor()
  expect(await page.getByRole('button', { name: /^Duyệt và đăng bản/ }).count()).toBe(0)
  await shot(page, 'review-moved')
  await context.close()
})
