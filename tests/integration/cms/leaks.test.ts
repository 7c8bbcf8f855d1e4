import '#tests/support/cms-folders.ts'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '#cms/env.ts'
import { auditSeal, type SealedEvent } from '#cms/jobs/audit-seal.ts'
import { sha256Of, storedPath } from '#cms/uploads/content-store.ts'
import { editionSeal, type EditionRow } from '#cms/workflow/editions.ts'
import { enterBatch } from '#cms/workflow/batch.ts'
import { bodyOf, openTestCms, readyNews, step, type TestCms } from '#tests/support/cms.ts'
import {
  changedParagraph,
  commented,
  commentedParagraph,
  docx,
  paragraph,
  pdf,
  signed,
  xlsx,
  zipOf,
} from '#tests/support/office-files.ts'

type Finding = {
  id: string
  kind: string
  severity: string
  field: string
  excerpt: string
  message: string
  decided: { reason: string } | null
}

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms()
})
afterAll(() => cms.close())

const kinds: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  jpg: 'image/jpeg',
}

async function upload(name: string, bytes: Uint8Array, collection: 'files' | 'media' = 'files') {
  const form = new FormData()
  form.set('_payload', JSON.stringify(collection === 'files' ? { title: 'Tệp kèm' } : { alt: 'Ảnh' }))
  form.set('file', new Blob([new Uint8Array(bytes)], { type: kinds[name.replace(/^.*\./, '')] ?? '' }), name)
  return cms.as.editor('POST', `/api/${collection}`, form)
}

async function attached(name: string, bytes: Uint8Array, title = `Tin kèm ${name}`): Promise<string> {
  const { status, body } = await upload(name, bytes)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return readyNews(cms, { title, attachments: [body.doc.id] })
}

const findingsOf = async (id: string): Promise<Finding[]> =>
  (await cms.as.moderator('GET', `/api/news/${id}/workflow`)).body.findings
const decide = (findings: Finding[], reason = 'Số máy trực công khai') =>
  findings
    .filter(({ severity }) => severity === 'decide')
    .map(({ id }) => ({ finding: id, decision: 'publish', reason }))
const codes = (body: Record<string, any>): string[] =>
  (body.problems as { code: string }[]).map(({ code }) => code)
const countOf = async (collection: 'editions' | 'audit-events', item: string) =>
  (await cms.payload.count({ collection, where: { item: { equals: item } } })).totalDocs

describe('secrecy stamps', () => {
  it.each([
    ['in the text', () => readyNews(cms, { title: 'Báo cáo một', body: bodyOf('TUYỆT MẬT') }), 'body'],
    ['in the title', () => readyNews(cms, { title: 'Kế hoạch (TỐI MẬT)' }), 'title'],
    ['in a DOCX', () => attached('a.docx', docx(paragraph('MẬT') + paragraph('Báo cáo'))), 'attachments.0'],
    ['in a PDF', async () => attached('a.pdf', await pdf(['UBND TỈNH', 'TỐI MẬT'])), 'attachments.0'],
    [
      'in an XLSX',
      () => attached('a.xlsx', xlsx([{ name: 'S', rows: [['T U Y Ệ T  M Ậ T']] }])),
      'attachments.0',
    ],
  ])('%s refuse the submit, and the writer is told where', async (_name, make, field) => {
    const id = await make()
    const refused = await step(cms.as.editor, id, 'submit')
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'secrecy-stamp', problems: [{ field, code: 'secrecy-stamp' }] },
    })
    expect(refused.body.problems[0].message).toMatch(/dấu “/)
    const { body } = await cms.as.editor('GET', `/api/news/${id}/workflow`)
    expect(body).toMatchObject({ state: 'draft', missing: [{ code: 'secrecy-stamp' }] })
  })

  it('no decision and no emergency overrules them', async () => {
    const id = await readyNews(cms, { title: 'Tin khẩn có dấu', body: bodyOf('MẬT') }, 'moderator')
    const [finding] = await findingsOf(id)
    const refused = await step(cms.as.moderator, id, 'emergency-publish', {
      note: 'Khẩn',
      decisions: [{ finding: finding?.id, decision: 'publish', reason: 'Cứ đăng' }],
    })
    expect(refused).toMatchObject({ status: 422, body: { code: 'secrecy-stamp' } })
    expect(await countOf('editions', id)).toBe(0)
  })

  it('words about secrecy are published like any other', async () => {
    const body = bodyOf('Bảo mật, mật độ dân số và bí mật nhà nước; tài liệu tuyệt mật không gửi qua thư.')
    const id = await readyNews(cms, { title: 'MẬT ĐỘ DÂN SỐ', body })
    expect((await step(cms.as.editor, id, 'submit')).status).toBe(200)
    expect((await step(cms.as.moderator, id, 'approve')).status).toBe(200)
  })
})

