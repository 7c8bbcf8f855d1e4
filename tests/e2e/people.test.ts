/**
 * People in the admin: a leaver's work is handed over, a draft is limited to somebody, a password is changed; and the
 * screens of our own at three widths, held against axe. Screenshots land in tests/.output/e2e.
 */
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { password } from '#tests/support/cms.ts'
import { asPerson } from '#tests/support/as-person.ts'
import { openInBrowser, pictures, type InBrowser } from '#tests/support/in-browser.ts'
import { look } from '#tests/support/look.ts'
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

const { signIn, ask } = asPerson(() => ({ portal, browser }))

/** A second try of a test finds the person of the first. */
async function person(name: string, email: string): Promise<string> {
  const { docs } = await ask('admin@tinh.example', 'GET', `/api/users?where[email][equals]=${email}`)
  if (docs[0]) return docs[0].id
  const given = { name, email, password, role: 'editor', agencies: [seeded.agency] }
  return (await ask('admin@tinh.example', 'POST', '/api/users', given)).doc.id
}

it('a moderator hands over what a leaver had in work, reading first what will happen', async () => {
  const leaver = await person('Nguyễn Thị Lan', 'lan@tinh.example')
  const heir = await person('Trần Văn Minh', 'minh@tinh.example')
  const titles = [
    'Lịch tiếp công dân tháng 12',
    'Kết quả cải cách hành chính quý IV',
    'Thông báo tuyển dụng viên chức',
  ]
  for (const title of titles)
    await ask('lan@tinh.example', 'POST', '/api/news', { title, agency: seeded.agency })
  await ask('admin@tinh.example', 'PATCH', `/api/users/${leaver}`, { isDisabled: true })

  const { page, context } = await signIn('moderator@tinh.example')
  await page.goto(`${portal.cms}/admin`)
  await page.getByRole('heading', { name: 'Cần bàn giao (3)' }).waitFor()
  await page.locator('.portal-workload').getByRole('link', { name: 'Bàn giao việc' }).click()
  await page.getByRole('heading', { name: 'Cần bàn giao (1)' }).waitFor()
  await look(page, 'handover-desks', '.portal-handover')
  await page.getByRole('link', { name: 'Nguyễn Thị Lan' }).click()
  await page.getByRole('heading', { name: 'Nguyễn Thị Lan: 3 bài đang làm' }).waitFor()
  await page.getByRole('button', { name: 'Bàn giao 3 bài…' }).click()
  await page.getByText('Chưa chọn người nhận.').waitFor()
  await page.getByLabel('Giao cho').selectOption({ label: 'Trần Văn Minh' })
  await page.getByLabel(/^Ghi chú/).fill('Chị Lan nghỉ từ 01/12.')
  await page.getByRole('checkbox', { name: /tuyển dụng/ }).uncheck()
  await look(page, 'handover-desk', '.portal-handover')
  await page.getByRole('button', { name: 'Bàn giao 2 bài…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('vẫn được tính là người tham gia soạn').waitFor()
  await look(page, 'handover-confirm', '.portal-dialog')
  await dialog.getByRole('button', { name: 'Bàn giao', exact: true }).click()
  await page.locator('[data-sonner-toast]', { hasText: 'Đã bàn giao 2 bài cho Trần Văn Minh.' }).waitFor()
  await page.getByRole('heading', { name: 'Nguyễn Thị Lan: 1 bài đang làm' }).waitFor()
  const { docs } = await ask(
    'moderator@tinh.example',
    'GET',
    `/api/news?where[holder][equals]=${heir}&depth=0`,
  )
  expect(docs.map(({ title }: { title: string }) => title).sort()).toEqual(titles.slice(0, 2).sort())
  const events = await ask(
    'moderator@tinh.example',
    'GET',
    '/api/audit-events?where[action][equals]=hand-over',
  )
  expect(events.totalDocs).toBe(2)
  await context.close()
}, 180_000)

it('an editor limits a draft to one colleague; another finds nothing', async () => {
  const { doc } = await ask('editor@tinh.example', 'POST', '/api/news', {
    title: 'Phương án sắp xếp các phòng',
    agency: seeded.agency,
  })
  const { page, context } = await signIn('editor@tinh.example')
  await page.goto(`${portal.cms}/admin/collections/news/${doc.id}`)
  await page.getByRole('checkbox', { name: 'Chỉ những người được nêu' }).check()
  await page.getByRole('checkbox', { name: 'Trần Văn Minh' }).check()
  await page.getByRole('button', { name: 'Lưu bản đang soạn' }).click()
  await page.getByText('Bản hạn chế.').waitFor()
  await look(page, 'limited-draft', '.portal-limit')
  const stored = await ask('moderator@tinh.example', 'GET', `/api/news/${doc.id}?depth=0`)
  expect([stored.isLimited, stored.limitedTo.length]).toEqual([true, 1])
  expect((await ask('minh@tinh.example', 'GET', `/api/news/${doc.id}`)).title).toBe(
    'Phương án sắp xếp các phòng',
  )
  await person('Lê Văn Cường', 'cuong@tinh.example')
  const other = await signIn('cuong@tinh.example')
  await other.page.goto(`${portal.cms}/admin/collections/news`)
  await other.page.getByRole('link', { name: /Kết quả cải cách/ }).waitFor()
  expect(await other.page.getByText('Phương án sắp xếp').count()).toBe(0)
  await Promise.all([context.close(), other.context.close()])
}, 180_000)

it('an open form is saved after a handover: no word of it changed', async () => {
  const { doc } = await ask('editor@tinh.example', 'POST', '/api/news', {
    title: 'Bài đang mở',
    agency: seeded.agency,
  })
  const { page, context } = await signIn('editor@tinh.example')
  await page.goto(`${portal.cms}/admin/collections/news/${doc.id}`)
  await page.locator('#field-title').fill('Bài đang mở, viết tiếp')
  const { docs } = await ask('admin@tinh.example', 'GET', '/api/users?where[email][equals]=minh@tinh.example')
  await ask('moderator@tinh.example', 'POST', `/api/news/${doc.id}/handover`, { to: docs[0].id })
  await page.getByRole('button', { name: 'Lưu bản đang soạn' }).click()
  await expect
    .poll(async () => (await ask('moderator@tinh.example', 'GET', `/api/news/${doc.id}?depth=0`)).title)
    .toBe('Bài đang mở, viết tiếp')
  await context.close()
}, 120_000)

it('a person changes their password with the present one, and finds no way without it', async () => {
  await person('Phạm Thị Hạnh', 'hanh@tinh.example')
  const { page, context } = await signIn('hanh@tinh.example')
  await page.goto(`${portal.cms}/admin/account`)
  await page.getByRole('link', { name: /Đổi mật khẩu/ }).waitFor()
  expect(await page.locator('#change-password').isVisible()).toBe(false)
  await look(page, 'account', '.portal-account-security')
  await page.getByRole('link', { name: /Đổi mật khẩu/ }).click()
  const form = page.locator('.portal-form', { hasText: 'Gõ lại mật khẩu mới' })
  const fill = async (current: string) => {
    await form.getByLabel('Mật khẩu hiện tại').fill(current)
    await form.getByLabel(/^Mật khẩu mới/).fill('cá nục kho dứa chiều mưa')
    await form.getByLabel('Gõ lại mật khẩu mới').fill('cá nục kho dứa chiều mưa')
    await form.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  }
  await fill('sai-hoan-toan-roi')
  await form.getByText('Mật khẩu hiện tại không đúng').waitFor()
  await look(page, 'change-password', '.portal-security')
  await fill(password)
  await form.getByText('Đã đổi mật khẩu.').waitFor()
  await context.close()
}, 120_000)

it('ledgers speak Vietnamese and tell Vietnam’s time', async () => {
  const { page, context } = await signIn('moderator@tinh.example')
  await page.goto(`${portal.cms}/admin/collections/audit-events?where[action][equals]=submit`)
  await page
    .getByText(/^\d\d\/\d\d\/\d{4}, \d\d:\d\d:\d\d$/)
    .first()
    .waitFor()
  const row = page.locator('tbody').getByRole('link').first()
  const id = (await row.getAttribute('href'))?.split('/').at(-1) ?? ''
  await row.click()
  const { at } = await ask('moderator@tinh.example', 'GET', `/api/audit-events/${id}`)
  await expect.poll(() => page.locator('#field-fromState').inputValue()).toBe('Đang soạn · Chưa lên Cổng')
  const local = new Date(Date.parse(at) + 7 * 3_600_000).toISOString()
  expect(await page.locator('#field-at').inputValue()).toContain(local.slice(11, 19))
  await page.screenshot({ path: path.join(pictures, 'audit-event-1280.png'), fullPage: true })
  for (const ledger of ['editions', 'publications']) {
    await page.goto(`${portal.cms}/admin/collections/${ledger}`)
    await page
      .getByText(/^\d\d\/\d\d\/\d{4}, \d\d:\d\d:\d\d$/)
      .first()
      .waitFor()
    expect(await page.getByText(/\d{4}-\d\d-\d\dT\d\d:\d\d/).count()).toBe(0)
    await page.screenshot({ path: path.join(pictures, `${ledger}-1280.png`) })
  }
  await context.close()
}, 120_000)

async function step(email: string, id: string, action: string, more: object = {}) {
  const { revision } = await ask(email, 'GET', `/api/news/${id}/workflow`)
  await ask(email, 'POST', `/api/news/${id}/transition`, { action, revision, ...more })
}

/** Live once, changed with a telephone number in it, returned with reasons, corrected, and sent again. */
async function sentAgain(): Promise<string> {
  const editor = 'editor@tinh.example'
  const { live } = seeded
  await step(editor, live, 'submit')
  const reasons = [{ field: 'title', text: 'viết đủ chữ' }, { text: 'xem lại cả bài' }]
  await step('moderator@tinh.example', live, 'return', { note: 'Sửa hai chỗ.', reasons })
  await ask(editor, 'PATCH', `/api/news/${live}`, {
    title: 'Tin đã sửa, gọi 0912 345 678',
    lead: 'Câu khác hẳn.',
  })
  await step(editor, live, 'submit')
  return live
}

it('our own screens hold against axe and fit a phone', async () => {
  const returned = await sentAgain()
  const moderator = await signIn('moderator@tinh.example')
  const screens = [
    ['dashboard', '/admin', '.portal-workload'],
    ['notice', '/admin/thong-bao', '.portal-notice-page'],
    ['security', '/admin/bao-mat', '.portal-security'],
    ['review', `/admin/collections/news/${seeded.waiting}/duyet`, '.portal-review'],
    ['review-again', `/admin/collections/news/${returned}/duyet`, '.portal-review'],
    ['form-again', `/admin/collections/news/${returned}`, '.portal-status'],
    ['form-waiting', `/admin/collections/news/${seeded.waiting}`, '.portal-status'],
    ['audit', '/admin/collections/audit-events', '.audit-export'],
  ] as const
  for (const [name, address, part] of screens) {
    await moderator.page.setViewportSize({ width: 1280, height: 900 })
    await moderator.page.goto(portal.cms + address)
    await moderator.page.locator(part).first().waitFor()
    await moderator.page.waitForLoadState('networkidle')
    await look(moderator.page, `axe-${name}`, part)
  }
  await moderator.page.setViewportSize({ width: 1280, height: 900 })
  for (const [name, button] of [
    ['return', 'Trả lại'],
    ['approve', /^Duyệt và đăng bản/],
    ['schedule', /^Duyệt, hẹn giờ/],
  ] as const) {
    await moderator.page.goto(`${portal.cms}/admin/collections/news/${returned}/duyet`)
    await moderator.page.getByRole('button', { name: button }).first().click()
    await moderator.page.getByRole('dialog').waitFor()
    await look(moderator.page, `axe-${name}`, '.portal-dialog')
    await moderator.page.setViewportSize({ width: 1280, height: 900 })
  }
  await moderator.context.close()
}, 240_000)
