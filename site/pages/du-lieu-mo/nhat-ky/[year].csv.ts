import type { APIRoute } from 'astro'
import { notFound } from '../../../layouts/not-found.ts'

/** The anchors of a year as RFC 4180: days, numbers and hexadecimal digits, so that nothing needs quotes. */
export const GET: APIRoute = ({ params: { year = '' }, locals: { portal } }) => {
  const log = portal.reader.auditLogYear(year)
  if (!log) return notFound()
  const lines = log.days.map(({ day, number, seal, events, editions }) =>
    [day, number, seal, events, editions].join(','),
  )
  const head = 'ngay,su_kien_cuoi,dau_niem,so_su_kien,so_ban_dang'
  return new Response([head, ...lines, ''].join('\r\n'), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  })
}