describe('what a reviewer decides', () => {
  it('the writer is warned, the reviewer is refused until each finding has a reason, and it is on record', async () => {
    const id = await readyNews(cms, {
      title: 'Tin có số máy',
      body: bodyOf('Gặp ông A, 0912345678, CCCD 001085012345.'),
    })
    const submitted = await step(cms.as.editor, id, 'submit')
    expect(submitted.status).toBe(200)
    expect(submitted.body.warnings.map(({ code }: { code: string }) => code)).toEqual([
      'identity-number',
      'phone',
    ])
    expect((await cms.as.editor('GET', `/api/news/${id}/workflow`)).body.findings).toBeUndefined()

    for (const [action, more] of [
      ['approve', {}],
      ['schedule', { at: new Date(Date.now() + 3_600_000).toISOString() }],
      ['emergency-publish', { note: 'Khẩn' }],
    ] as const) {
      const refused = await step(cms.as.moderator, id, action, more)
      expect(refused).toMatchObject({ status: 422, body: { code: 'undecided-findings' } })
      expect(codes(refused.body)).toEqual(['identity-number', 'phone'])
    }
    const findings = await findingsOf(id)
    const [first] = findings
    const half = await step(cms.as.moderator, id, 'approve', { decisions: decide(findings.slice(0, 1)) })
    expect(codes(half.body)).toEqual(['phone'])
    expect(half.body.problems[0].finding).toBe(findings[1]?.id)
    expect(await countOf('editions', id)).toBe(0)

    const blank = await step(cms.as.moderator, id, 'approve', { decisions: decide(findings, '  ') })
    expect(blank).toMatchObject({ status: 422, body: { code: 'missing-note' } })
    const strange = { finding: first?.id, decision: 'hide', reason: 'x' }
    expect((await step(cms.as.moderator, id, 'approve', { decisions: [strange] })).status).toBe(400)

    const approved = await step(cms.as.moderator, id, 'approve', { decisions: decide(findings) })
    expect(approved.status).toBe(200)
    const edition = (await cms.as.moderator('GET', `/api/editions/${approved.body.edition}`)).body
    expect(edition.decisions).toMatchObject([
      { finding: first?.id, reason: 'Số máy trực công khai', by: cms.ids.moderator, kind: 'identity-number' },
      { kind: 'phone', excerpt: '091***678' },
    ])
    expect(edition.content).not.toHaveProperty('decisions')
    const events = (await cms.as.moderator('GET', `/api/audit-events?where[item][equals]=${id}&sort=at`)).body
      .docs
    expect(events.at(-1)).toMatchObject({
      action: 'approve',
      decisions: [{ kind: 'identity-number' }, { kind: 'phone' }],
    })
    // Neither record may hold what it is about.
    expect(JSON.stringify([edition.decisions, events])).not.toMatch(/0912345678|001085012345/)
    const row = edition as EditionRow
    expect(editionSeal(row)).toBe(row.seal)
    expect(editionSeal({ ...row, decisions: [] })).not.toBe(row.seal)
    const event = events.at(-1) as SealedEvent
    expect(auditSeal(event, 1, '')).not.toBe(auditSeal({ ...event, decisions: null }, 1, ''))
  })

  it('a decision holds for later editions while the finding is the same, and no longer', async () => {
    const id = await readyNews(cms, { title: 'Tin sửa nhiều lần', body: bodyOf('Gọi 0987654321.') })
    await step(cms.as.editor, id, 'submit')
    await step(cms.as.moderator, id, 'approve', { decisions: decide(await findingsOf(id)) })
    const next = async (words: Record<string, unknown>) => {
      await cms.as.editor('PATCH', `/api/news/${id}`, words)
      await step(cms.as.editor, id, 'submit')
      return step(cms.as.moderator, id, 'approve')
    }
    const second = await next({ lead: 'Sửa tóm tắt.' })
    expect(second.status).toBe(200)
    expect((await findingsOf(id))[0]?.decided?.reason).toBe('Số máy trực công khai')
    const third = await next({ body: bodyOf('Gọi 0987 654 321 hoặc 0387654321.') })
    expect(third).toMatchObject({ status: 422, body: { code: 'undecided-findings' } })
    expect(third.body.problems).toHaveLength(1)
  })

  it('what an agency publishes as its own contact is no finding', async () => {
    const agency = await cms.as.moderator('POST', '/api/agencies', {
      name: 'Phòng Văn hóa',
      kind: 'don-vi-su-nghiep',
      phone: '0911 222 333',
      email: 'phongvanhoa.tinh@gmail.com',
    })
    expect(agency.status).toBe(201)
    const agencyId = agency.body.doc.id
    await step(cms.as.moderator, agencyId, 'submit', {}, 'agencies')
    expect((await step(cms.as.secondModerator, agencyId, 'approve', {}, 'agencies')).status).toBe(200)
    const body = bodyOf(
      'Liên hệ Phòng: 0911.222.333, phongvanhoa.tinh@gmail.com; không phải khac.tinh@gmail.com.',
    )
    const id = await readyNews(cms, { title: 'Tin có liên hệ', body })
    expect((await findingsOf(id)).map(({ excerpt }) => excerpt)).toEqual(['k***@gmail.com'])
  })

  it('a batch refuses such an item and enters the others', async () => {
    const person = async (email: string) => {
      const { docs } = await cms.payload.find({ collection: 'users', where: { email: { equals: email } } })
      return { ...docs[0], collection: 'users' } as never
    }
    const item = (title: string, text: string) => ({
      collection: 'news' as const,
      data: { title, body: bodyOf(text), agency: cms.agency, topics: [cms.topic] },
    })
    const { entered, refused } = await enterBatch({
      payload: cms.payload,
      writer: await person('editor@tinh.example'),
      approver: await person('moderator@tinh.example'),
      items: [item('Lô một', 'Chữ.'), item('Lô hai', '0912345678'), item('Lô ba', 'TUYỆT MẬT')],
    })
    expect(entered.map(({ index }) => index)).toEqual([0])
    expect(refused.map(({ error }) => error.code)).toEqual(['undecided-findings', 'secrecy-stamp'])
  })
})

