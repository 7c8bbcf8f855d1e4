/** “Chỉ những người được nêu”: what a colleague of the same agency, and an administrator, try in order to read a limited draft. */
import '#tests/support/cms-folders.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  asker,
  bodyOf,
  logIn,
  openTestCms,
  password,
  readyNews,
  step,
  type Ask,
  type TestCms,
} from '#tests/support/cms.ts'

const secret = 'Kế hoạch sáp nhập chưa công bố'

let cms: TestCms
let colleague: Ask
let named: Ask
let ids: { colleague: string; named: string }

beforeAll(async () => {
  cms = await openTestCms()
  const person = async (name: string) => {
    const email = `${name}@tinh.example`
    const data = { name, email, password, role: 'editor', agencies: [cms.agency] }
    const { id } = await cms.payload.create({ collection: 'users', data })
    return { id: String(id), ask: asker(cms.base, await logIn(cms.base, email)) }
  }
  const [one, two] = [await person('dong-nghiep'), await person('duoc-neu')]
  colleague = one.ask
  named = two.ask
  ids = { colleague: one.id, named: two.id }
}, 60_000)
afterAll(() => cms.close())

const limited = (words: Record<string, unknown> = {}) =>
  readyNews(cms, { title: secret, isLimited: true, limitedTo: [ids.named], ...words })
const keptFrom = () => [colleague, cms.as.administrator, cms.as.otherEditor]
const upload = async (ask: Ask, title: string): Promise<{ id: string; filename: string }> => {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ title }))
  form.set('file', new Blob(['Nội dung kín.'], { type: 'text/plain' }), `${crypto.randomUUID()}.txt`)
  return (await ask('POST', '/api/files', form)).body.doc
}

