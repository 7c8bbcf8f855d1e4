/** Reads the embedded database beside the running cms, by its own SQL: what the ledgers hold, whatever the cms says. */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Folder } from './portal-processes.ts'

export type Receipt = {
  item: string
  action: string
  state: string
  tries: number
  lastError: string | null
  liveAt: string | null
  notBefore: string | null
  urls: string[]
}

const receipts = `SELECT item, action, state, tries, last_error AS lastError, live_at AS liveAt,
  not_before AS notBefore, urls FROM publications`

function ask<T>({ data }: Folder, question: string, ...values: string[]): T[] {
  const db = new DatabaseSync(path.join(data, 'cms.sqlite'), { readOnly: true, timeout: 5000 })
  try {
    return db.prepare(question).all(...values) as T[]
  } finally {
    db.close()
  }
}

const withUrls = (row: Omit<Receipt, 'urls'> & { urls: string | null }): Receipt => ({
  ...row,
  urls: JSON.parse(row.urls ?? '[]') as string[],
})

export const integrity = (folder: Folder): string =>
  ask<{ integrity_check: string }>(folder, 'PRAGMA integrity_check')
    .map((row) => row.integrity_check)
    .join()

export const allReceipts = (folder: Folder): Receipt[] =>
  ask<Parameters<typeof withUrls>[0]>(folder, receipts).map(withUrls)

export const receiptsOf = (folder: Folder, item: string): Receipt[] =>
  ask<Parameters<typeof withUrls>[0]>(folder, `${receipts} WHERE item = ?`, item).map(withUrls)

/** How often the ledger says that this step was taken on this item. */
export const countEvents = (folder: Folder, item: string, action: string): number =>
  ask(folder, 'SELECT id FROM audit_events WHERE item = ? AND action = ?', item, action).length

export const newsTitled = (folder: Folder, title: string): string[] =>
  ask<{ id: string }>(folder, 'SELECT id FROM news WHERE title = ?', title).map(({ id }) => id)

export type Edition = { number: number; approvedAt: string; outcomes: { kind: string; at: string }[] }

export const editionsOf = (folder: Folder, item: string): Edition[] =>
  ask<{ number: number; approvedAt: string; outcomes: string }>(
    folder,
    'SELECT number, approved_at AS approvedAt, outcomes FROM editions WHERE item = ? ORDER BY number',
    item,
  ).map(({ outcomes, ...row }) => ({ ...row, outcomes: JSON.parse(outcomes) as Edition['outcomes'] }))

/** Open items of the portal: what their address must answer. */
export const publicNews = (folder: Folder): { id: string; slug: string; publicState: string }[] =>
  ask(
    folder,
    `SELECT news.id, json_extract(editions.content, '$.slug') AS slug, public_state AS publicState
     FROM news JOIN editions ON editions.id = news.live_edition`,
  )
