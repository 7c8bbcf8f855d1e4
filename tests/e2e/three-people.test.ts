/**
 * The main job as three people do it in a browser: a command imports a legacy export, the editor completes it,
 * moderators decide, a citizen reads. Screenshots of every stage land in tests/.output/e2e.
 */
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openInBrowser, pictures, type InBrowser } from '#tests/support/in-browser.ts'
import { logInByForm } from '#tests/support/log-in-by-form.ts'
import { portal as runPortal } from '#tests/support/run-command.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import type { WholePortal } from '#tests/support/whole-portal.ts'

const slug = 'huyen-ba-suoi-dua-ho-so-dat-dai-len-mang-noi-bo'
const address = `/tin-tuc/${slug}/`
const lists = [
  '/',
  '/tin-tuc/',
  '/tin-tuc/2011/05/',
  '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/',
  '/rss.xml',
  '/sitemap/2011-05.xml',
  '/tim-kiem/?q=ho+so+dat+dai',
]

let seeded: SeededPortal
let portal: WholePortal
let browser: Browser
let whole: InBrowser | undefined
const foreign: string[] = []

beforeAll(async () => {
  seeded = await seedPortal()
  whole = await openInBrowser(seeded.folder)
  ;({ portal, browser } = whole)
}, 240_000)
afterAll(() => whole?.close())

async function signIn(email: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  page.on('request', (request) => {
    const url = request.url()
    if (url.startsWith('http') && !url.startsWith(portal.cms)) foreign.push(url)
  })
  await page.goto(`${portal.cms}/admin/login`)
  await logInByForm(page, email)
  await page.waitForURL(/\/admin\/?$/)
  return { context, page }
}

const shot = (page: Page, name: string) =>
  page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true })
async function toast(page: Page, text: string): Promise<void> {
  try {
    await page.locator('[data-sonner-toast]', { hasText: text }).first().waitFor()
  } catch (error) {
    await shot(page, 'failed')
    throw error
  }
}
const publicText = async (target: string) => (await fetch(portal.web + target)).text()

async function step(
  page: Page,
  button: string | RegExp,
  done: string,
  fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  await page.getByRole('group', { name: 'Các bước duyệt' }).getByRole('button', { name: button }).click()
  await confirm(page, button, done, fill)
}

async function confirm(
  page: Page,
  button: string | RegExp,
  done: string,
  fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await fill?.(dialog)
  await dialog.getByRole('button', { name: button }).click()
  await toast(page, done)
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu bản đang soạn' }).click()
  await toast(page, 'thành công')
}

const appearsEverywhere = async (word: string) => {
  const pages = await Promise.all(lists.map(publicText))
  return lists.filter((_, index) => !pages[index]?.includes(word))
}

