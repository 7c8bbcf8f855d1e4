import { beforeAll, describe, expect, it } from 'vitest'
import type { NewsContent } from '#domain/content.ts'
import { openReader } from '#published/reader.ts'
import { openSite } from '#tests/support/built-site.ts'
import { emptyReadModel, insertItem, seedReadModel } from '#tests/support/read-model-fixture.ts'
import { xmlFault } from '#tests/support/well-formed.ts'

const attack = `"><script>alert('1')</script>&lt;b&amp; ]]> \u0008 ${'x'.repeat(300)}`

function portal() {
  const db = emptyReadModel()
  seedReadModel(db)
  const content: NewsContent = {
    slug: 'doc-hai',
    language: 'vi',
    title: attack,
    lead: attack,
    source: attack,
    author: attack,
    agency: 'agencies/ubnd',
    topics: ['topics/cntt'],
  }
  insertItem(db, { collection: 'news', id: 'hostile', publicDate: '2011-06-14T02:00:00.000Z', content })
  insertItem(db, {
    collection: 'news',
    id: 'english',
    publicDate: '2011-06-13T02:00:00.000Z',
    content: {
      slug: 'in-english',
      language: 'en',
      title: 'Information technology in state agencies',
      lead: 'A lead.',
    },
  })
  return openReader(db, { today: () => '2011-06-15' })
}

let get: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  get = await openSite(portal())
})

describe('a hostile title', () => {
  it.each([
    '/',
    '/tin-tuc/',
    '/tin-tuc/doc-hai/',
    '/tin-tuc/2011/06/',
    '/co-quan/ubnd-tinh/',
    '/tim-kiem/?q=script',
  ])('stays text on %s', async (address) => {
    const { status, text } = await get(address)
    expect(status).toBe(200)
    expect(text).not.toMatch(/<script|<b>&|"><script/i)
  })

  it('leaves the feed well formed', async () => {
    const { text } = await get('/rss.xml')
    expect(text).toContain('&lt;script&gt;')
    expect(xmlFault(text)).toBeNull()
  })
})

describe('an English item', () => {
  it('has its page below /en in its language, with the chrome marked Vietnamese', async () => {
    const { status, text } = await get('/en/tin-tuc/in-english/')
    expect(status).toBe(200)
    expect(text).toMatch(/^<!DOCTYPE html><html lang="en">/i)
    expect(text).toContain('<header class="site-head" lang="vi">')
    expect((await get('/tin-tuc/in-english/')).status).toBe(404)
  })
})
