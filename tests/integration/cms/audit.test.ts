/** The audit: chained, anchored once a day, checked, and taken out as a table. */
import '#tests/support/cms-folders.ts'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Anchor } from '#domain/anchors.ts'
import { env } from '#cms/env.ts'
import { anchoring, tellAnchors, writeDueAnchors } from '#cms/jobs/audit-anchors.ts'
import { sealAuditEvents } from '#cms/jobs/audit-seal.ts'
import { verifyAnchors, verifyAuditChain, verifyEditionChains } from '#cms/jobs/verify-chains.ts'
import { recordAudit } from '#cms/workflow/audit.ts'
import type { MailRow } from '#cms/workflow/mail-queue.ts'
import { allAnchors } from '#cms/workflow/anchors.ts'
import { inTransaction } from '#cms/workflow/transaction.ts'
import { logIn, openTestCms, readyNews, step, type TestCms } from '#tests/support/cms.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms()
}, 60_000)
afterAll(() => cms.close())

const seal = async () => {
  while ((await sealAuditEvents(cms.payload)) > 0);
}
const record = (at: string, title: string, note?: string) =>
  inTransaction({ payload: cms.payload }, (req) =>
    recordAudit(cms.payload, { action: 'pause', actor: 'system', title, note, at }, req),
  )
const days = async () =>
  (await allAnchors(cms.payload)).map(({ day, number, events }) => [day, number, events])

describe('daily anchors', () => {
  it('are written once a day, from 00:05 in Vietnam, and never before the seals', async () => {
    const at = (time: string) => new Date(`2026-03-0${time}Z`)
    expect(await writeDueAnchors(cms.payload, at('5T00:00:00'))).toBe(0)
    await record('2026-03-01T16:59:59.999Z', 'cuối ngày một')
    await record('2026-03-01T17:00:00.000Z', 'đầu ngày hai')
    await record('2026-03-02T03:00:00.000Z', 'giữa ngày hai')
    expect(await writeDueAnchors(cms.payload, at('1T17:06:00'))).toBe(0)
    await seal()
    expect(await writeDueAnchors(cms.payload, at('1T17:04:00'))).toBe(0)
    expect(await writeDueAnchors(cms.payload, at('1T17:05:00'))).toBe(1)
    expect(await writeDueAnchors(cms.payload, at('2T16:00:00'))).toBe(0)
    expect(await days()).toEqual([['2026-03-01', 1, 1]])
  })

  it('are caught up after days off, one for each day', async () => {
    expect(await writeDueAnchors(cms.payload, new Date('2026-03-05T03:00:00Z'))).toBe(3)
    expect(await days()).toEqual([
      ['2026-03-01', 1, 1],
      ['2026-03-02', 3, 2],
      ['2026-03-03', 3, 0],
      ['2026-03-04', 3, 0],
    ])
    expect(await verifyAnchors(cms.payload)).toEqual({ checked: 4, broken: null })
  })

  it('are mailed to the web office, each once', async () => {
    const told = {
      payload: cms.payload,
      office: 'ban-bien-tap@tinh.example',
      publicUrl: 'https://tinh.example',
    }
    expect(await tellAnchors({ ...told, now: new Date().toISOString() })).toBe(4)
    expect(await tellAnchors({ ...told, now: new Date().toISOString() })).toBe(0)
    const { docs } = await cms.payload.db.find<MailRow>({ collection: 'mails' })
    expect(docs.map(({ kind, to }) => [kind, to])).toEqual([['anchors', 'ban-bien-tap@tinh.example']])
    for (const { seal: told } of await allAnchors(cms.payload))
      expect(JSON.stringify(docs[0]?.body)).toContain(told)
  })

  it('reach the publisher at the start and with each new day', async () => {
    const told: Anchor[][] = []
    let now = new Date('2026-03-05T10:00:00Z')
    const anchor = anchoring({
      payload: cms.payload,
      now: () => now,
      publisher: { setAnchors: (anchors) => Promise.resolve(told.push(anchors)) },
    })
    expect(await anchor()).toBe(true)
    expect(await anchor()).toBe(false)
    now = new Date('2026-03-05T17:05:00Z')
    expect(await anchor()).toBe(true)
    expect(await anchor()).toBe(false)
    expect(told.map((anchors) => anchors.length)).toEqual([4, 5])
  })
})

