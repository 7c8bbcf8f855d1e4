import type { APIRoute } from 'astro'
import { notFound } from '../../layouts/not-found.ts'
import { sitemapResponse } from '../../texts/sitemap.ts'

export const GET: APIRoute = ({ params: { year = '', month = '' }, locals: { portal } }) => {
  const pages = portal.reader.sitemapMonth(year, month)
  return pages ? sitemapResponse(pages, portal.publicUrl) : notFound()
}
