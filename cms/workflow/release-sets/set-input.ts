/** What a request for a step of a whole set says, read strictly. */
import { z } from 'zod'
import { publicCollections } from '#domain/collections.ts'
import { mostMembers, setActions } from '#domain/release-sets.ts'
import { decisionsSchema, parseStrictly } from '../transition-input.ts'

const schema = z.strictObject({
  action: z.enum(setActions),
  items: z
    .array(
      z.strictObject({
        collection: z.enum(publicCollections),
        id: z.string().max(64),
        revision: z.string().max(128).optional(),
        decisions: decisionsSchema.optional(),
      }),
    )
    .max(mostMembers)
    .optional(),
  note: z.string().max(2000).optional(),
  at: z.string().max(40).optional(),
  /** Over the claims that others hold on members. */
  takeOver: z.boolean().optional(),
})

export type SetInput = z.infer<typeof schema>
export type SetInputItem = NonNullable<SetInput['items']>[number]

/** @throws PortalError `unknown-action`, `unknown-field` or `broken-request`. */
export function parseSetInput(body: unknown): SetInput {
  const input = parseStrictly(schema, body)
  return { ...input, note: input.note?.normalize('NFC').trim() || undefined }
}
