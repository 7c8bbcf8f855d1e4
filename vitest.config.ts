import { defineConfig } from 'vitest/config'

/** One project per folder of tests; `tests/run.ts` decides which run together and in what order. */
const project = (
  name: string,
  options: { testTimeout?: number; fileParallelism?: boolean; retry?: number } = {},
) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: 'node',
    testTimeout: 15_000,
    hookTimeout: 60_000,
    ...options,
  },
})

export default defineConfig({
  test: {
    // Real SQLite files and child processes: one process per file, and no more of them than cores on a small machine.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      project('unit'),
      project('integration', { testTimeout: 60_000 }),
      project('site', { testTimeout: 60_000 }),
      project('conformance', { testTimeout: 60_000 }),
      project('architecture', { testTimeout: 30_000 }),
      // A real browser on a shared machine: what fails twice in a row is a fault.
      project('e2e', { testTimeout: 180_000, fileParallelism: false, retry: 1 }),
      project('crash', { testTimeout: 900_000, fileParallelism: false }),
    ],
  },
})
