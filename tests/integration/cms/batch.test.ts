import '#tests/support/cms-folders.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Payload } from 'payload'
import { sealAuditEvents } from '#cms/jobs/audit-seal.ts'
import { verifyAuditChain, verifyEditionChains } from '#cms/jobs/verify-chains.ts'
import { enterBatch, type BatchItem } from '#cms/workflow/batch.ts'
import { editionSeal, type EditionRow } from '#cms/workflow/editions.ts'
import { bodyOf, openTestCms, step, type TestCms } from '#tests/support/cms.ts'

let cms: TestCms
let people: { writer: never; approver: never }
let agency: string
let topic: string

beforeAll(async () => {
  cms = await openTestCms()
  const user = async (id: string) =>
    ({ ...(await cms.payload.findByID({ collection: 'users', id, depth: 0 })), collection: 'users' }) as never
  people = { writer: await user(cms.ids.moderator), approver: await user(cms.ids.secondModerator) }
  const { entered } = await enter([
    { collection: 'agencies', data: { name: 'Ủy ban nhân dân tỉnh', kind: 'ubnd-tinh' } },
    { collection: 'topics', data: { name: 'Y tế' } },
  ])
  ;[agency, topic] = entered.map(({ id }) => id) as [string, string]
})
afterAll(() => cms.close())

const enter = (items: BatchItem[]) => enterBatch({ payload: cms.payload, ...people, items })

const newsOf = (title: string, more: Record<string, unknown> = {}): BatchItem => ({
  collection: 'news',
  data: {
    ...{ title, lead: 'Một câu tóm tắt.', body: bodyOf('Nội dung của tin.'), agency, topics: [topic] },
    originallyPublishedAt: '2011-05-12T08:00:00+07:00',
    ...more,
  },
})

const directiveOf = (number: string, more: Record<string, unknown> = {}): BatchItem => ({
  collection: 'documents',
  data: {
    ...{ family: 'directive', type: 'CT', number, issuer: agency, issuedOn: '2011-05-12', fields: [topic] },
    abstract: 'Về việc tăng cường ứng dụng công nghệ thông tin',
    body: bodyOf('Toàn văn.'),
    ...more,
  },
})

/** The same through the form, `submit` and `approve`. */
async function bySteps({ collection, data }: BatchItem): Promise<string> {
  const made = await cms.as.moderator('POST', `/api/${collection}`, data)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const id = String(made.body.doc.id)
  expect((await step(cms.as.moderator, id, 'submit', {}, collection)).status).toBe(200)
  expect((await step(cms.as.secondModerator, id, 'approve', {}, collection)).status).toBe(200)
  return id
}

const rowsOf = async (payload: Payload, collection: string, item: string, field = 'item') => {
  const { docs } = await payload.db.find<Record<string, any>>({
    collection: collection,
    where: { [field]: { equals: item } },
    limit: 0,
    pagination: false,
  })
  return docs
}

/**
 * Everything that was written about an item, without what must differ: ids, times, the words in `own`, and that
 * a batch tells nobody by mail (a test of its own).
 */
async function traces(collection: string, item: string, own: readonly string[]) {
  const { payload } = cms
  const [editions, publications, addresses, events] = await Promise.all(
    ['editions', 'publications', 'addresses', 'audit-events'].map((ledger) => rowsOf(payload, ledger, item)),
  )
  const versions = await payload.db.findVersions<Record<string, unknown>>({
    collection: collection,
    where: { parent: { equals: item } },
    pagination: false,
  })
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare)
    if (typeof value === 'string') return own.reduce((text, word) => text.replaceAll(word, '*'), value)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name, inner]) => inner !== null && inner !== undefined && !unlike.test(name))
        .map(([name, inner]) => [name, bare(inner)]),
    )
  }
  const sorted = (events ?? []).sort((a, b) => String(a.at).localeCompare(String(b.at)))
  const rows = { copy: await rowsOf(payload, collection, item, 'id'), versions: versions.docs }
  return bare({ ...rows, editions, publications, addresses, events: sorted })
}
const unlike =
  /^(id|parent|createdAt|updatedAt|at|submittedAt|approvedAt|requestedAt|dueAt|edition|liveEdition|hash|revision|seal|previousSeal|number|isSealed|isTold)$/

