/** Bytes over the line, brotli as the publisher compresses when rebuilding (design principle 7). */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { clientFolder, openSite } from '#tests/support/built-site.ts'
import { pageKinds } from '#tests/support/site-pages.ts'

let get: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  get = await openSite()
})

const assets = (extension: string) =>
  readdirSync(path.join(clientFolder, '_astro'))
    .filter((name) => name.endsWith(extension))
    .map((name) => readFileSync(path.join(clientFolder, '_astro', name)))

describe('the build', () => {
  it('is one style sheet of at most 8 KB, one font of at most 10 KB, and no script', () => {
    expect(assets('.js')).toEqual([])
    expect(assets('.css').map((css) => brotliCompressSync(css).length <= 8192)).toEqual([true])
    expect(assets('.woff2').map((font) => font.length <= 10_240)).toEqual([true])
  })
})

describe('a page', () => {
  it.each([
    ['home', 25_000],
    ['news', 15_000],
    ['document', 15_000],
  ] as const)('%s weighs at most %i bytes', async (kind, limit) => {
    expect(brotliCompressSync((await get(pageKinds[kind])).text).length).toBeLessThanOrEqual(limit)
  })

  it('is drawn within milliseconds', async () => {
    const addresses = Object.values(pageKinds)
    for (const address of addresses) await get(address)
    const start = performance.now()
    const rounds = 10
    for (let round = 0; round < rounds; round += 1) for (const address of addresses) await get(address)
    const millis = (performance.now() - start) / (rounds * addresses.length)
    console.log(`${millis.toFixed(2)} ms per page`)
    expect(millis).toBeLessThan(50)
  })
})
