/** Files of two contents, told apart by their bytes: a file of the same name with another checksum is another file. */
import type { UploadSnapshot } from '../content.ts'

export type FileChange = {
  /** `described`: the same bytes under another name, description, caption or credit. */
  kind: 'added' | 'removed' | 'replaced' | 'described'
  before?: UploadSnapshot
  after?: UploadSnapshot
}

export type FilesChange = { files: FileChange[]; isReordered: boolean }

export function compareUploads(before: UploadSnapshot[], after: UploadSnapshot[]): FilesChange {
  const left = [...before]
  const take = (isWanted: (upload: UploadSnapshot) => boolean): UploadSnapshot | undefined => {
    const index = left.findIndex(isWanted)
    return index < 0 ? undefined : left.splice(index, 1)[0]
  }
  const matches = new Map(after.map((now) => [now, take(({ sha256 }) => sha256 === now.sha256)]))
  const files = after.flatMap((now): FileChange[] => {
    const same = matches.get(now)
    if (same) return isSame(same, now) ? [] : [{ kind: 'described', before: same, after: now }]
    const old = take(({ name }) => name === now.name) ?? (after.length === 1 ? left.shift() : undefined)
    return [old ? { kind: 'replaced', before: old, after: now } : { kind: 'added', after: now }]
  })
  const kept = (uploads: UploadSnapshot[], others: UploadSnapshot[]) =>
    uploads.map(({ sha256 }) => sha256).filter((hash) => others.some(({ sha256 }) => sha256 === hash))
  return {
    files: [...files, ...left.map((gone): FileChange => ({ kind: 'removed', before: gone }))],
    isReordered: kept(before, after).join() !== kept(after, before).join(),
  }
}

const facts = ['name', 'title', 'alt', 'caption', 'credit'] as const

const isSame = (a: UploadSnapshot, b: UploadSnapshot): boolean => facts.every((fact) => a[fact] === b[fact])

/** A checksum as people compare it: `9f2c 41d8`. */
export const shortChecksum = (sha256: string): string => `${sha256.slice(0, 4)} ${sha256.slice(4, 8)}`

/** One upload in words, with everything about it that the public may see. */
export const describeUpload = ({ sha256, name, title, alt, caption, credit }: UploadSnapshot): string =>
  [
    `${name} (${shortChecksum(sha256)})`,
    title && `tên: ${title}`,
    alt && `mô tả: ${alt}`,
    caption && `chú thích: ${caption}`,
    credit && `nguồn: ${credit}`,
  ]
    .filter(Boolean)
    .join('; ')