it('a batch writes exactly what single steps write', async () => {
  const stepped = await bySteps(newsOf('Khám bệnh miễn phí ở đảo Cô Tô'))
  const { entered } = await enter([newsOf('Khám bệnh miễn phí ở đảo Quan Lạn')])
  const id = entered[0]?.id ?? ''
  expect(await traces('news', id, [id, 'đảo Quan Lạn', 'dao-quan-lan'])).toEqual(
    await traces('news', stepped, [stepped, 'đảo Cô Tô', 'dao-co-to']),
  )
})

it('a batch tells nobody by mail, where a single step does', async () => {
  const { entered } = await enter([newsOf('Tin nhập từ trang cũ')])
  const stepped = await bySteps(newsOf('Tin đi từng bước'))
  const told = async (item: string) => ({
    mails: (await rowsOf(cms.payload, 'mails', item)).length,
    isTold: (await rowsOf(cms.payload, 'publications', item)).map(({ isTold }) => isTold as boolean | null),
  })
  expect(await told(entered[0]?.id ?? '')).toEqual({ mails: 0, isTold: [null] })
  expect(await told(stepped)).toEqual({ mails: 1, isTold: [false] })
})

it('a document keeps its relations, and its number key', async () => {
  const relations = [{ type: 'replaces', targetText: 'Chỉ thị 01/CT-UBND' }]
  const stepped = await bySteps(directiveOf('07/CT-UBND', { relations }))
  const { entered } = await enter([directiveOf('08/CT-UBND', { relations })])
  const id = entered[0]?.id ?? ''
  expect(await traces('documents', id, [id, 'thi-08-ct', '08/CT', '/8/CT'])).toEqual(
    await traces('documents', stepped, [stepped, 'thi-07-ct', '07/CT', '/7/CT']),
  )
})

it('a part of the site has no address in a batch either, and there is one of each', async () => {
  const { entered: news } = await enter([newsOf('Tin mà menu dẫn tới')])
  const links = [
    { target: 'news', news: news[0]?.id },
    { target: 'section', section: 'news' },
  ]
  const menu: BatchItem = { collection: 'settings', data: { kind: 'menu', menu: links } }
  const { entered, refused } = await enter([menu, menu])
  expect(refused.map(({ index, error }) => [index, error.code])).toEqual([[1, 'kind-taken']])
  const id = entered[0]?.id ?? ''
  expect(await rowsOf(cms.payload, 'addresses', id)).toEqual([])
  const [edition] = await rowsOf(cms.payload, 'editions', id)
  expect(edition).toMatchObject({
    title: 'Menu',
    content: { kind: 'menu', slug: 'menu', menu: [{ item: `news/${news[0]?.id}` }, { section: 'news' }] },
  })
  expect((await cms.as.moderator('POST', '/api/settings', { kind: 'menu' })).status).toBe(409)
  // The next step of the form starts from the same content.
  const { body } = await cms.as.moderator('GET', `/api/settings/${id}/workflow`)
  expect(body).toMatchObject({ state: 'published', publicState: 'live', revision: edition?.hash })
})

it('editions of a batch are sealed as single ones, and the chains hold', async () => {
  const { entered } = await enter([newsOf('Tin thứ nhất'), newsOf('Tin thứ hai')])
  for (const { id } of entered) {
    const [edition] = (await rowsOf(cms.payload, 'editions', id)) as EditionRow[]
    expect(edition && editionSeal(edition)).toBe(edition?.seal)
  }
  while ((await sealAuditEvents(cms.payload)) > 0);
  expect((await verifyAuditChain(cms.payload)).broken).toBeNull()
  expect((await verifyEditionChains(cms.payload)).broken).toBeNull()
})

