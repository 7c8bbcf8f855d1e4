/** Steps of the test run: each runs something, takes the time, and counts what passed and failed. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')
const outputDir = path.join(root, 'tests/.output')

export type Count = { passed: number; failed: number; skipped: number }
export type Step = { name: string; run: () => Promise<Count> }

export const onePassed: Count = { passed: 1, failed: 0, skipped: 0 }
export const oneFailed: Count = { passed: 0, failed: 1, skipped: 0 }

/** Exit code of a Node program of ours or of a package, its output passed through. */
function runNode(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** A tool that says by its exit code whether all is well: counts as one test. */
export const tool = (name: string, args: readonly string[]): Step => ({
  name,
  run: async () => ((await runNode(args)) === 0 ? onePassed : oneFailed),
})

type Report = {
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/**
 * Counts the tests in vitest's JSON report. A file that failed outside its tests counts as one, and so does a
 * run that ended badly although no test failed (an error nobody waited for).
 */
export function countReport(report: Report, exitCode: number): Count {
  const statuses = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ status }) => status),
  )
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = count('failed') + brokenFiles
  const passed = count('passed')
  return {
    passed,
    failed: failed || (exitCode === 0 ? 0 : 1),
    skipped: statuses.length - passed - count('failed'),
  }
}

/** The named projects of `vitest.config.ts`, in one run. */
export const vitest = (name: string, projects: readonly string[]): Step => ({
  name,
  run: async () => {
    mkdirSync(outputDir, { recursive: true })
    const file = path.join(outputDir, `${name}.json`)
    rmSync(file, { force: true })
    const code = await runNode([
      'node_modules/vitest/vitest.mjs',
      'run',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...projects.flatMap((project) => ['--project', project]),
    ])
    return countReport(JSON.parse(readFileSync(file, 'utf8')) as Report, code)
  },
})

const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`

/** Runs one step; a step that cannot even run has failed. */
async function runStep({ name, run }: Step): Promise<{ count: Count; line: string }> {
  const startedAt = performance.now()
  const count = await run().catch((error: unknown) => {
    console.error(error)
    return oneFailed
  })
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
  const line = `${count.failed > 0 ? '✗' : '✓'} ${name}: ${count.passed} passed, ${count.failed} failed${skipped} (${seconds(startedAt)})`
  return { count, line }
}

/** Runs all steps in order, whatever fails, so that one run shows everything that is wrong. */
export async function runSteps(steps: readonly Step[]): Promise<Count> {
  const total = { passed: 0, failed: 0, skipped: 0 }
  const lines: string[] = []
  for (const step of steps) {
    console.log(`\n── ${step.name}`)
    const { count, line } = await runStep(step)
    console.log(line)
    lines.push(line)
    total.passed += count.passed
    total.failed += count.failed
    total.skipped += count.skipped
  }
  console.log(`\n${lines.join('\n')}`)
  return total
}
