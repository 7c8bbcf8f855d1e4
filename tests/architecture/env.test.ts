import { expect, test } from 'vitest'
import { parseEnv, settingNames } from '#cms/env.ts'
import { importsOf } from './imports.ts'
import { readSource, repositoryFiles } from './source-files.ts'

const lines = readSource('.env.example').split('\n')
const settings = lines.flatMap((line, index) => {
  const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? []
  return name === undefined ? [] : [{ name, value: value ?? '', index }]
})

/** The comment above a setting, or above the group of lines it stands in. */
function commentAbove(index: number): string {
  let above = index - 1
  while (/^[A-Z]/.test(lines[above] ?? '')) above -= 1
  return lines[above] ?? ''
}

test('.env.example names every setting, once', () => {
  expect(settings.map(({ name }) => name).sort()).toEqual([...settingNames].sort())
})

test('every setting in .env.example is explained', () => {
  expect(settings.filter(({ index }) => !/^# \S.{10,}/.test(commentAbove(index)))).toEqual([])
})

test('.env.example shows the defaults', () => {
  const shown = Object.fromEntries(settings.map(({ name, value }) => [name, value]))
  expect(parseEnv(shown)).toEqual(parseEnv({}))
})

test('a wrong setting is named', () => {
  expect(() => parseEnv({ WEB_PORT: 'x', PUBLIC_URL: 'tinh.gov.vn/' })).toThrow(/WEB_PORT[\s\S]*PUBLIC_URL/)
})

test('only cms/env.ts reads the environment', () => {
  const readers = repositoryFiles
    .filter(
      (file) =>
        /^(?:cms|site|migrations)\/.*\.(?:ts|tsx|js|mjs|astro)$/.test(file) || file === 'payload.config.ts',
    )
    .filter((file) => !['cms/env.ts'].includes(file) && !file.startsWith('cms/next.config.'))
    .filter((file) => /\bprocess\.env\b|import\.meta\.env\.(?!DEV|PROD|SSR|BASE_URL)/.test(readSource(file)))
  expect(readers).toEqual([])
})

test('what has to work without settings does not import them', () => {
  const pure = /^cms\/(?:domain|published|publication)\/|^site\/(?!server\/main\.ts)/
  const importers = repositoryFiles
    .filter((file) => pure.test(file) && /\.(?:ts|astro)$/.test(file))
    .filter((file) => importsOf(file).some((specifier) => specifier.endsWith('/env.ts')))
  expect(importers).toEqual([])
})
