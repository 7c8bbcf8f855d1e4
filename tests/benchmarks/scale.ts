/**
 * `npm run bench -- scale --sizes 1000,100000 --into FOLDER`: the publish benchmark at several sizes in one run, each
 * in a folder of its own that a later run continues, and the ratio of the last to the first.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { env } from '#cms/env.ts'

type Options = { sizes?: readonly number[]; into?: string }
type Percentiles = { p50: number; p95: number; p99: number }
const ours = 'approve → first changed byte on web port, ms'

export function measure({
  sizes = [1_000, 100_000],
  into = path.join(os.tmpdir(), 'portal-scale'),
}: Options) {
  const results = sizes.map((items) => measureAt(items, path.join(into, String(items))))
  const [small, large] = [results[0]?.[ours], results.at(-1)?.[ours]] as [Percentiles, Percentiles]
  const ratio = (name: keyof Percentiles) => Math.round((large[name] / small[name]) * 100) / 100
  return Promise.resolve({
    ...Object.fromEntries(results.map((result, index) => [`at ${String(sizes[index])}`, result])),
    [`approve → first byte, ${String(sizes.at(-1))} : ${String(sizes[0])}`]: {
      ...{ p50: ratio('p50'), p95: ratio('p95'), p99: ratio('p99') },
    },
  })
}

function measureAt(items: number, folder: string): Record<string, unknown> {
  mkdirSync(folder, { recursive: true })
  const script = path.join(import.meta.dirname, 'run.ts')
  const answer = execFileSync(process.execPath, [script, 'publish', '--items', String(items), '--json'], {
    cwd: env.ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: path.join(folder, 'var'), MEDIA_DIR: path.join(folder, 'media') },
  })
  return JSON.parse(answer.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>
}
