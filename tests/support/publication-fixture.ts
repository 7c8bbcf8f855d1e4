/** A publisher over temporary folders, and editions to publish through it. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { PublicCollection } from '#domain/collections.ts'
import type { ContentOf, SettingsContent, StoredFile } from '#domain/content.ts'
import { contentHash } from '#domain/content-hash.ts'
import type { ItemHead, ItemTruth, PathOf, PublicEdition } from '#domain/item-truth.ts'
import { itemPath } from '#domain/routes.ts'
import { appliedOf } from '#cms/publication/apply.ts'
import type { HeadSource, Publisher, PublisherSettings, TruthSource } from '#cms/publication/protocol.ts'
import { openPublisher, type Alarm, type PublisherOptions } from '#cms/publication/publisher.ts'

export const publicUrl = 'https://www.quangninh.example'

/** Folders and a copy of the fake site that a test may break. */
export function publicationFolders(): PublisherSettings {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'publication-'))
  const site = path.join(root, 'site')
  fs.mkdirSync(path.join(site, 'server'), { recursive: true })
  fs.mkdirSync(path.join(site, 'client', 'assets'), { recursive: true })
  fs.copyFileSync(new URL('./fake-site.mjs', import.meta.url), path.join(site, 'server', 'entry.mjs'))
  fs.writeFileSync(path.join(site, 'client', 'assets', 'portal.css'), 'body { color: #111 }\n')
  fs.mkdirSync(path.join(root, 'media', 'editions'), { recursive: true })
  return {
    dataDir: path.join(root, 'var'),
    mediaDir: path.join(root, 'media'),
    publicUrl,
    siteEntry: path.join(site, 'server', 'entry.mjs'),
  }
}

export type Province = {
  settings: PublisherSettings
  /** A test that opens another in its place puts it here. */
  publisher: Publisher
  alarms: Alarm[]
  /** What the CMS would tell: every truth published so far. */
  truths: Map<string, ItemTruth>
  source: () => AsyncIterable<ItemTruth>
  publish(...truths: ItemTruth[]): Promise<Awaited<ReturnType<Publisher['publish']>>>
  /** Renders everything that waits. */
  rest(): Promise<void>
  /** Bytes of a public address, or `null`. */
  page(route: string): string | null
  tree(): Record<string, string>
  /** Which release readers see. */
  release(): string
  close(): Promise<void>
}

/** An empty portal, built and open. */
export async function openProvince(
  options: PublisherOptions = {},
  settings = publicationFolders(),
): Promise<Province> {
  const alarms: Alarm[] = []
  const truths = new Map<string, ItemTruth>()
  const publisher = await openPublisher(settings, { onAlarm: (alarm) => alarms.push(alarm), ...options })
  const source = async function* () {
    yield* truths.values()
  }
  await publisher.rebuild(source)
  const www = path.join(settings.dataDir, 'www')
  const province: Province = {
    settings,
    publisher,
    alarms,
    truths,
    source,
    async publish(...given) {
      let receipt: Awaited<ReturnType<Publisher['publish']>> | undefined
      for (const truth of given) {
        truths.set(truth.ref, truth)
        receipt = await province.publisher.publish({ publicationId: `p-${truth.ref}`, ref: truth.ref, truth })
      }
      if (!receipt) throw new Error('nothing to publish')
      return receipt
    },
    async rest() {
      for (let left = 1; left > 0;) ({ left } = await province.publisher.renderStale(100))
    },
    page(route) {
      const file = path.join(www, route.endsWith('/') ? `${route}index.html` : route)
      return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
    },
    tree: () => readTree(www),
    release: () => fs.readlinkSync(path.join(settings.dataDir, 'current')),
    async close() {
      await province.publisher.close()
      fs.rmSync(path.dirname(settings.dataDir), { recursive: true, force: true })
    },
  }
  return province
}

/** Every file below a folder with the hash of its bytes; compressed variants aside. */
export function readTree(folder: string): Record<string, string> {
  const names = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
  const files = names
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\.(br|gz)$/.test(file))
  const real = fs.realpathSync(folder)
  return Object.fromEntries(
    files.sort().map((file) => [path.relative(real, fs.realpathSync(file)), sha(fs.readFileSync(file))]),
  )
}

export const sha = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let clock = Date.parse('2025-06-15T02:00:00.000Z')
/** Each call is a second later than the one before. */
const tick = (): string => new Date((clock += 1000)).toISOString()

type Draft<C extends PublicCollection> = {
  id: string
  content: Omit<ContentOf[C], 'language'> & { language?: 'vi' | 'en' }
  date?: string
  files?: StoredFile[]
}

/** An item whose first edition has just gone live. */
export function live<C extends PublicCollection>(collection: C, draft: Draft<C>): ItemTruth<C> {
  const { id, date = '2025-06-10T01:00:00.000Z', files = [] } = draft
  const content = { language: 'vi', ...draft.content } as ContentOf[C]
  const at = tick()
  return {
    ref: `${collection}/${id}`,
    collection,
    id,
    state: 'live',
    edition: {
      id: `${id}-1`,
      collection,
      item: id,
      number: 1,
      hash: contentHash(content),
      content,
      files,
      outcomes: [{ kind: 'live', at }],
    },
    path: pathOf(collection, content),
    formerPaths: [],
    firstLiveAt: date,
    lastLiveAt: date,
    lastMajorAt: date,
    corrections: [],
    history: [],
    publicDate: date,
    stateAt: at,
  }
}

