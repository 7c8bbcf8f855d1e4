/**
 * A small province in a real read model: items of every kind with relations, a rename, a replaced
 * document, a withdrawn article and targets that are not live. Invented content of 2011.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type {
  AgencyContent,
  DocumentContent,
  NewsContent,
  PublicContent,
  TopicContent,
} from '#domain/content.ts'
import type { AddressedCollection } from '#domain/collections.ts'
import { itemPath } from '#domain/routes.ts'
import { lists } from '#published/lists.ts'
import { searchDocument, searchTitle } from '#published/search-document.ts'
import { putSearchRow } from '#published/search-rows.ts'
import { sortKey } from '#published/sort-keys.ts'
import { withHistory } from './read-model-history.ts'
import { type SeedItem, closedAddresses, seedItems } from './read-model-items.ts'

const schema = new URL('../../cms/published/schema.sql', import.meta.url)

/** An empty read model in memory, from the real schema. */
export function emptyReadModel(): DatabaseSync {
  const db = new DatabaseSync(':memory:')
  db.exec(readFileSync(schema, 'utf8'))
  return db
}

/** Fills a read model that has the schema. The reader's `today` that suits it is `2011-06-15`. */
export function seedReadModel(db: DatabaseSync): void {
  db.exec('BEGIN')
  for (const item of seedItems) insertItem(db, withHistory(item))
  const close = db.prepare(
    'INSERT INTO closed_addresses (path, ref, status, target, title, note, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { path, ref, status, target, title, note, at } of closedAddresses) {
    close.run(path, ref, status, target ?? null, title ?? null, note ?? null, at)
  }
  const anchor = db.prepare(
    'INSERT INTO anchors (day, number, seal, events, editions) VALUES (?, ?, ?, ?, ?)',
  )
  for (const [day, number, editions] of [
    ['2010-12-31', 12, 3],
    ['2011-01-01', 12, 3],
    ['2011-06-14', 48, 9],
  ] as const)
    anchor.run(day, number, sha(`${day} ${number}`), number % 7, editions)
  db.exec('COMMIT')
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

/** Puts one item with its lists, mentions and search row. */
export function insertItem(db: DatabaseSync, item: SeedItem): void {
  const { collection, id, content, publicDate, state = 'live' } = item
  const ref = `${collection}/${id}` as const
  db.prepare(
    `INSERT INTO items (ref, collection, state, path, language, title, edition, hash, public_date, first_live_at,
       last_live_at, last_major_at, change_kind, change_note, corrections, withdrawn_at, withdrawn_note, history, content, files)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ref,
    collection,
    state,
    pathOf(item),
    content.language,
    titleOf(collection, content),
    item.edition ?? 1,
    `hash-${id}`,
    publicDate,
    item.firstLiveAt ?? publicDate,
    item.lastLiveAt ?? item.firstLiveAt ?? publicDate,
    item.lastMajorAt ?? item.lastLiveAt ?? item.firstLiveAt ?? publicDate,
    item.changeKind ?? 'major',
    item.changeNote ?? null,
    JSON.stringify(item.corrections ?? []),
    item.withdrawn?.at ?? null,
    item.withdrawn?.note ?? null,
    item.history?.length ?? 0,
    JSON.stringify(content),
    JSON.stringify(item.files ?? []),
  )
  for (const {
    number,
    live_at,
    change_kind,
    change_note,
    marks,
    hidden_at,
    hidden_note,
    content: words,
  } of item.history ?? []) {
    db.prepare('INSERT INTO public_editions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      ref,
      number,
      live_at,
      change_kind,
      change_note,
      marks,
      hidden_at,
      hidden_note,
      words,
    )
  }
  for (const [kind, target] of mentionsOf(collection, content)) {
    db.prepare('INSERT OR IGNORE INTO mentions (from_ref, kind, to_ref) VALUES (?, ?, ?)').run(
      ref,
      kind,
      target,
    )
  }
  if (state !== 'live') return
  const sort = sortKey(collection, content as never, publicDate)
  const enter = db.prepare('INSERT INTO list_entries (list, sort, ref) VALUES (?, ?, ?)')
  for (const list of listsOf(item)) enter.run(list, sort, ref)
  const day = collection === 'documents' ? (content as DocumentContent).issuedOn : vietnamDay(publicDate)
  const [year = '', month = ''] = day.split('-')
  enter.run(lists.sitemapMonth(year, month), item.lastLiveAt ?? item.firstLiveAt ?? publicDate, ref)
  putSearchRow(db, { ref, collection, publicDate, day, ...searchDocument(collection, content as never) })
}

const pathOf = ({ collection, content }: SeedItem): string =>
  itemPath({
    collection,
    slug: content.slug,
    language: content.language,
    issuedOn: (content as Partial<DocumentContent>).issuedOn,
  })

const titleOf = (collection: AddressedCollection, content: PublicContent): string =>
  collection === 'agencies' || collection === 'topics'
    ? (content as AgencyContent | TopicContent).name
    : searchTitle(collection, content)

const vietnamDay = (iso: string): string =>
  new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(0, 10)

function listsOf({ collection, content, publicDate }: SeedItem): string[] {
  const [year, month] = vietnamDay(publicDate).split('-') as [string, string]
  if (collection === 'agencies') return [lists.agencies()]
  if (collection === 'topics') return [lists.topics()]
  if (collection === 'documents') {
    const { issuedOn, issuer } = content as DocumentContent
    const agency = lists.agencyDocuments(idOf(issuer))
    return [lists.documents(), lists.documentsYear(issuedOn.slice(0, 4)), agency]
  }
  const { agency, topics = [] } = content as NewsContent
  return [
    lists.news(),
    lists.newsMonth(year, month),
    ...topics
      .map(idOf)
      .flatMap((topic) => [lists.topicNews(topic), lists.topicNewsMonth(topic, year, month)]),
    ...(agency ? [lists.agencyNews(idOf(agency))] : []),
  ]
}

const idOf = (ref: string): string => ref.slice(ref.indexOf('/') + 1)

function mentionsOf(
  collection: AddressedCollection,
  content: PublicContent,
): [kind: string, target: string][] {
  const found: [string, string | undefined][] = []
  if (collection === 'news') {
    const { agency, topics = [], aboutDocuments = [] } = content as NewsContent
    found.push(['agency', agency])
    found.push(...topics.map((topic): [string, string] => ['topic', topic]))
    found.push(...aboutDocuments.map((document): [string, string] => ['about-document', document]))
  }
  if (collection === 'documents') {
    const { issuer, fields = [], relations = [] } = content as DocumentContent
    found.push(['issuer', issuer])
    found.push(...fields.map((field): [string, string] => ['field', field]))
    found.push(...relations.map(({ type, target }): [string, string | undefined] => [type, target]))
  }
  if (collection === 'agencies') {
    const { parent, successor } = content as AgencyContent
    found.push(['parent', parent], ['successor', successor])
  }
  return found.filter((entry): entry is [string, string] => entry[1] !== undefined)
}
