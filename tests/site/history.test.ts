import { beforeAll, describe, expect, it } from 'vitest'
import { openSite } from '#tests/support/built-site.ts'
import { pageKinds } from '#tests/support/site-pages.ts'

let get: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  get = await openSite()
})

describe('the history of an item', () => {
  it('is linked from its page, and only where there is one', async () => {
    expect((await get(pageKinds.news)).text).toContain(`href="${pageKinds.history}">Xem các lần thay đổi`)
    expect((await get('/tin-tuc/khai-truong-he-thong-hoi-nghi-truyen-hinh/')).text).not.toContain('lich-su')
    expect((await get('/tin-tuc/khai-truong-he-thong-hoi-nghi-truyen-hinh/lich-su/')).status).toBe(404)
  })

  it('tells the editions newest first with marks and reasons, and asks no search engine in', async () => {
    const { text } = await get(pageKinds.history)
    const order = ['Bản đăng 4</h3>', 'Bản đăng 2</h3>', 'Bản đăng 1</h3>'].map((name) => text.indexOf(name))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order).not.toContain(-1)
    expect(text).toContain('Lần này lộ dữ liệu cá nhân.')
    expect(text).toContain('Soát lại số liệu')
    expect(text).toContain('<meta name="robots" content="noindex">')
  })

  it('marks what came and went by element and by word, and escapes it', async () => {
    const { text } = await get(pageKinds.comparison)
    expect(text).toMatch(/<del><span class="vh">\[bỏ: <\/span>[^<]*dùng[^<]*<span/)
    expect(text).toMatch(/<ins><span class="vh">\[thêm: <\/span>[^<]*đẩy mạnh ứng dụng[^<]*<span/)
    expect(text).toContain('&lt;b&gt;')
    expect(text).toContain('chi-thi-08-ct-ubnd.signed.pdf (')
  })

  it('names related items as they are live, and not those that are not', async () => {
    const { text } = await get(pageKinds.comparison)
    expect(text).not.toContain('chua-dang')
    expect(text).toContain('Chuyên mục')
  })

  it('says of a hidden edition why, and nothing else', async () => {
    const { status, text } = await get(pageKinds.historyEdition)
    expect(status).toBe(200)
    expect(text).toContain('Nội dung lần đăng này không còn công khai.')
    expect(text).not.toMatch(/<(?:ins|del)>/)
  })

  it.each(['?tu=1&den=1', '?tu=1', '?tu=9&den=1', '?tu=x&den=4'])('refuses %s in words', async (query) => {
    const { status, text } = await get(pageKinds.history + query)
    expect(status).toBe(400)
    expect(text).toContain('role="alert"')
  })
})
