import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { importRules } from './import-rules.ts'
import { importsOf, resolveImport } from './imports.ts'
import { repositoryFiles, root } from './source-files.ts'

const sources = repositoryFiles.filter((file) => /\.(?:ts|tsx|js|mjs|astro)$/.test(file))
const edges = sources.flatMap((from) =>
  importsOf(from).flatMap((specifier) => {
    const to = resolveImport(from, specifier)
    return to === null ? [] : [{ from, to, specifier }]
  }),
)

const mayImport = (from: string, to: string): boolean =>
  importRules
    .find(({ of }) => of.test(from))
    ?.may.some((allowed) => to === allowed || to.startsWith(allowed)) ?? false

test('imports are found, the dynamic and the type-only ones too', () => {
  expect(edges.length).toBeGreaterThan(50)
  expect(importsOf('site/env.d.ts')).toContain('#published/views.ts')
})

test('every source file falls under a rule', () => {
  expect(sources.filter((file) => !importRules.some(({ of }) => of.test(file)))).toEqual([])
})

test('parts import only what they may', () => {
  expect(
    edges.filter(({ from, to }) => !mayImport(from, to)).map(({ from, to }) => `${from} → ${to}`),
  ).toEqual([])
})

test('the pure core needs no package that does input or output', () => {
  const outside = sources
    .filter((file) => file.startsWith('cms/domain/'))
    .flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })))
    .filter(({ file, specifier }) => resolveImport(file, specifier) === null)
    .filter(({ specifier }) => !['canonicalize', 'diff', 'node:crypto'].includes(specifier))
  expect(outside).toEqual([])
})

test('nothing of the citizens’ side knows Payload or the CMS database', () => {
  const known = sources
    .filter((file) => file.startsWith('site/'))
    .flatMap((file) => importsOf(file).map((specifier) => `${file} → ${specifier}`))
    .filter((edge) => /→ (?:payload|@payloadcms\/|@libsql\/|next\b|mongo)/.test(edge))
  expect(known).toEqual([])
})

test('every import of ours leads to a file', () => {
  const lost = edges.filter(({ from, to, specifier }) => {
    if (/\?|dist\//.test(specifier) || from.includes('/app/(payload)/')) return false
    return !existsSync(path.join(root, to))
  })
  expect(lost).toEqual([])
})
