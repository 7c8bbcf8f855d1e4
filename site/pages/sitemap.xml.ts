import type { APIRoute } from 'astro'
import { sitemapIndexResponse } from '../texts/sitemap.ts'

export const GET: APIRoute = ({ locals: { portal } }) =>
  sitemapIndexResponse(portal.reader.sitemapIndex(), portal.publicUrl)
