/**
 * The read model of the current release. It is opened when first asked for, followed when a release is
 * switched or the file is replaced, and the old one is closed once the last answer made from it is out.
 */
import { stat } from 'node:fs/promises'
import { localDay } from '#domain/dates.ts'
import { openReadModel } from '#published/open.ts'
import { openReader } from '#published/reader.ts'
import type { Reader } from '#published/views.ts'
import type { Release } from './release.ts'

type OpenModel = { identity: string; reader: Reader; close: () => void; users: number; isCurrent: boolean }
/** A reader to use and give back: nothing may be read from it after `giveBack`. */
export type Lease = { reader: Reader; giveBack: () => void }
export type ReadModel = {
  /** `null` when the release has no read model. @throws when it has one that cannot be opened. */
  lease(release: Release): Promise<Lease | null>
  close(): void
}

async function identityOf(file: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(file)
    return `${file}:${dev}:${ino}`
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function closeIfUnused(model: OpenModel): void {
  if (!model.isCurrent && model.users === 0) model.close()
}

/** `now` gives ISO 8601 UTC: force of documents in search results is told for its day in Vietnam. */
export function followReadModel(now: () => string = () => new Date().toISOString()): ReadModel {
  let current: OpenModel | null = null

  function retire(): void {
    if (!current) return
    current.isCurrent = false
    closeIfUnused(current)
    current = null
  }

  function open(file: string): Pick<OpenModel, 'reader' | 'close'> {
    const db = openReadModel(file)
    try {
      return { reader: openReader(db, { today: () => localDay(now()) }), close: () => db.close() }
    } catch (error) {
      db.close() // every request tries again: connections must not pile up
      throw error
    }
  }

  function follow(identity: string, file: string): OpenModel {
    if (current?.identity === identity) return current
    const opened = open(file)
    retire()
    current = { identity, ...opened, users: 0, isCurrent: true }
    return current
  }

  async function lease(release: Release): Promise<Lease | null> {
    const identity = await identityOf(release.readModel)
    if (!identity) return null
    const model = follow(identity, release.readModel)
    model.users += 1
    let isGivenBack = false
    const giveBack = () => {
      if (isGivenBack) return
      isGivenBack = true
      model.users -= 1
      closeIfUnused(model)
    }
    return { reader: model.reader, giveBack }
  }

  return { lease, close: retire }
}
