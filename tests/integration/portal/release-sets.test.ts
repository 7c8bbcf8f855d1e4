/** A release set when the process dies among its members: after the start all of them are live. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CrashPoint } from '#cms/publication/protocol.ts'
import { bodyOf } from '#tests/support/cms.ts'
import { copyFolder, removeFolder, startCms } from '#tests/support/portal-processes.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'

let portal: SeededPortal
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))

type Ask = Awaited<ReturnType<NonNullable<Awaited<ReturnType<typeof startCms>>>['signIn']>>

async function submittedSet(editor: Ask): Promise<{ set: string; ids: string[] }> {
  const ids: string[] = []
  for (const title of ['Bộ tin một', 'Bộ tin hai']) {
    const { body } = await editor('POST', '/api/news', {
      ...{ title, lead: 'Tóm tắt.', body: bodyOf('Nội dung.') },
      ...{ agency: portal.agency, topics: [portal.topic] },
    })
    ids.push(body.doc.id)
  }
  const members = ids.map((value) => ({ relationTo: 'news', value }))
  const { body } = await editor('POST', '/api/release-sets', { title: 'Bộ', members })
  await move(editor, body.doc.id, 'submit')
  return { set: body.doc.id, ids }
}

async function move(ask: Ask, set: string, action: string) {
  const { body } = await ask('GET', `/api/release-sets/${set}/workflow`)
  const items = body.items.map(({ collection, id, revision }: Record<string, string>) => ({
    ...{ collection, id, revision },
  }))
  return ask('POST', `/api/release-sets/${set}/transition`, { action, items })
}

it.each<[CrashPoint]>([['relay-after-claim'], ['apply-inside'], ['write-after-rename'], ['settle-before']])(
  'killed at %s, both members are live after the start',
  async (point) => {
    const folder = await copyFolder(portal.folder)
    const dying = await startCms(folder, { CRASH_AT: point })
    if (!dying) throw new Error('died before anything was asked')
    const { set, ids } = await submittedSet(await dying.signIn('editor@tinh.example'))
    await move(await dying.signIn('moderator@tinh.example'), set, 'approve').catch(() => null)
    expect((await dying.exited).signal).toBe('SIGKILL')

    const cms = await startCms(folder)
    await cms?.idle()
    expect((await cms?.verify())?.problems).toEqual([])
    const moderator = await cms!.signIn('moderator@tinh.example')
    for (const id of ids)
      expect((await moderator('GET', `/api/news/${id}/publication`)).body).toMatchObject({ state: 'live' })
    for (const slug of ['bo-tin-mot', 'bo-tin-hai'])
      expect(existsSync(path.join(folder.data, 'www/tin-tuc', slug, 'index.html'))).toBe(true)
    await cms?.stop()
    await removeFolder(folder)
  },
)
