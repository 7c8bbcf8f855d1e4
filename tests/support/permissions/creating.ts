/** Attempts to bring a new row into being: made, copied, uploaded; over REST and the Local API. */
import {
  createLocalReq,
  initTransaction,
  killTransaction,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { ownerPath, isPublicCollection } from '#cms/workflow/item.ts'
import type { GuardedCollection } from '#domain/roles.ts'
import { password, type Answer, type TestCms } from '#tests/support/cms.ts'
import { through } from './doors.ts'
import { isAllowed } from './expected.ts'
import type { Fixture, Row } from './fixture.ts'
import type { Persona } from './personas.ts'
import { leastData, smallFile } from './values.ts'

type Asking = {
  cms: TestCms
  fixture: Fixture
  collection: GuardedCollection
  persona: Persona
  rows: Row[]
}

export type Attempt = {
  door: string
  isThrough: boolean
  owner: string | null
  /** What is copied must be readable, too; `true` where nothing is copied. */
  isReadable: boolean
}

export async function askToCreate(asking: Asking): Promise<Attempt[]> {
  const { cms, collection, rows } = asking
  const attempts: Attempt[] = []
  for (const owner of ownersFor(asking)) {
    attempts.push({ door: 'POST', owner, isReadable: true, isThrough: await post(asking, owner) })
    attempts.push({
      door: 'Local create',
      owner,
      isReadable: true,
      isThrough: await createHere(asking, owner),
    })
  }
  if (cms.payload.collections[collection as CollectionSlug]?.config.disableDuplicate) return attempts
  for (const row of rows) {
    const copied = { owner: row.owner, isReadable: isAllowed(asking.persona, collection, 'read', row) }
    attempts.push({ ...copied, door: 'POST duplicate', isThrough: await copyOverRest(asking, row) })
    attempts.push({ ...copied, door: 'Local duplicate', isThrough: await copyHere(asking, row) })
  }
  return attempts
}

const ownersFor = ({ cms, collection, persona }: Asking): (string | null)[] => {
  if (isPublicCollection(collection) && (ownerPath[collection] === 'id' || ownerPath[collection] === null))
    return [null]
  return collection === 'users' || collection.startsWith('payload-')
    ? [persona.person?.id ?? null]
    : [cms.agency, cms.otherAgency]
}

function dataFor({ cms, fixture, collection }: Asking, owner: string | null): Record<string, unknown> {
  const { config } = cms.payload.collections[collection as CollectionSlug]!
  const { flattenedFields: fields, auth } = config
  const data = leastData(config, fixture.ids)
  const path = isPublicCollection(collection) ? ownerPath[collection] : 'agency'
  if (path && path !== 'id' && fields.some(({ name }) => name === path)) data[path] = owner
  return auth ? { ...data, password, role: 'editor' } : data
}

const isUpload = ({ cms, collection }: Asking): boolean =>
  Boolean(cms.payload.collections[collection as CollectionSlug]?.config.upload)

async function post(asking: Asking, owner: string | null): Promise<boolean> {
  const { persona, collection } = asking
  const data = dataFor(asking, owner)
  if (!isUpload(asking)) return made(asking, await persona.ask('POST', `/api/${collection}`, data))
  const { name, mimetype, bytes } = smallFile(asking.collection)
  const form = new FormData()
  form.set('_payload', JSON.stringify(data))
  form.set('file', new Blob([bytes], { type: mimetype }), name)
  return made(asking, await persona.ask('POST', `/api/${collection}`, form))
}

/** Takes away what was made, so that the next one finds the same room. */
async function made({ cms, collection }: Asking, answer: Answer): Promise<boolean> {
  if (!through(answer)) return false
  const id = String(answer.body.doc.id)
  await cms.payload.db.deleteOne({
    collection: collection,
    where: { id: { equals: id } },
    returning: false,
  })
  return true
}

const createHere = (asking: Asking, owner: string | null): Promise<boolean> =>
  rolledBack(asking, async (options) => {
    const { name, mimetype, bytes } = smallFile(asking.collection)
    const file = { data: bytes, mimetype, name, size: bytes.length }
    await asking.cms.payload.create({
      ...options,
      collection: asking.collection,
      data: dataFor(asking, owner),
      ...(isUpload(asking) ? { file } : {}),
    })
  })

const copyOverRest = async ({ persona, collection }: Asking, { id }: Row): Promise<boolean> =>
  through(await persona.ask('POST', `/api/${collection}/${id}/duplicate`, {}))

const copyHere = (asking: Asking, { id }: Row): Promise<boolean> =>
  rolledBack(asking, async (options) => {
    await asking.cms.payload.duplicate({
      ...options,
      collection: asking.collection,
      id,
    })
  })

async function rolledBack(
  { cms, persona }: Asking,
  call: (options: { req: PayloadRequest; overrideAccess: false; user: unknown }) => Promise<void>,
): Promise<boolean> {
  const { user } = persona
  const req = await createLocalReq(user ? { user } : {}, cms.payload)
  await initTransaction(req)
  try {
    await call({ req, overrideAccess: false, user })
    return true
  } catch (error) {
    const { status } = error as { status?: number }
    if (status === undefined || status >= 500) throw error
    return false
  } finally {
    await killTransaction(req)
  }
}
