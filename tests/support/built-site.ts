/** The real site, built when it is missing or older than its sources. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfNeeded, builds } from '#cms/commands/build-if-needed.ts'
import { loadSite } from '#cms/publication/built-site.ts'
import { render } from '#cms/publication/render.ts'
import { openReader } from '#published/reader.ts'
import type { ClosedAddress, Portal, Reader, RenderSite } from '#published/views.ts'
import { emptyReadModel, seedReadModel } from './read-model-fixture.ts'

const root = path.resolve(import.meta.dirname, '../..')
export const publicUrl = 'https://www.quangninh.example'
export const clientFolder = path.join(root, 'site/dist/client')

export async function builtSite(): Promise<RenderSite> {
  await buildIfNeeded({ wanted: builds.filter(({ name }) => name === 'site') })
  const entry = pathToFileURL(path.join(root, 'site/dist/server/entry.mjs'))
  return ((await import(entry.href)) as { render: RenderSite }).render
}

/** A reader over the small province of the fixture, on the day that suits it. */
export function seededReader({ isFrozen = false } = {}): Reader {
  const db = emptyReadModel()
  seedReadModel(db)
  return openReader(db, { today: () => '2011-06-15', isFrozen })
}

/** Pages as the publisher draws them. */
export async function openDraw(reader: Reader = seededReader()) {
  await builtSite()
  const { draw } = await loadSite(path.join(root, 'site/dist/server/entry.mjs'))
  return (address: string) => render(draw, { reader, publicUrl }, address)
}

/** Asks the built site for addresses as the web server does. */
export async function openSite(reader: Reader = seededReader()) {
  const answer = await builtSite()
  const portal: Portal = { reader, publicUrl }
  return async (address: string, gone?: ClosedAddress) => {
    const response = await answer(new Request(publicUrl + address), gone ? { ...portal, gone } : portal)
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      text: await response.text(),
    }
  }
}
