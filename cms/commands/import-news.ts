import { readFile } from 'node:fs/promises'
import type { Payload } from 'payload'
import { formatMoment } from '#domain/dates.ts'
import { env } from '../env.ts'
import { parseLegacyNews, type LegacyNews } from '../intake/legacy-news.ts'
import { richTextOfParagraphs } from '../intake/rich-text-of-paragraphs.ts'
import { CommandError, textOption, type Command } from './command.ts'
import { agencyForImport, personByEmail, type Importer } from './importer.ts'
import { withPayload } from './with-payload.ts'

const help = `
Cách dùng: npm run portal -- import news TỆP --as THƯ_ĐIỆN_TỬ [--agency CƠ_QUAN] [--again]

Nhập một tin từ tệp xuất của cổng cũ (văn bản UTF-8: tiêu đề, ngày giờ, các đoạn, nguồn) thành bản nháp của
người được nêu. Không có gì được đăng; điều không tự quyết được sẽ được liệt kê để người đó xem lại.

  --as       thư điện tử của người nhập; tin thuộc cơ quan của người này
  --agency   cơ quan của tin: bắt buộc với Ban biên tập, hoặc khi người nhập thuộc nhiều cơ quan muốn chọn
  --again    vẫn nhập dù tin này đã được nhập trước đó
`

export const importNews: Command = {
  help,
  options: { as: { type: 'string' }, agency: { type: 'string' }, again: { type: 'boolean' } },
  operands: ['tên tệp cần nhập'],
  async run({ values, operands: [file = ''] }) {
    const email = textOption(values, 'as')
    const article = parseLegacyNews(await bytesOf(file))
    const created = await withPayload(async (payload) => {
      const person = await personByEmail(payload, email)
      const agency = await agencyForImport(
        payload,
        person,
        typeof values.agency === 'string' ? values.agency : undefined,
      )
      if (values.again !== true) await refuseSecondImport(payload, article, agency)
      return createDraft(payload, { article, person, agency })
    })
    process.stdout.write(reportOf(article, created))
    return 0
  },
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new CommandError(`Không có tệp “${file}”.`, { cause })
    if (code === 'EISDIR') throw new CommandError(`“${file}” là thư mục. Hãy nêu một tệp.`, { cause })
    throw cause
  }
}

async function refuseSecondImport(
  payload: Payload,
  { title, originallyPublishedAt }: LegacyNews,
  agency: string,
): Promise<void> {
  const { docs } = await payload.find({
    collection: 'news',
    where: { and: [{ title: { equals: title } }, { agency: { equals: agency } }] },
    depth: 0,
    limit: 50,
    overrideAccess: true,
  })
  const same = (docs as unknown as { id: string; originallyPublishedAt?: string | null }[]).find(
    (item) => (item.originallyPublishedAt ?? '') === (originallyPublishedAt ?? ''),
  )
  if (!same) return
  throw new CommandError('Tin này đã được nhập trước đó. Không nhập thêm; muốn nhập lại thì thêm --again.', {
    details: [addressOf(same.id)],
  })
}

/** Made as that person: their rights decide, and they count among those who wrote it. */
async function createDraft(
  payload: Payload,
  { article, person, agency }: { article: LegacyNews; person: Importer; agency: string },
): Promise<string> {
  const { title, originallyPublishedAt, paragraphs, source, notices } = article
  const draft = await payload.create({
    collection: 'news',
    data: { title, originallyPublishedAt, source, agency, body: richTextOfParagraphs(paragraphs) },
    user: person,
    overrideAccess: false,
    context: { importNotices: notices },
  })
  return String((draft as { id: unknown }).id)
}

const addressOf = (id: string): string => `${env.CMS_URL}/admin/collections/news/${id}`

function reportOf({ title, originallyPublishedAt, source, notices }: LegacyNews, id: string): string {
  const facts = [
    `Đã tạo bản nháp “${title}”`,
    `  Mã:        ${id}`,
    `  Đăng gốc:  ${originallyPublishedAt ? formatMoment(originallyPublishedAt) : 'chưa rõ'}`,
    `  Nguồn:     ${source ?? 'chưa rõ'}`,
  ]
  const review =
    notices.length > 0
      ? ['Cần xem lại:', ...notices.map(({ message }) => `  • ${message}`)]
      : ['Không có điểm nào cần xem lại.']
  return [...facts, ...review, `Soạn tiếp tại: ${addressOf(id)}`, ''].join('\n')
}
