/**
 * The only way bytes reach the public tree: temp beside the target, write, fsync, rename, fsync of the
 * directory. Readers see the old file or the new one, and what was acknowledged survives a power cut.
 *
 * There is one publisher, so a temp name is a function of its target: a leftover of a crash is overwritten
 * by the next try instead of piling up.
 */
import { hash } from 'node:crypto'
import nodeFs from 'node:fs'
import path from 'node:path'

/** The file functions that may fail; fault tests hand in others. */
export type FileFunctions = Pick<
  typeof nodeFs,
  | 'openSync'
  | 'fsyncSync'
  | 'closeSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'mkdirSync'
  | 'rmdirSync'
  | 'linkSync'
> & {
  writeSync(descriptor: number, bytes: Uint8Array, from?: number): number
  readSync(descriptor: number, into: Uint8Array, offset: number, length: number, position: null): number
}

export const fileFunctions: FileFunctions = nodeFs

/** A hidden, short name: long file names stay within the limit of 255 bytes. */
export const tempOf = (target: string): string =>
  path.join(path.dirname(target), `.${hash('sha256', path.basename(target)).slice(0, 20)}.tmp`)

export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes)

export const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

/** @returns `null` when there is no such file. */
export function readIfThere(file: string): Buffer | null {
  try {
    return nodeFs.readFileSync(file)
  } catch (error) {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === 'EISDIR') return null
    throw error
  }
}

/**
 * Writes a whole file of a tree that nobody reads yet. A link to a file of the public tree may stand there;
 * writing through it would change what readers see, so it goes first.
 */
export function writeNew(files: FileFunctions, file: string, bytes: Uint8Array): void {
  try {
    writeInPlace(files, file, bytes, { flags: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    removeIfThere(files, file)
    writeInPlace(files, file, bytes, { flags: 'wx' })
  }
}

function writeInPlace(
  files: FileFunctions,
  file: string,
  bytes: Uint8Array,
  { flags, isSynced = false }: { flags: 'w' | 'wx'; isSynced?: boolean },
): void {
  const descriptor = files.openSync(file, flags, 0o644)
  try {
    let written = 0
    while (written < bytes.length) written += files.writeSync(descriptor, bytes, written)
    if (isSynced) files.fsyncSync(descriptor)
  } finally {
    files.closeSync(descriptor)
  }
}

/** Writes and syncs the temp of `target`; the caller renames it. Nothing is left behind on an error. */
export function writeTemp(files: FileFunctions, target: string, bytes: Uint8Array): string {
  const temp = tempOf(target)
  try {
    writeInPlace(files, temp, bytes, { flags: 'w', isSynced: true })
  } catch (error) {
    removeIfThere(files, temp)
    throw error
  }
  return temp
}

export function removeIfThere(files: FileFunctions, file: string): boolean {
  try {
    files.unlinkSync(file)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/**
 * Files and directories whose parent could not be synced since they came into it: they read right and may be lost
 * all the same. A process that dies forgets them; the verification at its next start compares every file.
 */
const unsynced = new Set<string>()

export function syncDirectory(files: FileFunctions, directory: string): void {
  const descriptor = files.openSync(directory, 'r')
  try {
    files.fsyncSync(descriptor)
  } finally {
    files.closeSync(descriptor)
  }
  for (const entry of unsynced) if (path.dirname(entry) === directory) unsynced.delete(entry)
}

/** Makes what was created or renamed at these paths durable in their directories. */
export function syncEntries(files: FileFunctions, ...entries: string[]): void {
  for (const entry of entries) unsynced.add(entry)
  for (const directory of new Set(entries.map((entry) => path.dirname(entry))))
    syncDirectory(files, directory)
}

/** Syncs what could not be synced earlier on the way to `file`: before that equal bytes are not durable. */
export function syncAgain(files: FileFunctions, file: string): void {
  for (const entry of [...unsynced]) {
    if (file !== entry && !file.startsWith(entry + path.sep)) continue
    if (nodeFs.existsSync(entry)) syncEntries(files, entry)
    else unsynced.delete(entry)
  }
}

/** Makes a directory and its missing parents, each of them durable in its own parent. */
export function makeDirectory(files: FileFunctions, directory: string, isDurable = true): void {
  const first = files.mkdirSync(directory, { recursive: true })
  if (!isDurable) return
  syncAgain(files, directory)
  if (!first) return
  const made: string[] = []
  for (let one = directory; one.length >= first.length; one = path.dirname(one)) made.push(one)
  syncEntries(files, ...made)
}

/** Removes directories that became empty, up to but not including `root`. */
export function pruneDirectories(files: FileFunctions, directory: string, root: string): void {
  let current = directory
  while (current !== root && current.startsWith(root + path.sep)) {
    try {
      files.rmdirSync(current)
    } catch (error) {
      if (isMissing(error)) {
        current = path.dirname(current)
        continue
      }
      if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) break
      throw error
    }
    current = path.dirname(current)
  }
  if (nodeFs.existsSync(current)) syncDirectory(files, current)
}

/** Writes one file atomically and durably (used where there are no variants). */
export function writeAtomically(files: FileFunctions, target: string, bytes: Uint8Array): void {
  makeDirectory(files, path.dirname(target))
  files.renameSync(writeTemp(files, target, bytes), target)
  syncEntries(files, target)
}
