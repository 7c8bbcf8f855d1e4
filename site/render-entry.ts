import { createApp } from 'astro/app/entrypoint'
import type { Portal } from '#published/views.ts'
import { routes } from '#domain/routes.ts'
import { drawPage } from './draw-page.ts'

const app = createApp({ streaming: false })

/** Pages that are asked for by what they say, not by where they stand. */
function pageFor(request: Request, portal: Portal): Request {
  if (portal.gone) return new Request(new URL('/410/', request.url))
  if (new URL(request.url).pathname === routes.notFound) return new Request(new URL('/404/', request.url))
  return request
}

/**
 * The built site (`RenderSite`): answers one address from the read model in `portal`.
 * `/404.html` is a file of the public tree and therefore answers 200; every address at which nothing is
 * public answers 404 with the same bytes; `portal.gone` makes any address answer 410.
 */
export async function render(request: Request, portal: Portal): Promise<Response> {
  const response = await app.render(pageFor(request, portal), { locals: { portal } })
  const headers = new Headers(response.headers)
  if (headers.get('Content-Type') === 'text/html') headers.set('Content-Type', 'text/html; charset=utf-8')
  const isNotFoundFile = new URL(request.url).pathname === routes.notFound && !portal.gone
  return new Response(response.body, { status: isNotFoundFile ? 200 : response.status, headers })
}

/** The same (`DrawSite`) for the publisher, which writes files and needs no `Response` around their text. */
export const draw = async (request: Request, portal: Portal): Promise<Response | string> =>
  (await drawPage(request, portal, (asked) => app.match(asked))) ?? render(request, portal)
