import '#tests/support/cms-folders.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, openTestCms, readyNews, step, type TestCms } from '#tests/support/cms.ts'
import { sealAuditEvents } from '#cms/jobs/audit-seal.ts'
import { editionSeal, editionsOf } from '#cms/workflow/editions.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms()
})
afterAll(() => cms.close())

const item = async (id: string, as: keyof TestCms['as'] = 'editor') =>
  (await cms.as[as]('GET', `/api/news/${id}`)).body
const workflow = async (id: string) => (await cms.as.moderator('GET', `/api/news/${id}/workflow`)).body
const comparison = (id: string, wanted: string, as: keyof TestCms['as'] = 'moderator') =>
  cms.as[as]('GET', `/api/news/${id}/comparison?with=${wanted}`)
const changedFields = (body: Record<string, any>) => body.changes.map(({ field }: { field: string }) => field)
const events = async (id: string) =>
  (await cms.as.moderator('GET', `/api/audit-events?where[item][equals]=${id}&sort=at`)).body.docs

const reasons = [
  { field: 'title', text: 'thiếu “trên địa bàn tỉnh”' },
  { field: 'body', text: 'chưa nêu căn cứ' },
  { text: 'xem lại cách xưng hô' },
]

/** Returned for three reasons, then put right in part and submitted again. */
async function resubmitted(title: string): Promise<string> {
  const id = await readyNews(cms, { title })
  await step(cms.as.editor, id, 'submit')
  await step(cms.as.moderator, id, 'return', { note: 'Cần sửa ba chỗ', reasons })
  await cms.as.editor('PATCH', `/api/news/${id}`, { title: `${title} trên địa bàn tỉnh` })
  await step(cms.as.editor, id, 'submit')
  return id
}

describe('reasons of a return', () => {
  it('are told with their fields, stay through the next submission and end with the approval', async () => {
    const id = await readyNews(cms, { title: 'Tin có lý do' })
    await step(cms.as.editor, id, 'submit')
    const seen = (await workflow(id)).revision
    expect(await step(cms.as.moderator, id, 'return', { note: 'Cần sửa', reasons })).toMatchObject({
      status: 200,
      body: { state: 'returned' },
    })
    expect(await item(id)).toMatchObject({
      returnNote: 'Cần sửa',
      returned: {
        revision: seen,
        byName: 'moderator',
        note: 'Cần sửa',
        reasons: [
          { id: '1', ...reasons[0] },
          { id: '2', ...reasons[1] },
          { id: '3', ...reasons[2] },
        ],
      },
    })
    expect(await item(id)).not.toHaveProperty('returnedContent')
    await cms.as.editor('PATCH', `/api/news/${id}`, { lead: 'Đã sửa.' })
    await step(cms.as.editor, id, 'submit')
    expect((await item(id)).returned.reasons).toHaveLength(3)
    await step(cms.as.moderator, id, 'approve')
    expect((await item(id)).returned).toBeNull()
    const approval = (await events(id)).at(-1)
    expect(approval).toMatchObject({ action: 'approve', details: { returned: { reasons } } })
  })

  it('a note alone is one reason about the item as a whole', async () => {
    const id = await readyNews(cms, { title: 'Tin chỉ có lời nhắn' })
    await step(cms.as.editor, id, 'submit')
    await step(cms.as.moderator, id, 'return', { note: 'Viết lại cho dễ hiểu' })
    expect((await item(id)).returned.reasons).toEqual([{ id: '1', text: 'Viết lại cho dễ hiểu' }])
  })

  it('a return without a note is refused, and so is a reason about a field that does not exist', async () => {
    const id = await readyNews(cms, { title: 'Tin có lý do sai' })
    await step(cms.as.editor, id, 'submit')
    expect(await step(cms.as.moderator, id, 'return', { reasons })).toMatchObject({
      status: 422,
      body: { code: 'missing-note' },
    })
    const refused = await step(cms.as.moderator, id, 'return', {
      note: 'Sửa',
      reasons: [
        { field: 'tieuDe', text: 'sai' },
        { field: 'lead', text: '  ' },
      ],
    })
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-content' } })
    expect(refused.body.problems.map(({ field }: { field: string }) => field)).toEqual([
      'reasons.0.field',
      'reasons.1.text',
    ])
    const strange = await step(cms.as.moderator, id, 'return', {
      note: 'Sửa',
      reasons: [{ text: 'a', ai: 'b' }],
    })
    expect(strange).toMatchObject({ status: 422, body: { problems: [{ field: 'reasons.0.ai' }] } })
    expect((await workflow(id)).state).toBe('submitted')
  })

  it('cannot be written by a save', async () => {
    const id = await readyNews(cms, { title: 'Tin bị sửa lý do' })
    const refused = await cms.as.editor('PATCH', `/api/news/${id}`, { returned: { reasons: [] } })
    expect(refused).toMatchObject({ status: 403, body: { code: 'read-only-field' } })
  })

  it('discarding the working copy ends them', async () => {
    const id = await readyNews(cms, { title: 'Tin bị bỏ bản soạn' })
    await step(cms.as.editor, id, 'submit')
    await step(cms.as.moderator, id, 'approve')
    await cms.as.editor('PATCH', `/api/news/${id}`, { lead: 'Sửa thử.' })
    await step(cms.as.editor, id, 'submit')
    await step(cms.as.moderator, id, 'return', { note: 'Không cần sửa', reasons })
    await step(cms.as.editor, id, 'discard')
    expect((await item(id)).returned).toBeNull()
  })

  it('events that carry reasons are sealed with them', async () => {
    while ((await sealAuditEvents(cms.payload)) > 0);
    const { docs } = await cms.payload.db.find<Record<string, any>>({
      collection: 'audit-events',
      where: { action: { equals: 'return' } },
      limit: 0,
      pagination: false,
    })
    const { auditSeal } = await import('#cms/jobs/audit-seal.ts')
    const event = docs.find(({ details }) => details)
    if (!event) throw new Error('no sealed return')
    const seal = (changed: object) =>
      auditSeal({ ...event, ...changed } as never, Number(event.number), String(event.previousSeal))
    expect(seal({})).toBe(event.seal)
    expect(seal({ details: { returned: { reasons: [] } } })).not.toBe(event.seal)
  })
})

