/**
 * What the corpus stands on: the demonstration's people, agencies and topics, more of both up to the wanted
 * number, and a few files. Everything is found again when it was made before.
 */
import type { Payload } from 'payload'
import { agencies as demoAgencies } from '#cms/commands/demo/content/agencies.ts'
import { people } from '#cms/commands/demo/content/people.ts'
import { topics as demoTopics } from '#cms/commands/demo/content/topics.ts'
import type { User } from '#cms/commands/demo/course.ts'
import { documentPdf } from '#cms/commands/demo/document-pdf.ts'
import { place as placed, userById } from '#cms/commands/demo/place.ts'
import { enterBatch, type BatchItem } from '#cms/workflow/batch.ts'
import { fold } from '#domain/fold.ts'
import type { Place } from './items.ts'
import { randomFor, uuidFor } from './random.ts'
import { capitalised, paragraph, placeName, sentence, title, words } from './text.ts'

export const agencyCount = 60
export const topicCount = 40
const fileCount = 24

export type Office = { one: User; other: User }
export type Corpus = Office & { payload: Payload; place: Place }

export async function preparePlace(payload: Payload, seed: string): Promise<Corpus> {
  const [one, other] = (await Promise.all(
    ['moderator-a', 'moderator-b'].map((key) => moderator(payload, key)),
  )) as [User, User]
  const demoIds = async (collection: 'agencies' | 'topics', names: readonly string[]) =>
    (await Promise.all(names.map((name) => idByName(payload, collection, name)))).filter((id) => id !== null)
  const known = await demoIds(
    'agencies',
    demoAgencies.map(({ name }) => name),
  )
  const themes = await demoIds(
    'topics',
    demoTopics.map(({ name }) => name),
  )
  const moreAgencies = agenciesOf(seed, agencyCount - known.length)
  const moreTopics = topicsOf(seed, topicCount - themes.length)
  await enterMissing(payload, { one, other }, [...moreAgencies, ...moreTopics])

  const issuers = [
    ...demoAgencies.map((agency, index) => ({
      id: known[index] ?? '',
      code: codeOf(agency.shortName ?? agency.name),
    })),
    ...moreAgencies.map(({ id = '', data }) => ({ id, code: codeOf(String(data.shortName)) })),
  ]
  const files: string[] = []
  for (let index = 0; index < fileCount; index += 1)
    files.push(await placeFile(payload, seed, { index, user: one, agency: issuers[0]?.id ?? '' }))
  const pictures = await payload.find({ collection: 'media', limit: 20, depth: 0, sort: 'alt' })
  return {
    ...{ payload, one, other },
    place: {
      seed,
      agencies: issuers,
      topics: [...themes, ...moreTopics.map(({ id = '' }) => id)],
      files,
      pictures: (pictures.docs as unknown as Picture[]).filter(isNotBy(other)).map(({ id }) => String(id)),
    },
  }
}

type Picture = { id: string; edits?: { user: string }[] | null }

/** Nobody approves an article with a picture of their own. */
const isNotBy =
  (approver: User) =>
  ({ edits }: Picture): boolean =>
    (edits ?? []).every(({ user }) => user !== approver.id)

async function moderator(payload: Payload, wanted: string): Promise<User> {
  const email = people.find(({ key }) => key === wanted)?.email ?? ''
  const { docs } = await payload.find({ collection: 'users', where: { email: { equals: email } }, depth: 0 })
  if (!docs[0]) throw new TypeError(`no account ${email}`)
  return userById(payload, String(docs[0].id))
}

async function idByName(
  payload: Payload,
  collection: 'agencies' | 'topics',
  name: string,
): Promise<string | null> {
  const row = await payload.db.findOne<{ id: string }>({ collection, where: { name: { equals: name } } })
  return row ? String(row.id) : null
}

const codeOf = (name: string): string =>
  fold(name)
    .split(/[^a-z]+/)
    .filter(Boolean)
    .map((word) => (word === 'ubnd' ? 'UBND' : word.charAt(0).toUpperCase()))
    .join('')

function agenciesOf(seed: string, count: number): BatchItem[] {
  return Array.from({ length: count }, (_, index) => {
    const random = randomFor(`${seed}/agency/${index}`)
    const form = random.pick(['xã', 'phường', 'xã'])
    const name = placeName(random)
    return {
      collection: 'agencies',
      id: uuidFor(`${seed}/agency/${index}`),
      data: {
        name: `Ủy ban nhân dân ${form} ${name}`,
        shortName: `UBND ${form} ${name}`,
        kind: 'ubnd-xa',
        summary: sentence(random),
      },
    }
  })
}

const topicsOf = (seed: string, count: number): BatchItem[] =>
  Array.from({ length: count }, (_, index) => {
    const random = randomFor(`${seed}/topic/${index}`)
    const data = { name: capitalised(words(random, 2)), summary: sentence(random) }
    return { collection: 'topics', id: uuidFor(`${seed}/topic/${index}`), data }
  })

async function enterMissing(payload: Payload, { one, other }: Office, items: BatchItem[]): Promise<void> {
  const missing: BatchItem[] = []
  for (const item of items) {
    const where = { id: { equals: item.id } }
    if (!(await payload.db.findOne({ collection: item.collection, where }))) missing.push(item)
  }
  const { refused } = await enterBatch({ payload, writer: one, approver: other, items: missing })
  if (refused[0]) throw refused[0].error
}

function placeFile(
  payload: Payload,
  seed: string,
  { index, user, agency }: { index: number; user: User; agency: string },
): Promise<string> {
  const random = randomFor(`${seed}/file/${index}`)
  return placed(payload, {
    collection: 'files',
    key: { title: `Bản ký số (mẫu ${index + 1})`, agency },
    data: {},
    user,
    file: async () => {
      const plan = {
        ...{ key: 'sample', writer: 'moderator-a' as const, family: 'directive' as const, type: 'CT' },
        ...{ number: `${index + 1}/CT-UBND`, issuedOn: '2011-05-12', issuer: 'ubnd', fields: [] },
        abstract: title(random),
        body: Array.from({ length: 4 }, () => paragraph(random)).join('\n\n'),
      }
      const data = await documentPdf(plan, { name: 'Ủy ban nhân dân tỉnh' })
      return { data, mimetype: 'application/pdf', name: `ban-ky-so-${index + 1}.pdf`, size: data.length }
    },
  })
}
