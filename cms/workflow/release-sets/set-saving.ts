/** What is checked when a person saves or deletes a release set through any door. */
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  Payload,
  PayloadRequest,
} from 'payload'
import { isMembershipOpen, mostMembers, type MemberRef } from '#domain/release-sets.ts'
import { idOf, personOf, type Person } from '../../access/person.ts'
import { PortalError, type Problem } from '../../errors.ts'
import { mayWrite } from '../guard.ts'
import { readWorkingCopy } from '../item.ts'
import { changedSystemFields, ownFields, systemFieldNames, unknownFieldProblems } from '../known-fields.ts'
import { readOnly } from '../saving.ts'
import { memberRefs, membersOf, openSetsWith, readSet, refOf, stateOf, type SetRow } from './set-rows.ts'

type Data = Record<string, unknown>

/** System fields come only from steps; a form that sends them back unchanged is passed. */
export const checkSetRequest: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data, id } = args as { data?: Data; id?: string }
  if (!data) return args
  const problems = unknownFieldProblems(collection.flattenedFields, data)
  if (problems.length > 0) throw new PortalError('unknown-field', { problems })
  const stored = id
    ? await req.payload.db.findOne<Data & { id: string }>({
        collection: 'release-sets',
        where: { id: { equals: id } },
        req,
      })
    : null
  const names = systemFieldNames(collection.flattenedFields)
  const changed = changedSystemFields(names, data, stored)
  if (changed.length > 0) throw readOnly(changed)
  for (const name of ownFields) delete data[name]
  return args
}

/** @throws PortalError `set-locked` when the set is under review, scheduled or released. */
async function requireOpen(payload: Payload, set: SetRow, req: PayloadRequest): Promise<void> {
  if (!isMembershipOpen(stateOf(set, await membersOf(payload, set, req)))) throw new PortalError('set-locked')
}

export const keepSet: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const values = data as Data
  const stored =
    operation === 'update' ? await readSet(req.payload, idOf(originalDoc as unknown) ?? '', req) : null
  if (stored) await requireOpen(req.payload, stored, req)
  const person = personOf(req)
  if (person?.role === 'editor') {
    const agency = idOf(values.agency) ?? stored?.agency ?? person.agencies[0]
    if (!agency || !person.agencies.includes(agency)) throw new PortalError('other-agency')
    values.agency = agency
  }
  const members = 'members' in values ? memberRefs(values.members) : (stored?.members ?? [])
  const problems = await memberProblems(req, { members, person, id: stored?.id ?? '' })
  if (problems.length > 0) throw new PortalError('invalid-content', { problems })
  values.releasedAt = stored?.releasedAt ?? null
  values.madeBy = stored ? (originalDoc as Data).madeBy : (person?.id ?? null)
  values.lockVersion = (stored?.lockVersion ?? 0) + 1
  return values
}

type Question = { members: MemberRef[]; person: Person | null; id: string }

async function memberProblems(req: PayloadRequest, { members, person, id }: Question): Promise<Problem[]> {
  const problem = (code: string, message: string): Problem => ({ field: 'members', code, message })
  if (members.length > mostMembers)
    return [problem('too-many', `Các mục: tối đa ${mostMembers} mục trong một bộ. Hãy bỏ bớt.`)]
  const problems: Problem[] = []
  for (const { collection, id: item } of members) {
    const found = await readWorkingCopy(req.payload, collection, item, req)
    if (!found || (person && !mayWrite(person, collection, found)))
      problems.push(
        problem(
          'missing-relation',
          'Các mục: có mục không tồn tại hoặc không thuộc cơ quan bạn. Hãy bỏ mục đó.',
        ),
      )
  }
  const taken = await openSetsWith(
    req.payload,
    members.map((member) => member.id),
    req,
  )
  for (const set of taken.filter((other) => other.id !== id)) {
    const refs = new Set(set.members.map(refOf))
    if (members.some((member) => refs.has(refOf(member))))
      problems.push(problem('in-release-set', `Các mục: có mục đã thuộc bộ “${set.title}”. Hãy bỏ mục đó.`))
  }
  return problems
}

export const refuseSetDeletion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const set = await readSet(req.payload, String(id), req)
  if (set) await requireOpen(req.payload, set, req)
}
