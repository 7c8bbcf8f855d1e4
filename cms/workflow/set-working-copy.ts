import type { Step } from './step.ts'

/** Writes some fields of a working copy's row, past the hooks of saving. */
export async function setWorkingCopy(
  { payload, req, collection, item }: Pick<Step, 'payload' | 'req' | 'collection' | 'item'>,
  changes: Record<string, unknown>,
): Promise<void> {
  await payload.db.updateOne({
    collection,
    id: item.id,
    data: { ...arraysOf({ payload, collection, item }), ...changes },
    req,
    returning: false,
  })
}

/** SQLite's adapter deletes the rows of every array that a partial update leaves out, so none is left out. */
function arraysOf({
  payload,
  collection,
  item,
}: Pick<Step, 'payload' | 'collection' | 'item'>): Record<string, unknown> {
  const fields = payload.collections[collection]?.config.flattenedFields ?? []
  const arrays = fields.filter(({ type }) => type === 'array')
  return Object.fromEntries(arrays.map(({ name }) => [name, item[name] ?? []]))
}
