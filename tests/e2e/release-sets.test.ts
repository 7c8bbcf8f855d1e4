/**
 * A release set in a browser: an editor submits it, a moderator approves it, both its pages are on the portal.
 * Screenshots in three widths land in tests/.output/e2e.
 */
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asPerson } from '#tests/support/as-person.ts'
import { bodyOf } from '#tests/support/cms.ts'
import { openInBrowser, pictures, type InBrowser } from '#tests/support/in-browser.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'

let seeded: SeededPortal
let whole: InBrowser
beforeAll(async () => {
  seeded = await seedPortal()
  whole = await openInBrowser(seeded.folder)
}, 240_000)
afterAll(() => whole?.close())

const { signIn, ask } = asPerson(() => whole)
const editorMail = 'editor@tinh.example'
const create = async (collection: string, data: object): Promise<string> =>
  (await ask(editorMail, 'POST', `/api/${collection}`, data)).doc.id

async function shot(page: Page, name: string): Promise<void> {
  for (const width of [1280, 768, 375]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: path.join(pictures, `${name}-${width}.png`), fullPage: true })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

it('an editor submits a set by keyboard, a moderator approves it, and both pages are there', async () => {
  const ids: string[] = []
  for (const title of ['Ban hành Chỉ thị 08 về công nghệ thông tin', 'Hướng dẫn thực hiện Chỉ thị 08'])
    ids.push(
      await create('news', {
        ...{ title, lead: 'Câu tóm tắt.', body: bodyOf('Nội dung của bài.') },
        ...{ agency: seeded.agency, topics: [seeded.topic] },
      }),
    )
  const members = ids.map((value) => ({ relationTo: 'news', value }))
  const id = await create('release-sets', { title: 'Chỉ thị 08 và các bài kèm', members })
  const screen = `${whole.portal.cms}/admin/collections/release-sets/${id}`

  const editor = await signIn(editorMail)
  await editor.page.goto(screen)
  const submit = editor.page.getByRole('button', { name: 'Gửi duyệt cả bộ' })
  await submit.waitFor()
  await shot(editor.page, 'set-draft')
  await submit.focus()
  await editor.page.keyboard.press('Enter')
  const asked = editor.page.getByRole('dialog').getByRole('button', { name: 'Gửi duyệt cả bộ' })
  await asked.focus()
  await editor.page.keyboard.press('Enter')
  await editor.page.getByRole('heading', { name: 'Chờ duyệt cả bộ' }).waitFor()
  await editor.page.goto(`${whole.portal.cms}/admin/collections/news/${ids[0]}`)
  await editor.page.getByRole('link', { name: 'Chỉ thị 08 và các bài kèm' }).waitFor()
  await shot(editor.page, 'set-member')

  const moderator = await signIn('moderator@tinh.example')
  await moderator.page.goto(screen)
  await moderator.page.getByRole('link', { name: 'Xem nội dung để duyệt' }).first().waitFor()
  await moderator.page.getByRole('button', { name: 'Duyệt và đăng cả bộ' }).click()
  await shot(moderator.page, 'set-approve')
  await moderator.page.getByRole('dialog').getByRole('button', { name: 'Duyệt và đăng cả bộ' }).click()
  await moderator.page.getByRole('heading', { name: 'Đã duyệt đăng cả bộ' }).waitFor()
  await shot(moderator.page, 'set-released')

  const isOut = async (slug: string) => (await fetch(`${whole.portal.web}/tin-tuc/${slug}/`)).status === 200
  const slugs = ['ban-hanh-chi-thi-08-ve-cong-nghe-thong-tin', 'huong-dan-thuc-hien-chi-thi-08']
  await expect
    .poll(async () => (await Promise.all(slugs.map(isOut))).every(Boolean), { timeout: 15_000 })
    .toBe(true)
  await Promise.all([editor.context.close(), moderator.context.close()])
}, 240_000)
