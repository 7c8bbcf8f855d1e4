import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import config from '../../vitest.config.ts'
import { isText, readSource, repositoryFiles, root } from './source-files.ts'

type Manifest = {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  scripts: Record<string, string>
}
const manifest = JSON.parse(readSource('package.json')) as Manifest
const packages = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
const texts = repositoryFiles.filter(isText)

test('every package is pinned to an exact version', () => {
  expect(packages.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
})

test('Payload and all its packages are one version', () => {
  const payload = packages.filter(([name]) => name === 'payload' || name.startsWith('@payloadcms/'))
  expect(payload.length).toBeGreaterThan(3)
  expect(payload.filter(([, version]) => version !== '3.90.1')).toEqual([])
})

test('no file or folder is named for having no home', () => {
  const homeless = /(?:^|\/)(?:utils?|helpers?|common|misc|lib)(?:[./]|$)/i
  expect(repositoryFiles.filter((file) => homeless.test(file))).toEqual([])
})

test('the top level holds only what the owner fixed and what tools insist on', () => {
  const folders = new Set(
    repositoryFiles.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''),
  )
  const expected = ['.ci', '.github', 'cms', 'media', 'migrations', 'site', 'tests']
  expect([...folders].filter((folder) => !expected.includes(folder))).toEqual([])
})

test('every test file is found by the runner', () => {
  const projects = (config.test?.projects ?? []) as { test: { include: string[] } }[]
  const folders = projects.flatMap(({ test: { include } }) =>
    include.map((glob) => glob.replace('**/*.test.ts', '')),
  )
  const lost = repositoryFiles
    .filter((file) => /\.(?:test|spec)\.[a-z]+$/.test(file))
    .filter((file) => !file.endsWith('.test.ts') || !folders.some((folder) => file.startsWith(folder)))
  expect(folders.length).toBeGreaterThan(5)
  expect(lost).toEqual([])
})

test('the lock file names no host: packages come from wherever the installer says', () => {
  const hosts = readSource('package-lock.json').match(/"resolved": "https?:\/\/[^/"]+/g) ?? []
  expect(new Set(hosts)).toEqual(new Set())
})

// npm leaves out what a registry does not hold for another platform, and `npm ci` then refuses the whole file.
test('the lock file has an entry for every optional package', () => {
  type Entry = { optionalDependencies?: Record<string, string> }
  const { packages: entries } = JSON.parse(readSource('package-lock.json')) as {
    packages: Record<string, Entry>
  }
  const known = new Set(Object.keys(entries).map((place) => place.replace(/^.*node_modules\//, '')))
  const wanted = Object.values(entries).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  )
  expect(wanted.filter((name) => !known.has(name))).toEqual([])
})

test('npm is not sent to a registry of its own', () => {
  const settings = repositoryFiles.filter((file) => path.basename(file) === '.npmrc')
  expect(settings.filter((file) => /registry|_auth/.test(readSource(file)))).toEqual([])
})

test('no file names a folder of one machine', () => {
  const machine = /(?:^|[\s"'`(=:])\/(?:home|Users|root|work|workspace)\/[\w.-]+/m
  expect(texts.filter((file) => file !== 'package-lock.json' && machine.test(readSource(file)))).toEqual([])
})

test('texts are NFC, so that searching the code finds Vietnamese words', () => {
  expect(texts.filter((file) => readSource(file) !== readSource(file).normalize('NFC'))).toEqual([])
})

test('every script runs a file that exists', () => {
  const files = Object.values(manifest.scripts).flatMap((script) => /^node (\S+\.ts)/.exec(script)?.[1] ?? [])
  expect(files.length).toBeGreaterThan(3)
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

test('links between documents lead somewhere', () => {
  const broken = texts
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => linksOf(file).map((link) => ({ file, link })))
    .filter(({ file, link }) => !existsSync(path.resolve(root, path.dirname(file), decodeURI(link))))
  expect(broken).toEqual([])
})

/** Targets of Markdown links to files, without fragments; code is not a link. */
function linksOf(file: string): string[] {
  const prose = readSource(file).replace(/```[\s\S]*?```|`[^`]*`/g, '')
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target]) => (target ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(target))
}
