/**
 * The permission table against the running cms: every role, collection, operation, owner, state and field
 * through every door. What must happen comes from the table alone; how many cells were asked is printed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Collection, CollectionSlug, Endpoint } from 'payload'
import { doorName, doors, doorScopeOf, stockDoors } from '#domain/doors.ts'
import { fieldRules, fieldScopeOf } from '#domain/field-rules.ts'
import { isGuarded, operations, permissions, scopeOf, type GuardedCollection } from '#domain/roles.ts'
import { systemFieldNames } from '#cms/workflow/known-fields.ts'
import { openTestCms, type TestCms } from '#tests/support/cms.ts'
import { askToCreate } from '#tests/support/permissions/creating.ts'
import {
  fileDoors,
  readDoors,
  through,
  versionDoors,
  writeDoors,
  type Door,
} from '#tests/support/permissions/doors.ts'
import { isAllowed, isKeptRow, owns } from '#tests/support/permissions/expected.ts'
import { openFixture, type Fixture, type Row } from '#tests/support/permissions/fixture.ts'
import { openPersonas, type Persona } from '#tests/support/permissions/personas.ts'
import { anotherValue, isSame } from '#tests/support/permissions/values.ts'

export function permissionMatrix(name: string, cleanUp: (cms: TestCms) => Promise<void>): void {
  describe(`the permission table on ${name}`, () => {
    let cms: TestCms
    let fixture: Fixture
    let personas: Persona[]
    let cells = 0
    const wrong: string[] = []

    beforeAll(async () => {
      cms = await openTestCms()
      fixture = await openFixture(cms)
      const agencies = fixture.rows.get('agencies') ?? []
      personas = await openPersonas(
        cms,
        agencies.slice(0, agencies.length / 2).map(({ id }) => id),
      )
    }, 120_000)
    afterAll(async () => {
      process.stdout.write(`permission table on ${name}: ${cells} cells\n`)
      await cleanUp(cms)
    })

    const cell = (isRight: boolean, ...words: unknown[]) => {
      cells += 1
      if (!isRight)
        wrong.push(words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' · '))
    }
    /** The first few: one wrong rule is wrong in hundreds of cells. */
    const noneWrong = () => {
      const found = wrong.splice(0)
      expect([found.length, ...found.slice(0, 25)]).toEqual([0])
    }
    const collections = (): [GuardedCollection, Collection, Row[]][] =>
      [...fixture.rows].map(([slug, rows]) => [slug, cms.payload.collections[slug as CollectionSlug]!, rows])
    const doorsOf = ({ config }: Collection, wanted: (door: Door) => boolean): Door[] =>
      [
        ...readDoors,
        ...(config.upload ? fileDoors : []),
        ...(config.versions ? versionDoors : []),
        ...writeDoors,
      ].filter(wanted)

    const knock = async (slug: GuardedCollection, door: Door, persona: Persona, rows: Row[]) => {
      const question = { payload: cms.payload, collection: slug, persona }
      const told = (row: Row, isThrough: boolean) => {
        const may = isAllowed(persona, slug, door.operation, row)
        cell(isThrough === may, persona.name, slug, door.name, row, may ? 'refused' : 'let through')
      }
      if (door.many) {
        const found = await door.many(question, rows)
        for (const row of rows) told(row, found.includes(row.id))
      }
      for (const row of door.one ? rows : []) {
        const isThrough = (await door.one?.(question, row)) ?? false
        told(row, isThrough)
        if (!isThrough || !door.isLasting) continue
        if (door.operation === 'delete') await fixture.remake(slug, row)
        else await fixture.restore(slug, row)
      }
    }

    it('every collection and global has its row, and none has a default of Payload’s', () => {
      const { config } = cms.payload
      expect(config.collections.map(({ slug }) => slug).filter((slug) => !isGuarded(slug))).toEqual([])
      expect(config.globals.map(({ slug }) => slug).filter((slug) => !isGuarded(slug))).toEqual([])
      expect(Object.keys(permissions).filter((slug) => !fixture.rows.has(slug as GuardedCollection))).toEqual(
        [],
      )
      for (const { slug, access, versions } of config.collections) {
        for (const operation of operations) {
          if (operation === 'readVersions' && !versions) continue
          const rule = (access as Record<string, unknown>)[operation]
          cell(
            typeof rule === 'function' && !isDefault(rule as never),
            slug,
            operation,
            'has Payload’s default',
          )
        }
      }
      noneWrong()
    })

    it('reads through every door what the table says', async () => {
      for (const [slug, collection, rows] of collections())
        for (const door of doorsOf(collection, ({ operation }) => operation.startsWith('read')))
          for (const persona of personas) await knock(slug, door, persona, rows)
      noneWrong()
    }, 240_000)

    it('counts what the table says', async () => {
      for (const [slug, { config }, rows] of collections()) {
        const where = { id: { in: rows.map(({ id }) => id) } }
        const query = rows.map(({ id }, index) => `where[id][in][${index}]=${id}`).join('&')
        for (const persona of personas) {
          const may = rows.filter((row) => isAllowed(persona, slug, 'read', row)).length
          const answer = await persona.ask('GET', `/api/${slug}/count?${query}`)
          // Among preferences `count` is the name of one.
          const isCount = slug !== 'payload-preferences'
          if (isCount)
            cell((through(answer) ? answer.body.totalDocs : 0) === may, persona.name, slug, 'GET count', may)
          const options = { overrideAccess: false as const, user: persona.user as never, where }
          const counted = await cms.payload.count({ collection: slug, ...options }).then(
            ({ totalDocs }) => totalDocs,
            () => 0,
          )
          cell(counted === may, persona.name, slug, 'Local count', may, counted)
          if (!config.versions) continue
          const old = rows.filter((row) => isAllowed(persona, slug, 'readVersions', row)).length
          const versions = await cms.payload
            .countVersions({
              collection: slug,
              ...options,
              where: { parent: { in: rows.map(({ id }) => id) } },
            })
            .then(
              ({ totalDocs }) => totalDocs,
              () => 0,
            )
          cell(versions === old, persona.name, slug, 'Local countVersions', old, versions)
        }
      }
      noneWrong()
    })

    it('tells each person their rights as the table has them', async () => {
      for (const persona of personas) {
        const { body } = await persona.ask('GET', '/api/access')
        for (const [slug, { config }, rows] of collections()) {
          const told = body.collections?.[slug] ?? {}
          for (const operation of ['create', 'read', 'update', 'delete'] as const) {
            const may = scopeOf(persona.person?.role, slug, operation) !== 'none' && persona.person !== null
            cell(Boolean(told[operation]) === may, persona.name, slug, 'GET access', operation)
          }
          if (!config.endpoints || slug === 'payload-preferences') continue
          for (const row of rows) {
            const answer = await persona.ask('POST', `/api/${slug}/access/${row.id}`, {})
            through(answer)
            for (const operation of ['read', 'update', 'delete'] as const) {
              const may = isAllowed(persona, slug, operation, row)
              cell(Boolean(answer.body[operation]) === may, persona.name, slug, 'POST access', operation, row)
            }
          }
        }
      }
      noneWrong()
    }, 240_000)

    it('creates and copies what the table says', async () => {
      for (const [slug, , rows] of collections()) {
        for (const persona of personas) {
          for (const attempt of await askToCreate({ cms, fixture, collection: slug, persona, rows })) {
            const may = isAllowed(persona, slug, 'create', attempt) && attempt.isReadable
            cell(attempt.isThrough === may, persona.name, slug, attempt.door, attempt.owner, may)
          }
        }
      }
      noneWrong()
    }, 240_000)

    const endpoints = (): { door: string; slug: GuardedCollection | null; endpoint: Endpoint }[] => [
      ...(cms.payload.config.endpoints || []).map((endpoint) => ({
        door: doorName(endpoint.method, null, endpoint.path),
        slug: null,
        endpoint,
      })),
      ...cms.payload.config.collections.flatMap(({ slug, endpoints: own }) =>
        (own || []).map((endpoint) => ({
          door: doorName(endpoint.method, slug, endpoint.path),
          slug: slug as GuardedCollection,
          endpoint,
        })),
      ),
    ]

    it('every endpoint has its row, and every row its endpoint', () => {
      const found = endpoints()
      const isStock = ({ endpoint }: (typeof found)[number]) =>
        Object.hasOwn(stockDoors, `${endpoint.method} ${endpoint.path}`)
      const without = found.filter((each) => !isStock(each) && !Object.hasOwn(doors, each.door))
      expect(without.map(({ door }) => door)).toEqual([])
      const names = new Set(found.map(({ door }) => door))
      expect(Object.keys(doors).filter((door) => !names.has(door))).toEqual([])
    })

    it('opens our own endpoints to whom the table names', async () => {
      for (const { door, slug, endpoint } of endpoints()) {
        if (!Object.hasOwn(doors, door)) continue
        const rows: (Row | null)[] = endpoint.path.includes(':id') ? (fixture.rows.get(slug!) ?? []) : [null]
        for (const persona of personas) {
          for (const row of rows) {
            const path = `/api${slug ? `/${slug}` : ''}${endpoint.path.replace(':id', row?.id ?? '')}`
            const isPost = endpoint.method === 'post'
            const body = isPost ? { action: 'submit', revision: 'x' } : undefined
            const { status } = await persona.ask(isPost ? 'POST' : 'GET', path, body)
            const scope = persona.person ? doorScopeOf(persona.person.role, door) : 'none'
            const isKept = row !== null && isKeptRow(persona, row)
            const may =
              !isKept && (scope === 'all' || (scope === 'own' && row !== null && owns(persona, row)))
            const isClosed = status === 401 || status === 403 || (isKept && status === 404)
            cell(status < 500 && !isClosed === may, persona.name, door, row ?? '', status)
          }
        }
      }
      noneWrong()
    }, 240_000)

    it('keeps Payload’s closed endpoints shut, and what needs a session from those without', async () => {
      for (const { slug, endpoint } of endpoints()) {
        const kind = stockDoors[`${endpoint.method} ${endpoint.path}`]
        if (kind !== 'closed' && !(kind === 'session' && slug === 'payload-preferences')) continue
        for (const persona of personas) {
          const path = `/api${slug ? `/${slug}` : ''}${endpoint.path.replace(/:\w+\??/, 'x')}`
          const { status } = await persona.ask(
            endpoint.method.toUpperCase(),
            path,
            endpoint.method === 'post' ? {} : undefined,
          )
          const may = kind === 'session' && persona.person !== null
          cell(
            status < 500 &&
              (status < 400 || status === 404) === (may || (status === 404 && kind === 'closed')),
            persona.name,
            path,
            status,
          )
        }
      }
      noneWrong()
    })

    it('writes and deletes through every door what the table says', async () => {
      for (const [slug, collection, rows] of collections())
        for (const door of doorsOf(collection, ({ operation }) => !operation.startsWith('read')))
          for (const persona of personas) await knock(slug, door, persona, rows)
      noneWrong()
    }, 400_000)

    it('shows and takes each field as its rule says', async () => {
      for (const [slug, { config }, rows] of collections()) {
        for (const persona of personas) {
          const row = rows.find((candidate) => isAllowed(persona, slug, 'read', candidate))
          const answer = row && (await persona.ask('GET', `/api/${slug}/${row.id}?depth=0`))
          for (const field of row ? config.flattenedFields : []) {
            const scope = fieldScopeOf(persona.person?.role, slug, field.name, 'read')
            const isHidden = 'hidden' in field && field.hidden === true
            const may = !isHidden && (scope === 'all' || (scope === 'own' && owns(persona, row!)))
            // Payload leaves an empty list where a list was taken out.
            if (!may)
              cell(isSame(answer?.body[field.name] ?? [], []), persona.name, slug, field.name, 'is shown')
          }
          await askToWriteFields(slug, config.flattenedFields, persona, rows)
        }
      }
      noneWrong()
    }, 240_000)

    type Fields = Collection['config']['flattenedFields']
    const askToWriteFields = async (
      slug: GuardedCollection,
      fields: Fields,
      persona: Persona,
      rows: Row[],
    ): Promise<void> => {
      const writable = rows.filter((candidate) => isAllowed(persona, slug, 'update', candidate))
      // Of accounts one that nobody here acts as, if it may be written.
      const row = writable.find(({ id }) => id === fixture.ids.users) ?? writable.at(-1)
      if (!row || slug.startsWith('payload-')) return
      const system = systemFieldNames(fields)
      const collection = slug as CollectionSlug
      const stored = async (name: string): Promise<unknown> => {
        const found: unknown = await cms.payload.db.findOne({ collection, where: { id: { equals: row.id } } })
        return (found as Record<string, unknown> | null)?.[name] ?? null
      }
      for (const field of fields) {
        const rule = fieldRules[slug]?.[field.name]?.update
        if (!rule && !system.includes(field.name)) continue
        const may =
          !system.includes(field.name) &&
          fieldScopeOf(persona.person?.role, slug, field.name, 'update') === 'all'
        const before = await stored(field.name)
        const given = anotherValue(field, fixture.ids, before)
        const answer = await persona.ask('PATCH', `/api/${slug}/${row.id}`, { [field.name]: given })
        through(answer)
        const after = await stored(field.name)
        cell(may || !isSame(after, given), persona.name, slug, field.name, 'was written', before, after)
        if (may) cell(answer.status === 200, persona.name, slug, field.name, 'was refused', answer)
        if (!isSame(after, before))
          await cms.payload.db.updateOne({ collection, id: row.id, data: { [field.name]: before } })
        await fixture.restore(slug, row)
      }
    }

    it('unlocks accounts for those whom the table names', async () => {
      for (const persona of personas) {
        const { status } = await persona.ask('POST', '/api/users/unlock', { email: 'homeless@tinh.example' })
        const may = isAllowed(persona, 'users', 'unlock', { owner: null })
        cell(status < 500 && status < 400 === may, persona.name, 'POST unlock', status)
      }
      noneWrong()
    })
  })
}

/** Payload's defaults let in whoever is signed in to it: known by what they do, whatever they are called. */
const isDefault = (rule: (...args: never[]) => unknown): boolean => {
  const ask = rule as (args: unknown) => unknown
  try {
    return ask({ req: { user: { id: 'x', collection: 'users' } } }) === true
  } catch {
    return false
  }
}
