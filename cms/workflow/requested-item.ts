/** The item that a request of the workflow is about, and who asks. Payload does not check custom endpoints. */
import type { PayloadRequest } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import { atDoor } from '../access/doors.ts'
import type { Person } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { isKeptFrom } from '#domain/item-reach.ts'
import { mayWrite } from './guard.ts'
import { reachOfItem, readWorkingCopy, textOf, type WorkingCopy } from './item.ts'

/** Questions about an item, as their addresses end. */
type Question = 'workflow' | 'publication' | 'comparison' | 'preview' | 'preview/tep/:hash/:name'

/**
 * The item, for those whom the door is open to: its editors, moderators, administrators.
 * @throws PortalError `not-signed-in`, `not-allowed`, `not-found` or `other-agency`.
 */
export async function readable(
  req: PayloadRequest,
  collection: PublicCollection,
  question: Question,
): Promise<{ item: WorkingCopy; person: Person }> {
  const person = atDoor(req, `get /${collection}/:id/${question}`)
  const item = await readWorkingCopy(req.payload, collection, textOf(req.routeParams?.id))
  if (!item || isKeptFrom(person, reachOfItem(collection, item))) throw new PortalError('not-found')
  if (person.role === 'editor' && !mayWrite(person, collection, item)) throw new PortalError('other-agency')
  return { item, person }
}
