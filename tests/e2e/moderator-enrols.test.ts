/**
 * A new moderator's first day: signs in with the password alone, finds everything shut, enrols with the keyboard,
 * keeps the recovery codes, works; and signs in again with a code. Screenshots land in tests/.output/e2e.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openInBrowser, pictures, type InBrowser } from '#tests/support/in-browser.ts'
import { password } from '#tests/support/log-in.ts'
import { makeFolder, type Folder } from '#tests/support/portal-processes.ts'
import { portal as runPortal } from '#tests/support/run-command.ts'
import { codeFor } from '#tests/support/second-factor.ts'
import type { WholePortal } from '#tests/support/whole-portal.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const email = 'moi@tinh.example'

let folder: Folder
let portal: WholePortal
let browser: Browser
let whole: InBrowser | undefined
beforeAll(async () => {
  folder = await makeFolder()
  whole = await openInBrowser(folder)
  ;({ portal, browser } = whole)
}, 240_000)
afterAll(() => whole?.close())

/** At every width: a picture, nothing sideways, and nothing that axe finds in our part of the page. */
async function look(page: Page, name: string, part: string): Promise<void> {
  for (const width of [375, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: path.join(pictures, `${name}-${width}.png`), fullPage: true })
    const beyond = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect([name, width, beyond]).toEqual([name, width, 0])
  }
  await page.evaluate(axe)
  const violations = await page.evaluate(async (selector) => {
    const { axe: run } = window as unknown as {
      axe: { run(target: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations: found } = await run.run(selector)
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }, part)
  expect(violations).toEqual([])
}

async function signIn(page: Page, code?: string): Promise<void> {
  await page.goto(`${portal.cms}/admin/login`)
  await page.locator('input[name=email]').waitFor()
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  if (code) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(code)
  }
  await page.keyboard.press('Enter')
}

it('a new moderator enrols before anything else, and signs in with a code from then on', async () => {
  const made = await runPortal(
    ['create-user', '--email', email, '--name', 'Người mới', '--role', 'moderator'],
    portal.env,
    `${password}\n`,
  )
  expect(made.code, made.stderr).toBe(0)
  expect(made.stdout).toContain('mã QR')

  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${portal.cms}/admin/login`)
  await page.locator('input[name=code][autocomplete="one-time-code"]').waitFor()
  await look(page, 'login', '.portal-login')
  await signIn(page)
  await page.waitForURL(/\/admin\/bao-mat$/)
  await page.goto(`${portal.cms}/admin/collections/news`)
  expect(new URL(page.url()).pathname).toBe('/admin/bao-mat')

  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).press('Enter')
  const secret = (await page.locator('.portal-secret').innerText()).replace(/\s/g, '')
  await look(page, 'enrolment', '.portal-security')
  await page.getByLabel('Mã 6 số').fill('000000')
  await page.getByLabel('Mật khẩu hiện tại').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('Mã xác thực không đúng').waitFor()
  await page.getByLabel('Mã 6 số').fill(codeFor(email, 0, secret))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Mã khôi phục' }).waitFor()
  const codes = await page.locator('.portal-codes code').allInnerTexts()
  expect(codes).toHaveLength(10)
  await look(page, 'recovery-codes', '.portal-security')
  expect(await page.getByRole('button', { name: 'Xong' }).isDisabled()).toBe(true)
  await page.getByLabel('Tôi đã cất các mã này').press('Space')
  await page.getByRole('button', { name: 'Xong' }).press('Enter')
  await page.waitForURL(/\/admin\/?$/)

  const elsewhere = await (await browser.newContext()).newPage()
  await signIn(elsewhere)
  await elsewhere.getByRole('alert').getByText('mã xác thực không đúng').waitFor()
  await signIn(elsewhere, codes[0])
  await elsewhere.waitForURL(/\/admin\/?$/)

  await page.goto(`${portal.cms}/admin/bao-mat`)
  await page.getByText('Còn 9 mã').waitFor()
  await look(page, 'security', '.portal-security')
  await page.getByRole('button', { name: 'Kết thúc mọi phiên khác' }).click()
  await page.getByText('Đã kết thúc 1 phiên').waitFor()
  await elsewhere.goto(`${portal.cms}/admin/collections/news`)
  await elsewhere.waitForURL(/\/admin\/login/)
}, 180_000)
