/**
 * `npm test`: everything that must pass, fastest failure first, ending with `N passed, N failed`.
 * `npm run test:crash`: the long crash runs only.
 */
import { buildIfNeeded } from '#cms/commands/build-if-needed.ts'
import { onePassed, runSteps, tool, vitest, type Step } from './runner/steps.ts'

const build: Step = {
  name: 'build',
  run: async () => {
    await buildIfNeeded()
    return onePassed
  },
}

const everything: readonly Step[] = [
  tool('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  tool('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  tool('lint', ['node_modules/eslint/bin/eslint.js', '.']),
  build,
  vitest('tests', ['unit', 'architecture', 'site', 'integration', 'conformance']),
  vitest('e2e', ['e2e']),
]
const crash: readonly Step[] = [vitest('crash', ['crash'])]

const [wanted, ...rest] = process.argv.slice(2)
if (rest.length > 0 || (wanted !== undefined && wanted !== 'crash')) {
  console.error('Usage: node tests/run.ts [crash]')
  process.exit(2)
}
const { passed, failed } = await runSteps(wanted === 'crash' ? crash : everything)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
