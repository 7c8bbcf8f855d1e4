/**
 * At most one publisher. The lock is an open `BEGIN EXCLUSIVE` on a SQLite file: it survives SIGSTOP and is
 * freed by the kernel when the process dies, whatever way. Beside it `publisher.json` says who holds it and
 * beats; whoever waits takes over from a holder whose heart stopped by killing exactly that process first
 * (pid and start time), because no token can fence a rename.
 *
 * Never open `publisher.lock` with file functions: closing any descriptor of it would drop the lock (POSIX).
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { isMissing } from './atomic-files.ts'
import { PublicationError } from './errors.ts'

export type PublisherLock = { release(): void }
export type LockOptions = {
  /** `wait`: stand by until the holder is gone. `fail`: refuse at once. */
  whenHeld?: 'wait' | 'fail'
  beatEvery?: number
  pollEvery?: number
  /** Silence, counted by the one who waits, after which the holder is taken for dead. */
  silence?: number
  signal?: AbortSignal
}
type Holder = { pid: number; startedAt: string | null }

/** @throws PublicationError `lock-held` when it is held and nobody wants to wait. */
export async function takeLock(dataDir: string, options: LockOptions = {}): Promise<PublisherLock> {
  const { whenHeld = 'wait', beatEvery = 3000, pollEvery = 500, silence = 15_000, signal } = options
  mkdirSync(dataDir, { recursive: true })
  let silentFor = 0
  let lastBeat = ''
  for (;;) {
    const db = tryLock(path.join(dataDir, 'publisher.lock'))
    if (db) return held(db, path.join(dataDir, 'publisher.json'), beatEvery)
    if (whenHeld === 'fail') {
      throw new PublicationError('lock-held', 'Một trình đăng khác đang chạy trên cùng thư mục dữ liệu.')
    }
    // Silence is counted in polls of our own, not by the clock: a suspended machine or a clock that jumps
    // must not make a healthy holder look dead.
    const { holder, beat } = readHolder(path.join(dataDir, 'publisher.json'))
    silentFor = beat === lastBeat ? silentFor + pollEvery : 0
    lastBeat = beat
    if (holder && silentFor >= silence) {
      killExactly(holder)
      silentFor = 0
    }
    await sleep(pollEvery, undefined, { signal })
  }
}

function tryLock(file: string): DatabaseSync | null {
  const db = new DatabaseSync(file, { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
    return db
  } catch (error) {
    db.close()
    if (/locked|busy/i.test((error as Error).message)) return null
    throw error
  }
}

function held(db: DatabaseSync, file: string, beatEvery: number): PublisherLock {
  const holder: Holder = { pid: process.pid, startedAt: startTime(process.pid) }
  const introduce = () => {
    writeFileSync(`${file}.tmp`, JSON.stringify(holder))
    renameSync(`${file}.tmp`, file)
  }
  introduce()
  // A beat is a change of the file's time: it needs no space, so a full disk does not look like death.
  const beat = () => {
    try {
      utimesSync(file, new Date(), new Date())
    } catch (error) {
      if (isMissing(error)) introduce()
    }
  }
  const timer = setInterval(beat, beatEvery)
  timer.unref()
  return {
    release() {
      clearInterval(timer)
      rmSync(file, { force: true })
      db.close()
    },
  }
}

function readHolder(file: string): { holder: Holder | null; beat: string } {
  try {
    const text = readFileSync(file, 'utf8')
    return { holder: JSON.parse(text) as Holder, beat: `${text} ${statSync(file).mtimeMs}` }
  } catch {
    // Not written yet, or just removed: the holder is then only known by its lock.
    return { holder: null, beat: '' }
  }
}

function killExactly({ pid, startedAt }: Holder): void {
  if (startedAt === null || pid === process.pid || startTime(pid) !== startedAt) return
  process.kill(pid, 'SIGKILL')
}

/** Ticks since boot at which a process started (proc(5), field 22): a pid used again has another. */
export function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