/** The next edition of an item, live. A new address makes the old one a former one. */
export function corrected<C extends PublicCollection>(
  truth: ItemTruth<C>,
  words: Partial<ContentOf[C]>,
): ItemTruth<C> {
  const content = { ...truth.edition.content, ...words }
  const at = tick()
  const newPath = pathOf(truth.collection, content)
  const number = truth.edition.number + 1
  const history = truth.history.length > 0 ? truth.history : [told(truth, truth.firstLiveAt)]
  return {
    ...truth,
    state: 'live',
    edition: { ...truth.edition, number, content, hash: contentHash(content) },
    history: [...history, { number, liveAt: at, changeKind: 'minor', marks: [], content }],
    path: newPath,
    formerPaths:
      newPath === truth.path
        ? truth.formerPaths
        : [...truth.formerPaths, ...(truth.path ? [truth.path] : [])],
    lastLiveAt: at,
    stateAt: at,
  }
}

/** The first edition as its history tells it. */
const told = <C extends PublicCollection>(
  { edition: { number, content } }: ItemTruth<C>,
  liveAt: string,
): PublicEdition<C> => ({ number, liveAt, changeKind: 'major', marks: [], content })

/** An older edition hidden from the history. */
export const withHidden = <C extends PublicCollection>(truth: ItemTruth<C>, number: number): ItemTruth<C> => {
  const hidden = { at: tick(), note: 'Lộ dữ liệu cá nhân' }
  const history = truth.history.map(({ changeNote: _, ...edition }) =>
    edition.number === number ? { ...edition, content: null, hidden } : edition,
  )
  return { ...truth, history: history }
}

/** What the CMS tells of an item in short. */
function headOf(truth: ItemTruth): ItemHead {
  const { state_at, ...head } = appliedOf(truth)
  return { ref: truth.ref, hash: truth.edition.hash, stateAt: state_at, ...head }
}

/** Answers a rebuild that may carry rows over from `source`. */
export const headsFrom = (source: TruthSource): HeadSource => ({
  heads: async function* () {
    for await (const truth of source()) yield headOf(truth)
  },
  truths: async function* (refs) {
    if (refs.length === 0) return
    for await (const truth of source()) if (refs.includes(truth.ref)) yield truth
  },
})

export const withState = <C extends PublicCollection>(
  truth: ItemTruth<C>,
  state: ItemTruth['state'],
  words: { note?: string; redirectTo?: string } = {},
): ItemTruth<C> => {
  const at = tick()
  const outcomes = [...truth.edition.outcomes, { kind: state, at, ...words }]
  const history = state === 'live' || state === 'withdrawn' ? truth.history : []
  return { ...truth, state, stateAt: at, edition: { ...truth.edition, outcomes }, history, ...words }
}

const pathOf = <C extends PublicCollection>(collection: C, content: ContentOf[C]): PathOf<C> =>
  itemPath({
    collection,
    slug: content.slug,
    language: content.language,
    issuedOn: 'issuedOn' in content ? content.issuedOn : undefined,
  }) as PathOf<C>

/** Stores bytes as the file of an edition. */
export function storeFile(settings: PublisherSettings, bytes: string, mimeType: string): StoredFile {
  fs.writeFileSync(path.join(settings.mediaDir, 'editions', sha(bytes)), bytes)
  return { sha256: sha(bytes), mimeType, size: Buffer.byteLength(bytes) }
}

export const committee = () =>
  live('agencies', {
    id: 'ubnd',
    content: { slug: 'ubnd-tinh', name: 'Ủy ban nhân dân tỉnh', kind: 'provincial-committee' },
  })
export const topic = () =>
  live('topics', { id: 'cntt', content: { slug: 'cong-nghe-thong-tin', name: 'Công nghệ thông tin' } })
export const article = (id = 'a1', words: Partial<ContentOf['news']> = {}, date?: string) =>
  live('news', {
    id,
    date,
    content: {
      slug: id,
      title: `Tin ${id}`,
      lead: 'Lời dẫn',
      agency: 'agencies/ubnd',
      topics: ['topics/cntt'],
      ...words,
    },
  })
export const directive = (id = 'ct08', words: Partial<ContentOf['documents']> = {}) =>
  live('documents', {
    id,
    content: {
      slug: id,
      family: 'directive',
      type: 'CT',
      number: '08/CT-UBND',
      issuer: 'agencies/ubnd',
      issuedOn: '2025-05-11',
      abstract: 'Về việc đẩy mạnh ứng dụng công nghệ thông tin',
      ...words,
    },
  })

export const settings = <K extends SettingsContent['kind']>(
  kind: K,
  words: Partial<Extract<SettingsContent, { kind: K }>> = {},
) => live('settings', { id: kind, content: { slug: kind, kind, ...words } })
