import { FetchState } from 'astro/fetch'
import { renderToString } from 'astro/runtime/server/index.js'
import type { Portal } from '#published/views.ts'

/** The page of each route, kept: Astro imports it anew for every request. */
const components = new Map<object, Awaited<ReturnType<FetchState['loadComponentInstance']>>>()

/**
 * A page of the public tree as text, by those parts of Astro's pipeline that a static page needs: no
 * middleware, no cookies, and no `Response`, whose body would be encoded, streamed and put together again.
 * The same bytes as `app.render` gives (a test holds them together), in two thirds of its time.
 * @returns what the page answers instead, when it answers (404), and `null` for addresses of no page: feeds,
 * sitemaps, the 404 page.
 */
export async function drawPage(request: Request, portal: Portal): Promise<string | Response | null> {
  const state = new FetchState(request)
  if (state.routeData?.type !== 'page' || state.routeData.route === '/404') return null
  state.locals = { portal }
  const component = components.get(state.routeData) ?? (await state.loadComponentInstance())
  components.set(state.routeData, component)
  const page = component.default
  const result = await state.createResult(component, state.getActionAPIContext())
  result._metadata.headInTree = result.componentMetadata.get(page.moduleId ?? '')?.containsHead ?? false
  return renderToString(result, page, {}, {}, true, state.routeData)
}
