/** Starts and kills the cms process of tests, signs people in over REST, and reads what the public would get. */
import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { logIn } from './cms.ts'
import type { FaultControl } from './faults.ts'
import type { VerifyReport } from '#cms/publication/protocol.ts'

export type Folder = { root: string; data: string; media: string }

export const makeFolder = async (): Promise<Folder> =>
  folderAt(await mkdtemp(path.join(os.tmpdir(), 'portal-')))
const folderAt = (root: string): Folder => ({
  root,
  data: path.join(root, 'var'),
  media: path.join(root, 'media'),
})
export const removeFolder = ({ root }: Folder) => rm(root, { recursive: true, force: true })

export async function copyFolder(from: Folder): Promise<Folder> {
  const to = await makeFolder()
  await cp(from.root, to.root, { recursive: true, verbatimSymlinks: true })
  return to
}

export type CmsProcess = {
  base: string
  child: ChildProcess
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  idle(): Promise<void>
  verify(): Promise<VerifyReport>
  rebuild(): Promise<unknown>
  /** What is broken in the chains of audit events and editions. */
  chains(): Promise<string[]>
  stop(): Promise<void>
  /** `clockMs`: how far the clocks of the process and of the person's phone are ahead of ours. */
  signIn(
    email: string,
    clockMs?: number,
  ): Promise<(method: string, path: string, body?: unknown) => Promise<{ status: number; body: any }>>
}

const program = path.resolve(import.meta.dirname, 'cms-process.ts')
export const testSecret = 'test-secret-of-thirty-two-characters-or-more'

type StartOptions = {
  faults?: FaultControl
  /** The most files and sockets the process may have open. */
  handles?: number
}

/** `null` when the process died before it answered (a crash point at start). */
export async function startCms(
  folder: Folder,
  settings: Record<string, string> = {},
  { faults, handles }: StartOptions = {},
): Promise<CmsProcess | null> {
  const command = [process.execPath, ...process.execArgv, ...(faults?.execArgv ?? []), program]
  const limited = handles ? ['sh', '-c', `ulimit -n ${handles}; exec "$0" "$@"`, ...command] : command
  const child = spawn(limited[0] ?? '', limited.slice(1), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      LOG_LEVEL: 'silent',
      PAYLOAD_SECRET: testSecret,
      DATA_DIR: folder.data,
      MEDIA_DIR: folder.media,
      ...faults?.env,
      ...settings,
    },
  })
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  )
  const waiting = new Map<number, { resolve: (value: any) => void; reject: (error: Error) => void }>()
  let lastId = 0
  const port = await new Promise<number | null>((resolve) => {
    child.on('message', (message: { ready?: number; id?: number; value?: unknown; error?: string }) => {
      if (message.ready !== undefined) return resolve(message.ready)
      const call = waiting.get(message.id ?? 0)
      waiting.delete(message.id ?? 0)
      if (message.error === undefined) call?.resolve(message.value)
      else call?.reject(new Error(message.error))
    })
    void exited.then(() => resolve(null))
  })
  void exited.then(() => waiting.forEach(({ reject }) => reject(new Error('the cms process ended'))))
  if (port === null) return null
  const base = `http://127.0.0.1:${port}`
  const ask = (question: string) =>
    new Promise<any>((resolve, reject) => {
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      child.send({ id, ask: question }, (error) => {
        if (error) reject(error)
      })
    })
  return {
    base,
    child,
    exited,
    idle: () => ask('idle'),
    verify: () => ask('verify'),
    rebuild: () => ask('rebuild'),
    chains: () => ask('chains'),
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
    async signIn(email, clockMs) {
      const cookie = await logIn(base, email, undefined, undefined, clockMs)
      return async (method, target, body) => {
        const answer = await fetch(base + target, {
          method,
          headers: {
            cookie,
            origin: 'http://localhost:3001',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        })
        return { status: answer.status, body: await answer.json() }
      }
    },
  }
}

/** The same, for a start that must succeed. */
export async function runningCms(...args: Parameters<typeof startCms>): Promise<CmsProcess> {
  const cms = await startCms(...args)
  if (!cms) throw new Error('the cms did not start')
  return cms
}

/** Every file below a folder with its bytes, compressed variants left out. */
export async function treeOf(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile() || /\.(br|gz)$/.test(entry.name)) continue
    const file = path.join(entry.parentPath, entry.name)
    files.set(path.relative(folder, file), await readFile(file))
  }
  return files
}

/** Which of `words` stand anywhere in the public tree or the read model (names of files included). */
export async function leaks(folder: Folder, words: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const [name, bytes] of await treeOf(path.join(folder.data, 'releases'))) {
    for (const word of words)
      if (name.includes(word) || bytes.includes(word)) found.push(`${word} in ${name}`)
  }
  return found
}
