/** What everybody has in work, by who answers for it: the screen of handovers asks this. */
import type { Payload } from 'payload'
import { publicCollections, type PublicCollection } from '#domain/collections.ts'
import {
  absenceOf,
  isInWork,
  mayHold,
  statesInWork,
  successorsIn,
  type Absence,
  type Account,
} from '#domain/handover.ts'
import type { ItemReach } from '#domain/item-reach.ts'
import type { PublicState } from '#domain/item-truth.ts'
import type { WorkingState } from '#domain/workflow.ts'
import { idOf } from '../access/person.ts'
import { accountsBy, findAccounts } from './accounts.ts'
import { agencyNames, successors } from './agencies.ts'
import { holderOf, ownerPath, reachOfItem, textOf, titlePath } from './item.ts'

export type DeskItem = {
  collection: PublicCollection
  id: string
  title: string
  /** Name of the agency it belongs to. */
  agency: string
  state: WorkingState
  scheduledAt: string
  /** Why its holder cannot go on; `null`: they can. */
  absence: Absence | null
  /** Ids of those who may take it. */
  takers: string[]
}

export type Desk = { holder: string; name: string; isLeft: boolean; items: DeskItem[] }
export type Desks = { desks: Desk[]; people: Account[] }

type Row = Record<string, unknown> & { id: string }

/** Desks of people who cannot go on first, then by name; the people are those who can take something. */
export async function findDesks(payload: Payload): Promise<Desks> {
  const [people, next, names] = await Promise.all([
    findAccounts(payload, {}),
    successors(payload),
    agencyNames(payload),
  ])
  const accounts = new Map(people.map((person) => [person.id, person]))
  const desks = new Map<string, Desk>()
  for (const { collection, row, holder, reach } of await workHeld(payload)) {
    const followers = successorsIn(next, reach.owner)
    const item: DeskItem = {
      collection,
      id: String(row.id),
      title: textOf(row[titlePath[collection]]) || 'Chưa có tên',
      agency: (reach.owner && names.get(reach.owner)) ?? '',
      state: row.state as WorkingState,
      scheduledAt: textOf(row.scheduledAt),
      absence: absenceOf(accounts.get(holder), reach),
      takers: people
        .filter((person) => person.id !== holder && mayHold(person, reach, followers) !== undefined)
        .map(({ id }) => id),
    }
    const name = accounts.get(holder)?.name ?? 'Chưa có người phụ trách'
    const desk = desks.get(holder) ?? { holder, name, isLeft: false, items: [] }
    desk.items.push(item)
    desk.isLeft ||= item.absence !== null
    desks.set(holder, desk)
  }
  return { desks: [...desks.values()].sort(byNeed), people }
}

const byNeed = (one: Desk, other: Desk): number =>
  Number(other.isLeft) - Number(one.isLeft) || one.name.localeCompare(other.name, 'vi')

const contributorsOf = ({ contributors }: Row): string[] =>
  Array.isArray(contributors) ? contributors.flatMap((each) => idOf(each) ?? []) : []

type HeldWork = { collection: PublicCollection; row: Row; holder: string; reach: ItemReach }

/** Who answers for what is in work: no more of each row than that and what names it. */
async function workHeld(payload: Payload): Promise<HeldWork[]> {
  const found = await Promise.all(
    publicCollections.map(async (collection) => {
      const owner = ownerPath[collection]
      const { docs } = await payload.db.find<Row>({
        collection,
        where: { state: { in: [...statesInWork] } },
        select: {
          ...{ [titlePath[collection]]: true, ...(owner && owner !== 'id' ? { [owner]: true } : {}) },
          ...{ state: true, publicState: true, scheduledAt: true },
          ...{ holder: true, heldFor: true, submittedBy: true, contributors: true },
        },
        sort: 'updatedAt',
        limit: 0,
        pagination: false,
      })
      return docs.map((row) => ({ collection, row }))
    }),
  )
  return found
    .flat()
    .filter(({ row }) => isInWork(row.state as WorkingState, (row.publicState as PublicState) ?? 'none'))
    .map(({ collection, row }) => ({
      ...{ collection, row },
      holder: holderOf({ ...row, contributors: contributorsOf(row) }) ?? '',
      reach: reachOfItem(collection, row),
    }))
}

/** How many items are held by people who cannot go on with them. */
export async function countLeft(payload: Payload): Promise<number> {
  const work = await workHeld(payload)
  const accounts = await accountsBy(payload, [...new Set(work.map(({ holder }) => holder))])
  return work.filter(({ holder, reach }) => absenceOf(accounts.get(holder), reach) !== null).length
}