it('two items with one title get two addresses, also when the other one was there before', async () => {
  await enter([newsOf('Họp báo thường kỳ'), newsOf('Họp báo thường kỳ')])
  const { entered } = await enter([newsOf('Họp báo thường kỳ')])
  const rows = await rowsOf(cms.payload, 'addresses', entered[0]?.id ?? '')
  expect(rows.map(({ path }) => path)).toEqual(['/tin-tuc/hop-bao-thuong-ky-3/'])
})

it('a bad item is refused with its reasons and the others go on', async () => {
  const before = await cms.payload.count({ collection: 'news' })
  const { entered, refused } = await enter([
    newsOf('Tin tốt'),
    newsOf('Tin không có nội dung', { body: null }),
    newsOf('Tin của cơ quan không có thật', { agency: crypto.randomUUID() }),
    newsOf('Tin ghi cả trạng thái', { state: 'published' }),
    newsOf('Tin dài', { lead: 'dài '.repeat(5000) }),
    directiveOf('09/CT-UBND'),
    directiveOf('9/CT-UBND'),
  ])
  expect(entered.map(({ index }) => index)).toEqual([0, 5])
  expect(refused.map(({ index, error }) => [index, error.code])).toEqual([
    [1, 'not-ready'],
    [2, 'invalid-content'],
    [3, 'read-only-field'],
    [4, 'invalid-content'],
    [6, 'number-taken'],
  ])
  expect((await cms.payload.count({ collection: 'news' })).totalDocs).toBe(before.totalDocs + 1)
})

it('an item may name one that stands before it in the batch, not one that was refused', async () => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
  const { entered, refused } = await enter([
    { ...directiveOf('11/CT-UBND'), id: first },
    { ...directiveOf('12/CT-UBND', { abstract: '' }), id: second },
    newsOf('Tin nói về chỉ thị 11', { aboutDocuments: [first] }),
    newsOf('Tin nói về chỉ thị 12', { aboutDocuments: [second] }),
  ])
  expect(entered.map(({ index }) => index)).toEqual([0, 2])
  expect(refused.map(({ index, error }) => [index, error.code])).toEqual([
    [1, 'not-ready'],
    [3, 'invalid-content'],
  ])
})

it('one person alone enters nothing', async () => {
  const alone = { ...people, approver: people.writer }
  const { entered, refused } = await enterBatch({
    payload: cms.payload,
    ...alone,
    items: [newsOf('Tự duyệt')],
  })
  expect({ entered, codes: refused.map(({ error }) => error.code) }).toEqual({
    entered: [],
    codes: ['own-text'],
  })
})

it('a failure while writing takes the whole batch back', async () => {
  const id = crypto.randomUUID()
  const counts = () =>
    Promise.all(
      (['news', 'editions', 'addresses', 'publications', 'audit-events'] as const).map(
        async (collection) => (await cms.payload.count({ collection })).totalDocs,
      ),
    )
  const before = await counts()
  await expect(
    enter([{ ...newsOf('Tin A'), id }, newsOf('Tin B'), { ...newsOf('Tin C'), id }]),
  ).rejects.toThrow()
  expect(await counts()).toEqual(before)
})

it('a process that is killed leaves whole batches only', async () => {
  const size = 25
  const counts = () =>
    Promise.all(
      (['news', 'editions', 'addresses', 'publications'] as const).map(
        async (collection) => (await cms.payload.count({ collection })).totalDocs,
      ),
    )
  const before = await counts()
  const script = path.join(import.meta.dirname, '../../fixtures/children/enter-batches.ts')
  const words = [cms.ids.moderator, cms.ids.secondModerator, agency, String(size)]
  const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  await new Promise((resolve) => setTimeout(resolve, 130))
  child.kill('SIGKILL')
  await once(child, 'exit')
  const more = (await counts()).map((count, index) => count - (before[index] ?? 0))
  expect(new Set(more).size).toBe(1)
  expect(more[0]).toBeGreaterThan(0)
  expect((more[0] ?? 0) % size).toBe(0)
}, 30_000)
