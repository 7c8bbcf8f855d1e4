/** What a kind of item must say about itself to be published. */
import type { ItemRef, PublicCollection } from '#domain/collections.ts'
import type { ContentOf } from '#domain/content.ts'
import type { MentionTarget } from '#published/item-rows.ts'

export type MentionDraft = [kind: string, target: MentionTarget | undefined]

export type Projector<C extends PublicCollection> = {
  /** What links to the item say. */
  title(content: ContentOf[C]): string
  /** The lists it stands in while live; `month` is the public one. See published/lists.ts. */
  lists(item: { id: string; content: ContentOf[C]; month: { year: string; month: string } }): string[]
  /** The items its page may name. */
  mentions(content: ContentOf[C]): MentionDraft[]
  /** The words of it that other pages show: when they change, those pages do. */
  shownElsewhere(content: ContentOf[C]): unknown
  /** The day that orders it in search; absent: its public day. */
  day?(content: ContentOf[C]): string
}

export const idOf = (ref: ItemRef): string => ref.slice(ref.indexOf('/') + 1)
