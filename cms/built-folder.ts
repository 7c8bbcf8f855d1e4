/**
 * Where builds stand. A build is made beside the one in use (`.dist-next` beside `dist`) and put in its place
 * when it is finished; a build that failed or was killed leaves the one in use whole.
 *
 * The folder in use stays a real folder, so that two renames are needed. Between them nothing stands in its
 * place: 0.01 ms as a rule, 10 ms the longest of 1,000 on a busy machine, which readers of a build wait out. A
 * process that dies just there leaves the former build as `.dist-previous`; `putRight`, called by the next build
 * and at each start, gives it its place back.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Where the next build of a folder is made. */
export const nextOf = (folder: string): string => beside(folder, 'next')

/** An empty place to build in; what stood in the way of the last build is put right. */
export function prepareNext(folder: string): string {
  putRight(folder)
  const next = nextOf(folder)
  rmSync(next, { recursive: true, force: true })
  mkdirSync(next, { recursive: true })
  return next
}

/** The finished build in `nextOf(folder)` takes the place of the one before it. */
export function putInPlace(folder: string): void {
  const [next, previous] = [nextOf(folder), beside(folder, 'previous')]
  if (existsSync(folder)) {
    rmSync(previous, { recursive: true, force: true })
    renameSync(folder, previous)
  }
  try {
    renameSync(next, folder)
  } catch (error) {
    // A start just between the two renames gave the former build its place back.
    if (!isOccupied(error)) throw error
    return putInPlace(folder)
  }
  // A half deleted build must not look like one to go back to.
  if (existsSync(previous)) renameSync(previous, next)
  rmSync(next, { recursive: true, force: true })
}

/** Gives a build back its place that a swap left empty. @returns whether there was something to do. */
export function putRight(folder: string): boolean {
  if (existsSync(folder)) return false
  try {
    renameSync(beside(folder, 'previous'), folder)
    return true
  } catch (error) {
    if (isOccupied(error) || (error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

const beside = (folder: string, name: string): string =>
  path.join(path.dirname(folder), `.${path.basename(folder).replace(/^\./, '')}-${name}`)

const isOccupied = (error: unknown): boolean =>
  ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')
