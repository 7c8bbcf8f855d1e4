/** A store of the portal on a disk of its own that can be filled to the last byte: a small tmpfs, which only root may mount. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Folder } from './portal-processes.ts'

export const mayMount = (() => {
  const place = mkdtempSync(path.join(os.tmpdir(), 'portal-mount-'))
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]).status === 0
  if (isMounted) execFileSync('umount', [place])
  rmSync(place, { recursive: true, force: true })
  return isMounted
})()

export const stores = ['tree', 'read model', 'database', 'everything'] as const
export type Store = (typeof stores)[number]
export type SmallDisk = { fill(): void; free(): void; remove(): void }

/** Moves the store onto its disk. The folder must not be in use. */
export function onSmallDisk(folder: Folder, store: Store): SmallDisk {
  const disk = mkdtempSync(path.join(os.tmpdir(), 'portal-small-'))
  const mount = (place: string) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${store === 'everything' ? 40 : 16}m`, 'tmpfs', place])
  let place = disk
  if (store === 'tree') {
    place = path.join(currentRelease(folder), 'www')
    const kept = path.join(disk, 'www')
    renameSync(place, kept)
    execFileSync('mkdir', [place])
    mount(place)
    cpSync(kept, place, { recursive: true })
  } else {
    mount(disk)
    if (store === 'everything') moveFolder(folder, disk)
    else if (store === 'database') linkFiles(folder.data, 'cms.sqlite', disk)
    else linkFiles(currentRelease(folder), 'published.sqlite', disk)
  }
  const filler = path.join(place, '.filler')
  return {
    fill: () => void spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k']),
    free: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', [place])
      rmSync(disk, { recursive: true, force: true })
    },
  }
}

const currentRelease = ({ data }: Folder) => path.join(data, readlinkSync(path.join(data, 'current')))

/** SQLite follows the link and keeps its journal beside the real file. */
function linkFiles(from: string, name: string, disk: string): void {
  for (const file of readdirSync(from).filter((found) => found.startsWith(name))) {
    cpSync(path.join(from, file), path.join(disk, file))
    rmSync(path.join(from, file))
  }
  symlinkSync(path.join(disk, name), path.join(from, name))
}

function moveFolder(folder: Folder, disk: string): void {
  cpSync(folder.root, disk, { recursive: true, verbatimSymlinks: true })
  rmSync(folder.root, { recursive: true })
  Object.assign(folder, { root: disk, data: path.join(disk, 'var'), media: path.join(disk, 'media') })
}
