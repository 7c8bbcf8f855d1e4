import '#tests/support/cms-folders.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCms, readyNews, step, type TestCms } from '#tests/support/cms.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms()
})
afterAll(() => cms.close())

const workflowOf = async (id: string, as: keyof TestCms['as'] = 'moderator') =>
  (await cms.as[as]('GET', `/api/news/${id}/workflow`)).body
const countEditions = async (id: string) =>
  (await cms.payload.count({ collection: 'editions', where: { item: { equals: id } } })).totalDocs

describe('from draft to approval', () => {
  it('an approved article has one edition that stores exactly what was approved', async () => {
    const id = await readyNews(cms, { title: 'Tin được duyệt' })
    expect((await step(cms.as.editor, id, 'submit')).body).toMatchObject({
      state: 'submitted',
      publicState: 'none',
    })
    const seen = await workflowOf(id)
    expect(seen.allowed).toEqual(expect.arrayContaining(['approve', 'return', 'schedule']))
    const approved = await step(cms.as.moderator, id, 'approve', { changeNote: 'Đăng lần đầu' })
    expect(approved).toMatchObject({
      status: 200,
      body: { state: 'published', publicState: 'live', revision: seen.revision },
    })
    const edition = (await cms.as.moderator('GET', `/api/editions/${approved.body.edition}`)).body
    expect(edition).toMatchObject({
      item: id,
      collection: 'news',
      number: 1,
      hash: seen.revision,
      changeNote: 'Đăng lần đầu',
    })
    expect(edition.content).toMatchObject({
      title: 'Tin được duyệt',
      slug: 'tin-duoc-duyet',
      agency: `agencies/${cms.agency}`,
    })
    expect(edition.workingCopy).toBeUndefined()
    const audit = await cms.as.moderator('GET', `/api/audit-events?where[item][equals]=${id}&sort=at`)
    expect(audit.body.docs.map((event: { action: string }) => event.action)).toEqual(['submit', 'approve'])
    expect((await cms.as.editor('GET', `/api/news/${id}/publication`)).body).toMatchObject({
      state: 'waiting',
      edition: approved.body.edition,
    })
  })

  it('a correction is the next edition while the first stays live', async () => {
    const id = await readyNews(cms, { title: 'Tin sẽ sửa' })
    await step(cms.as.editor, id, 'submit')
    const first = await step(cms.as.moderator, id, 'approve')
    const edited = await cms.as.editor('PATCH', `/api/news/${id}`, { lead: 'Tóm tắt mới.' })
    expect(edited.body.doc).toMatchObject({ state: 'draft', publicState: 'live', slug: 'tin-se-sua' })
    await step(cms.as.editor, id, 'submit')
    const second = await step(cms.as.moderator, id, 'approve')
    const editions = await cms.payload.find({
      collection: 'editions',
      where: { item: { equals: id } },
      sort: 'number',
    })
    const [one, two] = editions.docs as unknown as Record<string, any>[]
    expect(two).toMatchObject({ number: 2, previous: one?.hash, previousSeal: one?.seal })
    expect(one?.outcomes.map((outcome: { kind: string }) => outcome.kind)).toEqual(['live', 'superseded'])
    expect(first.body.edition).not.toBe(second.body.edition)
  })

  it('submit lists everything that is missing at once, per field', async () => {
    const { body } = await cms.as.editor('POST', '/api/news', { title: 'Chỉ có tiêu đề' })
    const refused = await step(cms.as.editor, body.doc.id, 'submit')
    expect(refused).toMatchObject({ status: 422, body: { code: 'not-ready' } })
    expect(refused.body.problems.map(({ field }: { field: string }) => field)).toContain('body')
    expect((await workflowOf(body.doc.id)).state).toBe('draft')
  })

  it('a returned item shows its reason and can be submitted again', async () => {
    const id = await readyNews(cms, { title: 'Tin bị trả lại' })
    await step(cms.as.editor, id, 'submit')
    expect(await step(cms.as.moderator, id, 'return')).toMatchObject({
      status: 422,
      body: { code: 'missing-note' },
    })
    expect((await step(cms.as.moderator, id, 'return', { note: 'Thiếu nguồn' })).body.state).toBe('returned')
    expect((await cms.as.editor('GET', `/api/news/${id}`)).body.returnNote).toBe('Thiếu nguồn')
    expect((await step(cms.as.editor, id, 'submit')).body.state).toBe('submitted')
  })

  it('schedule makes the edition at once and unschedule cancels it', async () => {
    const id = await readyNews(cms, { title: 'Tin hẹn giờ' })
    await step(cms.as.editor, id, 'submit')
    expect(await step(cms.as.moderator, id, 'schedule', { at: '2011-05-23T14:53:59+07:00' })).toMatchObject({
      status: 422,
      body: { code: 'bad-time' },
    })
    const at = new Date(Date.now() + 3_600_000).toISOString()
    const scheduled = await step(cms.as.moderator, id, 'schedule', { at })
    expect(scheduled.body).toMatchObject({ state: 'scheduled', publicState: 'none', editionNumber: 1 })
    expect(await cms.as.editor('PATCH', `/api/news/${id}`, { lead: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'locked-content' },
    })
    expect((await step(cms.as.moderator, id, 'unschedule')).body.state).toBe('draft')
    const edition = (await cms.as.moderator('GET', `/api/editions/${scheduled.body.edition}`)).body
    expect(edition.outcomes).toMatchObject([{ kind: 'cancelled' }])
  })

  it('withdraw, restore and remove append outcomes and keep their public reason', async () => {
    const id = await readyNews(cms, { title: 'Tin sẽ rút' })
    await step(cms.as.editor, id, 'submit')
    const { body } = await step(cms.as.moderator, id, 'approve')
    expect((await step(cms.as.moderator, id, 'withdraw', { note: 'Số liệu sai' })).body.publicState).toBe(
      'withdrawn',
    )
    expect((await step(cms.as.moderator, id, 'restore')).body.publicState).toBe('live')
    expect((await step(cms.as.moderator, id, 'remove', { note: 'Đăng nhầm' })).body.publicState).toBe('gone')
    const edition = (await cms.as.moderator('GET', `/api/editions/${body.edition}`)).body
    expect(edition.outcomes.map(({ kind, note }: { kind: string; note?: string }) => [kind, note])).toEqual([
      ['live', undefined],
      ['withdrawn', 'Số liệu sai'],
      ['live', undefined],
      ['gone', 'Đăng nhầm'],
    ])
    expect((await cms.as.editor('PATCH', `/api/news/${id}`, { lead: 'x' })).status).toBe(409)
    expect((await cms.as.moderator('DELETE', `/api/news/${id}`)).status).toBeGreaterThanOrEqual(400)
  })

  it('discard puts the working copy back to what is live', async () => {
    const id = await readyNews(cms, { title: 'Tin giữ nguyên' })
    await step(cms.as.editor, id, 'submit')
    const approved = await step(cms.as.moderator, id, 'approve')
    await cms.as.editor('PATCH', `/api/news/${id}`, { title: 'Ý định bỏ đi', source: 'nguồn' })
    const discarded = await step(cms.as.editor, id, 'discard')
    expect(discarded.body).toMatchObject({
      state: 'published',
      publicState: 'live',
      revision: approved.body.revision,
    })
    expect((await cms.as.editor('GET', `/api/news/${id}`)).body).toMatchObject({
      title: 'Tin giữ nguyên',
      source: null,
    })
  })
})

