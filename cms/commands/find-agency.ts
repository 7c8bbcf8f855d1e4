/** An agency as people name it on the command line: its address, its short or full name, or its id. */
import type { Payload } from 'payload'
import { fold } from '#domain/fold.ts'
import { CommandError } from './command.ts'

export type FoundAgency = { id: string; name: string }

/** @throws CommandError when none or more than one fits. */
export async function findAgency(payload: Payload, wanted: string): Promise<FoundAgency> {
  const { docs } = await payload.find({
    collection: 'agencies',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const agencies = docs as unknown as { id: string; name?: string; shortName?: string; slug?: string }[]
  const word = fold(wanted)
  const found = agencies.filter(({ id, slug, name, shortName }) =>
    [id, slug, name, shortName].some((own) => typeof own === 'string' && fold(own) === word),
  )
  const [agency] = found
  if (!agency)
    throw new CommandError(
      `Không có cơ quan “${wanted}”. Hãy ghi tên, tên viết tắt hoặc phần cuối địa chỉ của cơ quan.`,
    )
  if (found.length > 1) {
    const details = found.map(({ id, name }) => `${name ?? ''}: ${id}`)
    throw new CommandError(`Có ${found.length} cơ quan tên “${wanted}”. Hãy ghi mã của cơ quan:`, { details })
  }
  return { id: String(agency.id), name: agency.name ?? '' }
}