it('an imported text goes through the editor and the web office to every public page, is corrected and withdrawn', async () => {
  const file = path.resolve(import.meta.dirname, '../fixtures/legacy-news.txt')
  const imported = await runPortal(['import', 'news', file, '--as', 'editor@tinh.example'], portal.env)
  expect(imported.code, imported.stderr).toBe(0)
  expect(imported.stdout).toContain('chú thích ảnh')
  const id = /collections\/news\/([0-9a-f-]{36})/.exec(imported.stdout)?.[1] ?? ''
  const item = `${portal.cms}/admin/collections/news/${id}`

  // The editor sees what the import could not decide, completes the text and submits it.
  const editor = await signIn('editor@tinh.example')
  await shot(editor.page, 'editor-dashboard')
  await editor.page.goto(item)
  await editor.page
    .getByText(/chú thích ảnh/i)
    .first()
    .waitFor()
  await shot(editor.page, 'editor-import-notices')
  await editor.page.locator('#field-lead').fill('Chín xã vùng cao tra cứu hồ sơ đất đai trên máy.')
  await editor.page.locator('#field-topics input').fill('Công nghệ')
  await editor.page.getByText('Công nghệ thông tin', { exact: true }).last().click()
  await save(editor.page)
  await step(editor.page, 'Gửi duyệt', 'Đã gửi duyệt.')
  expect(await editor.page.locator('#field-title').isDisabled()).toBe(true)
  await shot(editor.page, 'editor-submitted')

  // A moderator opens it; meanwhile the editor takes it back and changes it: the approval is refused.
  const moderator = await signIn('moderator@tinh.example')
  await shot(moderator.page, 'moderator-queue')
  await moderator.page.goto(item)
  await moderator.page
    .getByRole('button', { name: /^Duyệt và đăng bản/ })
    .first()
    .waitFor()
  await step(editor.page, 'Rút lại để sửa', 'rút lại')
  await editor.page.locator('#field-lead').fill('Chín xã vùng cao nay tra cứu hồ sơ đất đai trên máy tính.')
  await save(editor.page)
  await step(editor.page, 'Gửi duyệt', 'Đã gửi duyệt.')
  const refusal = moderator.page.waitForResponse((answer) => answer.url().endsWith('/transition'))
  await moderator.page
    .getByRole('group', { name: 'Các bước duyệt' })
    .getByRole('button', { name: /^Duyệt và đăng bản/ })
    .click()
  await moderator.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Duyệt và đăng bản/ })
    .click()
  expect((await refusal).status()).toBe(409)
  await moderator.page.getByText('Chưa có gì được đăng').first().waitFor()
  await shot(moderator.page, 'moderator-refused')
  expect((await fetch(portal.web + address)).status).toBe(404)

  // The right text is approved and is everywhere it belongs.
  await moderator.page.goto(item)
  await step(moderator.page, /^Duyệt và đăng bản/, 'Đã duyệt.')
  await moderator.page.getByRole('group', { name: 'Biên nhận' }).getByText(address).waitFor()
  await shot(moderator.page, 'moderator-receipt')
  expect((await fetch(portal.web + address)).status).toBe(200)
  expect(await appearsEverywhere(address)).toEqual([])

  // A correction goes the same way while the old text stays.
  await editor.page.goto(item)
  await editor.page.locator('#field-lead').fill('Số xã đã đính chính: mười xã.')
  await save(editor.page)
  await step(editor.page, 'Gửi duyệt', 'Đã gửi duyệt.')
  expect(await publicText(address)).not.toContain('mười xã')
  await moderator.page.goto(item)
  await step(moderator.page, /^Duyệt và đăng bản/, 'Đã duyệt.')
  await moderator.page
    .getByRole('group', { name: 'Biên nhận' })
    .getByText(/Bản đăng 2/)
    .waitFor()
  expect(await publicText(address)).toContain('mười xã')

  // Withdrawn: the page says why, and no list names it any more, within a second of the toast.
  await moderator.page
    .getByRole('group', { name: 'Các bước duyệt' })
    .getByRole('button', { name: 'Việc khác' })
    .click()
  await moderator.page
    .getByRole('button', { name: 'Rút khỏi Cổng' })
    .or(moderator.page.getByRole('menuitem', { name: 'Rút khỏi Cổng' }))
    .first()
    .click()
  await confirm(moderator.page, 'Rút khỏi Cổng', 'Đã rút khỏi Cổng.', (dialog) =>
    dialog.getByRole('textbox').first().fill('Số liệu cần kiểm tra lại'),
  )
  const end = Date.now() + 1000
  let still = lists
  while (still.length > 0 && Date.now() < end) {
    const missing = new Set(await appearsEverywhere(address))
    still = lists.filter((list) => !missing.has(list))
  }
  expect(still).toEqual([])
  expect(await publicText(address)).toContain('Số liệu cần kiểm tra lại')

  const citizen = await browser.newContext({
    viewport: { width: 375, height: 800 },
    javaScriptEnabled: false,
  })
  const page = await citizen.newPage()
  await page.goto(portal.web + address)
  await shot(page, 'citizen-withdrawn-375')
  await page.goto(`${portal.web}/`)
  await shot(page, 'citizen-home-375')
  expect(foreign).toEqual([])
  await Promise.all([citizen.close(), editor.context.close(), moderator.context.close()])
}, 240_000)
