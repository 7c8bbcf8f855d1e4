/**
 * `npm run build:site [-- FOLDER]`: builds the site beside the one in use and puts it in its place (`site/dist`).
 * What runs meanwhile has its own in memory and goes on with it until it is started again.
 */
import path from 'node:path'
import { build } from 'astro'
import { prepareNext, putInPlace } from '../built-folder.ts'
import { alone } from './build-lock.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = path.resolve(root, process.argv[2] ?? 'site/dist')

// In this process: a build that is killed must not go on in a child.
await alone(root, 'site-build', async () => {
  const next = prepareNext(folder)
  await build({ root: path.join(root, 'site'), outDir: next })
  putInPlace(folder)
})