describe('two people', () => {
  it('nobody approves what they wrote or changed', async () => {
    const id = await readyNews(cms, { title: 'Tin của người duyệt' }, 'moderator')
    await step(cms.as.moderator, id, 'submit')
    expect(await step(cms.as.moderator, id, 'approve')).toMatchObject({
      status: 403,
      body: { code: 'own-text' },
    })
    expect((await step(cms.as.secondModerator, id, 'approve')).status).toBe(200)
  })

  it('an emergency publication by its writer needs a reason and waits for review by another', async () => {
    const id = await readyNews(cms, { title: 'Tin khẩn' }, 'moderator')
    expect((await step(cms.as.moderator, id, 'emergency-publish')).body.code).toBe('missing-note')
    expect(
      (await step(cms.as.moderator, id, 'emergency-publish', { note: 'Bão đổ bộ' })).body.publicState,
    ).toBe('live')
    expect(await step(cms.as.moderator, id, 'review')).toMatchObject({
      status: 403,
      body: { code: 'own-text' },
    })
    expect((await step(cms.as.secondModerator, id, 'review')).status).toBe(200)
    expect((await cms.as.moderator('GET', `/api/news/${id}`)).body.needsReview).toBe(false)
  })

  it('approving a text that moved is refused and nothing is written', async () => {
    const id = await readyNews(cms, { title: 'Tin đổi sau khi xem' })
    await step(cms.as.editor, id, 'submit')
    const { revision } = await workflowOf(id)
    await step(cms.as.editor, id, 'recall')
    await cms.as.editor('PATCH', `/api/news/${id}`, { title: 'Đã đổi' })
    await step(cms.as.editor, id, 'submit')
    const refused = await cms.as.moderator('POST', `/api/news/${id}/transition`, {
      action: 'approve',
      revision,
    })
    expect(refused).toMatchObject({ status: 409, body: { code: 'moved-on' } })
    expect(await countEditions(id)).toBe(0)
    expect((await workflowOf(id)).state).toBe('submitted')
  })

  it('a picture whose words change after the review moves the revision', async () => {
    const { body: picture } = await uploadPicture('Mô tả cũ')
    const id = await readyNews(cms, { title: 'Tin có ảnh', image: picture.doc.id })
    await step(cms.as.editor, id, 'submit')
    const { revision } = await workflowOf(id)
    await cms.as.editor('PATCH', `/api/media/${picture.doc.id}`, { alt: 'Mô tả mới' })
    expect(
      await cms.as.moderator('POST', `/api/news/${id}/transition`, { action: 'approve', revision }),
    ).toMatchObject({ status: 409 })
  })

  it('of 20 approvals at once one wins and there is one edition', async () => {
    const id = await readyNews(cms, { title: 'Tin nhiều người duyệt' })
    await step(cms.as.editor, id, 'submit')
    const { revision } = await workflowOf(id)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        cms.as[index % 2 ? 'moderator' : 'secondModerator']('POST', `/api/news/${id}/transition`, {
          action: 'approve',
          revision,
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['wrong-state']),
    )
    expect(await countEditions(id)).toBe(1)
  })
})

