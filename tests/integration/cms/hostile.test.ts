/** What somebody tries who knows the system and has a session: each attempt refused with a code, and known to the audit. */
import '#tests/support/cms-folders.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { flushRefusals } from '#cms/workflow/refusals.ts'
import {
  bodyOf,
  openTestCms,
  readyNews,
  step,
  type Answer,
  type Ask,
  type TestCms,
} from '#tests/support/cms.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms()
}, 60_000)
afterAll(() => cms.close())

type Event = { id: string; action: string; actor: string; note?: string }
const read = new Set<string>()
/** The refusals written since this was asked last. */
const refusals = async (): Promise<Event[]> => {
  const { docs } = await cms.payload.db.find<Event>({
    collection: 'audit-events',
    where: { action: { in: ['refused', 'refused-again'] } },
    sort: 'createdAt',
    pagination: false,
    limit: 0,
  })
  const fresh = docs.filter(({ id }) => !read.has(id))
  for (const { id } of fresh) read.add(id)
  return fresh
}
/** So that each test finds its own first refusal, not the count of another's minute. */
const minuteEnds = async () => {
  await flushRefusals(cms.payload, new Date(Date.now() + 60_000))
  await refusals()
}
beforeEach(minuteEnds)

/** The attempt is refused as expected and the ledger names who tried, and why it was not done. */
async function refused(who: keyof TestCms['ids'], attempt: (ask: Ask) => Promise<Answer>, code: string) {
  await minuteEnds()
  const { status, body } = await attempt(cms.as[who])
  expect([status >= 400 && status < 500, body.code, typeof body.message]).toEqual([true, code, 'string'])
  const events = await refusals()
  const audited = code === 'not-found' || code === 'invalid-content' ? 'other-agency' : code
  expect(events.map(({ actor, note }) => [actor, note?.split(':')[0]])).toContainEqual([
    cms.ids[who],
    audited,
  ])
}

const submitted = async (title: string, as: keyof TestCms['ids'] = 'editor') => {
  const id = await readyNews(cms, { title }, as)
  expect((await step(cms.as[as], id, 'submit')).status).toBe(200)
  return id
}
const approved = async (title: string) => {
  const id = await submitted(title)
  expect((await step(cms.as.moderator, id, 'approve')).status).toBe(200)
  return id
}
const stateOf = async (id: string) => {
  const { state, publicState, revision } = (await cms.as.moderator('GET', `/api/news/${id}/workflow`)).body
  return { state, publicState, revision }
}
const countEditions = async (item: string) =>
  (await cms.payload.count({ collection: 'editions', where: { item: { equals: item } } })).totalDocs

