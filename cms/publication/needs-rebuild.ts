/** Whether the public side can be continued as it stands, or must be made anew. */
import { readMeta, openReadModel } from '#published/open.ts'
import { siteVersion } from './built-site.ts'
import { messageOf } from './errors.ts'
import { heldRelease } from './held.ts'
import { patiently } from './patiently.ts'
import type { PublisherSettings } from './protocol.ts'
import { currentRelease, type Release } from './releases.ts'
import { isBusy } from './sqlite-errors.ts'

/** @returns the reason in Vietnamese, or `null` when there is no need (or the operator holds an older release). */
export function needsRebuild(settings: PublisherSettings): string | null {
  const release = currentRelease(settings.dataDir)
  if (release && heldRelease(settings.dataDir)) return null
  if (!release) return 'chưa có bản phát hành nào, hoặc tệp của nó đã mất'
  return mismatch(release, settings, siteVersion(settings.siteEntry))
}

export function mismatch(release: Release, settings: PublisherSettings, site: string): string | null {
  try {
    return patiently(() => mismatchNow(release, settings, site), untilUnlocked)
  } catch (error) {
    return `không mở được mô hình đọc: ${messageOf(error)}`
  }
}

/** A process that was just killed may still hold its locks, or another may be going through what it left. */
const untilUnlocked = { isPassing: isBusy, tries: 10, pauseMs: 200 }

function mismatchNow(release: Release, { publicUrl }: PublisherSettings, site: string): string | null {
  const db = openReadModel(release.database)
  try {
    if (readMeta(db, 'complete') !== 'yes') return 'bản phát hành dựng dở'
    if (readMeta(db, 'site_version') !== site) return 'trang công khai đã được dựng lại với bản khác'
    if (readMeta(db, 'public_url') !== publicUrl) return 'địa chỉ công khai đã đổi'
    return null
  } finally {
    db.close()
  }
}

/** Whether a kept release was finished and can still be read by this version of the portal. */
export function isComplete({ database }: Release): boolean {
  try {
    const db = openReadModel(database)
    try {
      return readMeta(db, 'complete') === 'yes'
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}