describe('a limited draft', () => {
  it('is read and written by its writer, the named and moderators', async () => {
    const id = await limited()
    for (const ask of [cms.as.editor, named, cms.as.moderator]) {
      expect((await ask('GET', `/api/news/${id}`)).body.title).toBe(secret)
      expect((await ask('PATCH', `/api/news/${id}`, { lead: 'Câu khác.' })).status).toBe(200)
      expect((await ask('GET', `/api/news/${id}/workflow`)).status).toBe(200)
    }
  })

  it('is not there for anybody else, by whatever door', async () => {
    const id = await limited()
    const version = (await cms.as.editor('GET', `/api/news/versions?where[parent][equals]=${id}`)).body
      .docs[0].id
    const about = await readyNews(cms, { title: 'Tin khác' })
    for (const ask of keptFrom()) {
      for (const [method, path, body] of [
        ['GET', `/api/news/${id}`],
        ['GET', `/api/news/${id}?depth=2`],
        ['GET', `/api/news/versions/${version}`],
        ['GET', `/api/news/${id}/workflow`],
        ['GET', `/api/news/${id}/publication`],
        ['GET', `/api/news/${id}/comparison`],
        ['GET', `/api/news/${id}/preview`],
        ['PATCH', `/api/news/${id}`, { title: 'x' }],
        ['PATCH', `/api/news/${id}`, { isLimited: false }],
        ['PATCH', `/api/news?where[id][equals]=${id}`, { isLimited: false }],
        ['DELETE', `/api/news/${id}`],
        ['POST', `/api/news/${id}/duplicate`, {}],
        ['POST', `/api/news/versions/${version}`],
        ['POST', `/api/news/${id}/transition`, { action: 'submit', revision: 'x' }],
        ['POST', `/api/news/${id}/transition`, { action: 'recall' }],
        ['POST', `/api/news/${id}/handover`, { to: ids.colleague }],
        ['POST', `/api/news/${id}/reasons`, {}],
      ] as const) {
        const { status, body: answer } = await ask(method, path, body)
        expect([method, path, status >= 400 && status < 500], JSON.stringify(answer)).toEqual([
          method,
          path,
          true,
        ])
        expect(JSON.stringify(answer)).not.toContain(secret)
      }
      for (const query of [
        '/api/news?limit=0&depth=2',
        `/api/news?where[title][like]=${encodeURIComponent('sáp nhập')}`,
        `/api/news?where[limitedTo][in][0]=${ids.named}`,
        '/api/news/versions?limit=0&depth=1',
        '/api/publications?limit=0',
        '/api/editions?limit=0',
        `/api/news/${about}?depth=2`,
      ])
        expect(JSON.stringify((await ask('GET', query)).body), query).not.toContain(secret)
      const count = await ask('GET', `/api/news/count?where[id][equals]=${id}`)
      expect(count.body.totalDocs).toBe(0)
      const rights = (await ask('POST', `/api/news/access/${id}`, {})).body
      expect([rights.read, rights.update, rights.delete].filter(Boolean)).toEqual([])
    }
    expect((await cms.as.editor('GET', `/api/news/${id}`)).body.title).toBe(secret)
  })

  it('can be limited by its writer and by moderators, not by a colleague or a named person', async () => {
    const id = await readyNews(cms, { title: 'Tin của mọi người' })
    const refused = await colleague('PATCH', `/api/news/${id}`, {
      isLimited: true,
      limitedTo: [ids.colleague],
    })
    expect([refused.status, refused.body.code]).toEqual([403, 'not-allowed'])
    expect(
      (await cms.as.editor('PATCH', `/api/news/${id}`, { isLimited: true, limitedTo: [ids.named] })).status,
    ).toBe(200)
    expect((await named('PATCH', `/api/news/${id}`, { isLimited: false })).status).toBe(403)
    const many = await named('PATCH', `/api/news?where[id][equals]=${id}`, { limitedTo: [] })
    expect([many.body.docs.length, many.body.errors.length]).toEqual([0, 1])
    expect((await colleague('GET', `/api/news/${id}`)).status).toBe(404)
    expect((await cms.as.moderator('PATCH', `/api/news/${id}`, { isLimited: false })).status).toBe(200)
    const shown = await colleague('GET', `/api/news/${id}?depth=0`)
    expect([shown.status, shown.body.limitedTo]).toEqual([200, []])
  })

  it('names only people of its agency', async () => {
    for (const id of [cms.ids.otherEditor, cms.ids.administrator, 'khong-co']) {
      const answer = await cms.as.editor('POST', '/api/news', {
        title: secret,
        agency: cms.agency,
        isLimited: true,
        limitedTo: [id],
      })
      expect([answer.status, answer.body.problems?.[0]?.field]).toEqual([422, 'limitedTo'])
    }
  })

  it('is lost with the agency, by the named as by the writer', async () => {
    const id = await limited()
    const move = (agencies: string[]) =>
      cms.payload.update({ collection: 'users', id: ids.named, data: { agencies } })
    await move([cms.otherAgency])
    expect((await named('GET', `/api/news/${id}`)).status).toBe(404)
    expect((await named('PATCH', `/api/news/${id}`, { lead: 'x' })).status).toBe(403)
    await move([cms.agency])
    expect((await named('GET', `/api/news/${id}`)).status).toBe(200)
  })

  it('stays limited when an older version is restored, and its versions stay kept after a limit came later', async () => {
    const id = await readyNews(cms, { title: 'Bản đầu ai cũng đọc' })
    const versions = () =>
      cms.as.editor('GET', `/api/news/versions?where[parent][equals]=${id}&sort=createdAt`)
    const first = (await versions()).body.docs[0].id
    await cms.as.editor('PATCH', `/api/news/${id}`, {
      title: secret,
      isLimited: true,
      limitedTo: [ids.named],
    })
    expect((await colleague('GET', `/api/news/versions/${first}`)).status).toBe(403)
    expect((await cms.as.editor('POST', `/api/news/versions/${first}`)).status).toBe(200)
    expect((await colleague('GET', `/api/news/${id}`)).status).toBe(404)
    const { body } = await cms.as.editor('GET', `/api/news/${id}?depth=0`)
    expect([body.isLimited, body.limitedTo]).toEqual([true, [ids.named]])
  })

  it('copies stay limited', async () => {
    const id = await limited()
    const { status, body } = await named('POST', `/api/news/${id}/duplicate`, {})
    expect([status, body.doc.isLimited]).toEqual([200, true])
    expect((await colleague('GET', `/api/news/${body.doc.id}`)).status).toBe(404)
    expect((await named('GET', `/api/news/${body.doc.id}`)).status).toBe(200)
  })

  it('does not change what would be published, and ends with going live; its old versions stay kept', async () => {
    const plain = await readyNews(cms, { title: 'Tin có hạn đọc', slug: 'tin-co-han-doc' })
    const revision = async () => (await cms.as.editor('GET', `/api/news/${plain}/workflow`)).body.revision
    const before = await revision()
    await cms.as.editor('PATCH', `/api/news/${plain}`, { isLimited: true, limitedTo: [] })
    expect(await revision()).toBe(before)
    await step(cms.as.editor, plain, 'submit')
    const at = new Date(Date.now() + 86_400_000).toISOString()
    expect((await step(cms.as.moderator, plain, 'schedule', { at })).status).toBe(200)
    for (const path of [
      `/api/editions?where[item][equals]=${plain}`,
      `/api/publications?where[item][equals]=${plain}`,
    ]) {
      expect((await colleague('GET', path)).body.totalDocs, path).toBe(0)
      expect((await cms.as.editor('GET', path)).body.totalDocs, path).toBe(1)
    }
    await step(cms.as.moderator, plain, 'unschedule')
    await step(cms.as.editor, plain, 'submit')
    expect((await step(cms.as.moderator, plain, 'approve')).status).toBe(200)
    const shown = await colleague('GET', `/api/news/${plain}?depth=0`)
    expect([shown.status, shown.body.isLimited, shown.body.limitedTo]).toEqual([200, false, []])
    const { body } = await colleague('GET', `/api/news/versions?where[parent][equals]=${plain}`)
    expect(body.docs.every(({ version }: { version: { isLimited?: boolean } }) => !version.isLimited)).toBe(
      true,
    )
    const own = await cms.as.editor('GET', `/api/news/versions?where[parent][equals]=${plain}`)
    expect(own.body.totalDocs).toBeGreaterThan(body.totalDocs)
  })

  it('keeps the files that it alone uses, until another item shows them', async () => {
    const file = await upload(cms.as.editor, 'Tệp kín')
    const id = await limited({ attachments: [file.id] })
    for (const ask of [colleague, cms.as.administrator]) {
      expect((await ask('GET', `/api/files/${file.id}`)).status).toBe(404)
      expect((await ask('GET', `/api/files/file/${file.filename}`)).status).toBeGreaterThanOrEqual(400)
      expect(JSON.stringify((await ask('GET', '/api/files?limit=0')).body)).not.toContain(file.id)
    }
    for (const [method, data] of [['PATCH', { title: 'x' }], ['DELETE']] as const)
      expect((await colleague(method, `/api/files/${file.id}`, data)).status).toBe(404)
    const taken = await colleague('POST', '/api/news', {
      title: 'Mượn tệp',
      agency: cms.agency,
      attachments: [file.id],
    })
    expect([taken.status, taken.body.problems?.[0]?.code]).toEqual([422, 'missing-relation'])
    expect((await named('GET', `/api/files/${file.id}`)).status).toBe(200)
    expect((await cms.as.editor('GET', `/api/files/${file.id}`)).status).toBe(200)
    await readyNews(cms, { title: 'Tin chung', attachments: [file.id] })
    expect((await colleague('GET', `/api/files/${file.id}`)).status).toBe(200)
    expect((await cms.as.editor('DELETE', `/api/news/${id}`)).status).toBe(200)
  })

  it('is not asked about along a relation either, nor along any to rows one may not read', async () => {
    const { body } = await cms.as.editor('POST', '/api/documents', {
      family: 'directive',
      type: 'CT',
      abstract: secret,
      issuer: cms.agency,
      isLimited: true,
    })
    const about = await readyNews(cms, { title: 'Tin nói về văn bản kín', aboutDocuments: [body.doc.id] })
    const words = encodeURIComponent('sáp nhập')
    for (const ask of [colleague, cms.as.administrator])
      for (const query of [
        `/api/news?where[aboutDocuments.abstract][like]=${words}`,
        `/api/news?where[aboutDocuments__abstract][like]=${words}`,
        `/api/news?where[and][0][or][0][aboutDocuments.abstract][like]=${words}`,
        `/api/news?where[aboutDocuments][contains][abstract][like]=${words}`,
        `/api/news?where[translationOf.title][like]=${words}`,
        '/api/news?sort=-aboutDocuments.abstract',
        `/api/news/count?where[aboutDocuments.abstract][like]=${words}`,
        `/api/news/versions?where[version.aboutDocuments.abstract][like]=${words}`,
        `/api/documents?where[relations.target.abstract][like]=${words}`,
        `/api/news?where[attachments.title][like]=${words}`,
      ]) {
        const answer = await ask('GET', query)
        expect([query, answer.status]).toEqual([query, 400])
      }
    expect((await colleague('GET', '/api/news?where[contributors.email][like]=a')).status).toBe(400)
    const seen = await colleague('GET', `/api/news?where[aboutDocuments][in][0]=${body.doc.id}&depth=2`)
    expect([seen.body.docs[0].id, JSON.stringify(seen.body).includes(secret)]).toEqual([about, false])
    const own = await colleague(
      'GET',
      `/api/news?where[agency.name][like]=${encodeURIComponent('Thông tin')}`,
    )
    expect(own.status).toBe(200)
  })

  it('is told by mail to those only who read it', async () => {
    const id = await limited({ body: bodyOf('Nội dung.') })
    await step(cms.as.editor, id, 'submit')
    await step(cms.as.moderator, id, 'return', { note: 'Bổ sung căn cứ.' })
    const { docs } = await cms.payload.db.find<{ id: string; to: string; kind: string }>({
      collection: 'mails',
      where: { and: [{ item: { equals: id } }, { kind: { equals: 'returned' } }] },
      pagination: false,
    })
    expect(docs.map(({ to }) => to).sort()).toEqual(['duoc-neu@tinh.example', 'editor@tinh.example'])
  })
})
