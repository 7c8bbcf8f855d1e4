/**
 * `GET /api/audit-events/export?from=2026-11-01&to=2026-11-30`: the audit of these days (in Vietnam, both
 * counted) as a table for spreadsheets: UTF-8 with BOM, RFC 4180, cells that a spreadsheet would calculate
 * made harmless. The export is itself an event.
 */
import { stringify } from 'csv-stringify/sync'
import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { endOfDay } from '#domain/anchors.ts'
import { auditActionName } from '#domain/audit-actions.ts'
import { isDay, localDay, toVietnamMoment } from '#domain/dates.ts'
import { atDoor } from '../access/doors.ts'
import { PortalError } from '../errors.ts'
import { recordAudit, type AuditEvent } from './audit.ts'
import { inTransaction } from './transaction.ts'

/** A year at once: the answer is made in memory. */
const mostDays = 366
const rowsAtOnce = 1000
const dayMs = 24 * 60 * 60 * 1000

type Row = AuditEvent & { id: string; number?: number | null; seal?: string | null }

const columns: [string, (row: Row) => string | number | null | undefined][] = [
  ['Số', ({ number }) => number],
  ['Lúc', ({ at }) => toVietnamMoment(at)],
  ['Việc', ({ action }) => auditActionName(action)],
  ['Mã việc', ({ action }) => action],
  ['Người làm', ({ actorEmail }) => actorEmail],
  ['Mã người làm', ({ actor }) => actor],
  ['Loại', ({ collection }) => collection],
  ['Mục', ({ item }) => item],
  ['Tiêu đề', ({ title }) => title],
  ['Từ', ({ fromState }) => fromState],
  ['Đến', ({ toState }) => toState],
  ['Bản số', ({ edition }) => edition],
  ['Ghi chú', ({ note }) => note],
  ['Mã nội dung', ({ revision }) => revision],
  ['Dấu niêm', ({ seal }) => seal],
]

export const auditExportEndpoint: Endpoint = {
  path: '/export',
  method: 'get',
  handler: async (req) => {
    const person = atDoor(req, 'get /audit-events/export')
    const { from, to } = daysOf(req)
    const rows = await eventsBetween(req.payload, from, to)
    await inTransaction({ payload: req.payload, user: req.user }, (inside) =>
      recordAudit(
        req.payload,
        {
          action: 'export-audit',
          actor: person.id,
          actorEmail: person.email,
          collection: 'audit-events',
          note: `Từ ${from} đến ${to}: ${rows.length} sự kiện`,
          at: new Date().toISOString(),
        },
        inside,
      ),
    )
    return new Response(tableOf(rows), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="nhat-ky_${from}_${to}.csv"`,
      },
    })
  },
}

/** @throws PortalError `broken-request` naming what is wrong with the days. */
function daysOf({ searchParams }: PayloadRequest): { from: string; to: string } {
  const to = searchParams.get('to') || localDay(new Date().toISOString())
  const from = searchParams.get('from') || to
  if (!isDay(from) || !isDay(to))
    throw new PortalError('broken-request', { message: 'Ngày phải viết dạng 2026-11-30. Hãy chọn lại.' })
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1
  if (days < 1)
    throw new PortalError('broken-request', { message: 'Ngày đầu phải trước ngày cuối. Hãy chọn lại.' })
  if (days > mostDays)
    throw new PortalError('broken-request', { message: 'Mỗi lần xuất tối đa một năm. Hãy chia nhỏ ra.' })
  return { from, to }
}

async function eventsBetween(payload: Payload, from: string, to: string): Promise<Row[]> {
  const start = new Date(Date.parse(endOfDay(from)) - dayMs).toISOString()
  const rows: Row[] = []
  for (let page = 1; ; page += 1) {
    const { docs } = await payload.db.find<Row>({
      collection: 'audit-events',
      where: { and: [{ at: { greater_than_equal: start } }, { at: { less_than: endOfDay(to) } }] },
      sort: ['at', 'id'],
      limit: rowsAtOnce,
      page,
    })
    rows.push(...docs)
    if (docs.length < rowsAtOnce) return rows
  }
}

/** A cell that begins like a formula gets an apostrophe (`escape_formulas`). */
const tableOf = (rows: Row[]): string =>
  stringify(
    [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, value]) => value(row) ?? ''))],
    {
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  )