describe('public copies', () => {
  it('of a DOCX names nobody, while the original stays as it was, and the edition covers the copy', async () => {
    const original = docx(paragraph('Báo cáo') + changedParagraph + commentedParagraph, commented)
    const { body } = await upload('Báo cáo.docx', original)
    const { stored, filename } = body.doc
    const copy = await readFile(storedPath(env.MEDIA_DIR, stored.sha256))
    expect(sha256Of(copy)).toBe(stored.sha256)
    expect(copy.length).toBe(stored.size)
    const words = Object.values(unzipSync(copy))
      .map((part) => strFromU8(part))
      .join('\n')
    expect(words).not.toMatch(/Nguyễn Văn Soạn|Trần Thị Góp|Lê Sửa/)
    expect(words).toContain('chữ xóa')
    expect(await readFile(path.join(env.MEDIA_DIR, 'files', filename))).toEqual(original)

    const id = await readyNews(cms, { title: 'Tin kèm bản công khai', attachments: [body.doc.id] })
    const findings = await findingsOf(id)
    expect(findings.map(({ kind, severity }) => `${kind} ${severity}`).sort()).toEqual([
      'author cleaned',
      'comments decide',
      'outside-path cleaned',
      'tracked-changes decide',
    ])
    await step(cms.as.editor, id, 'submit')
    const approved = await step(cms.as.moderator, id, 'approve', { decisions: decide(findings) })
    const edition = (await cms.as.moderator('GET', `/api/editions/${approved.body.edition}`)).body
    expect(edition.content.attachments[0].sha256).toBe(stored.sha256)
  })

  it('of a DOCX with nothing but an author asks nothing of anybody', async () => {
    const id = await attached('bien-ban.docx', docx(paragraph('Biên bản họp')))
    await step(cms.as.editor, id, 'submit')
    expect((await step(cms.as.moderator, id, 'approve')).status).toBe(200)
  })

  it('of a signed PDF is the file itself, byte for byte', async () => {
    const bytes = signed(await pdf(['Quyết định'], { Author: 'Nguyễn Văn Soạn' }))
    const { body } = await upload('quyet-dinh.pdf', bytes)
    expect(body.doc.stored.sha256).toBe(sha256Of(bytes))
    expect(body.doc.inspection).toMatchObject({
      isSigned: true,
      findings: [{ kind: 'author', severity: 'decide' }],
    })
    expect(await readFile(storedPath(env.MEDIA_DIR, body.doc.stored.sha256))).toEqual(bytes)
  })

  it('of a picture has no place, author or program in any size; the reviewer is told, not asked', async () => {
    const { default: sharp } = await import('sharp')
    const bytes = await sharp({ create: { width: 1200, height: 700, channels: 3, background: '#0a5963' } })
      .withExif({
        IFD0: { Artist: 'Phạm Thị Chụp', Software: 'May Anh' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 57/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc>Phạm Thị Chụp</dc></x:xmpmeta>')
      .jpeg()
      .toBuffer()
    expect(bytes.includes('Phạm Thị Chụp')).toBe(true)
    const { body } = await upload('vinh.jpg', bytes, 'media')
    const { stored, inspection } = body.doc
    for (const { sha256 } of [stored, ...stored.variants]) {
      const copy = await readFile(storedPath(env.MEDIA_DIR, sha256))
      const { exif, xmp, iptc } = await sharp(copy).metadata()
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
      expect(copy.includes('Chụp')).toBe(false)
    }
    expect(inspection.findings.map(({ kind, severity }: Finding) => `${kind} ${severity}`)).toEqual([
      'place-taken cleaned',
      'author cleaned',
    ])
    const id = await readyNews(cms, { title: 'Tin có ảnh chụp', image: body.doc.id })
    await step(cms.as.editor, id, 'submit')
    expect((await step(cms.as.moderator, id, 'approve')).status).toBe(200)
  })
})

describe('files', () => {
  it('tell the reviewer of hidden sheets, lists of people and telling names', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [`Người ${index}`, `0221850${12_000 + index}`])
    const file = xlsx([
      { name: 'Tổng hợp', rows: [['Số hộ', '40']] },
      { name: 'Danh sách', state: 'hidden', rows },
    ])
    const findings = await findingsOf(await attached('du_thao danh sach.xlsx', file))
    expect(findings.map(({ kind, excerpt }) => `${kind}: ${excerpt}`)).toEqual([
      'file-name: dự thảo',
      'hidden-content: trang tính “Danh sách”',
      'identity-number: 40 chỗ, ví dụ 022***000, 022***001, 022***002',
      'author: Nguyễn Văn Soạn',
    ])
    expect(findings.every(({ field, message }) => field === 'attachments.0' && message.length > 40)).toBe(
      true,
    )
  })

  it.each([
    [
      'a broken ZIP',
      Buffer.concat([zipOf({ 'word/document.xml': '<a/>' }).subarray(0, 60), Buffer.from('word/')]),
    ],
    [
      'exploding entities',
      docx('', {
        'word/document.xml':
          '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><w:document xmlns:w="w">&c;</w:document>',
      }),
    ],
  ])('with %s must be seen by a person', async (_name, bytes) => {
    const id = await attached('hong.docx', bytes)
    expect((await step(cms.as.editor, id, 'submit')).status).toBe(200)
    const refused = await step(cms.as.moderator, id, 'approve')
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'undecided-findings', problems: [{ code: 'unread' }] },
    })
    const approved = await step(cms.as.moderator, id, 'approve', { decisions: decide(await findingsOf(id)) })
    expect(approved.status).toBe(200)
  })

  it('that inflate without end are refused at once', async () => {
    const bomb = zipOf({ 'word/document.xml': new Uint8Array(90_000_000) })
    const started = performance.now()
    const refused = await upload('bom.docx', bomb)
    expect(refused).toMatchObject({ status: 422, body: { code: 'bad-file' } })
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('that nobody has inspected yet are read when a step needs to know', async () => {
    const { body } = await upload('cu.txt', Buffer.from('Gọi 0912345678'))
    const old = await upload('cu2.txt', Buffer.from('TUYỆT MẬT'))
    for (const id of [body.doc.id, old.body.doc.id] as string[])
      await cms.payload.db.updateOne({ collection: 'files', id, data: { inspection: null } })
    const one = await readyNews(cms, { title: 'Tin kèm tệp cũ', attachments: [body.doc.id] })
    expect((await step(cms.as.editor, one, 'submit')).body.warnings).toMatchObject([{ code: 'phone' }])
    const two = await readyNews(cms, { title: 'Tin kèm tệp cũ khác', attachments: [old.body.doc.id] })
    expect(await step(cms.as.editor, two, 'submit')).toMatchObject({
      status: 422,
      body: { code: 'secrecy-stamp' },
    })
  })

  it('are described by nobody but the inspector', async () => {
    const { body } = await upload('ghi.txt', Buffer.from('0912345678'))
    await cms.as.editor('PATCH', `/api/files/${body.doc.id}`, { title: 'Tên khác', inspection: null })
    const { body: file } = await cms.as.editor('GET', `/api/files/${body.doc.id}`)
    expect(file).toMatchObject({ title: 'Tên khác', inspection: { findings: [{ kind: 'phone' }] } })
  })
})
