/** Run as a program: people and two agencies in an empty database, printed as JSON. */
import { openPayload } from '#cms/payload.ts'
import { enrolIfNeeded } from './second-factor.ts'

const password = process.argv[2] ?? ''
const payload = await openPayload()
const create = async (collection: string, data: Record<string, unknown>) => {
  const row = await payload.create({ collection: collection as never, data: data })
  return String((row as { id: unknown }).id)
}
const agency = await create('agencies', { name: 'Sở Thông tin và Truyền thông', kind: 'so' })
const otherAgency = await create('agencies', { name: 'Sở Y tế', kind: 'so' })
const people = { editor: 'editor', moderator: 'moderator', second: 'moderator', admin: 'administrator' }
for (const [name, role] of Object.entries(people)) {
  const email = `${name}@tinh.example`
  const agencies = role === 'editor' ? [agency] : []
  const id = await create('users', { name, email, password, role, agencies })
  await enrolIfNeeded(payload, { id, email, role })
}
process.stdout.write(JSON.stringify({ agency, otherAgency }))
await payload.destroy()
process.exit(0)
