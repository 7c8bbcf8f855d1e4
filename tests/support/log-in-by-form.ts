import type { Page } from 'playwright-core'
import { password } from './log-in.ts'
import { codeFor } from './second-factor.ts'

/** Fills the admin’s login form, wherever the person wanted to go. The code is of the next step: signing in over REST while seeding may have spent this one. */
export async function logInByForm(page: Page, email: string): Promise<void> {
  await page.fill('input[name=email]', email)
  await page.fill('input[name=password]', password)
  await page.fill('input[name=code]', codeFor(email, 1))
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}
