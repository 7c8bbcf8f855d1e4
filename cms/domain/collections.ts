/** The kinds of items that have editions, by their collection. */

/** Items with a page, and so an address, of their own. */
export const addressedCollections = ['news', 'documents', 'agencies', 'topics'] as const
export type AddressedCollection = (typeof addressedCollections)[number]

/** `settings` are items as well, but other pages show them: they have no address. */
export const publicCollections = [...addressedCollections, 'settings'] as const
export type PublicCollection = (typeof publicCollections)[number]

export const hasAddress = (collection: PublicCollection): collection is AddressedCollection =>
  collection !== 'settings'

export const isPublicCollection = (name: unknown): name is PublicCollection =>
  (publicCollections as readonly unknown[]).includes(name)

/** `collection/id` of an item, for example `agencies/5f0c…`. Ids are opaque strings. */
export type ItemRef = `${PublicCollection}/${string}`

export const itemRef = (collection: PublicCollection, id: string): ItemRef => `${collection}/${id}`
