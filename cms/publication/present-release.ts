/** Which release the publisher works on: the one readers see, opened when it is fit, unless a rollback holds it. */
import type { FileFunctions } from './atomic-files.ts'
import { loadSite, type BuiltSite } from './built-site.ts'
import { quality } from './compressed.ts'
import { PublicationError } from './errors.ts'
import { heldError, heldRelease, hold, letGo, type Held } from './held.ts'
import { isComplete, mismatch } from './needs-rebuild.ts'
import { openRelease, type OpenRelease } from './open-release.ts'
import type { PublisherSettings } from './protocol.ts'
import { currentRelease, earlierRelease, fixLinks, switchTo, type Release } from './releases.ts'

export type PresentRelease = {
  /** @throws PublicationError `held`, or `needs-rebuild` when there is none or it was lost. */
  open(): OpenRelease
  /** As it was last opened; `null` also while one is held. */
  ifOpen(): OpenRelease | null
  /** Not `null` after a rollback, until the next rebuild. */
  held(): Held | null
  /** Readers see `fresh` from now on; whatever was held is let go. */
  replace(fresh: OpenRelease, onSwitched: () => void): void
  /** @throws PublicationError `no-earlier-release`. */
  rollBack(at: string): { release: string; from: string }
  close(): void
}

export type PresentOptions = {
  files?: FileFunctions
  alarm(path: string, reason: string): void
}

export async function openPresentRelease(
  settings: PublisherSettings,
  { files, alarm }: PresentOptions,
): Promise<PresentRelease> {
  const { dataDir } = settings
  let held = heldRelease(dataDir)
  /** Why the one that readers see could not be gone on with. */
  let unfit: string | null = null
  let current = await openCurrent()

  async function openCurrent(): Promise<OpenRelease | null> {
    const release = currentRelease(dataDir)
    if (!release || held) return null
    const site = await loadSite(settings.siteEntry).catch(notBuilt)
    unfit = site instanceof PublicationError ? site.message : unfitFor(release, site)
    if (site instanceof PublicationError || unfit) return null
    fixLinks(dataDir)
    return openRelease(release, { settings, site, files, alarm, compression: quality.publishing })
  }

  function unfitFor(release: Release, site: BuiltSite): string | null {
    const reason = mismatch(release, settings, site.version)
    return reason && `Phần công khai phải được dựng lại (${reason}). ${howToRebuild}`
  }

  function forget(): void {
    current?.close()
    current = null
  }

  return {
    open() {
      if (held) throw heldError(held)
      if (current?.isIntact()) {
        if (currentRelease(dataDir)?.name !== current.release.name) switchTo(dataDir, current.release)
        fixLinks(dataDir)
        return current
      }
      forget()
      throw new PublicationError(
        'needs-rebuild',
        unfit ?? `Phần công khai chưa có hoặc đã mất. ${howToRebuild}`,
      )
    },
    ifOpen: () => (held ? null : current),
    held: () => held,
    replace(fresh, onSwitched) {
      switchTo(dataDir, fresh.release)
      onSwitched()
      letGo(dataDir)
      held = null
      unfit = null
      current?.close()
      current = fresh
    },
    rollBack(at) {
      const from = currentRelease(dataDir)
      const target = from && earlierRelease(dataDir, isComplete)
      if (!target) {
        throw new PublicationError(
          'no-earlier-release',
          'Không còn giữ bản phát hành nào trước bản đang dùng.',
        )
      }
      held = { release: target.name, from: from.name, at }
      hold(dataDir, held)
      switchTo(dataDir, target)
      forget()
      return { release: target.name, from: from.name }
    },
    close: forget,
  }
}

const howToRebuild = 'Hãy chạy: npm run portal -- rebuild'

/** A site that was not built is told to whoever asks for a page; any other failure is a bug of the site. */
function notBuilt(error: unknown): PublicationError {
  if (error instanceof PublicationError) return error
  throw error
}
