/** `npm run bench -- <name> [--items N] [--sizes N,M] [--into FOLDER] [--editions] [--json]`: measures, and prints ratios side by side. Never part of the tests. */
import path from 'node:path'
import { parseArgs } from 'node:util'

type Options = { items: number; sizes?: number[]; into?: string; editions?: boolean }

const benchmarks: Record<
  string,
  () => Promise<{ measure: (options: Options) => Promise<Record<string, unknown>> }>
> = {
  publish: () => import('./publish.ts'),
  corpus: () => import('./corpus.ts'),
  scale: () => import('./scale.ts'),
  render: () => import('./render.ts'),
  rebuild: () => import('./rebuild.ts'),
  scheduled: () => import('./scheduled.ts'),
  serve: () => import('./serve.ts'),
  'login-flood': () => import('./login-flood.ts'),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    items: { type: 'string' },
    sizes: { type: 'string' },
    into: { type: 'string' },
    editions: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const [name = ''] = positionals
const load = benchmarks[name]

if (!load || values.help) {
  process.stderr.write(
    `Cách dùng: npm run bench -- <${Object.keys(benchmarks).join('|')}> [--items 1000] [--sizes 1000,100000] [--into THƯ_MỤC] [--editions] [--json]\n`,
  )
  process.exit(values.help ? 0 : 1)
}

const { measure } = await load()
const figures = await measure({
  items: Number(values.items ?? 1000),
  editions: values.editions,
  ...(values.sizes ? { sizes: values.sizes.split(',').map(Number) } : {}),
  ...(values.into ? { into: path.resolve(values.into) } : {}),
})
if (values.json) process.stdout.write(`${JSON.stringify({ bench: name, ...figures })}\n`)
else
  for (const [label, value] of Object.entries(figures))
    process.stdout.write(`${label.padEnd(46)} ${JSON.stringify(value)}\n`)
process.exit(0)