async function uploadPicture(alt: string, as: keyof TestCms['as'] = 'editor') {
  const { default: sharp } = await import('sharp')
  const bytes = await sharp({ create: { width: 1200, height: 700, channels: 3, background: '#0a5963' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt }))
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'Ảnh vịnh.jpg')
  return cms.as[as]('POST', '/api/media', form)
}

describe('what bad input gets', () => {
  const cases: [string, Record<string, unknown>, number, string][] = [
    ['an unknown field', { titel: 'sai' }, 422, 'unknown-field'],
    ['a workflow field', { title: 'Tin', state: 'published' }, 403, 'read-only-field'],
    ['a public state', { title: 'Tin', publicState: 'live' }, 403, 'read-only-field'],
    ['an id of its own', { title: 'Tin', id: 'x' }, 403, 'read-only-field'],
    ['a title of 1 MB', { title: 'a'.repeat(1_000_000) }, 400, 'invalid-content'],
    ['rich text that is a string', { title: 'Tin', body: 'chữ' }, 400, 'invalid-content'],
    ['rich text that is a list', { title: 'Tin', body: [1] }, 400, 'invalid-content'],
    [
      'a script link',
      {
        title: 'Tin',
        body: {
          root: {
            type: 'root',
            children: [{ type: 'link', fields: { url: 'javascript:alert(1)' }, children: [] }],
          },
        },
      },
      400,
      'invalid-content',
    ],
    ['an agency that does not exist', { title: 'Tin', topics: ['không-có'] }, 422, 'invalid-content'],
    [
      'a time that does not exist',
      { title: 'Tin', originallyPublishedAt: '2011-02-30T10:00:00+07:00' },
      400,
      'invalid-content',
    ],
    [
      'a time in the future',
      { title: 'Tin', originallyPublishedAt: '2091-02-20T10:00:00+07:00' },
      422,
      'invalid-content',
    ],
    ['a reserved address', { title: 'Tin', slug: '2011' }, 400, 'invalid-content'],
    ['an address that is no address', { title: 'Tin', slug: 'Đường Dẫn' }, 400, 'invalid-content'],
    ['another agency', { title: 'Tin', agency: 'OTHER' }, 403, 'other-agency'],
  ]
  it.each(cases)('%s is refused with a code and a Vietnamese sentence', async (_name, data, status, code) => {
    const before = await cms.payload.count({ collection: 'news' })
    const body = data.agency === 'OTHER' ? { ...data, agency: cms.otherAgency } : data
    const refused = await cms.as.editor('POST', '/api/news', body)
    expect(refused).toMatchObject({ status, body: { code } })
    expect(refused.body.message).toMatch(
      /[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/i,
    )
    expect(await cms.payload.count({ collection: 'news' })).toEqual(before)
  })

  it('nesting of 20,000 levels is refused before anything walks it', async () => {
    const deep =
      '{"root":{"type":"root","children":[' +
      '{"type":"list","children":['.repeat(20_000) +
      ']}'.repeat(20_000) +
      ']}}'
    const refused = await cms.as.editor('POST', '/api/news', `{"title":"Sâu","body":${deep}}`)
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-content' } })
  })

  it('broken JSON and a body of 30 MB are refused', async () => {
    expect(await cms.as.editor('POST', '/api/news', '{"title": ')).toMatchObject({
      status: 400,
      body: { code: 'broken-request' },
    })
    const big = await cms.as
      .editor('POST', '/api/news', JSON.stringify({ title: 'x', lead: 'y'.repeat(30_000_000) }))
      .catch(() => ({ status: 413 }))
    expect(big.status).toBe(413)
  })

  it('impossible dates and orders of dates of a document are refused', async () => {
    const post = (data: Record<string, unknown>) =>
      cms.as.editor('POST', '/api/documents', { issuer: cms.agency, abstract: 'Trích yếu', ...data })
    expect(await post({ issuedOn: '2011-02-30' })).toMatchObject({
      status: 400,
      body: { code: 'invalid-content' },
    })
    expect(await post({ issuedOn: '11/05/2011' })).toMatchObject({ status: 400 })
    expect(
      await post({ issuedOn: '2011-05-11', effectiveFrom: '2011-06-01', effectiveTo: '2011-05-20' }),
    ).toMatchObject({ status: 422, body: { code: 'invalid-content' } })
  })

  it('the number of a document is taken once per issuer and year, however it is written', async () => {
    const post = (number: string, issuedOn = '2011-05-11') =>
      cms.as.editor('POST', '/api/documents', {
        issuer: cms.agency,
        type: 'CT',
        abstract: 'về một việc',
        number,
        issuedOn,
      })
    expect((await post('08/CT-STTTT')).body.doc.slug).toBe('chi-thi-08-ct-stttt-so-thong-tin-va-truyen-thong')
    expect(await post('Số: 8 / CT–STTTT')).toMatchObject({ status: 409, body: { code: 'number-taken' } })
    expect((await post('08/CT-STTTT', '2012-01-11')).status).toBe(201)
  })

  it('a taken address is refused when given by hand and numbered when it comes from the title', async () => {
    await readyNews(cms, { title: 'Cùng một tên' })
    const second = await cms.as.editor('POST', '/api/news', { title: 'Cùng một tên' })
    expect(second.body.doc.slug).toBe('cung-mot-ten-2')
    expect(
      await cms.as.editor('POST', '/api/news', { title: 'Tên khác', slug: 'cung-mot-ten' }),
    ).toMatchObject({ status: 409, body: { code: 'address-taken' } })
  })

  it('an unedited address follows the title until the item is live', async () => {
    const { body } = await cms.as.editor('POST', '/api/news', { title: 'Tên ban đầu' })
    const renamed = await cms.as.editor('PATCH', `/api/news/${body.doc.id}`, { title: 'Tên về sau' })
    expect(renamed.body.doc.slug).toBe('ten-ve-sau')
  })

  it('a save from a stale form is refused', async () => {
    const { body } = await cms.as.editor('POST', '/api/news', { title: 'Hai cửa sổ' })
    const { lockVersion } = body.doc
    expect(
      (await cms.as.editor('PATCH', `/api/news/${body.doc.id}`, { lead: 'một', lockVersion })).status,
    ).toBe(200)
    expect(
      await cms.as.editor('PATCH', `/api/news/${body.doc.id}`, { lead: 'hai', lockVersion }),
    ).toMatchObject({ status: 409, body: { code: 'stale-form' } })
  })

  it('files that are not what they say are refused', async () => {
    const upload = (collection: string, name: string, type: string, content: string) => {
      const form = new FormData()
      form.set('_payload', JSON.stringify(collection === 'media' ? { alt: 'Ảnh' } : { title: 'Tệp' }))
      form.set('file', new Blob([content], { type }), name)
      return cms.as.editor('POST', `/api/${collection}`, form)
    }
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>'
    expect(await upload('media', 'a.svg', 'image/svg+xml', svg)).toMatchObject({
      status: 422,
      body: { code: 'bad-file' },
    })
    expect(await upload('media', 'a.png', 'image/png', svg)).toMatchObject({
      status: 422,
      body: { code: 'bad-file' },
    })
    expect(await upload('files', 'a.pdf', 'application/pdf', 'MZ không phải pdf')).toMatchObject({
      status: 422,
      body: { code: 'bad-file' },
    })
    expect(await upload('files', 'a.html', 'text/html', '<script>1</script>')).toMatchObject({
      status: 422,
      body: { code: 'bad-file' },
    })
    expect((await upload('files', 'a.txt', 'text/plain', 'Chữ thường')).status).toBe(201)
  })
})

describe('doors that stay closed', () => {
  it('another agency’s item can neither be read, changed, stepped nor deleted', async () => {
    const id = await readyNews(cms, { title: 'Tin của sở này' })
    const ask = cms.as.otherEditor
    for (const refused of [
      await ask('GET', `/api/news/${id}`),
      await ask('PATCH', `/api/news/${id}`, { title: 'cướp' }),
      await ask('DELETE', `/api/news/${id}`),
      await ask('GET', `/api/news/${id}/workflow`),
      await ask('GET', `/api/news/${id}/publication`),
      await ask('POST', `/api/news/${id}/transition`, { action: 'submit', revision: 'x' }),
      await ask('POST', `/api/news/${id}/duplicate`),
    ]) {
      expect(refused.status).toBeGreaterThanOrEqual(403)
      expect(refused.status).toBeLessThan(500)
    }
    const list = await ask('GET', '/api/news?limit=0')
    expect(list.body.docs.every((doc: { agency: unknown }) => doc.agency === cms.otherAgency)).toBe(true)
    expect((await cms.as.homeless('GET', '/api/news?limit=0')).body.totalDocs).toBe(0)
    expect((await cms.as.homeless('POST', '/api/news', { title: 'Không cơ quan' })).status).toBe(403)
  })

  it('anonymous people see nothing and write nothing', async () => {
    const id = await readyNews(cms, { title: 'Tin kín' })
    const ask = cms.as.anonymous
    for (const slug of [
      'news',
      'documents',
      'agencies',
      'topics',
      'settings',
      'media',
      'files',
      'users',
      'editions',
      'publications',
      'audit-events',
      'addresses',
    ]) {
      expect((await ask('GET', `/api/${slug}`)).status).toBe(403)
      expect((await ask('POST', `/api/${slug}`, {})).status).toBeGreaterThanOrEqual(400)
    }
    expect((await ask('GET', `/api/news/${id}/workflow`)).status).toBe(401)
    expect((await ask('POST', `/api/news/${id}/transition`, { action: 'approve' })).status).toBe(401)
    expect((await ask('POST', '/api/users/first-register', { email: 'a@b.vn', password: 'x' })).status).toBe(
      404,
    )
    expect((await ask('POST', '/api/graphql', { query: '{__typename}' })).status).toBe(404)
  })

  it('ledgers are closed to everyone, administrators too', async () => {
    for (const slug of ['editions', 'publications', 'audit-events', 'addresses', 'mails']) {
      for (const name of ['editor', 'moderator', 'administrator'] as const) {
        expect((await cms.as[name]('POST', `/api/${slug}`, { item: 'x' })).status).toBe(403)
        expect(
          (await cms.as[name]('PATCH', `/api/${slug}?where[id][exists]=true`, { item: 'x' })).status,
        ).toBe(403)
        expect((await cms.as[name]('DELETE', `/api/${slug}?where[id][exists]=true`)).status).toBe(403)
      }
    }
  })

  it('restoring an old version or copying an item never brings a public state along', async () => {
    const id = await readyNews(cms, { title: 'Tin có phiên bản' })
    await step(cms.as.editor, id, 'submit')
    await step(cms.as.moderator, id, 'approve')
    await cms.as.editor('PATCH', `/api/news/${id}`, { title: 'Sửa sau khi đăng' })
    const versions = await cms.as.editor(
      'GET',
      `/api/news/versions?where[parent][equals]=${id}&sort=createdAt`,
    )
    const restored = await cms.as.editor('POST', `/api/news/versions/${versions.body.docs[0].id}`)
    expect(restored.status).toBe(200)
    expect(await workflowOf(id)).toMatchObject({ state: 'draft', publicState: 'live' })
    const copy = await cms.as.editor('POST', `/api/news/${id}/duplicate`)
    expect(copy.body.doc).toMatchObject({
      state: 'draft',
      publicState: 'none',
      editionCount: 0,
      liveEdition: null,
    })
    expect(copy.body.doc.slug).not.toBe('tin-co-phien-ban')
  })

  it('bulk updates respect agencies and locks', async () => {
    const id = await readyNews(cms, { title: 'Tin đang chờ' })
    await step(cms.as.editor, id, 'submit')
    await cms.as.moderator('PATCH', `/api/news?where[id][equals]=${id}`, { title: 'Đổi hàng loạt' })
    expect((await cms.as.moderator('GET', `/api/news/${id}`)).body.title).toBe('Tin đang chờ')
  })

  it('editors cannot promote themselves, and a switched-off account is out at once', async () => {
    expect((await cms.as.editor('PATCH', `/api/users/${cms.ids.editor}`, { role: 'moderator' })).status).toBe(
      403,
    )
    await cms.as.administrator('PATCH', `/api/users/${cms.ids.homeless}`, { isDisabled: true })
    expect((await cms.as.homeless('GET', '/api/news')).status).toBe(403)
  })

  it('addresses without anything, and numbers beyond reason, are answered with a code', async () => {
    for (const [target, status] of [
      ['/api/payload-migrations', 404],
      ['/api/payload-jobs/run', 404],
      ['/api/news/khong-co', 404],
      ['/api/news?page=9e20', 400],
      ['/api/news?limit=-1', 400],
      [`/api/news?where[title][equals]=${'a'.repeat(9000)}`, 400],
    ] as const) {
      const answer = await cms.as.editor('GET', target)
      expect([target, answer.status, typeof answer.body.code]).toEqual([target, status, 'string'])
    }
  })

  it('requests from another origin are refused', async () => {
    const refused = await cms.as.editor(
      'POST',
      '/api/news',
      { title: 'x' },
      { origin: 'https://so.tinh.example' },
    )
    expect(refused.status).toBe(403)
  })
})
