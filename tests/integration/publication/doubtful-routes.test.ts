import { afterEach, beforeEach, expect, test } from 'vitest'
import fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { doubtfulRoutes } from '#cms/publication/doubtful-routes.ts'
import { article, committee, openProvince, topic, type Province } from '#tests/support/publication-fixture.ts'

let province: Province
const www = (name = '') => path.join(province.settings.dataDir, 'www', name)
const database = () => path.join(province.settings.dataDir, 'published.sqlite')

beforeEach(async () => {
  province = await openProvince({ renderThreads: 2 })
  await province.publish(committee(), topic(), article('a1'), article('a2'))
  await province.rest()
})
afterEach(() => province.close())

function allRoutes(): string[] {
  const db = new DatabaseSync(database(), { readOnly: true })
  const rows = db.prepare('SELECT path FROM routes ORDER BY path').all() as { path: string }[]
  db.close()
  return rows.map(({ path: route }) => route)
}

const doubtful = () => {
  const { publicUrl, siteEntry } = province.settings
  return doubtfulRoutes({ database: database(), www: www(), publicUrl, siteEntry }, allRoutes(), 2)
}

test('threads name what is wrong and nothing else', async () => {
  expect(await doubtful()).toEqual([])
  fs.appendFileSync(www('tin-tuc/a1/index.html'), '<!-- lạ -->')
  fs.rmSync(www('tin-tuc/a2/index.html.br'))
  expect((await doubtful()).sort()).toEqual(['/tin-tuc/a1/', '/tin-tuc/a2/'])
})

test('a verification with threads finds the same and puts it right', async () => {
  const tree = province.tree()
  fs.appendFileSync(www('tin-tuc/a1/index.html'), '<!-- lạ -->')
  const verify = () => province.publisher.verify(province.source, { repair: true })
  expect(await verify()).toMatchObject({ repaired: 1, problems: [expect.stringContaining('/tin-tuc/a1/')] })
  expect(province.tree()).toEqual(tree)
  expect((await verify()).problems).toEqual([])
})

test('a site that cannot be loaded leaves every route to the publisher', async () => {
  const routes = allRoutes()
  const { publicUrl } = province.settings
  const data = { database: database(), www: www(), publicUrl, siteEntry: www('không-có.mjs') }
  expect(await doubtfulRoutes(data, routes, 1)).toEqual(routes)
})

test('threads that die one after the other are given up, however many routes are left', async () => {
  const routes = Array.from({ length: 20 * 64 }, (_, index) => `/tin-tuc/${index}/`)
  const { publicUrl } = province.settings
  const data = { database: database(), www: www(), publicUrl, siteEntry: www('không-có.mjs') }
  expect((await doubtfulRoutes(data, routes, 2)).sort()).toEqual(routes.sort())
})
