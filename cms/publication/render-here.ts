/** Makes and checks routes of a fresh release in the thread that asks. */
import { setImmediate as pause } from 'node:timers/promises'
import { sha256 } from './atomic-files.ts'
import { linkFile, hashOf } from './public-files.ts'
import { fileOf } from './public-path.ts'
import type { Release } from './releases.ts'
import type { Renderers } from './render-messages.ts'
import type { Settled } from './route-queue.ts'
import { isFileRoute, makeRoute, type Workshop } from './settle.ts'

type Options = {
  /** A release whose public files may be linked instead of copied. */
  previous: Release | null
  /** In the publisher's own thread other work has its turn between two pages. */
  isShared: boolean
}

export function renderHere(shop: Workshop, { previous, isShared }: Options): Renderers {
  async function makeOne(path: string): Promise<Settled> {
    const linked = isFileRoute(path) ? linkedFile(path) : null
    return linked ?? makeRoute(shop, { path, priority: 1, sha256: null })
  }

  function linkedFile(path: string): Settled | null {
    const hash = shop.model.questions.publicFile(path)
    if (hash === null || previous === null) return null
    const isLinked = linkFile(shop.tree.files, fileOf(previous.www, path), fileOf(shop.tree.root, path), hash)
    return isLinked ? { path, outcome: 'written', sha256: hash } : null
  }

  const isRight = (path: string, expected: string): boolean => {
    if (isFileRoute(path)) return hashOf(shop.tree.files, fileOf(shop.tree.root, path)) === expected
    const bytes = shop.tree.read(path)
    return bytes !== null && sha256(bytes) === expected
  }

  return {
    size: 1,
    async make(routes) {
      const results: Settled[] = []
      for (const path of routes) {
        results.push(await makeOne(path))
        // Publications go on meanwhile, and their messages come in only between turns of the event loop.
        if (isShared) await pause()
      }
      return results
    },
    check: (routes) =>
      Promise.resolve(
        routes.filter(({ path, sha256: expected }) => !isRight(path, expected)).map(({ path }) => path),
      ),
    close: () => Promise.resolve(),
  }
}