describe('the audit as a table', () => {
  const take = async (email: string, query = '') => {
    const cookie = await logIn(cms.base, email)
    const answer = await fetch(`${cms.base}/api/audit-events/export${query}`, {
      headers: { cookie, origin: env.CMS_URL },
    })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  it('holds the days that were asked for, as UTF-8 with a mark, safe against formulas', async () => {
    await record('2026-02-10T02:00:00.000Z', '=HYPERLINK("http://ac.example";"mở")', '+84 hoặc "@a"')
    const { status, headers, text } = await take('moderator@tinh.example', '?from=2026-02-10&to=2026-02-10')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toContain('nhat-ky_2026-02-10_2026-02-10.csv')
    const [head, row, end, ...more] = text.split('\r\n')
    expect(head?.startsWith('Số,Lúc,Việc,')).toBe(true)
    expect(row).toContain('2026-02-10T09:00:00+07:00,Tạm dừng đăng,pause')
    expect(row).toContain(`"'=HYPERLINK(""http://ac.example"";""mở"")"`)
    expect(row).toContain(`"'+84 hoặc ""@a"""`)
    expect([end, more]).toEqual(['', []])
  })

  it('begins with the mark that spreadsheets know UTF-8 by', async () => {
    const cookie = await logIn(cms.base, 'administrator@tinh.example')
    const answer = await fetch(`${cms.base}/api/audit-events/export`, {
      headers: { cookie, origin: env.CMS_URL },
    })
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('is itself recorded, and refused to editors and for days that cannot be', async () => {
    await take('moderator@tinh.example', '?from=2026-02-01&to=2026-02-28')
    const { docs } = await cms.payload.db.find<{ id: string; actor: string; note: string }>({
      collection: 'audit-events',
      where: { action: { equals: 'export-audit' } },
      sort: '-at',
      limit: 1,
    })
    expect(docs[0]).toMatchObject({
      actor: cms.ids.moderator,
      note: 'Từ 2026-02-01 đến 2026-02-28: 1 sự kiện',
    })
    expect((await take('editor@tinh.example')).status).toBe(403)
    for (const query of [
      '?from=2026-02-30',
      '?from=2026-02-02&to=2026-02-01',
      '?from=2020-01-01&to=2026-01-01',
    ])
      expect((await take('moderator@tinh.example', query)).status).toBe(400)
  })

  it('can be searched by words, person, item, action and days', async () => {
    const ask = async (query: string) =>
      (await cms.as.moderator('GET', `/api/audit-events?${query}`)).body.totalDocs
    expect(await ask('where[note][like]=hoặc')).toBe(1)
    expect(await ask('where[action][equals]=export-audit')).toBeGreaterThan(0)
    expect(await ask(`where[actor][equals]=${cms.ids.moderator}&where[action][equals]=export-audit`)).toBe(2)
    expect(
      await ask(
        'where[and][0][at][greater_than_equal]=2026-03-01T17:00:00.000Z&where[and][1][at][less_than]=2026-03-02T17:00:00.000Z',
      ),
    ).toBe(2)
  })
})

describe('verification', () => {
  const inTheFile = (sql: string, ...values: (string | number)[]) => {
    const db = new DatabaseSync(path.join(env.DATA_DIR, 'cms.sqlite'), { timeout: 5000 })
    db.prepare(sql).run(...values)
    db.close()
  }

  it('finds nothing in what was written through the workflow', async () => {
    const id = await readyNews(cms, { title: 'Tin để kiểm' })
    await step(cms.as.editor, id, 'submit')
    await step(cms.as.moderator, id, 'approve')
    await seal()
    expect((await verifyAuditChain(cms.payload)).broken).toBeNull()
    expect(await verifyEditionChains(cms.payload)).toMatchObject({ checked: 1, broken: null })
  })

  it('names one edition that was edited in the database file', async () => {
    const { docs } = await cms.payload.db.find<{ id: string; content: object }>({ collection: 'editions' })
    const before = JSON.stringify(docs[0]?.content)
    inTheFile(
      'UPDATE editions SET content = ? WHERE id = ?',
      before.replace('Tin để kiểm', 'Tin bị sửa'),
      docs[0]?.id ?? '',
    )
    expect((await verifyEditionChains(cms.payload)).broken).toContain(
      'Bản đăng số 1 của news/' /* names the item */,
    )
    inTheFile('UPDATE editions SET approved_by = ?, content = ? WHERE id = ?', 'x', before, docs[0]?.id ?? '')
    expect((await verifyEditionChains(cms.payload)).broken).toContain('hồ sơ duyệt đã bị sửa')
  })

  it('names one event that was edited, and a chain that was made anew from there', async () => {
    inTheFile("UPDATE audit_events SET note = 'khác' WHERE number = 2")
    expect((await verifyAuditChain(cms.payload)).broken).toMatch(/^Sự kiện số 2 .* đã bị sửa sau khi niêm\.$/)
    // Whoever has the database can seal it all again, and what others hold tells.
    inTheFile('UPDATE audit_events SET is_sealed = 0, number = NULL, seal = NULL, previous_seal = NULL')
    await seal()
    expect((await verifyAuditChain(cms.payload)).broken).toBeNull()
    expect((await verifyAnchors(cms.payload)).broken).toMatch(
      /^Mốc nhật ký ngày \d\d\/03\/2026: sự kiện số \d+ nay mang/,
    )
  })

  it('names an anchor whose event was cut off, and a day that was taken out', async () => {
    inTheFile('DELETE FROM audit_events WHERE number >= 1')
    expect((await verifyAnchors(cms.payload)).broken).toBe(
      'Mốc nhật ký ngày 01/03/2026 ghi sự kiện số 1, nay không còn trong nhật ký.',
    )
    inTheFile("DELETE FROM audit_anchors WHERE day = '2026-03-02'")
    await record('2026-03-01T10:00:00.000Z', 'một')
    await seal()
    inTheFile(
      'UPDATE audit_anchors SET number = 1, seal = (SELECT seal FROM audit_events WHERE number = 1), editions = 0',
    )
    expect((await verifyAnchors(cms.payload)).broken).toBe('Thiếu mốc nhật ký ngày 02/03/2026.')
  })
})
