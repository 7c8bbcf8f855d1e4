import type { Page } from 'playwright-core'
import { password } from './cms.ts'

/** Fills the admin's login form, wherever the person wanted to go. */
export async function logInByForm(page: Page, email: string): Promise<void> {
  await page.fill('input[name=email]', email)
  await page.fill('input[name=password]', password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}
