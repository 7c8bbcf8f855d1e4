/** People before a whole portal: in the browser and over REST, each with one session, since a code is spent once. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { logIn, password } from './log-in.ts'

/** Signing in by the form has its own test. @param whole asks late, so that it may be opened in `beforeAll`. */
export function asPerson(whole: () => { portal: { cms: string }; browser: Browser }) {
  const sessionOf = (email: string): Promise<string> => {
    const { cms } = whole().portal
    return logIn(cms, email, password, cms)
  }

  return {
    async signIn(email: string): Promise<{ context: BrowserContext; page: Page }> {
      const { portal, browser } = whole()
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
      const [name = '', value = ''] = (await sessionOf(email)).split(/=(.*)/s)
      await context.addCookies([{ name, value, url: portal.cms }])
      return { context, page: await context.newPage() }
    },

    /** @throws Error with the answer when it is a refusal. */
    async ask(email: string, method: string, address: string, body?: unknown): Promise<Record<string, any>> {
      const { cms } = whole().portal
      const answer = await fetch(cms + address, {
        method,
        headers: {
          cookie: await sessionOf(email),
          origin: cms,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const given = (await answer.json()) as Record<string, any>
      if (!answer.ok) throw new Error(`${method} ${address}: ${JSON.stringify(given)}`)
      return given
    },
  }
}
