/**
 * Fills a database with the demonstration province through the real workflow: each thing is written by one
 * person and approved by another. Run again, it makes only what is missing.
 */
import type { Payload } from 'payload'
import { needsSecondFactor } from '#domain/accounts/session-rules.ts'
import type { AddressedCollection } from '#domain/collections.ts'
import { enrolWithSecret } from '../../accounts/second-factor.ts'
import { linkFieldOf } from '../../fields/site-links.ts'
import { inTransaction } from '../../workflow/transaction.ts'
import { richTextOf } from './body.ts'
import { agencies } from './content/agencies.ts'
import { documents } from './content/documents.ts'
import { news } from './content/news.ts'
import { people } from './content/people.ts'
import { settings } from './content/settings.ts'
import { topics } from './content/topics.ts'
import { takeCourse, type Course, type User } from './course.ts'
import { place, userById } from './place.ts'
import type {
  AgencyPlan,
  DocumentPlan,
  LinkPlan,
  NewsPlan,
  PersonKey,
  PersonPlan,
  SettingsPlan,
  TopicPlan,
} from './plan.ts'
import type { DemoAccount } from './record.ts'
import { placePdf, placePicture } from './uploads.ts'

export type FillOptions = {
  passwords: Readonly<Record<string, string>>
  /** Second factors, base32, by address. */
  secrets: Readonly<Record<string, string>>
  now?: () => Date
  onProgress?: (label: string, done: number, total: number) => void
}

const scheduledAfter = 30 * 24 * 60 * 60 * 1000

type Fill = {
  payload: Payload
  passwords: FillOptions['passwords']
  secrets: FillOptions['secrets']
  scheduledFor: string
  users: Map<PersonKey, User>
  /** Ids by `collection/key`. */
  ids: Map<string, string>
}

export const fillEmails: readonly string[] = people.map(({ email }) => email)

/** Whose accounts sign in with a second factor. */
export const guardedEmails: readonly string[] = people
  .filter(({ role }) => needsSecondFactor(role))
  .map(({ email }) => email)

/** Answers the accounts, in the order of the plan. @throws PortalError when the workflow refuses a step. */
export async function fillDemo(
  payload: Payload,
  { passwords, secrets, now = () => new Date(), onProgress = () => {} }: FillOptions,
): Promise<DemoAccount[]> {
  const scheduledFor = new Date(now().getTime() + scheduledAfter).toISOString()
  const fill: Fill = { payload, passwords, secrets, scheduledFor, users: new Map(), ids: new Map() }
  const isOfficeMember = ({ role }: PersonPlan) => role !== 'editor'
  const work: (readonly [label: string, () => Promise<void>])[] = [
    ...people.filter(isOfficeMember).map((plan) => ['Tài khoản', () => addPerson(fill, plan)] as const),
    ...topics.map((plan) => ['Chuyên mục', () => addTopic(fill, plan)] as const),
    ...agencies.map((plan) => ['Cơ quan', () => addAgency(fill, plan)] as const),
    ...people
      .filter((plan) => !isOfficeMember(plan))
      .map((plan) => ['Tài khoản', () => addPerson(fill, plan)] as const),
    ...documents.map((plan) => ['Văn bản', () => addDocument(fill, plan)] as const),
    ...news.map((plan) => ['Tin', () => addNews(fill, plan)] as const),
    ...settings.map((plan) => ['Phần chung', () => addSettings(fill, plan)] as const),
  ]
  for (const [index, [label, step]] of work.entries()) {
    onProgress(label, index, work.length)
    await step()
  }
  onProgress('Xong', work.length, work.length)
  return people.map((plan) => accountOf(fill, plan))
}

async function addPerson(fill: Fill, { key, name, email, role, agencies: own }: PersonPlan): Promise<void> {
  const { payload, passwords, users } = fill
  const id = await place(payload, {
    collection: 'users',
    key: { email },
    data: {
      name,
      role,
      password: passwords[email],
      agencies: own.map((agency) => idOf(fill, 'agencies', agency)),
    },
    user: users.get('admin'),
  })
  const secret = fill.secrets[email]
  if (secret !== undefined)
    await inTransaction({ payload }, (req) =>
      enrolWithSecret(payload, { user: id, secret, now: new Date() }, req),
    )
  users.set(key, await userById(payload, id))
}

const accountOf = (
  { ids, passwords, secrets }: Fill,
  { email, role, agencies: [first] }: PersonPlan,
): DemoAccount => ({
  email,
  password: passwords[email] ?? '',
  role,
  agency: (first && ids.get(`agencies/${first}`)) ?? null,
  ...(secrets[email] === undefined ? {} : { totp: secrets[email] }),
})

async function addTopic(fill: Fill, { key, ...data }: TopicPlan): Promise<void> {
  const writer = userOf(fill, 'moderator-a')
  const id = await place(fill.payload, { collection: 'topics', key: { name: data.name }, data, user: writer })
  await arrive(fill, `topics/${key}`, { collection: 'topics', id, writer })
}

