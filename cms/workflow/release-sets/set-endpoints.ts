/** A release set over REST: take a step of the whole set, ask where it stands. */
import type { Endpoint, PayloadRequest } from 'payload'
import { planSetStep, setActions, type SetAction } from '#domain/release-sets.ts'
import { atDoor } from '../../access/doors.ts'
import type { Person } from '../../access/person.ts'
import { PortalError } from '../../errors.ts'
import { authorsInQuestion } from '../authors.ts'
import { freeze } from '../content/content-of.ts'
import { editionsOf } from '../editions.ts'
import { allowedActions } from '../guard.ts'
import { textOf } from '../item.ts'
import { contactsIn, findLeaks } from '../leaks/find-leaks.ts'
import { withDecisions } from '../leaks/guard-leaks.ts'
import { bodyOf } from '../request-body.ts'
import { parseSetInput } from './set-input.ts'
import { membersOf, mayWriteSet, readSet, stateOf, type Member, type SetRow } from './set-rows.ts'
import { transitionSet } from './transition-set.ts'

export const setEndpoints: Endpoint[] = [
  {
    path: '/:id/transition',
    method: 'post',
    handler: async (req) => {
      const person = atDoor(req, 'post /release-sets/:id/transition')
      const { id } = await namedSet(req, person)
      const input = parseSetInput(await bodyOf(req))
      const { payload, user } = req
      return Response.json(await transitionSet({ payload, id, input, user }))
    },
  },
  {
    path: '/:id/workflow',
    method: 'get',
    handler: async (req) => {
      const person = atDoor(req, 'get /release-sets/:id/workflow')
      const { payload } = req
      const set = await namedSet(req, person)
      const members = await membersOf(payload, set)
      const items = []
      for (const member of members) {
        const { collection, id, item, state, title } = member
        const frozen = await freeze(payload, collection, item)
        const editions = await editionsOf(payload, collection, id)
        const allowed = allowedActions({
          ...{ collection, item, actor: person },
          authors: (action) => authorsInQuestion(action, item, frozen, editions),
        })
        const findings = await findLeaks(frozen, contactsIn(payload))
        items.push({
          ...{ collection, id, title, state, revision: frozen.revision, allowed },
          ...(person.role === 'moderator' ? { findings: withDecisions(findings, editions) } : {}),
        })
      }
      const allowed = set.releasedAt ? [] : openSteps(person, members, items)
      return Response.json({ state: stateOf(set, members), allowed, items, lockVersion: set.lockVersion })
    },
  },
]

/** @throws PortalError `not-found`; `other-agency` for an editor whose set it is not. */
async function namedSet(req: PayloadRequest, person: Person): Promise<SetRow> {
  const set = await readSet(req.payload, textOf(req.routeParams?.id))
  if (!set) throw new PortalError('not-found')
  if (person.role === 'editor' && !mayWriteSet(person, set)) throw new PortalError('other-agency')
  return set
}

/** The steps that this person may take for every member that they would move. */
function openSteps(
  person: Person,
  members: Member[],
  items: { id: string; allowed: readonly string[] }[],
): SetAction[] {
  if (person.role === 'administrator') return []
  return setActions.filter((action) => {
    const { moving, blocking } = planSetStep(action, members)
    return (
      moving.length > 0 &&
      blocking.length === 0 &&
      moving.every(({ id }) => items.find((item) => item.id === id)?.allowed.includes(action))
    )
  })
}
