/** One projector for every kind of item that is public. */
import type { PublicCollection } from '#domain/collections.ts'
import { agencies } from './agencies.ts'
import { documents } from './documents.ts'
import { news } from './news.ts'
import type { Projector } from './projector.ts'
import { settings } from './settings.ts'
import { topics } from './topics.ts'

export const projectors: { readonly [C in PublicCollection]: Projector<C> } = {
  news,
  documents,
  agencies,
  topics,
  settings,
}
