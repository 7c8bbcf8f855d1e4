/**
 * Uploads that were inspected by an older inspector, or never, are read again the moment a step needs to know.
 * Reading is slow, so it never happens inside the step's transaction: the step stops, and is taken anew.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { env } from '../../env.ts'
import { storedPath } from '../../uploads/content-store.ts'
import { inspectDocument } from '../../uploads/inspection/inspect-document.ts'
import { Bomb } from '../../uploads/inspection/limits.ts'
import {
  inspectionOf,
  inspectionVersion,
  isCurrent,
  type Inspection,
} from '../../uploads/inspection/record.ts'
import { unread } from '../../uploads/inspection/report.ts'
import type { UploadCollection, UploadRow } from '../content/uploads.ts'

export type StaleUpload = UploadRow & { collection: UploadCollection }

class StaleInspections extends Error {
  override name = 'StaleInspections'
  readonly uploads: readonly StaleUpload[]

  constructor(uploads: readonly StaleUpload[]) {
    super(`${uploads.length} uploads must be inspected first`)
    this.uploads = uploads
  }
}

/** @throws StaleInspections, which `withFreshInspections` answers. */
export function requireInspected(uploads: readonly StaleUpload[]): void {
  const stale = uploads.filter(({ inspection, stored }) => stored && !isCurrent(inspection))
  if (stale.length > 0) throw new StaleInspections(stale)
}

/** Runs `work`; when it meets uploads nobody has inspected, inspects them and runs it once more. */
export async function withFreshInspections<T>(payload: Payload, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof StaleInspections)) throw error
    for (const upload of error.uploads) await inspectAgain(payload, upload)
    return work()
  }
}

/** Only the findings are renewed: the public copy is what an edition may already name. */
async function inspectAgain(payload: Payload, upload: StaleUpload): Promise<void> {
  const { collection, id, stored } = upload
  if (!stored) return
  const inspection =
    collection === 'media'
      ? pictureAgain(upload)
      : await inspectionOf(payload, await documentAgain(upload), stored.sha256)
  await payload.db.updateOne({ collection, id, data: { inspection }, returning: false })
}

/** A kept picture has no metadata left to read. */
const pictureAgain = ({ inspection }: StaleUpload): Inspection => ({
  version: inspectionVersion,
  isSigned: false,
  findings: inspection?.findings ?? [],
})

async function documentAgain({ publicName = '', filename, stored }: StaleUpload) {
  const original = path.join(env.MEDIA_DIR, 'files', path.basename(filename ?? ''))
  try {
    const bytes = await readFile(original).catch(() =>
      readFile(storedPath(env.MEDIA_DIR, stored?.sha256 ?? '')),
    )
    const extension = publicName.replace(/^.*\./, '').toLowerCase()
    return await inspectDocument({ bytes, extension, name: publicName })
  } catch (error) {
    if (error instanceof Bomb) return { hits: [unread('mở ra lớn bất thường')] }
    return { hits: [unread('không thấy tệp gốc')] }
  }
}
