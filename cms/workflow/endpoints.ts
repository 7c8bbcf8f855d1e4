/** The workflow over REST (ARCHITECTURE, Workflow): take a step, ask what is allowed, ask what became of it. */
import type { Endpoint, PayloadRequest } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import { readinessProblems } from '#domain/readiness.ts'
import type { Action } from '#domain/workflow.ts'
import { atDoor } from '../access/doors.ts'
import type { Person } from '../access/person.ts'
import { authorsInQuestion } from './authors.ts'
import { claimEndpoints } from './claim-endpoints.ts'
import { currentClaim, shownClaim } from './claims.ts'
import { freeze } from './content/content-of.ts'
import { editionsOf } from './editions.ts'
import { comparisonEndpoint } from './comparison-endpoint.ts'
import { contactsIn, findLeaks } from './leaks/find-leaks.ts'
import { requireInspected, withFreshInspections } from './leaks/fresh-inspections.ts'
import { stampProblems, warningsOf, withDecisions } from './leaks/guard-leaks.ts'
import { allowedActions } from './guard.ts'
import { handoverEndpoint } from './handover-endpoint.ts'
import { textOf, type WorkingCopy } from './item.ts'
import { latestPublication } from './publications.ts'
import { bodyOf } from './request-body.ts'
import { readable } from './requested-item.ts'
import { openSetOf } from './release-sets/set-rows.ts'
import { returnOf } from './returns.ts'
import { tickEndpoint } from './tick-endpoint.ts'
import { parseInput } from './transition-input.ts'
import { transition } from './transition.ts'

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
  comparisonEndpoint(collection),
  tickEndpoint(collection),
  handoverEndpoint(collection),
  ...claimEndpoints(collection),
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
  const now = new Date().toISOString()
  const claim = await currentClaim({ payload: req.payload, collection, item, now })
  const findings = await findLeaks(frozen, contactsIn(req.payload))
  const releaseSet = await openSetOf(req.payload, item.id)
  return {
    state: item.state,
    publicState: item.publicState,
    revision,
    allowed: allowedActions({ collection, item, actor: person, authors, heldBy: releaseSet }),
    releaseSet,
    missing: [...readinessProblems(collection, content, { now }), ...stampProblems(findings)],
    warnings: warningsOf(findings),
    ...(person.role === 'moderator' ? { findings: withDecisions(findings, editions) } : {}),
    lockVersion: item.lockVersion,
    returned: returnOf(item),
    claim: shownClaim(claim, person),
  }
}