describe('ticking a reason off', () => {
  it('is kept with who and when, until the text moves', async () => {
    const id = await resubmitted('Tin được đánh dấu')
    const { revision } = await workflow(id)
    const ticked = await cms.as.secondModerator('POST', `/api/news/${id}/reasons`, {
      reason: '1',
      isFixed: true,
      revision,
    })
    expect(ticked.status).toBe(200)
    expect((await workflow(id)).returned.reasons[0]).toMatchObject({
      tick: { isFixed: true, byName: 'secondModerator', revision },
    })
    await step(cms.as.editor, id, 'recall')
    await cms.as.editor('PATCH', `/api/news/${id}`, { lead: 'Lại sửa.' })
    await step(cms.as.editor, id, 'submit')
    const again = await workflow(id)
    expect(again.revision).not.toBe(revision)
    expect(again.returned.reasons[0].tick.revision).toBe(revision)
    const stale = { reason: '1', isFixed: true, revision }
    expect(await cms.as.moderator('POST', `/api/news/${id}/reasons`, stale)).toMatchObject({
      status: 409,
      body: { code: 'moved-on' },
    })
  })

  it('an approval is not refused for reasons that nobody ticked, and the ledger shows which', async () => {
    const id = await resubmitted('Tin duyệt khi chưa đánh dấu')
    const { revision } = await workflow(id)
    await cms.as.moderator('POST', `/api/news/${id}/reasons`, { reason: '2', isFixed: true, revision })
    expect((await step(cms.as.moderator, id, 'approve')).status).toBe(200)
    const { details } = (await events(id)).at(-1)
    expect(details.returned.reasons.map(({ tick }: { tick?: object }) => Boolean(tick))).toEqual([
      false,
      true,
      false,
    ])
  })

  it('two reviewers who tick at the same moment both count', async () => {
    const id = await resubmitted('Tin hai người đánh dấu')
    const { revision } = await workflow(id)
    await Promise.all([
      cms.as.moderator('POST', `/api/news/${id}/reasons`, { reason: '1', isFixed: true, revision }),
      cms.as.secondModerator('POST', `/api/news/${id}/reasons`, { reason: '3', isFixed: false, revision }),
    ])
    const { returned } = await workflow(id)
    expect(returned.reasons.map(({ tick }: { tick?: { isFixed: boolean } }) => tick?.isFixed)).toEqual([
      true,
      undefined,
      false,
    ])
  })

  it('is for reviewers, while the item is under review, for reasons that exist', async () => {
    const id = await resubmitted('Tin không ai khác đánh dấu')
    const { revision } = await workflow(id)
    const tick = { reason: '1', isFixed: true, revision }
    const path = `/api/news/${id}/reasons`
    expect((await cms.as.anonymous('POST', path, tick)).status).toBe(401)
    expect((await cms.as.editor('POST', path, tick)).status).toBe(403)
    expect((await cms.as.administrator('POST', path, tick)).status).toBe(403)
    expect((await cms.as.moderator('POST', path, { ...tick, reason: '9' })).status).toBe(404)
    expect((await cms.as.moderator('POST', path, { ...tick, by: 'x' })).status).toBe(400)
    await step(cms.as.moderator, id, 'return', { note: 'Vẫn chưa được' })
    expect(await cms.as.moderator('POST', path, tick)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    })
  })
})

