/** Readers while a thousand publications pass: never a 404 or a cut body, always one of the two valid versions. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeFolder, startCms } from '#tests/support/portal-processes.ts'
import { startPublicWeb } from '#tests/support/public-web.ts'
import { seedPortal, step, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { settled } from '#tests/support/whole-again.ts'

const publications = Number(process.env.CRASH_PUBLICATIONS ?? 1000)
const address = '/tin-tuc/tin-dang-tren-cong/'

let portal: SeededPortal
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))

it(`${publications} corrections of one article under reader load`, async () => {
  const cms = await startCms(portal.folder)
  if (!cms) throw new Error('the cms did not start')
  await cms.idle()
  const web = await startPublicWeb(portal.folder.data)
  const editor = await cms.signIn('editor@tinh.example')
  const moderator = await cms.signIn('moderator@tinh.example')
  const wrong: string[] = []
  let newest = 0
  let isOver = false
  const reader = async () => {
    let seen = 0
    while (!isOver) {
      const { status, text } = await web.get(address)
      const version = Number(/Bản sửa số (\d+)\./.exec(text)?.[1] ?? 0)
      const isWhole = status === 200 && text.trimEnd().endsWith('</html>')
      if (!isWhole) wrong.push(`${status}, ${text.length} characters`)
      if (version < seen || version > newest) wrong.push(`version ${version} after ${seen}, newest ${newest}`)
      seen = version
    }
  }
  const readers = Array.from({ length: 8 }, reader)
  for (let version = 1; version <= publications; version += 1) {
    await editor('PATCH', `/api/news/${portal.live}`, { lead: `Bản sửa số ${version}.` })
    await step(editor, portal.live, 'submit')
    newest = version
    await step(moderator, portal.live, 'approve')
  }
  await settled(cms)
  isOver = true
  await Promise.all(readers)
  expect(wrong).toEqual([])
  expect((await web.get(address)).text).toContain(`Bản sửa số ${publications}.`)
  await web.close()
  await cms.stop()
}, 900_000)
