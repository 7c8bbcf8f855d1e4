import type { APIRoute } from 'astro'
import { routes } from '#domain/routes.ts'

/** Everything may be read by machines; results of searches are endless and lead nowhere new. */
export const GET: APIRoute = ({ locals: { portal } }) =>
  new Response(
    [
      'User-agent: *',
      `Disallow: ${routes.search}`,
      '',
      `Sitemap: ${portal.publicUrl}${routes.sitemapIndex}`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  )