describe('what changed', () => {
  it('since the live edition, since the last return, and since any edition', async () => {
    const id = await readyNews(cms, { title: 'Tin so sánh', topics: [cms.topic] })
    await step(cms.as.editor, id, 'submit')
    const first = await step(cms.as.moderator, id, 'approve')
    await cms.as.editor('PATCH', `/api/news/${id}`, { lead: 'Một câu tóm tắt dài hơn.' })
    await step(cms.as.editor, id, 'submit')
    const returnedRevision = (await workflow(id)).revision
    await step(cms.as.moderator, id, 'return', {
      note: 'Sửa nội dung',
      reasons: [{ field: 'body', text: 'thiếu' }],
    })
    await cms.as.editor('PATCH', `/api/news/${id}`, { body: bodyOf('Nội dung đầy đủ của tin.') })
    await step(cms.as.editor, id, 'submit')

    const live = (await comparison(id, 'live')).body
    expect(live).toMatchObject({
      revision: (await workflow(id)).revision,
      base: { kind: 'live', number: 1, revision: first.body.revision },
      hasReturn: true,
    })
    expect(changedFields(live)).toEqual(['lead', 'body'])
    expect(live.changes[0]).toMatchObject({
      label: 'Tóm tắt (sapô)',
      kind: 'words',
      runs: [
        { kind: 'same', text: 'Một câu tóm tắt' },
        { kind: 'added', text: ' dài hơn' },
        { kind: 'same', text: '.' },
      ],
    })
    const sinceReturn = (await comparison(id, 'return')).body
    expect(sinceReturn.base).toMatchObject({ kind: 'return', revision: returnedRevision })
    expect(changedFields(sinceReturn)).toEqual(['body'])
    expect(changedFields((await comparison(id, 'edition:1')).body)).toEqual(['lead', 'body'])
    expect((await comparison(id, 'edition:7')).status).toBe(404)
    expect(await comparison(id, 'hôm qua')).toMatchObject({ status: 400, body: { code: 'broken-request' } })
  })

  it('without anything live, everything is new', async () => {
    const id = await readyNews(cms, { title: 'Tin chưa có bản nào' })
    const { body } = await comparison(id, 'live')
    expect(body).toMatchObject({ base: null, hasLive: false, hasReturn: false, unchanged: [] })
    expect(changedFields(body)).toEqual(['title', 'lead', 'body', 'agency', 'topics', 'slug', 'language'])
  })

  it('names related items, without the words of a draft that the asker may not read', async () => {
    const secret = await cms.as.otherEditor('POST', '/api/documents', {
      family: 'directive',
      type: 'CT',
      number: '99/CT-SYT',
      abstract: 'Trích yếu chưa công khai',
      issuer: cms.otherAgency,
      issuedOn: '2011-05-11',
    })
    const id = await readyNews(cms, { title: 'Tin nhắc văn bản', agency: cms.agency })
    await cms.payload.db.updateOne({
      collection: 'news',
      id,
      data: { aboutDocuments: [secret.body.doc.id] },
      returning: false,
    })
    const entries = async (as: keyof TestCms['as']) =>
      (await comparison(id, 'live', as)).body.changes.find(
        ({ field }: { field: string }) => field === 'aboutDocuments',
      )?.entries[0].text
    expect(await entries('moderator')).toBe('Chỉ thị 99/CT-SYT ngày 11/05/2011')
    expect(await entries('editor')).toBe('mục chưa lên Cổng')
  })

  it('is told to those who may read the item, and to nobody else', async () => {
    const id = await readyNews(cms, { title: 'Tin chỉ người trong xem' })
    const statuses = await Promise.all(
      (['anonymous', 'otherEditor', 'homeless', 'editor', 'moderator', 'administrator'] as const).map(
        async (name) => (await comparison(id, 'live', name)).status,
      ),
    )
    expect(statuses).toEqual([401, 403, 403, 200, 200, 200])
    expect((await comparison('khong-co', 'live')).status).toBe(404)
  })
})

