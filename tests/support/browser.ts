/** A headless browser from npm, without system packages, that reads the built site without a server. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type Page } from 'playwright-core'
import { clientFolder, publicUrl, type openSite } from './built-site.ts'

const types: Record<string, string> = { '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' }

export const launchBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--headless=shell'],
  })

/** Answers every request of `page` from the built site; `failed` collects what it asked for in vain or elsewhere. */
export async function serveSite(
  page: Page,
  get: Awaited<ReturnType<typeof openSite>>,
): Promise<{ failed: string[] }> {
  const failed: string[] = []
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.origin !== publicUrl) {
      failed.push(url.href)
      return route.abort()
    }
    if (url.pathname.startsWith('/tep/'))
      return route.fulfill({ status: 200, contentType: 'image/jpeg', body: '' })
    if (url.pathname.startsWith('/_astro/')) {
      const body = readFileSync(path.join(clientFolder, path.normalize(url.pathname)))
      return route.fulfill({ status: 200, contentType: types[path.extname(url.pathname)], body })
    }
    const { status, type, text } = await get(url.pathname + url.search)
    if (status !== 200) failed.push(url.href)
    return route.fulfill({ status, contentType: type, body: text })
  })
  return { failed }
}
