/** The files of the repository as git knows them, committed or new, ignored ones left out. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** Paths from the root, with `/`. */
export const repositoryFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
)
  .split('\0')
  .filter((file) => file !== '' && existsSync(path.join(root, file)))

export const readSource = (file: string): string => readFileSync(path.join(root, file), 'utf8')

export const isText = (file: string): boolean =>
  /\.(?:ts|tsx|js|mjs|cjs|json|md|astro|css|scss|sql|html|yml|yaml|sh|txt|svg|example)$/.test(file) ||
  file === '.ci/run'
