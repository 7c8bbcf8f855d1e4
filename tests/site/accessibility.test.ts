/** axe on every kind of page, narrow and wide, light and dark; reflow; the menu by keyboard (WCAG 2.2 AA). */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, serveSite } from '#tests/support/browser.ts'
import { openSite, publicUrl } from '#tests/support/built-site.ts'
import { goneAddress, pageKinds } from '#tests/support/site-pages.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let browser: Browser
let page: Page
let failed: string[]
beforeAll(async () => {
  const get = await openSite()
  browser = await launchBrowser()
  page = await browser.newPage()
  const answered = await serveSite(page, (address) =>
    address === goneAddress.path
      ? get(address, goneAddress).then((answer) => ({ ...answer, status: 200 }))
      : get(address),
  )
  failed = answered.failed
})
afterAll(() => browser.close())

/** Rule and element of every violation. */
async function violations(): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (node: Document, options: object) => Promise<AxeResult> }
    }
    type AxeResult = { violations: { id: string; nodes: { html: string }[] }[] }
    const found = await axe.run(document, { runOnly, resultTypes: ['violations'] })
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  }, tags)
}

const all = { ...pageKinds, gone: goneAddress.path }

describe.each(Object.entries(all))('the page %s', (_kind, address) => {
  it('has no violation at 375 and 1280 px, light and dark', async () => {
    await page.goto(publicUrl + address)
    for (const width of [375, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme })
        expect(await violations(), `${width} ${colorScheme}`).toEqual([])
      }
    }
  })

  it('needs no sideways scroll at 320 px, with text spacing, or with text twice the size at 375 px', async () => {
    await page.goto(publicUrl + address)
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await page.setViewportSize({ width: 320, height: 900 })
    expect(await overflow()).toBeLessThanOrEqual(0)
    await page.addStyleTag({
      content:
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }',
    })
    expect(await overflow()).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 375, height: 900 })
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' })
    expect(await overflow()).toBeLessThanOrEqual(0)
  })
})

describe('a reader with a keyboard', () => {
  it('skips to the content, opens the menu and sees where they are', async () => {
    await page.setViewportSize({ width: 375, height: 800 })
    await page.goto(`${publicUrl}/`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính')
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const look = await page.evaluate(() => {
      const focused = document.activeElement as Element
      const { outlineStyle, backgroundColor, color } = getComputedStyle(focused)
      return { text: focused.textContent?.trim(), outlineStyle, backgroundColor, color }
    })
    expect(look).toEqual({
      text: 'Tin tức',
      outlineStyle: 'solid',
      backgroundColor: 'rgb(255, 205, 0)',
      color: 'rgb(19, 33, 31)',
    })
  })
})

describe('a visit', () => {
  it('asks for nothing from elsewhere and nothing that is not there', () => {
    expect(failed).toEqual([])
  })
})
