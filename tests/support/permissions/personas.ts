/** Who knocks at the doors: everybody the permission table knows, and those it does not. */
import type { PayloadRequest } from 'payload'
import type { Person } from '#cms/access/person.ts'
import { asker, logIn, password, type Ask, type TestCms } from '#tests/support/cms.ts'
import { enrolIfNeeded } from '#tests/support/second-factor.ts'

export type Persona = {
  name: string
  /** `null`: signed out, or switched off. */
  person: Person | null
  ask: Ask
  /** What the Local API is given; `null`: nobody. */
  user: PayloadRequest['user']
}

/** Anonymous, a switched-off moderator, an editor with and one without an agency, a moderator, an administrator. */
export async function openPersonas(cms: TestCms, ownAgencies: string[]): Promise<Persona[]> {
  const { payload, base, as, ids } = cms
  await payload.update({
    collection: 'users',
    id: ids.editor,
    data: { agencies: [cms.agency, ...ownAgencies] },
  })
  const off = await payload.create({
    collection: 'users',
    data: { name: 'off', email: 'off@tinh.example', password, role: 'moderator' },
  })
  await enrolIfNeeded(payload, { id: String(off.id), email: 'off@tinh.example', role: 'moderator' })
  const offAsk = asker(base, await logIn(base, 'off@tinh.example'))
  await payload.update({ collection: 'users', id: String(off.id), data: { isDisabled: true } })
  const signedIn = async (name: 'editor' | 'homeless' | 'moderator' | 'administrator'): Promise<Persona> => {
    const user = await userOf(ids[name])
    const { email, role, agencies } = user as unknown as Person
    return { name, person: { id: ids[name], email, role, agencies }, ask: as[name], user }
  }
  const userOf = async (id: string) => {
    const row: unknown = await payload.findByID({ collection: 'users', id })
    return { ...(row as object), collection: 'users' } as NonNullable<PayloadRequest['user']>
  }
  return [
    { name: 'anonymous', person: null, ask: as.anonymous, user: null },
    { name: 'switched-off', person: null, ask: offAsk, user: await userOf(String(off.id)) },
    await signedIn('editor'),
    await signedIn('homeless'),
    await signedIn('moderator'),
    await signedIn('administrator'),
  ]
}