async function addAgency(fill: Fill, { key, parent, body, ...words }: AgencyPlan): Promise<void> {
  const writer = userOf(fill, 'moderator-a')
  const data = {
    ...words,
    ...(parent ? { parent: idOf(fill, 'agencies', parent) } : {}),
    ...(body ? { body: richTextOf(body) } : {}),
  }
  const id = await place(fill.payload, {
    collection: 'agencies',
    key: { name: words.name },
    data,
    user: writer,
  })
  await arrive(fill, `agencies/${key}`, { collection: 'agencies', id, writer })
}

async function addDocument(fill: Fill, plan: DocumentPlan): Promise<void> {
  const { key, number, issuer, fields, body, relations = [], goal, note, changeNote } = plan
  const {
    family,
    type,
    issuedOn,
    place: placeOfIssue,
    abstract,
    signer,
    signerCapacity,
    effectiveFrom,
    effectiveTo,
  } = plan
  const writer = userOf(fill, plan.writer)
  const agency = idOf(fill, 'agencies', issuer)
  const file = plan.hasFile === false ? [] : [await placePdf(fill.payload, plan, { user: writer, agency })]
  const id = await place(fill.payload, {
    collection: 'documents',
    key: { number, issuer: agency },
    data: {
      ...{
        family,
        type,
        issuedOn,
        place: placeOfIssue,
        abstract,
        signer,
        signerCapacity,
        effectiveFrom,
        effectiveTo,
      },
      fields: fields.map((topic) => idOf(fill, 'topics', topic)),
      body: richTextOf(body),
      files: file,
      relations: relations.map(({ target, ...relation }) => ({
        ...relation,
        ...(target ? { target: idOf(fill, 'documents', target) } : {}),
      })),
    },
    user: writer,
  })
  await arrive(fill, `documents/${key}`, { collection: 'documents', id, writer, goal, note, changeNote })
}

async function addNews(fill: Fill, plan: NewsPlan): Promise<void> {
  const {
    key,
    title,
    lead,
    body,
    topics: themes,
    source,
    author,
    originallyPublishedAt,
    image,
    aboutDocuments = [],
    goal,
    note,
    changeNote,
  } = plan
  const writer = userOf(fill, plan.writer)
  const agency = idOf(fill, 'agencies', plan.agency)
  const picture = image ? await placePicture(fill.payload, image, { user: writer, agency }) : undefined
  const id = await place(fill.payload, {
    collection: 'news',
    key: { title, agency },
    data: {
      ...{ lead, source, author, originallyPublishedAt, image: picture },
      body: richTextOf(body),
      topics: themes.map((topic) => idOf(fill, 'topics', topic)),
      aboutDocuments: aboutDocuments.map((document) => idOf(fill, 'documents', document)),
    },
    user: writer,
  })
  await arrive(fill, `news/${key}`, { collection: 'news', id, writer, goal, note, changeNote })
}

async function addSettings(
  fill: Fill,
  { kind, words, links = [], columns = [] }: SettingsPlan,
): Promise<void> {
  const writer = userOf(fill, 'moderator-a')
  const rows = (plans: readonly LinkPlan[]) => plans.map((plan) => linkRow(fill, plan))
  const data = {
    ...words,
    ...(kind === 'menu' ? { menu: rows(links) } : {}),
    ...(kind === 'home' ? { tasks: rows(links) } : {}),
    ...(kind === 'footer'
      ? { columns: columns.map(({ title, links: own }) => ({ title, links: rows(own) })) }
      : {}),
  }
  const id = await place(fill.payload, { collection: 'settings', key: { kind }, data, user: writer })
  await arrive(fill, `settings/${kind}`, { collection: 'settings', id, writer })
}

/** As the form keeps a link: which kind of target, and the target in the field of that kind. */
function linkRow(fill: Fill, { item, ...link }: LinkPlan): Record<string, unknown> {
  if (!item) return { ...link, target: link.section ? 'section' : 'address' }
  const [target, key = ''] = item.split('/') as [AddressedCollection, string]
  return { ...link, target, [linkFieldOf[target]]: idOf(fill, target, key) }
}

/** Remembers the id and takes the item where it belongs; whoever of the two moderators did not write it decides. */
async function arrive(
  fill: Fill,
  name: string,
  course: Omit<Course, 'reviewer' | 'scheduledFor'>,
): Promise<void> {
  fill.ids.set(name, course.id)
  const [one, other] = [userOf(fill, 'moderator-a'), userOf(fill, 'moderator-b')]
  const reviewer =
    course.writer.id === other.id || (course.collection === 'documents' && course.writer.id !== one.id)
      ? one
      : other
  await takeCourse(fill.payload, { ...course, reviewer, scheduledFor: fill.scheduledFor })
}

function userOf({ users }: Fill, key: PersonKey): User {
  const user = users.get(key)
  if (!user) throw new TypeError(`no person ${key} yet`)
  return user
}

function idOf({ ids }: Fill, collection: string, key: string): string {
  const id = ids.get(`${collection}/${key}`)
  if (!id) throw new TypeError(`${collection}/${key} is not filled in yet`)
  return id
}
