import type { SanitizedConfig } from 'payload'
import { expect, it } from 'vitest'
import { withWholeTable } from '#cms/access/whole-table.ts'

const configOf = (slug: string, fields: unknown[] = []) =>
  ({
    collections: [{ slug, access: {}, endpoints: [], fields, flattenedFields: fields }],
  }) as unknown as SanitizedConfig

it('a collection without a row in the permission table does not start', () => {
  expect(() => withWholeTable(configOf('forms'))).toThrow('“forms”')
})

it('a rule for a field that the collection does not have does not start', () => {
  expect(() => withWholeTable(configOf('editions', [{ name: 'contributors' }]))).toThrow('“workingCopy”')
})

it('Payload’s own collections lose its default access', async () => {
  const config = withWholeTable(configOf('payload-locked-documents'))
  const create = config.collections[0]?.access.create as unknown as (args: unknown) => unknown
  expect(await create({ req: { user: { id: '1', role: 'administrator' } } })).toBe(false)
})
