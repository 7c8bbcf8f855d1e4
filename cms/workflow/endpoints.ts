/** The workflow over REST (ARCHITECTURE, Workflow): take a step, ask what is allowed, ask what became of it. */
import type { Endpoint, PayloadRequest } from 'payload'
import type { PublicCollection } from '#domain/content.ts'
import { readinessProblems } from '#domain/readiness.ts'
import type { Action } from '#domain/workflow.ts'
import { atDoor } from '../access/doors.ts'
import type { Person } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { authorsInQuestion } from './authors.ts'
import { freeze } from './content/content-of.ts'
import { editionsOf } from './editions.ts'
import { contactsIn, findLeaks } from './leaks/find-leaks.ts'
import { requireInspected, withFreshInspections } from './leaks/fresh-inspections.ts'
import { stampProblems, warningsOf, withDecisions } from './leaks/guard-leaks.ts'
import { allowedActions, mayWrite } from './guard.ts'
import { readWorkingCopy, textOf, type WorkingCopy } from './item.ts'
import { latestPublication } from './publications.ts'
import { parseInput } from './transition-input.ts'
import { transition } from './transition.ts'

/** The item, for those whom the door is open to: its editors, moderators, administrators. */
async function readable(
  req: PayloadRequest,
  collection: PublicCollection,
  door: 'workflow' | 'publication',
): Promise<{ item: WorkingCopy; person: Person }> {
  const person = atDoor(req, `get /${collection}/:id/${door}`)
  const item = await readWorkingCopy(req.payload, collection, textOf(req.routeParams?.id))
  if (!item) throw new PortalError('not-found')
  if (person.role === 'editor' && !mayWrite(person, collection, item)) throw new PortalError('other-agency')
  return { item, person }
}

async function bodyOf(req: PayloadRequest): Promise<unknown> {
  try {
    return await req.json?.()
  } catch (error) {
    throw new PortalError('broken-request', { cause: error })
  }
}

/** The endpoints of one collection; they check the person themselves, since Payload does not for custom endpoints. */
export const workflowEndpoints = (collection: PublicCollection): Endpoint[] => [
  {
    path: '/:id/transition',
    method: 'post',
    handler: async (req) => {
      atDoor(req, `post /${collection}/:id/transition`)
      const input = parseInput(await bodyOf(req))
      const result = await transition({
        payload: req.payload,
        collection,
        id: textOf(req.routeParams?.id),
        input,
        user: req.user,
      })
      return Response.json(result)
    },
  },
  {
    path: '/:id/workflow',
    method: 'get',
    handler: async (req) => {
      const read = await readable(req, collection, 'workflow')
      return Response.json(await withFreshInspections(req.payload, () => workflowOf(req, collection, read)))
    },
  },
  {
    path: '/:id/publication',
    method: 'get',
    handler: async (req) => {
      const { item } = await readable(req, collection, 'publication')
      return Response.json(await publicationOf(req, collection, item.id))
    },
  },
]

async function publicationOf(req: PayloadRequest, collection: PublicCollection, item: string) {
  const latest = await latestPublication(req.payload, collection, item)
  if (!latest) return { state: 'none', edition: null, urls: [], liveAt: null, seenAt: null, millis: null }
  const { state, edition, editionNumber, urls, liveAt, seenAt, millis, notBefore, lastError, tries } = latest
  return {
    state,
    edition,
    editionNumber,
    urls: urls ?? [],
    liveAt: liveAt ?? null,
    seenAt: seenAt ?? null,
    millis: millis ?? null,
    notBefore: notBefore ?? null,
    lastError: lastError ?? null,
    tries,
  }
}

async function workflowOf(
  req: PayloadRequest,
  collection: PublicCollection,
  { item, person }: { item: WorkingCopy; person: Person },
) {
  const frozen = await freeze(req.payload, collection, item)
  requireInspected(frozen.uploads.all())
  const { content, revision } = frozen
  const editions = await editionsOf(req.payload, collection, item.id)
  const authors = (action: Action) => authorsInQuestion(action, item, frozen, editions)
  const findings = await findLeaks(frozen, contactsIn(req.payload))
  return {
    state: item.state,
    publicState: item.publicState,
    revision,
    allowed: allowedActions({ collection, item, actor: person, authors }),
    missing: [
      ...readinessProblems(collection, content, { now: new Date().toISOString() }),
      ...stampProblems(findings),
    ],
    warnings: warningsOf(findings),
    ...(person.role === 'moderator' ? { findings: withDecisions(findings, editions) } : {}),
    lockVersion: item.lockVersion,
  }
}
