/** `npm run bench -- <name> [--items N] [--json]`: measures, and prints ratios side by side. Never part of the tests. */
import { parseArgs } from 'node:util'

const benchmarks: Record<
  string,
  () => Promise<{ measure: (options: { items: number }) => Promise<Record<string, unknown>> }>
> = {
  publish: () => import('./publish.ts'),
  corpus: () => import('./corpus.ts'),
  render: () => import('./render.ts'),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    items: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const [name = ''] = positionals
const load = benchmarks[name]

if (!load || values.help) {
  process.stderr.write(
    `Cách dùng: npm run bench -- <${Object.keys(benchmarks).join('|')}> [--items 1000] [--json]\n`,
  )
  process.exit(values.help ? 0 : 1)
}

const { measure } = await load()
const figures = await measure({ items: Number(values.items ?? 1000) })
if (values.json) process.stdout.write(`${JSON.stringify({ bench: name, ...figures })}\n`)
else
  for (const [label, value] of Object.entries(figures))
    process.stdout.write(`${label.padEnd(46)} ${JSON.stringify(value)}\n`)
process.exit(0)
