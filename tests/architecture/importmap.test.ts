import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { repositoryFiles, root } from './source-files.ts'

const importMap = readFileSync(path.join(root, 'cms/app/(payload)/admin/importMap.js'), 'utf8')

const named = repositoryFiles
  .filter((file) => file === 'payload.config.ts' || /^cms\/(?!admin|app)[^.]*\.ts$/.test(file))
  .flatMap((file) => [
    ...readFileSync(path.join(root, file), 'utf8').matchAll(/'(\/cms\/admin\/[^'#]+)#(\w+)'/g),
  ])
  .map(([, file = '', name = '']) => ({ file, name }))

test('every admin component a configuration names is in the import map; if not, run npm run importmap', () => {
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter(({ file, name }) => !importMap.includes(`"${file}#${name}"`))).toEqual([])
})

test('every admin component a configuration names exists', () => {
  const missing = named.filter(({ file, name }) => {
    const source = path.join(root, file)
    return (
      !existsSync(source) ||
      !new RegExp(`export (?:async )?(?:function|const) ${name}\\b`).test(readFileSync(source, 'utf8'))
    )
  })
  expect(missing).toEqual([])
})
