import type { BuiltSite } from './built-site.ts'
import type { createGate } from './busy.ts'
import type { createContentNames } from './entity-tag.ts'
import type { ReadModel } from './read-model.ts'
import type { SecuritySettings } from './security-headers.ts'

/** What the web server needs of a log; `cms/log.ts` gives it. */
export type WebLog = {
  warn(msg: string, fields?: { err?: unknown; [field: string]: unknown }): void
  error(msg: string, fields?: { err?: unknown; [field: string]: unknown }): void
}

export type WebSettings = SecuritySettings & {
  dataDir: string
  /** The built site's entry, a module that exports `render` (`RenderSite`). */
  siteEntry: string
  log: WebLog
}

/** What the answers share. */
export type WebContext = WebSettings &
  BuiltSite & {
    readModel: ReadModel
    nameContent: ReturnType<typeof createContentNames>
    searchGate: ReturnType<typeof createGate>
  }
