import '#tests/support/cms-folders.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestCms, type TestCms } from '#tests/support/cms.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms()
})
afterAll(() => cms.close())

it('nobody asks what is live without signing in', async () => {
  const { status, body } = await cms.as.anonymous('GET', '/api/live-items?collection=documents&q=chi')
  expect({ status, code: body.code }).toEqual({ status: 401, code: 'not-signed-in' })
})

it('only kinds of items that may be public are searched', async () => {
  for (const collection of ['users', 'editions', '', 'toString']) {
    const { status, body } = await cms.as.editor('GET', `/api/live-items?collection=${collection}&q=a`)
    expect({ collection, status, code: body.code }).toEqual({
      collection,
      status: 400,
      code: 'broken-request',
    })
  }
})

it('a draft is not found, whatever is asked, and has no name here', async () => {
  const { body } = await cms.as.editor('POST', '/api/news', { title: 'Tin đang soạn dở' })
  const found = await cms.as.moderator(
    'GET',
    `/api/live-items?collection=news&q=${encodeURIComponent('soạn dở')}`,
  )
  expect(found).toMatchObject({ status: 200, body: [] })
  const named = await cms.as.moderator('GET', `/api/live-items?collection=news&ids=${body.doc.id}`)
  expect(named.body).toEqual([{ id: body.doc.id, title: 'Mục không còn trên Cổng', path: null }])
})
