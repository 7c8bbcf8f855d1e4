/**
 * Whose a working copy is, and from whom it is kept (decisions/023). The same rules stand as conditions for the
 * database in `access/reach.ts`; the permission matrix holds both against each other.
 */
import type { Role } from './roles.ts'

export type Reacher = { id: string; role: Role; agencies: readonly string[] }

/** What of a working copy decides who reaches it. Ids. */
export type ItemReach = {
  /** The agency it belongs to; absent: nobody's but the web office's. */
  owner?: string | undefined
  /** Who answers for it now: its first writer, or whom a moderator handed it to. */
  holder?: string | undefined
  /** The agency for which its holder holds it, where that is not the owner: the owner's successor. */
  heldFor?: string | undefined
  creator?: string | undefined
  /** Only the named people, its creator, its holder and moderators read it. */
  isLimited?: boolean
  limitedTo?: readonly string[]
}

/** Is it of the person's own agencies, or held by the person for one of them? Who leaves that agency loses it. */
export const isOwn = (person: Reacher, { owner, holder, heldFor }: ItemReach): boolean =>
  (owner !== undefined && person.agencies.includes(owner)) ||
  (holder === person.id && heldFor !== undefined && person.agencies.includes(heldFor))

/** Is a limited working copy kept from the person, agency aside? Never from moderators: somebody has to decide. */
export const isKeptFrom = (person: Pick<Reacher, 'id' | 'role'>, item: ItemReach): boolean =>
  item.isLimited === true &&
  person.role !== 'moderator' &&
  ![item.creator, item.holder, ...(item.limitedTo ?? [])].includes(person.id)

/** May the person say who else reads the working copy? Its writer and whoever holds it; a colleague may not lock it. */
export const mayLimit = (
  person: Pick<Reacher, 'id' | 'role'>,
  { creator, holder }: Pick<ItemReach, 'creator' | 'holder'>,
): boolean =>
  person.role === 'moderator' ||
  creator === person.id ||
  holder === person.id ||
  (creator === undefined && holder === undefined)