describe('how much an edition changed', () => {
  const next = async (id: string, lead: string, words: Record<string, unknown> = {}) => {
    await cms.as.editor('PATCH', `/api/news/${id}`, { lead })
    await step(cms.as.editor, id, 'submit')
    return step(cms.as.moderator, id, 'approve', words)
  }
  const kinds = async (id: string) =>
    (await editionsOf(cms.payload, 'news', id)).map(({ changeKind }) => changeKind)

  it('is what the reviewer says, else what is usual, and is sealed with the edition', async () => {
    const id = await readyNews(cms, { title: 'Tin đổi nhiều lần' })
    await next(id, 'Một.', { changeKind: 'minor' })
    await next(id, 'Hai.')
    await next(id, 'Ba.', { changeNote: 'Thêm số liệu' })
    await next(id, 'Bốn.', { changeNote: 'Chính tả', changeKind: 'minor' })
    await next(id, 'Năm.', { changeNote: 'Số xã là mười, không phải chín', changeKind: 'correction' })
    expect(await kinds(id)).toEqual(['major', 'minor', 'major', 'minor', 'correction'])
    const editions = await editionsOf(cms.payload, 'news', id)
    for (const edition of editions) expect(editionSeal(edition)).toBe(edition.seal)
    const last = editions.at(-1)
    if (!last) throw new Error('no edition')
    expect(editionSeal({ ...last, changeKind: 'minor' })).not.toBe(last.seal)
  })

  it('a correction says what was wrong, and there is none of what was never public', async () => {
    const id = await readyNews(cms, { title: 'Tin đính chính' })
    const early = await next(id, 'Một.', { changeKind: 'correction', changeNote: 'sai' })
    expect(early).toMatchObject({ status: 422, body: { problems: [{ field: 'changeKind' }] } })
    await step(cms.as.moderator, id, 'approve')
    expect(await next(id, 'Hai.', { changeKind: 'correction' })).toMatchObject({
      status: 422,
      body: { code: 'missing-note', problems: [{ field: 'changeNote' }] },
    })
    expect(await step(cms.as.moderator, id, 'approve', { changeKind: 'lớn' })).toMatchObject({ status: 400 })
    expect(await kinds(id)).toEqual(['major'])
  })

  it('editions from before kinds were kept stay verifiable', async () => {
    const id = await readyNews(cms, { title: 'Tin có từ trước' })
    await next(id, 'Một.')
    const [edition] = await editionsOf(cms.payload, 'news', id)
    if (!edition) throw new Error('no edition')
    const old = { ...edition, changeKind: undefined }
    expect(editionSeal({ ...old, changeKind: null })).toBe(editionSeal(old))
    expect(editionSeal(old)).not.toBe(edition.seal)
  })
})
