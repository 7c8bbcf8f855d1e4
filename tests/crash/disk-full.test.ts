/**
 * A full disk, for real, below one store at a time and below all of them, where root may mount a small one. Without
 * root the same is injected, see file-faults.test.ts.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bodyOf } from '#tests/support/cms.ts'
import { receiptsOf } from '#tests/support/ledger.ts'
import { copyFolder, removeFolder, runningCms, type CmsProcess } from '#tests/support/portal-processes.ts'
import { startReaders } from '#tests/support/readers.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { mayMount, onSmallDisk, stores } from '#tests/support/small-disk.ts'
import { expectWhole, settled, until } from '#tests/support/whole-again.ts'

let portal: SeededPortal
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))

type Ask = Awaited<ReturnType<CmsProcess['signIn']>>

/** Drafts too large for the room that is left: each is stored whole, or refused in words and not there. */
async function writeTooMuch(editor: Ask): Promise<void> {
  const answers = []
  for (let index = 0; index < 8; index += 1) {
    answers.push(
      await editor('POST', '/api/news', {
        title: `Tin to ${index}`,
        body: bodyOf('chữ '.repeat(50_000)),
        agency: portal.agency,
      }),
    )
  }
  const refused = answers.filter(({ status }) => status !== 201)
  expect(refused.length).toBeGreaterThan(0)
  for (const { status, body } of refused) expect([status, body.code]).toEqual([507, 'disk-full'])
  const stored = (await editor('GET', '/api/news?limit=0&where[title][contains]=Tin to')).body.totalDocs
  expect(stored).toBe(answers.length - refused.length)
}

for (const store of stores) {
  it.runIf(mayMount)(
    `a full disk below the ${store}: what cannot be done is refused or waits, and is forgotten once there is room`,
    async () => {
      const folder = await copyFolder(portal.folder)
      const disk = onSmallDisk(folder, store)
      const cms = await runningCms(folder)
      await settled(cms)
      const readers = await startReaders(folder.data)
      // Signing in is written down too.
      const editor = await cms.signIn('editor@tinh.example')
      const moderator = await cms.signIn('moderator@tinh.example')
      const { revision } = (await moderator('GET', `/api/news/${portal.waiting}/workflow`)).body
      const approve = () =>
        moderator('POST', `/api/news/${portal.waiting}/transition`, { action: 'approve', revision })
      const receipt = () => receiptsOf(folder, portal.waiting).at(-1)

      disk.fill()
      if (store === 'tree' || store === 'read model') {
        expect((await approve()).status).toBe(200)
        // A page notes its try; a read model that takes nothing fails the whole turn.
        await until('it was tried', async () => {
          await cms.idle()
          return store === 'read model' || (receipt()?.tries ?? 0) > 0
        })
        expect(receipt()?.state).toBe('waiting')
        disk.free()
      } else {
        await writeTooMuch(editor)
        disk.free()
        expect((await approve()).status).toBe(200)
      }
      await settled(cms)
      expect(receipt()?.state).toBe('live')
      await cms.stop()
      expect(await readers.stop()).toEqual([])
      await (await expectWhole(folder, `a full disk below the ${store}`)).stop()
      disk.remove()
      await removeFolder(folder)
    },
  )
}
