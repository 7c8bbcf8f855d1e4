import { FetchState } from 'astro/fetch'
import { renderToString } from 'astro/runtime/server/index.js'
import type { Portal } from '#published/views.ts'
import { resultFor, type Result, type Route } from './page-result.ts'

/** What Astro makes ready for a route, whichever address of it is asked for. Its result is copied, never drawn with. */
type Prepared = {
  page: Awaited<ReturnType<FetchState['loadComponentInstance']>>['default']
  result: Result
}

const prepared = new Map<Route, Prepared>()

/**
 * A page of the public tree as text, by those parts of Astro's pipeline that a static page needs: no
 * middleware, no cookies, and no `Response`, whose body would be encoded, streamed and put together again.
 * The same bytes as `app.render` gives (a test holds them together), in half of its time.
 * @param match gives the route of an address, as Astro's `App.match` does.
 * @returns what the page answers instead, when it answers (404), and `null` for addresses of no page: feeds,
 * sitemaps, the 404 page.
 */
export async function drawPage(
  request: Request,
  portal: Portal,
  match: (request: Request) => Route | undefined,
): Promise<string | Response | null> {
  const route = match(request)
  if (route?.type !== 'page' || route.route === '/404') return null
  const { page, result } = prepared.get(route) ?? (await prepare(route, request))
  return renderToString(resultFor({ request, portal, route }, result), page, {}, {}, true, route)
}

async function prepare(route: Route, request: Request): Promise<Prepared> {
  const state = new FetchState(request)
  const component = await state.loadComponentInstance()
  const page = component.default
  const result = await state.createResult(component, state.getActionAPIContext())
  result._metadata.headInTree = result.componentMetadata.get(page.moduleId ?? '')?.containsHead ?? false
  const made = { page, result }
  prepared.set(route, made)
  return made
}
