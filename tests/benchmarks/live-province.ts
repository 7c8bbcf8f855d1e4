/** Fills a folder with live articles through the workflow's own functions, for benchmarks that need a province of some size. */
import '#tests/support/cms-folders.ts'
import type { Payload } from 'payload'
import { openPayload } from '#cms/payload.ts'
import { freeze } from '#cms/workflow/content/content-of.ts'
import { readWorkingCopy } from '#cms/workflow/item.ts'
import { transition } from '#cms/workflow/transition.ts'
import type { PublicCollection } from '#domain/collections.ts'
import { bodyOf, password } from '#tests/support/cms.ts'

type Row = Record<string, unknown> & { id: unknown }
export type Province = {
  payload: Payload
  agency: string
  topic: string
  /** Dated years ago unless it is to appear as news of today. */
  writeNews(index: number, options?: { isNew?: boolean }): Promise<string>
  take: Take
}
type Take = (collection: PublicCollection, id: string, action: 'submit' | 'approve') => Promise<void>

export async function fillProvince(
  items: number,
  report: (done: number) => void = () => {},
): Promise<Province> {
  const payload = await openPayload()
  const create = async (collection: string, data: Record<string, unknown>, user?: Row) =>
    (await payload.create({
      collection: collection as never,
      data: data,
      ...(user ? { user: user, overrideAccess: false } : {}),
    })) as Row
  const person = async (name: string) => ({
    ...(await create('users', { name, email: `${name}@tinh.example`, password, role: 'moderator' })),
    collection: 'users',
  })
  const [writer, moderator] = [await person('writer'), await person('moderator')]
  const take: Take = async (collection, id, action) => {
    const item = await readWorkingCopy(payload, collection, id)
    if (!item) throw new Error(`no ${collection}/${id}`)
    const { revision } = await freeze(payload, collection, item)
    await transition({
      payload,
      collection,
      id,
      user: (action === 'submit' ? writer : moderator) as never,
      input: { action, revision },
    })
  }
  const live = async (collection: PublicCollection, data: Record<string, unknown>) => {
    const id = String((await create(collection, data, writer)).id)
    await take(collection, id, 'submit')
    await take(collection, id, 'approve')
    return id
  }
  const agency = await live('agencies', { name: 'Sở Thông tin và Truyền thông', kind: 'so' })
  const topic = await live('topics', { name: 'Công nghệ thông tin' })
  const paragraph =
    'Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành và địa phương tiếp tục đưa công nghệ thông tin vào công việc hằng ngày, gắn với cải cách hành chính và phục vụ người dân. '
  const writeNews = async (index: number, { isNew = false } = {}) => {
    const month = String((index % 12) + 1).padStart(2, '0')
    const row = await create(
      'news',
      {
        title: `Tin số ${index} về ứng dụng công nghệ thông tin`,
        lead: 'Một câu tóm tắt nội dung của tin.',
        body: bodyOf(paragraph.repeat(12)),
        agency,
        topics: [topic],
        ...(isNew ? {} : { originallyPublishedAt: `${2001 + (index % 10)}-${month}-15T08:00:00+07:00` }),
      },
      writer,
    )
    return String(row.id)
  }
  for (let index = 0; index < items; index += 1) {
    const id = await writeNews(index)
    await take('news', id, 'submit')
    await take('news', id, 'approve')
    if (index % 100 === 99) report(index + 1)
  }
  return { payload, agency, topic, writeNews, take }
}