describe('publishing without the web office', () => {
  it('an editor neither approves nor publishes in an emergency', async () => {
    const id = await submitted('Tin tự duyệt')
    for (const action of ['approve', 'emergency-publish', 'schedule', 'return', 'withdraw', 'remove'])
      await refused('editor', (ask) => step(ask, id, action, { note: 'x', at: soon() }), 'not-allowed')
    expect(await countEditions(id)).toBe(0)
  })

  it('an administrator takes no step at all', async () => {
    const id = await submitted('Tin của quản trị')
    for (const action of ['approve', 'recall', 'schedule', 'emergency-publish'])
      await refused('administrator', (ask) => step(ask, id, action, { note: 'x', at: soon() }), 'not-allowed')
    expect((await stateOf(id)).state).toBe('submitted')
  })

  it('nobody publishes through Payload’s own ways', async () => {
    const id = await readyNews(cms, { title: 'Tin qua cửa sau' })
    const patch = (data: object) => (ask: Ask) => ask('PATCH', `/api/news/${id}`, data)
    await refused('moderator', patch({ _status: 'published' }), 'unknown-field')
    await refused('moderator', patch({ state: 'published' }), 'read-only-field')
    await refused('moderator', patch({ publicState: 'live' }), 'read-only-field')
    await refused('moderator', patch({ liveEdition: 'x', editionCount: 3 }), 'read-only-field')
    await cms.as.moderator('PATCH', `/api/news/${id}?draft=false&publishSpecificLocale=vi&autosave=true`, {})
    expect(await stateOf(id)).toMatchObject({ state: 'draft', publicState: 'none' })
    expect(await countEditions(id)).toBe(0)
  })

  it('nobody asks for what only the clock does', async () => {
    const id = await submitted('Tin hẹn')
    await refused('moderator', (ask) => step(ask, id, 'release'), 'unknown-action')
    const { revision } = await stateOf(id)
    await cms.as.moderator('POST', `/api/news/${id}/transition`, { action: 'schedule', revision, at: soon() })
    await refused(
      'moderator',
      (ask) => ask('PATCH', `/api/news/${id}`, { scheduledAt: null }),
      'locked-content',
    )
    await refused('editor', (ask) => step(ask, id, 'unschedule'), 'not-allowed')
    for (const path of ['/api/payload-jobs', '/api/payload-jobs/run', '/api/payload-jobs/handle-schedules'])
      expect((await cms.as.moderator('GET', path)).status).toBe(404)
  })

  it('nobody writes editions, publications or the audit, by whatever name', async () => {
    for (const slug of ['editions', 'publications', 'audit-events', 'addresses', 'notices', 'pauses'])
      for (const who of ['editor', 'moderator', 'administrator'] as const) {
        await refused(who, (ask) => ask('POST', `/api/${slug}`, { item: 'x' }), 'not-allowed')
        await refused(who, (ask) => ask('DELETE', `/api/${slug}?where[id][exists]=true`), 'not-allowed')
      }
  })
})

