/**
 * After a rollback the operator looks at an older release on purpose. `DATA_DIR/held` says so, and holds all
 * publication until the next rebuild: otherwise the first repair would bring back what was just rolled away.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { formatMoment } from '#domain/dates.ts'
import { fileFunctions, readIfThere, writeAtomically } from './atomic-files.ts'
import { PublicationError } from './errors.ts'
import { currentRelease } from './releases.ts'

/** `release` is shown instead of `from`, since `at` (ISO 8601 UTC). */
export type Held = { release: string; from: string; at: string }

const markerOf = (dataDir: string): string => path.join(dataDir, 'held')

/** `null` when nothing is held; a marker for another release is a leftover of a crash and means nothing. */
export function heldRelease(dataDir: string): Held | null {
  const bytes = readIfThere(markerOf(dataDir))
  if (!bytes) return null
  try {
    const held = JSON.parse(bytes.toString()) as Held
    return held.release === currentRelease(dataDir)?.name ? held : null
  } catch {
    return null
  }
}

/** Durable before the switch that it explains. */
export const hold = (dataDir: string, held: Held): void =>
  writeAtomically(fileFunctions, markerOf(dataDir), Buffer.from(`${JSON.stringify(held)}\n`))

export const letGo = (dataDir: string): void => rmSync(markerOf(dataDir), { force: true })

export const heldSentence = ({ release, from, at }: Held): string =>
  `Đang giữ bản phát hành ${release} thay cho bản ${from} từ ${formatMoment(at)}: chưa đăng, chưa gỡ gì. ` +
  'Muốn đăng tiếp, chạy: npm run portal -- rebuild'

export const heldError = (held: Held): PublicationError => new PublicationError('held', heldSentence(held))
