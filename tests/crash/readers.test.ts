/** Readers while a thousand publications pass: never a 404 or a cut body, always one of the two valid versions. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { counts } from '#tests/support/crash-counts.ts'
import { removeFolder, runningCms } from '#tests/support/portal-processes.ts'
import { startPublicWeb } from '#tests/support/public-web.ts'
import { seedPortal, step, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { expectWhole, settled } from '#tests/support/whole-again.ts'

const address = '/tin-tuc/tin-dang-tren-cong/'

let portal: SeededPortal
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))

/** The page as it should be, whatever number its lead tells; every reader's body must be this one. */
const withoutNumber = (text: string) => text.replaceAll(/Bản sửa số \d+\./g, 'Bản sửa số #.')

it(`${counts.publications} corrections of one article under reader load`, async () => {
  const cms = await runningCms(portal.folder)
  await cms.idle()
  const web = await startPublicWeb(portal.folder.data)
  const editor = await cms.signIn('editor@tinh.example')
  const moderator = await cms.signIn('moderator@tinh.example')
  const correct = async (version: number) => {
    await editor('PATCH', `/api/news/${portal.live}`, { lead: `Bản sửa số ${version}.` })
    await step(editor, portal.live, 'submit')
    newest = version
    await step(moderator, portal.live, 'approve')
  }
  const wrong: string[] = []
  const bodies = new Map<string, number>()
  let newest = 0
  let isOver = false
  let asked = 0
  const reader = async () => {
    let seen = 0
    while (!isOver) {
      const { status, text } = await web.get(address)
      asked += 1
      const version = Number(/Bản sửa số (\d+)\./.exec(text)?.[1] ?? 0)
      const isWhole = status === 200 && text.trimEnd().endsWith('</html>')
      if (!isWhole) wrong.push(`${status}, ${text.length} characters`)
      if (version < seen || version > newest) wrong.push(`version ${version} after ${seen}, newest ${newest}`)
      seen = version
      if (version > 1) bodies.set(withoutNumber(text), version)
    }
  }
  await correct(1)
  await settled(cms)
  const readers = Array.from({ length: 8 }, reader)
  for (let version = 2; version <= counts.publications; version += 1) await correct(version)
  await settled(cms)
  isOver = true
  await Promise.all(readers)
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(counts.publications)
  const last = (await web.get(address)).text
  expect(last).toContain(`Bản sửa số ${counts.publications}.`)
  // Besides the number only dates and times of the correction may differ from page to page.
  const shapes = new Set([...bodies.keys()].map((text) => text.replaceAll(/\d+/g, '#')))
  expect([...shapes]).toEqual([withoutNumber(last).replaceAll(/\d+/g, '#')])
  await web.close()
  await cms.stop()
  await (await expectWhole(portal.folder, `${counts.publications} publications`)).stop()
}, 3_600_000)
