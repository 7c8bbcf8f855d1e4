import type { Payload } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'

/** What the form calls a field, by its path: `attachments.0.title` is called what `attachments` is. */
export function fieldLabels({ collections }: Payload, collection: PublicCollection) {
  const fields = collections[collection]?.config.flattenedFields ?? []
  return (path: string): string => {
    const [name = path] = path.split('.')
    const label: unknown = fields.find((field) => field.name === name)?.label
    return typeof label === 'string' ? label : name
  }
}
