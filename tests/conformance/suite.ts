/** What the cms needs of its database, asked of each one: the same facts on SQLite and on MongoDB. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload } from 'payload'
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'

type Row = Record<string, any> & { id: unknown }

export function conformance(
  name: string,
  prepare: () => Promise<{ cleanUp(payload: Payload): Promise<void> }>,
): void {
  describe(`${name} as database of the cms`, () => {
    let payload: Payload
    let cleanUp: (payload: Payload) => Promise<void>
    let people: { writer: Row; moderator: Row }

    beforeAll(async () => {
      ;({ cleanUp } = await prepare())
      const { openPayload } = await import('#cms/payload.ts')
      payload = await openPayload()
      const person = (role: string) =>
        payload.create({
          collection: 'users',
          data: { name: role, email: `${role}@tinh.example`, password: 'mat-khau-rat-dai', role },
        }) as Promise<Row>
      const [writer, moderator, secondModerator] = [
        await person('editor'),
        await person('moderator'),
        await person('administrator'),
      ]
      await payload.update({
        collection: 'users',
        id: String(secondModerator.id),
        data: { role: 'moderator' },
      })
      people = {
        writer: { ...secondModerator, role: 'moderator', collection: 'users' },
        moderator: { ...moderator, collection: 'users' },
      }
      void writer
    })
    afterAll(() => cleanUp(payload))

    const makeTopic = async (title: string) =>
      String(
        (
          (await payload.create({
            collection: 'topics',
            data: { name: title },
            user: people.writer as never,
            overrideAccess: false,
          })) as Row
        ).id,
      )
    const countTopics = (title: string) =>
      payload
        .count({ collection: 'topics', where: { name: { equals: title } } })
        .then(({ totalDocs }) => totalDocs)
    const take = async (
      collection: PublicCollection,
      id: string,
      action: 'submit' | 'approve' | 'withdraw',
      user: Row,
      note?: string,
    ) => {
      const { transition } = await import('#cms/workflow/transition.ts')
      const { freeze } = await import('#cms/workflow/content/content-of.ts')
      const { readWorkingCopy } = await import('#cms/workflow/item.ts')
      const item = await readWorkingCopy(payload, collection, id)
      const { revision } = await freeze(payload, collection, item!)
      return transition({ payload, collection, id, user: user as never, input: { action, revision, note } })
    }

    it('gives ids as opaque strings', async () => {
      expect(typeof (await makeTopic('mã số'))).toBe('string')
      const row = (await payload.create({ collection: 'topics', data: { name: 'kiểu mã' } })) as Row
      expect(typeof row.id).toBe('string')
    })

    it('keeps nothing of a transaction that was rolled back', async () => {
      const req = await createLocalReq({}, payload)
      expect(await initTransaction(req)).toBe(true)
      await payload.create({ collection: 'topics', data: { name: 'bị hủy' }, req })
      expect(await countTopics('bị hủy')).toBe(0)
      await killTransaction(req)
      expect(await countTopics('bị hủy')).toBe(0)
    })

    it('shows a transaction only when it was committed', async () => {
      const req = await createLocalReq({}, payload)
      await initTransaction(req)
      await payload.create({ collection: 'topics', data: { name: 'được giữ' }, req })
      expect(await countTopics('được giữ')).toBe(0)
      await commitTransaction(req)
      expect(await countTopics('được giữ')).toBe(1)
    })

    it('keeps all of 50 saves at once', async () => {
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          payload.create({ collection: 'topics', data: { name: `đồng thời ${index}`, summary: 'cùng lúc' } }),
        ),
      )
      expect(
        (await payload.count({ collection: 'topics', where: { summary: { equals: 'cùng lúc' } } })).totalDocs,
      ).toBe(50)
    })

    it('lets one of two claims to an address through', async () => {
      const claim = () =>
        payload.db.create({
          collection: 'addresses',
          data: { path: '/mot/', collection: 'news', item: 'x', isPermanent: false },
        })
      const results = await Promise.allSettled([claim(), claim()])
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })

    it('changes a row by compare-and-set', async () => {
      const id = await makeTopic('so sánh rồi ghi')
      const set = (lockVersion: number) =>
        payload.db.updateOne({
          collection: 'topics',
          where: { and: [{ id: { equals: id } }, { lockVersion: { equals: lockVersion } }] },
          data: { lockVersion: 7 },
        })
      expect(await set(99)).toBeNull()
      expect(await set(1)).not.toBeNull()
      expect(await set(1)).toBeNull()
    })

    it('makes one edition of 12 approvals at once and refuses the others', async () => {
      const id = await makeTopic('nhiều người duyệt')
      await take('topics', id, 'submit', people.writer)
      const results = await Promise.allSettled(
        Array.from({ length: 12 }, () => take('topics', id, 'approve', people.moderator)),
      )
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const codes = results.flatMap((result) =>
        result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
      )
      expect(new Set(codes)).toEqual(new Set(['wrong-state']))
      expect(
        (await payload.count({ collection: 'editions', where: { item: { equals: id } } })).totalDocs,
      ).toBe(1)
      expect(
        (await payload.count({ collection: 'publications', where: { item: { equals: id } } })).totalDocs,
      ).toBe(1)
      expect(
        (await payload.count({ collection: 'audit-events', where: { item: { equals: id } } })).totalDocs,
      ).toBe(2)
    })

    it('approves nine different items at once', async () => {
      const ids = await Promise.all(Array.from({ length: 9 }, (_, index) => makeTopic(`song song ${index}`)))
      for (const id of ids) await take('topics', id, 'submit', people.writer)
      const results = await Promise.allSettled(
        ids.map((id) => take('topics', id, 'approve', people.moderator)),
      )
      expect(results.map(({ status }) => status)).toEqual(ids.map(() => 'fulfilled'))
    })

    it('a step that fails at its end leaves nothing behind', async () => {
      const id = await makeTopic('bước hỏng')
      await take('topics', id, 'submit', people.writer)
      const { create } = payload.db
      payload.db.create = ((args: { collection: string }) => {
        if (args.collection === 'audit-events') return Promise.reject(new Error('the ledger is broken'))
        return create.call(payload.db, args as never)
      }) as never
      await expect(take('topics', id, 'approve', people.moderator)).rejects.toThrow('the ledger is broken')
      payload.db.create = create
      expect(
        (await payload.count({ collection: 'editions', where: { item: { equals: id } } })).totalDocs,
      ).toBe(0)
      expect((await take('topics', id, 'approve', people.moderator)).publicState).toBe('live')
    })

    it('keeps the rows of lists through every step', async () => {
      const agency = (await payload.create({
        collection: 'agencies',
        data: {
          name: 'Sở Công Thương',
          kind: 'so',
          formerNames: [{ name: 'Sở Công nghiệp', validTo: '2008-01-01' }],
        },
        user: people.writer as never,
        overrideAccess: false,
      })) as Row
      const id = String(agency.id)
      await take('agencies', id, 'submit', people.writer)
      await take('agencies', id, 'approve', people.moderator)
      const { truthOf } = await import('#cms/jobs/truth.ts')
      expect((await truthOf(payload, 'agencies', id))?.edition.content).toMatchObject({
        formerNames: [{ name: 'Sở Công nghiệp' }],
      })
      expect(await payload.findByID({ collection: 'agencies', id })).toMatchObject({
        formerNames: [{ name: 'Sở Công nghiệp' }],
      })
    })

    it('stores and gives back JSON, texts with tone marks and empty values as they were', async () => {
      const id = await makeTopic('Điều hành – “Nguyễn”')
      await take('topics', id, 'submit', people.writer)
      await take('topics', id, 'approve', people.moderator)
      const { truthOf } = await import('#cms/jobs/truth.ts')
      const truth = await truthOf(payload, 'topics', id)
      expect(truth).toMatchObject({
        state: 'live',
        edition: { number: 1, content: { name: 'Điều hành – “Nguyễn”', slug: 'dieu-hanh-nguyen' } },
      })
    })

    it('streams every item that is public, once', async () => {
      const { allTruths } = await import('#cms/jobs/truth.ts')
      const refs: string[] = []
      for await (const { ref } of allTruths(payload)) refs.push(ref)
      const editions = await payload.find({ collection: 'editions', limit: 0, pagination: false })
      const expected = new Set(editions.docs.map((row) => `${(row as Row).collection}/${(row as Row).item}`))
      expect(new Set(refs)).toEqual(expected)
      expect(refs).toHaveLength(expected.size)
    })

    it('streams the heads of the same items in the same order, and the truths of some', async () => {
      const { allTruths, headSource } = await import('#cms/jobs/truth.ts')
      const truths = await collected(allTruths(payload))
      const { heads, truths: some } = headSource(payload)
      expect(await collected(heads())).toEqual(
        truths.map(({ ref, edition, state, stateAt }) => ({
          ...{ ref, edition: edition.number, hash: edition.hash, outcomes: edition.outcomes.length },
          ...{ state, stateAt },
        })),
      )
      const two = truths.slice(-2)
      const told = await collected(some(two.map(({ ref }) => ref)))
      const inShort = ({ ref, edition, state }: (typeof truths)[number]) => [ref, edition.hash, state]
      expect(told.map(inShort)).toEqual(two.map(inShort))
    })

    it('seals audit events in order into one chain', async () => {
      const { sealAuditEvents } = await import('#cms/jobs/audit-seal.ts')
      while ((await sealAuditEvents(payload, 3)) > 0);
      const { docs } = await payload.find({
        collection: 'audit-events',
        sort: 'number',
        limit: 0,
        pagination: false,
      })
      expect(docs.map((row) => (row as Row).number)).toEqual(docs.map((_, index) => index + 1))
      docs.forEach((row, index) =>
        expect((row as Row).previousSeal ?? '').toBe(index === 0 ? '' : (docs[index - 1] as Row).seal),
      )
    })
  })
}

async function collected<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of source) all.push(one)
  return all
}
