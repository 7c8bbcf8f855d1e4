import type { APIRoute } from 'astro'
import { routes } from '#domain/routes.ts'
import { notFound } from '../../layouts/not-found.ts'
import { feedResponse } from '../../texts/feed.ts'

export const GET: APIRoute = ({ locals: { portal } }) => {
  const feed = portal.reader.feed('documents')
  return feed ? feedResponse(feed, routes.documentsFeed, portal.publicUrl) : notFound()
}
