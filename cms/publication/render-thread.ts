/** One of the threads of a rebuild: its own connection to the fresh read model, its own copy of the built site. */
import { parentPort, workerData } from 'node:worker_threads'
import { openReadModel, readMeta } from '#published/open.ts'
import { openReader } from '#published/reader.ts'
import { openReadModelParts } from './apply.ts'
import { loadThatSite } from './built-site.ts'
import { linkedTree } from './linked-tree.ts'
import { renderHere } from './render-here.ts'
import type { FromRenderThread, Renderers, RenderThreadData, ToRenderThread } from './render-messages.ts'
import { openStaticFiles } from './static-files.ts'

const port = parentPort
if (!port) throw new Error('render-thread.ts runs only as a worker thread')

const data = workerData as RenderThreadData
const site = await loadThatSite(data.siteEntry, data.siteVersion)
let opened: Renderers | null = null

function open(): Renderers {
  const db = openReadModel(data.database)
  db.exec('PRAGMA cache_size = -16384')
  // One snapshot for the whole run: what the rebuild notes meanwhile must not empty this connection's cache.
  db.exec('BEGIN')
  const today = readMeta(db, 'as_of') ?? ''
  const fresh = openStaticFiles(data.www, { isDurable: false })
  return renderHere(
    {
      model: openReadModelParts(db),
      tree: data.previous ? linkedTree(fresh, data.previous) : fresh,
      site: site.draw,
      portal: { reader: openReader(db, { today: () => today, isFrozen: true }), publicUrl: data.publicUrl },
      mediaDir: data.mediaDir,
      compression: data.compression,
      // The rebuild raises the alarm when it notes the result.
      alarm: () => {},
    },
    { previous: data.previous, isShared: false },
  )
}

port.on('message', (message: ToRenderThread) => void answer(message))

async function answer(message: ToRenderThread): Promise<void> {
  const renderers = (opened ??= open())
  const reply: FromRenderThread =
    message.kind === 'make'
      ? { results: await renderers.make(message.routes) }
      : { wrong: await renderers.check(message.routes) }
  port?.postMessage(reply)
}
