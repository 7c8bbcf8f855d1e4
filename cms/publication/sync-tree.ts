/**
 * Makes a whole finished tree durable before readers are switched to it. Files of a fresh release are written
 * without a sync each, because nobody reads them yet; one `syncfs(2)` of their file system then does the work
 * of a hundred thousand calls in the disk's own order. Node has no call for it, so `sync -f` (coreutils) is
 * asked, which answers 1 when any write-back failed. Without that command every file is synced by itself.
 *
 * What guarantees the switch: nothing renames `current` before this has returned.
 */
import { execFile } from 'node:child_process'
import { open, opendir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const atOnce = 8

/** @throws when anything below `directory` could not be brought to the disk. */
export async function syncTree(directory: string): Promise<void> {
  try {
    await run('sync', ['-f', directory])
  } catch (error) {
    if (!isUnknownCommand(error)) throw error
    await syncFiles(directory)
  }
}

/** No `sync` here, or one that does not know `-f` (it says so and answers with usage). */
const isUnknownCommand = (error: unknown): boolean => {
  const { code, stderr = '' } = error as { code?: string | number; stderr?: string }
  return code === 'ENOENT' || /unrecognized|invalid option|usage/i.test(stderr)
}

/** Deepest first, some files at a time so that the disk can join their writes. */
export async function syncFiles(directory: string): Promise<void> {
  let turn: Promise<void>[] = []
  for await (const entry of await opendir(directory)) {
    const found = path.join(directory, entry.name)
    if (entry.isDirectory()) await syncFiles(found)
    else if (entry.isFile()) turn.push(syncFile(found))
    if (turn.length < atOnce) continue
    await Promise.all(turn)
    turn = []
  }
  await Promise.all(turn)
  await syncFile(directory)
}

async function syncFile(file: string): Promise<void> {
  // Closing a second descriptor of an open SQLite file would drop its locks; SQLite syncs its own files.
  if (/published\.sqlite(-wal|-shm)?$/.test(file)) return
  const handle = await open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
