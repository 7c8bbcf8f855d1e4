/** Benchmarks that need a province fill it in a process of their own, because Payload opens a database once in each. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { env } from '#cms/env.ts'

/** The corpus of `items` below DATA_DIR, continued if it is there in part. @returns its figures. */
export function fillCorpus(items: number): Record<string, number> {
  const script = path.join(import.meta.dirname, 'run.ts')
  const figures = execFileSync(process.execPath, [script, 'corpus', '--items', String(items), '--json'], {
    cwd: env.ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  return JSON.parse(figures.trim().split('\n').at(-1) ?? '{}') as Record<string, number>
}
