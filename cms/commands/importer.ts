/** The person in whose name an import is made, and the agency that what they bring belongs to. */
import type { Payload } from 'payload'
import { scopeOf } from '#domain/roles.ts'
import { personOf, type Person } from '../access/person.ts'
import { CommandError } from './command.ts'
import { findAgency } from './find-agency.ts'

/** The account's row as Payload takes it for `user`. */
export type Importer = Record<string, unknown> & { id: string; collection: 'users' }

/** @throws CommandError when there is no such account, it is switched off, or its role writes nothing. */
export async function personByEmail(payload: Payload, email: string): Promise<Importer> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.toLowerCase() } },
    depth: 0,
    limit: 1,
    overrideAccess: true,
  })
  const account = docs[0] as unknown as (Record<string, unknown> & { id: string }) | undefined
  if (!account) throw new CommandError(`Không có tài khoản “${email}”.`)
  if (account.isDisabled === true)
    throw new CommandError(`Tài khoản “${email}” đã bị khóa nên không nhập bài được.`)
  if (scopeOf(String(account.role), 'news', 'create') === 'none') {
    throw new CommandError(
      `Tài khoản “${email}” là quản trị, không soạn bài. Hãy nêu một biên tập viên hoặc người của Ban biên tập.`,
    )
  }
  return { ...account, collection: 'users' }
}

/** An editor's first agency unless another of theirs is named; a moderator names one. */
export async function agencyForImport(
  payload: Payload,
  importer: Importer,
  wanted?: string,
): Promise<string> {
  const person = personOf({ user: importer }) as Person
  if (wanted) {
    const { id, name } = await findAgency(payload, wanted)
    if (person.role === 'editor' && !person.agencies.includes(id)) {
      throw new CommandError(`Tài khoản “${person.email}” không thuộc cơ quan “${name}”.`)
    }
    return id
  }
  const [own] = person.agencies
  if (person.role === 'editor' && own) return own
  if (person.role === 'editor')
    throw new CommandError(`Tài khoản “${person.email}” chưa thuộc cơ quan nào nên không nhập bài được.`)
  throw new CommandError('Ban biên tập nhập hộ cơ quan nào thì nêu cơ quan đó bằng --agency.')
}
