/** Our own screens at three widths: a picture, nothing sideways, nothing grave that axe finds. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { pictures } from './in-browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const widths = [375, 768, 1280]

type Violation = { id: string; impact: string; nodes: { html: string; failureSummary?: string }[] }

/** What reaches over the right edge of a page that scrolls sideways. */
function beyond(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  return [...document.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map(({ tagName, className, id }) => `${tagName}#${id}.${String(className)}`)
    .slice(0, 20)
}

/** At every width: a picture and nothing sideways; and nothing grave that axe finds in `part`, our own, light or dark. */
export async function look(page: Page, name: string, part: string): Promise<void> {
  await page.evaluate(axe)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: path.join(pictures, `${name}-${width}.png`), fullPage: true })
    expect([name, width, await page.evaluate(beyond)]).toEqual([name, width, []])
    for (const theme of ['dark', 'light']) {
      await page.evaluate((wanted) => (document.documentElement.dataset.theme = wanted), theme)
      // The form may still be drawing itself anew for the width; what is wrong with it stays wrong.
      await expect
        .poll(async () => [name, width, theme, await page.evaluate(graveIn, part)], { timeout: 15_000 })
        .toEqual([name, width, theme, []])
    }
  }
}

async function graveIn(selector: string): Promise<string[]> {
  // Payload fades from one theme to the other; in between, colours are of neither.
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))
  const { axe: runner } = window as unknown as {
    axe: { run(target: string, options: object): Promise<{ violations: Violation[]; passes: unknown[] }> }
  }
  const { violations, passes } = await runner.run(selector, { iframes: false })
  if (passes.length === 0) return [`axe looked at nothing in ${selector}`]
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
    )
}
