/**
 * Every door through which a row of a collection may be read, written, copied or deleted. A door answers which
 * of the rows it let through; a refusal is silence or a 4xx, anything from 500 up is a fault.
 */
import {
  createLocalReq,
  initTransaction,
  killTransaction,
  type CollectionSlug,
  type Payload,
  type PayloadRequest,
} from 'payload'
import type { GuardedCollection, Operation } from '#domain/roles.ts'
import type { Answer } from '#tests/support/cms.ts'
import type { Row } from './fixture.ts'
import type { Persona } from './personas.ts'

export type Knock = { payload: Payload; collection: GuardedCollection; persona: Persona }
export type Door = {
  name: string
  operation: Operation
  /** Whether what went through stays: REST does, the Local API is rolled back. */
  isLasting?: true
  /** Many rows at once. */
  many?(knock: Knock, rows: Row[]): Promise<string[]>
  one?(knock: Knock, row: Row): Promise<boolean>
}

export const through = ({ status, body }: Answer): boolean => {
  if (status >= 500) throw new Error(`${status} ${JSON.stringify(body)}`)
  return status < 400
}

const idsOf = (docs: unknown): string[] =>
  (Array.isArray(docs) ? docs : []).map((doc: { id: unknown }) => String(doc.id))
const among = (rows: Row[]) => ({ id: { in: rows.map(({ id }) => id) } })
const amongQuery = (rows: Row[]) => rows.map(({ id }, index) => `where[id][in][${index}]=${id}`).join('&')
/** Conditions that name no row: what is not theirs is passed over in silence. */
const broad = { updatedAt: { exists: true } }

/** Runs a Local API call with access rules and takes back what it wrote; a refusal answers `none`. */
async function local<T>(
  { payload, persona }: Knock,
  none: T,
  call: (options: { req: PayloadRequest; overrideAccess: false; user: never }) => Promise<T>,
): Promise<T> {
  const { user } = persona
  const req = await createLocalReq(user ? { user } : {}, payload)
  await initTransaction(req)
  try {
    return await call({ req, overrideAccess: false, user: user as never })
  } catch (error) {
    const { status } = error as { status?: number }
    if (status === undefined || status >= 500) throw error
    return none
  } finally {
    await killTransaction(req)
  }
}

const slugOf = ({ collection }: Knock) => collection as CollectionSlug

export const readDoors: Door[] = [
  {
    name: 'GET list',
    operation: 'read',
    async many({ persona, collection }, rows) {
      const answer = await persona.ask('GET', `/api/${collection}?limit=0&depth=0&${amongQuery(rows)}`)
      return through(answer) ? idsOf(answer.body.docs) : []
    },
  },
  {
    name: 'POST as GET',
    operation: 'read',
    async many({ persona, collection }, rows) {
      const answer = await persona.ask('POST', `/api/${collection}`, `limit=0&depth=0&${amongQuery(rows)}`, {
        'x-payload-http-method-override': 'GET',
        'content-type': 'application/x-www-form-urlencoded',
      })
      return through(answer) ? idsOf(answer.body.docs) : []
    },
  },
  {
    name: 'Local find',
    operation: 'read',
    many: (knock, rows) =>
      local(knock, [] as string[], async (options) =>
        idsOf(
          (
            await knock.payload.find({
              ...options,
              collection: slugOf(knock),
              where: among(rows),
              pagination: false,
              limit: 0,
            })
          ).docs,
        ),
      ),
  },
  {
    name: 'GET one',
    operation: 'read',
    // A preference is asked for by its name, and one that is not there is answered with no value.
    async one({ persona, collection }, { id, key }) {
      const answer = await persona.ask('GET', `/api/${collection}/${key ?? id}`)
      return through(answer) && (key === undefined || answer.body.user !== undefined)
    },
  },
  {
    name: 'Local findByID',
    operation: 'read',
    one: (knock, { id }) =>
      local(knock, false, async (options) =>
        Boolean(await knock.payload.findByID({ ...options, collection: slugOf(knock), id })),
      ),
  },
]

export const fileDoors: Door[] = [
  {
    name: 'GET file',
    operation: 'read',
    one: async ({ persona, collection }, { filename }) =>
      through(await persona.ask('GET', `/api/${collection}/file/${filename}`)),
  },
]

