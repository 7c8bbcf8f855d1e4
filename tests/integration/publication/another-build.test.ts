/** Another build of the site is put in place below a publisher that runs: no tree ever holds pages of both. */
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { putInPlace, prepareNext } from '#cms/built-folder.ts'
import { loadSite, siteVersion } from '#cms/publication/built-site.ts'
import { needsRebuild } from '#cms/publication/needs-rebuild.ts'
import { openPublisher } from '#cms/publication/publisher.ts'
import { article, committee, openProvince, topic, type Province } from '#tests/support/publication-fixture.ts'

let province: Province
beforeEach(async () => {
  province = await openProvince({ renderThreads: 2 })
  const articles = Array.from({ length: 60 }, (_, index) => article(`tin-${index}`))
  for (const truth of [committee(), topic(), ...articles]) province.truths.set(truth.ref, truth)
  await province.publisher.rebuild(province.source)
})
afterEach(() => province.close())

/** The same site with another word on each page and a style sheet of another name. */
function buildAgain(): void {
  const folder = path.join(path.dirname(province.settings.siteEntry), '..')
  const next = prepareNext(folder)
  fs.cpSync(folder, next, { recursive: true })
  const entry = path.join(next, 'server/entry.mjs')
  fs.writeFileSync(entry, fs.readFileSync(entry, 'utf8').replaceAll('<main>', '<main class="moi">'))
  fs.renameSync(path.join(next, 'client/assets/portal.css'), path.join(next, 'client/assets/moi.css'))
  putInPlace(folder)
}
const pages = () => {
  const www = path.join(province.settings.dataDir, 'www')
  const files = fs.readdirSync(www, { recursive: true, encoding: 'utf8' })
  const html = files.filter((file) => file.endsWith('.html'))
  return html.map((file) => fs.readFileSync(path.join(www, file), 'utf8').includes('class="moi"'))
}
const verify = () => province.publisher.verify(province.source, { repair: true })

it('what goes live is drawn by the build in memory, and a verification finds nothing wrong', async () => {
  buildAgain()
  await province.publish(article('moi'))
  await province.rest()
  expect((await verify()).problems).toEqual([])
  expect(new Set(pages())).toEqual(new Set([false]))
  expect(province.page('/assets/portal.css')).toContain('body')
  expect(needsRebuild(province.settings)).toContain('trang công khai')
})

it('the site may be gone altogether', async () => {
  fs.rmSync(path.join(path.dirname(province.settings.siteEntry), '..'), { recursive: true })
  await province.publish(article('moi'))
  await province.rest()
  expect(province.page('/tin-tuc/moi/')).toContain('Tin moi')
  expect((await verify()).problems).toEqual([])
})

it('a rebuild afterwards, and the next start, draw everything with the new one', async () => {
  buildAgain()
  await province.publisher.rebuild(province.source)
  expect(new Set(pages())).toEqual(new Set([true]))
  expect(needsRebuild(province.settings)).toBeNull()
  expect((await verify()).problems).toEqual([])
  await province.publisher.close()
  province.publisher = await openPublisher(province.settings)
  expect((await verify()).problems).toEqual([])
})

it('a build in the middle of a rebuild: it is given up, readers keep the former tree, and the next one is whole', async () => {
  const before = province.tree()
  const interrupted = async function* () {
    buildAgain()
    yield* province.truths.values()
  }
  await expect(province.publisher.rebuild(interrupted)).rejects.toThrow('lần lượt dừng')
  expect(province.tree()).toEqual(before)
  await province.publish(article('moi'))
  expect(new Set(pages())).toEqual(new Set([false]))
  await province.publisher.rebuild(province.source)
  expect(new Set(pages())).toEqual(new Set([true]))
})

it('a site that is put in place while it is loaded is loaded once more', async () => {
  const { siteEntry } = province.settings
  const chunk = path.join(path.dirname(siteEntry), 'chunk.mjs')
  const code = [
    "import { writeFileSync } from 'node:fs'",
    `writeFileSync(${JSON.stringify(chunk)}, 'export const other = true')`,
  ]
  fs.appendFileSync(siteEntry, `\n${code.join('\n')}\n`)
  const before = siteVersion(siteEntry)
  const { version } = await loadSite(siteEntry)
  expect(version).not.toBe(before)
  expect(version).toBe(siteVersion(siteEntry))
})
