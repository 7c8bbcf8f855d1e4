import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RenderSite } from '#published/views.ts'
import { publicUrl, seededReader } from '#tests/support/built-site.ts'
import { examples } from '../../site/components/examples.ts'

const root = path.resolve(import.meta.dirname, '../..')
const components = readdirSync(path.join(root, 'site/components'))
  .filter((name) => name.endsWith('.astro'))
  .map((name) => path.basename(name, '.astro'))

let html: string
beforeAll(async () => {
  const astro = path.join(root, 'node_modules/astro/bin/astro.mjs')
  const build = [astro, 'build', '--root', 'site', '--config', 'examples.config.mjs']
  await promisify(execFile)(process.execPath, build, {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  const entry = pathToFileURL(path.join(root, 'tests/.output/examples/server/entry.mjs'))
  const { render } = (await import(entry.href)) as { render: RenderSite }
  const page = await render(new Request(`${publicUrl}/thanh-phan/`), { reader: seededReader(), publicUrl })
  expect(page.status).toBe(200)
  html = await page.text()
}, 60_000)

describe('the examples', () => {
  it('know every component', () => {
    expect(Object.keys(examples).toSorted()).toEqual(components.toSorted())
  })

  it('show every state', () => {
    const shown = [...html.matchAll(/data-example="([^"]+)"/g)].map(([, name]) => name)
    expect(shown).toEqual(
      Object.entries(examples).flatMap(([name, states]) =>
        Object.keys(states).map((state) => `${name}: ${state}`),
      ),
    )
  })

  it('print nothing that is not there', () => {
    expect(html).not.toMatch(/undefined|\[object|NaN|>null</)
  })

  it('give each force its word and its shape', () => {
    for (const label of ['Chưa có hiệu lực', 'Hết hiệu lực một phần', 'Ngưng hiệu lực', 'Chưa xác định']) {
      const [first, ...rest] = label.split(' ')
      expect(html).toMatch(new RegExp(`</svg>${first}[ \u00a0]${rest.join('[ \u00a0]')}</span>`))
    }
  })

  it('leave out what is unknown', () => {
    expect(html).not.toContain('>--<')
    expect(html).not.toMatch(/<dt>Người ký<\/dt><\/div>/)
  })
})