describe('the second pair of eyes', () => {
  it('nobody approves what they wrote, changed, restored or illustrated', async () => {
    const own = await submitted('Tin tự viết', 'moderator')
    await refused('moderator', (ask) => step(ask, own, 'approve'), 'own-text')
    await refused('moderator', (ask) => step(ask, own, 'schedule', { at: soon() }), 'own-text')

    const changed = await readyNews(cms, { title: 'Tin được sửa hộ' })
    await cms.as.moderator('PATCH', `/api/news/${changed}`, { lead: 'Sửa một chữ.' })
    await step(cms.as.editor, changed, 'submit')
    await refused('moderator', (ask) => step(ask, changed, 'approve'), 'own-text')

    const restored = await readyNews(cms, { title: 'Tin được khôi phục hộ' })
    const { body } = await cms.as.editor('GET', `/api/news/versions?where[parent][equals]=${restored}`)
    await cms.as.moderator('POST', `/api/news/versions/${body.docs[0].id}`)
    await step(cms.as.editor, restored, 'submit')
    await refused('moderator', (ask) => step(ask, restored, 'approve'), 'own-text')
  })

  it('nobody takes themselves out of the list of contributors', async () => {
    const id = await readyNews(cms, { title: 'Tin xóa dấu' }, 'moderator')
    await refused(
      'moderator',
      (ask) => ask('PATCH', `/api/news/${id}`, { contributors: [] }),
      'read-only-field',
    )
    await refused(
      'secondModerator',
      (ask) => ask('PATCH', `/api/news/${id}`, { contributors: [cms.ids.editor] }),
      'read-only-field',
    )
  })

  it('a text that changed after it was seen is not approved', async () => {
    const id = await submitted('Tin bị tráo')
    const { revision } = await stateOf(id)
    await step(cms.as.editor, id, 'recall')
    await cms.as.editor('PATCH', `/api/news/${id}`, { title: 'Tráo' })
    await step(cms.as.editor, id, 'submit')
    await refused(
      'moderator',
      (ask) => ask('POST', `/api/news/${id}/transition`, { action: 'approve', revision }),
      'moved-on',
    )
    expect(await countEditions(id)).toBe(0)
  })

  it('of twenty approvals at once one makes an edition, and the others are counted', async () => {
    const id = await submitted('Tin hai mươi người duyệt')
    const { revision } = await stateOf(id)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        cms.as[index % 2 ? 'moderator' : 'secondModerator']('POST', `/api/news/${id}/transition`, {
          action: 'approve',
          revision,
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
    expect(await countEditions(id)).toBe(1)
    await flushRefusals(cms.payload, new Date(Date.now() + 60_000))
    const counted = (await refusals()).filter(({ note }) => note?.startsWith('wrong-state'))
    const attempts = counted.reduce(
      (sum, { action, note }) =>
        sum + (action === 'refused' ? 1 : Number(/thêm (\d+) lần/.exec(note ?? '')?.[1])),
      0,
    )
    expect(attempts).toBe(19)
  })
})

describe('content that is locked or closed', () => {
  it('is neither edited, restored, deleted nor edited in bulk while under review', async () => {
    const id = await readyNews(cms, { title: 'Tin đang chờ' })
    await cms.as.editor('PATCH', `/api/news/${id}`, { lead: 'Bản hai.' })
    await step(cms.as.editor, id, 'submit')
    const { body } = await cms.as.editor('GET', `/api/news/versions?where[parent][equals]=${id}`)
    for (const who of ['editor', 'moderator'] as const) {
      await refused(who, (ask) => ask('PATCH', `/api/news/${id}`, { title: 'Tráo' }), 'locked-content')
      await refused(
        who,
        (ask) => ask('PATCH', `/api/news?where[id][equals]=${id}`, { title: 'Tráo' }),
        'locked-content',
      )
      await refused(who, (ask) => ask('POST', `/api/news/versions/${body.docs[0].id}`), 'locked-content')
      await refused(who, (ask) => ask('DELETE', `/api/news/${id}`), 'locked-content')
      await refused(who, (ask) => ask('DELETE', `/api/news?where[id][in]=${id}`), 'locked-content')
    }
    expect((await cms.as.moderator('GET', `/api/news/${id}`)).body).toMatchObject({
      title: 'Tin đang chờ',
      lead: 'Bản hai.',
    })
  })

  it('what was ever public is not deleted, and what is gone is not edited', async () => {
    const id = await approved('Tin đã lên')
    await refused('moderator', (ask) => ask('DELETE', `/api/news/${id}`), 'already-public')
    await step(cms.as.moderator, id, 'remove', { note: 'Đăng nhầm' })
    await refused('editor', (ask) => ask('PATCH', `/api/news/${id}`, { title: 'Sống lại' }), 'wrong-state')
    await refused('moderator', (ask) => step(ask, id, 'restore'), 'wrong-state')
  })
})

describe('mass assignment', () => {
  const cases: [string, Record<string, unknown>, string][] = [
    ['state', { state: 'published' }, 'read-only-field'],
    ['public state', { publicState: 'live' }, 'read-only-field'],
    ['approver', { approvedBy: 'x' }, 'unknown-field'],
    ['sessions', { sessions: [] }, 'unknown-field'],
    ['role', { role: 'moderator' }, 'unknown-field'],
    ['another id', { id: '00000000-0000-4000-8000-000000000000' }, 'read-only-field'],
    ['date of birth', { createdAt: '2001-01-01T00:00:00.000Z' }, 'read-only-field'],
    ['time of submission', { submittedAt: '2001-01-01T00:00:00.000Z' }, 'read-only-field'],
    ['contributors', { contributors: [], submittedBy: 'x' }, 'read-only-field'],
    ['prototype', JSON.parse('{"constructor":{"prototype":{"role":"administrator"}}}'), 'unknown-field'],
  ]
  it.each(cases)('%s is refused when an item is made and when it is saved', async (_name, data, code) => {
    await refused('editor', (ask) => ask('POST', '/api/news', { title: 'Tin thừa trường', ...data }), code)
    const id = await readyNews(cms, { title: 'Tin để gán' })
    await refused(
      'editor',
      (ask) => ask('PATCH', `/api/news/${id}`, data.contributors ? { submittedBy: 'x' } : data),
      code,
    )
  })

  it('the time of the last change is not taken from the request', async () => {
    const id = await readyNews(cms, { title: 'Tin giả giờ' })
    const { body } = await cms.as.editor('PATCH', `/api/news/${id}`, {
      updatedAt: '2001-01-01T00:00:00.000Z',
    })
    expect(body.doc.updatedAt > '2020').toBe(true)
  })

  it('nobody raises themselves, or opens an account of their own', async () => {
    for (const data of [{ role: 'moderator' }, { role: 'administrator' }, { agencies: [cms.otherAgency] }])
      for (const who of ['editor', 'homeless', 'moderator'] as const) {
        if (who === 'moderator' && data.role === 'moderator') continue
        await refused(who, (ask) => ask('PATCH', `/api/users/${cms.ids[who]}`, data), 'not-allowed')
      }
    const account = {
      name: 'x',
      email: 'x@tinh.example',
      password: 'mat-khau-rat-dai',
      role: 'administrator',
    }
    await refused('moderator', (ask) => ask('POST', '/api/users', account), 'not-allowed')
    await refused(
      'editor',
      (ask) => ask('PATCH', `/api/users/${cms.ids.moderator}`, { name: 'x' }),
      'not-allowed',
    )
    const { docs } = await cms.payload.find({
      collection: 'users',
      where: { role: { equals: 'administrator' } },
    })
    expect(docs).toHaveLength(1)
  })
})

describe('another agency’s', () => {
  let foreign: string
  beforeAll(async () => {
    foreign = await readyNews(cms, { title: 'Tin của Sở Y tế', agency: cms.otherAgency }, 'otherEditor')
  })

  it('item is neither read, saved, copied, restored, stepped nor deleted, singly or in bulk', async () => {
    const { body } = await cms.as.otherEditor('GET', `/api/news/versions?where[parent][equals]=${foreign}`)
    const version = String(body.docs[0].id)
    await refused('editor', (ask) => ask('GET', `/api/news/${foreign}`), 'not-found')
    await refused('editor', (ask) => ask('PATCH', `/api/news/${foreign}`, { title: 'Cướp' }), 'other-agency')
    await refused(
      'editor',
      (ask) => ask('PATCH', `/api/news?where[id][in]=${foreign}`, { title: 'Cướp' }),
      'other-agency',
    )
    await refused(
      'editor',
      (ask) => ask('PATCH', `/api/news?where[or][0][and][0][id][equals]=${foreign}`, { title: 'Cướp' }),
      'other-agency',
    )
    await refused('editor', (ask) => ask('DELETE', `/api/news/${foreign}`), 'other-agency')
    await refused('editor', (ask) => ask('DELETE', `/api/news?where[id][equals]=${foreign}`), 'other-agency')
    await refused('editor', (ask) => ask('POST', `/api/news/${foreign}/duplicate`), 'other-agency')
    await refused('editor', (ask) => ask('POST', `/api/news/versions/${version}`), 'other-agency')
    for (const action of ['submit', 'recall', 'discard'])
      await refused(
        'editor',
        (ask) => ask('POST', `/api/news/${foreign}/transition`, { action, revision: 'x' }),
        'other-agency',
      )
    for (const about of ['workflow', 'publication'])
      await refused('editor', (ask) => ask('GET', `/api/news/${foreign}/${about}`), 'other-agency')
    expect((await cms.as.otherEditor('GET', `/api/news/${foreign}`)).body.title).toBe('Tin của Sở Y tế')
  })

  it('words cannot be guessed from what a bulk request answers', async () => {
    const guess = (words: string) =>
      cms.as.editor('PATCH', `/api/news?where[title][like]=${encodeURIComponent(words)}`, { source: 'x' })
    const [right, wrong] = [await guess('Tin của Sở Y tế'), await guess('Không có tin này')]
    expect([right.status, right.body.docs]).toEqual([wrong.status, wrong.body.docs])
  })

  it('agency is not written for', async () => {
    await refused(
      'editor',
      (ask) => ask('POST', '/api/news', { title: 'Thay mặt', agency: cms.otherAgency }),
      'other-agency',
    )
    const id = await readyNews(cms, { title: 'Tin chuyển nhà' })
    await refused(
      'editor',
      (ask) => ask('PATCH', `/api/news/${id}`, { agency: cms.otherAgency }),
      'other-agency',
    )
    await refused('homeless', (ask) => ask('POST', '/api/news', { title: 'Không nhà' }), 'other-agency')
  })

  it('files are neither fetched, changed nor used, as a picture, an attachment or inside a text', async () => {
    const file = await upload(cms.as.otherEditor, 'files', 'mật.txt', 'text/plain', 'Chưa công bố')
    const picture = await upload(
      cms.as.otherEditor,
      'media',
      'anh.png',
      'image/png',
      Buffer.from(pixel, 'base64'),
    )
    await refused('editor', (ask) => ask('GET', `/api/files/file/${file.filename}`), 'not-allowed')
    await refused('editor', (ask) => ask('GET', `/api/media/file/${picture.filename}`), 'not-allowed')
    await refused('editor', (ask) => ask('GET', `/api/files/${file.id}`), 'not-found')
    await refused('editor', (ask) => ask('PATCH', `/api/files/${file.id}`, { title: 'x' }), 'other-agency')
    await refused('editor', (ask) => ask('DELETE', `/api/media/${picture.id}`), 'other-agency')
    const body = bodyOf('Có ảnh.')
    body.root.children.push({
      type: 'upload',
      version: 3,
      format: '',
      relationTo: 'media',
      value: picture.id,
      fields: {},
    } as never)
    for (const use of [{ image: picture.id }, { attachments: [file.id] }, { body }])
      await refused(
        'editor',
        (ask) => ask('POST', '/api/news', { title: 'Dùng tệp lạ', ...use }),
        'invalid-content',
      )
  })
})

describe('the ledger of refusals', () => {
  it('a flood is two rows a minute: the first attempt, and how many more there were', async () => {
    const id = await submitted('Tin bị dội')
    for (let attempt = 0; attempt < 30; attempt += 1) await step(cms.as.homeless, id, 'approve')
    // Each time it is asked what the item is like (another agency's), and then the step is tried.
    expect((await refusals()).map(({ action }) => action)).toEqual(['refused', 'refused'])
    await flushRefusals(cms.payload, new Date(Date.now() + 60_000))
    const more = await refusals()
    expect(more.map(({ action, actor }) => [action, actor])).toEqual([
      ['refused-again', cms.ids.homeless],
      ['refused-again', cms.ids.homeless],
    ])
    for (const { note } of more) expect(note).toMatch(/^(not-allowed|other-agency): thêm 29 lần trong phút /)
  })

  it('a signed-out reader leaves nothing, a signed-out writer does', async () => {
    await cms.as.anonymous('GET', '/api/news')
    expect(await refusals()).toEqual([])
    await cms.as.anonymous('DELETE', '/api/editions?where[id][exists]=true')
    expect((await refusals()).at(-1)).toMatchObject({ action: 'refused', actor: 'anonymous' })
  })

  it('says where, never what was asked for', async () => {
    await cms.as.editor('PATCH', '/api/audit-events?where[note][like]=bí-mật', { note: 'bí-mật' })
    expect((await refusals()).at(-1)?.note).toBe('not-allowed: PATCH /api/audit-events')
  })
})

const soon = () => new Date(Date.now() + 3_600_000).toISOString()

async function upload(ask: Ask, collection: string, name: string, type: string, content: string | Buffer) {
  const form = new FormData()
  form.set('_payload', JSON.stringify(collection === 'media' ? { alt: 'Ảnh' } : { title: 'Tệp' }))
  form.set(
    'file',
    new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type }),
    name,
  )
  const { status, body } = await ask('POST', `/api/${collection}`, form)
  expect([status, body.code]).toEqual([201, undefined])
  return { id: String(body.doc.id), filename: String(body.doc.filename) }
}

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
