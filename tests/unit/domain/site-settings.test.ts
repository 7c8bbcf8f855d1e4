import { describe, expect, it } from 'vitest'
import { hasAddress, publicCollections } from '#domain/collections.ts'
import { readinessProblems } from '#domain/readiness.ts'
import { itemPath } from '#domain/routes.ts'
import { isSafeAddress } from '#domain/safe-address.ts'
import { settingsKinds, settingsParts } from '#domain/site-settings.ts'
import { transitions } from '#domain/workflow.ts'

const clock = { now: '2025-07-01T00:00:00.000Z' }
const codes = (content: Record<string, unknown>) =>
  readinessProblems('settings', { slug: 'x', language: 'vi', ...content } as never, clock).map(
    ({ field, code }) => `${field}: ${code}`,
  )

describe('parts of the site', () => {
  it('are the only items without an address, and what ends an address is nothing for them', () => {
    const isPageless = (collection: (typeof publicCollections)[number]) => !hasAddress(collection)
    expect(publicCollections.filter(isPageless)).toEqual(['settings'])
    expect(itemPath({ collection: 'settings', slug: 'menu', language: 'vi' })).toBeNull()
    const needing = Object.entries(transitions).filter(([, { needsAddress }]) => needsAddress)
    expect(needing.map(([action]) => action)).toEqual(['redirect', 'remove', 'hide-edition'])
  })

  it('have slugs and fields of their own', () => {
    const parts = settingsKinds.map((kind) => settingsParts[kind])
    expect(new Set(parts.map(({ slug }) => slug)).size).toBe(parts.length)
    const fields = parts.flatMap((part) => part.fields)
    expect(new Set(fields).size).toBe(fields.length)
  })

  it('are ready when every link has one target and words, and may be empty', () => {
    expect(codes({ kind: 'menu' })).toEqual([])
    expect(
      codes({
        kind: 'menu',
        menu: [{ section: 'news' }, { item: 'topics/1' }, { title: 'Tìm', address: '/tim-kiem/' }],
      }),
    ).toEqual([])
    expect(codes({})).toEqual(['kind: missing'])
    expect(
      codes({
        kind: 'home',
        tasks: [{}, { title: 'A', section: 'news', address: '/' }, { section: 'khong-co' }, { address: '/' }],
      }),
    ).toEqual([
      'tasks.0.target: missing',
      'tasks.1.target: missing',
      'tasks.2.section: invalid',
      'tasks.3.title: missing',
    ])
    expect(
      codes({
        kind: 'footer',
        email: 'a b@c',
        columns: [
          { title: '', links: [] },
          { title: 'Có', links: [{}] },
        ],
      }),
    ).toEqual([
      'email: invalid',
      'columns.0.title: missing',
      'columns.0.links: missing',
      'columns.1.links.0.target: missing',
    ])
  })
})

describe('an address that readers will click', () => {
  it.each(['/', '/tin-tuc/2011/05/?a=b#c', 'https://moha.gov.vn/a?b=1'])('may be %s', (address) => {
    expect(isSafeAddress(address)).toBe(true)
  })
  it.each([
    '',
    'tin-tuc/',
    '//host.example/',
    '/\\host.example',
    'http://a.example/',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' /a',
    '/a b',
    'https://user:pass@host.example/',
    'https://',
    `/${'a'.repeat(2000)}`,
  ])('may not be “%s”', (address) => {
    expect(isSafeAddress(address)).toBe(false)
  })
})