export const versionDoors: Door[] = [
  {
    name: 'GET versions',
    operation: 'readVersions',
    async many({ persona, collection }, rows) {
      const query = rows.map(({ id }, index) => `where[parent][in][${index}]=${id}`).join('&')
      const answer = await persona.ask('GET', `/api/${collection}/versions?limit=0&depth=0&${query}`)
      return through(answer) ? parentsOf(answer.body.docs) : []
    },
  },
  {
    name: 'Local findVersions',
    operation: 'readVersions',
    many: (knock, rows) =>
      local(knock, [] as string[], async (options) =>
        parentsOf(
          (
            await knock.payload.findVersions({
              ...options,
              collection: slugOf(knock),
              where: { parent: { in: rows.map(({ id }) => id) } },
              pagination: false,
              limit: 0,
            })
          ).docs,
        ),
      ),
  },
  {
    name: 'GET one version',
    operation: 'readVersions',
    one: async ({ persona, collection }, { version }) =>
      through(await persona.ask('GET', `/api/${collection}/versions/${version}`)),
  },
  {
    name: 'Local findVersionByID',
    operation: 'readVersions',
    one: (knock, { version }) =>
      local(knock, false, async (options) =>
        Boolean(
          await knock.payload.findVersionByID({ ...options, collection: slugOf(knock), id: version ?? '' }),
        ),
      ),
  },
  {
    name: 'POST restore',
    operation: 'update',
    isLasting: true,
    one: async ({ persona, collection }, { version }) =>
      through(await persona.ask('POST', `/api/${collection}/versions/${version}`)),
  },
  {
    name: 'Local restoreVersion',
    operation: 'update',
    one: (knock, { version }) =>
      local(knock, false, async (options) =>
        Boolean(
          await knock.payload.restoreVersion({ ...options, collection: slugOf(knock), id: version ?? '' }),
        ),
      ),
  },
]

const parentsOf = (docs: unknown): string[] => [
  ...new Set(
    (Array.isArray(docs) ? docs : []).map(({ parent }: { parent: unknown }) => String(parent as string)),
  ),
]

/** Answers of bulk requests hold the rows that went through, and an error for each that a hook refused. */
const bulkThrough = (answer: Answer): string[] => (through(answer) ? idsOf(answer.body.docs) : [])

export const writeDoors: Door[] = [
  {
    name: 'PATCH one',
    operation: 'update',
    isLasting: true,
    one: async ({ persona, collection }, { id }) =>
      through(await persona.ask('PATCH', `/api/${collection}/${id}?overrideLock=true`, {})),
  },
  {
    name: 'PATCH many, named',
    operation: 'update',
    isLasting: true,
    one: async ({ persona, collection }, row) =>
      bulkThrough(
        await persona.ask('PATCH', `/api/${collection}?${amongQuery([row])}&overrideLock=true`, {}),
      ).includes(row.id),
  },
  {
    name: 'Local update',
    operation: 'update',
    one: (knock, { id }) =>
      local(knock, false, async (options) =>
        Boolean(
          await knock.payload.update({
            ...options,
            collection: slugOf(knock),
            id,
            data: {},
            overrideLock: true,
          }),
        ),
      ),
  },
  {
    name: 'Local update of many',
    operation: 'update',
    many: (knock) =>
      local(knock, [] as string[], async (options) =>
        idsOf(
          (
            await knock.payload.update({
              ...options,
              collection: slugOf(knock),
              where: broad,
              data: {},
              overrideLock: true,
            })
          ).docs,
        ),
      ),
  },
  {
    name: 'DELETE one',
    operation: 'delete',
    isLasting: true,
    one: async ({ persona, collection }, { id }) =>
      through(await persona.ask('DELETE', `/api/${collection}/${id}?overrideLock=true`)),
  },
  {
    name: 'DELETE many, named',
    operation: 'delete',
    isLasting: true,
    one: async ({ persona, collection }, row) =>
      bulkThrough(
        await persona.ask('DELETE', `/api/${collection}?${amongQuery([row])}&overrideLock=true`),
      ).includes(row.id),
  },
  {
    name: 'Local delete',
    operation: 'delete',
    one: (knock, { id }) =>
      local(knock, false, async (options) =>
        Boolean(
          await knock.payload.delete({ ...options, collection: slugOf(knock), id, overrideLock: true }),
        ),
      ),
  },
  {
    name: 'Local delete of many',
    operation: 'delete',
    many: (knock, rows) =>
      local(knock, [] as string[], async (options) => {
        const doomed = rows.map(({ id }) => id)
        const { docs } = await knock.payload.delete({
          ...options,
          collection: slugOf(knock),
          where: { and: [broad, { or: doomed.map((id) => ({ id: { like: id } })) }] },
          overrideLock: true,
        })
        return idsOf(docs)
      }),
  },
]
