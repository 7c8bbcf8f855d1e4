/** Runs one of our commands as people do: a process of its own, with folders of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'

const root = path.resolve(import.meta.dirname, '../..')

export type Outcome = { code: number | null; stdout: string; stderr: string }
export type CommandFolders = {
  folder: string
  dataDir: string
  mediaDir: string
  env: NodeJS.ProcessEnv
  remove(): Promise<void>
}

export function commandFolders(more: Record<string, string> = {}): CommandFolders {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-command-'))
  const [dataDir, mediaDir] = [path.join(folder, 'var'), path.join(folder, 'media')]
  const settings: Record<string, string> = {
    DATA_DIR: dataDir,
    MEDIA_DIR: mediaDir,
    DATABASE_URI: '',
    LOG_LEVEL: 'error',
    NODE_ENV: 'test',
  }
  return {
    folder,
    dataDir,
    mediaDir,
    env: Object.assign({}, process.env, settings, more),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** `file` relative to the repository; `input` goes to standard input, which is closed either way. */
export async function run(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  input = '',
): Promise<Outcome> {
  const child = spawn(process.execPath, [path.join(root, file), ...args], { cwd: root, env, stdio: 'pipe' })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  child.stdin.end(input)
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, stdout, stderr }
}

export const portal = (args: readonly string[], env: NodeJS.ProcessEnv, input?: string): Promise<Outcome> =>
  run('cms/commands/portal.ts', args, env, input)
