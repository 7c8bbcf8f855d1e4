/** The whole product with a browser before it, for one file of e2e tests. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { removeFolder, type Folder } from './portal-processes.ts'
import { startWholePortal, type WholePortal } from './whole-portal.ts'

/** Where screenshots land. */
export const pictures = path.resolve(import.meta.dirname, '../.output/e2e')

export type InBrowser = { portal: WholePortal; browser: Browser; close(): Promise<void> }

/** Starts both over `folder`, which `close` removes. */
export async function openInBrowser(folder: Folder): Promise<InBrowser> {
  mkdirSync(pictures, { recursive: true })
  const portal = await startWholePortal(folder)
  const browser = await launchBrowser().catch(async (error: unknown) => {
    await portal.stop()
    throw error
  })
  return {
    portal,
    browser,
    async close() {
      await browser.close()
      await portal.stop()
      await removeFolder(folder)
    },
  }
}
