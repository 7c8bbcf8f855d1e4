import type { APIRoute } from 'astro'
import { routes } from '#domain/routes.ts'
import { notFound } from '../../../../layouts/not-found.ts'
import { feedResponse } from '../../../../texts/feed.ts'

export const GET: APIRoute = ({ params: { topic = '' }, locals: { portal } }) => {
  const feed = portal.reader.feed({ topic })
  return feed ? feedResponse(feed, routes.topicFeed(topic), portal.publicUrl) : notFound()
}
