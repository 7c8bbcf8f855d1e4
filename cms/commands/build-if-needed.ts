/**
 * Builds what is missing or older than its sources. Beside each build lies the hash of the sources it was
 * made from; it is written last, so that an interrupted build is built again.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { alone } from './build-lock.ts'
import { hashSources } from '../source-hash.ts'

export type Build = {
  name: string
  command: readonly [string, ...string[]]
  /** Files and folders that the build is made from. */
  sources: readonly string[]
  /** Exists exactly when the build went through. */
  result: string
  stamp: string
}

const ignored = [
  ...['.next', '.next-next', '.next-previous', 'dist', '.dist-next', '.dist-previous'],
  ...['.astro', 'node_modules', 'next-env.d.ts'],
]
const everywhere = ['package.json', 'package-lock.json', 'tsconfig.json', 'cms/domain']

export const builds: readonly Build[] = [
  {
    name: 'site',
    command: ['npm', 'run', 'build:site'],
    sources: [...everywhere, 'cms/published', 'site'],
    result: 'site/dist/server/entry.mjs',
    stamp: 'site/dist/.sources',
  },
  {
    name: 'cms',
    command: ['npm', 'run', 'build:cms'],
    sources: [...everywhere, 'cms', 'payload.config.ts', 'migrations'],
    result: 'cms/.next/BUILD_ID',
    stamp: 'cms/.next/.sources',
  },
]

function run(root: string, [program, ...args]: Build['command']): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

function isCurrent(root: string, { result, stamp }: Build, hash: string): boolean {
  const stampFile = path.join(root, stamp)
  return (
    existsSync(path.join(root, result)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash
  )
}

type Options = { root?: string; wanted?: readonly Build[]; report?: (line: string) => void }

/**
 * Returns the names of what was built.
 * @throws Error naming the command when a build fails; what was built before it stays.
 */
export async function buildIfNeeded(options: Options = {}): Promise<string[]> {
  const { root = path.resolve(import.meta.dirname, '../..') } = options
  // Tests and a demonstration may build at once: the first one builds, the others wait.
  return alone(root, 'portal-build', () => buildOutdated(options))
}

async function buildOutdated(options: Options): Promise<string[]> {
  const { root = path.resolve(import.meta.dirname, '../..'), wanted = builds, report = console.log } = options
  const built: string[] = []
  for (const build of wanted) {
    const hash = hashSources(root, build.sources, ignored)
    if (isCurrent(root, build, hash)) continue
    const stamp = path.join(root, build.stamp)
    rmSync(stamp, { force: true })
    report(`Đang dựng ${build.name} (${build.command.join(' ')}) …`)
    const code = await run(root, build.command)
    if (code !== 0 || !existsSync(path.join(root, build.result))) {
      throw new Error(`Không dựng được ${build.name} (mã ${code}). Hãy chạy: ${build.command.join(' ')}`)
    }
    mkdirSync(path.dirname(stamp), { recursive: true })
    writeFileSync(stamp, hash)
    built.push(build.name)
  }
  return built
}
