/** What source files import, and which file of ours a module specifier leads to. */
import path from 'node:path'
import ts from 'typescript'
import { readSource, root } from './source-files.ts'

/** What a source file imports, static, dynamic, re-exported or as a type; for Astro pages the front matter. */
export function importsOf(file: string): string[] {
  const text = readSource(file)
  const source = file.endsWith('.astro') ? astroScript(text) : text
  const found = ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName)
  const types = [...source.matchAll(/\bimport\(\s*(['"])([^'"]+)\1\s*\)/g)].map(([, , name]) => name ?? '')
  return [...new Set([...found, ...types])]
}

const astroScript = (text: string): string => /^\s*---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? ''

const manifest = JSON.parse(readSource('package.json')) as { imports: Record<string, string> }
const aliases = Object.entries(manifest.imports).map(([from, to]) => ({
  prefix: from.replace(/\*$/, ''),
  folder: to.replace(/^\.\//, '').replace(/\*$/, ''),
}))

/** Path from the root of the file that `specifier` means in `importer`; `null` for packages. */
export function resolveImport(importer: string, specifier: string): string | null {
  if (specifier.startsWith('.')) {
    return path
      .relative(root, path.resolve(root, path.dirname(importer), specifier))
      .split(path.sep)
      .join('/')
  }
  if (specifier === '@payload-config') return 'payload.config.ts'
  const alias = aliases.find(({ prefix }) => specifier.startsWith(prefix))
  return alias ? alias.folder + specifier.slice(alias.prefix.length) : null
}
