/**
 * What Astro's runtime draws one page with (its `SSRResult`), copied from the one that Astro made for the route.
 *
 * Astro makes it, and the `Astro` of each component, anew for every request, as objects with own accessors and
 * prototypes. V8 gives each of these a shape of its own, which holds the whole page until the next full garbage
 * collection: a quarter of the time of a page. Here all pages share the shapes.
 */
import type { AstroGlobal } from 'astro'
import type { FetchState } from 'astro/fetch'
import { renderSlotToString } from 'astro/runtime/server/index.js'
import type { Portal } from '#published/views.ts'

export type Result = Awaited<ReturnType<FetchState['createResult']>>
export type Route = NonNullable<FetchState['routeData']>
type SlotValues = Record<string, Parameters<typeof renderSlotToString>[1] | undefined> | null

type Asked = { request: Request; portal: Portal; route: Route }

/** What drawing a page changes is its own, all else is shared. */
export function resultFor({ request, portal, route }: Asked, shared: Result): Result {
  const url = new URL(request.url)
  const pathname = decodeURI(url.pathname)
  const context: Context = {
    locals: { portal },
    params: paramsOf(route, pathname),
    url,
    request,
    response: { status: 200, statusText: 'OK', headers: shared.response.headers },
  }
  const result: Result = {
    ...shared,
    params: context.params,
    request,
    response: context.response,
    pathname,
    links: new Set(shared.links),
    styles: new Set(shared.styles),
    scripts: new Set(shared.scripts),
    createAstro: (props, slots) => new PageGlobal(context, result, props, slots) as unknown as AstroGlobal,
    _metadata: {
      ...shared._metadata,
      rendererSpecificHydrationScripts: new Set(),
      renderedScripts: new Set(),
      hasDirectives: new Set(),
      propagators: new Set(),
      extraHead: [],
      extraStyleHashes: [],
      extraScriptHashes: [],
      pendingSlotEvaluations: [],
    },
  }
  return result
}

type Context = Pick<AstroGlobal, 'locals' | 'params' | 'url' | 'request' | 'response'>

/** What components of ours know as `Astro`; a test holds that they ask for nothing else. */
class PageGlobal {
  self: unknown = null
  private readonly context: Context
  private readonly result: Result
  readonly props: Record<string, unknown>
  private readonly slotValues: SlotValues

  constructor(context: Context, result: Result, props: Record<string, unknown>, slotValues: SlotValues) {
    this.context = context
    this.result = result
    this.props = props
    this.slotValues = slotValues
  }

  get locals() {
    return this.context.locals
  }
  get params() {
    return this.context.params
  }
  get url() {
    return this.context.url
  }
  get request() {
    return this.context.request
  }
  get response() {
    return this.context.response
  }
  get slots() {
    const { result, slotValues } = this
    return {
      async render(name: string): Promise<string | undefined> {
        const slot = slotValues?.[name]
        return slot && String(await renderSlotToString(result, slot))
      },
    }
  }
}

/** As Astro reads them; no route of ours has a rest parameter. */
function paramsOf({ params, pattern }: Route, pathname: string): Record<string, string | undefined> {
  const values = pattern.exec(pathname) ?? []
  return Object.fromEntries(params.map((name, index) => [name, values[index + 1]]))
}
