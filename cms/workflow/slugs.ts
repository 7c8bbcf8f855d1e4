/**
 * Slugs of working copies (ARCHITECTURE, Addresses): until an item is first live an unedited slug follows
 * its title; a collision adds `-2`; a taken slug given by hand is refused; after that only hands change it.
 */
import type { Payload, PayloadRequest } from 'payload'
import { hasAddress, type PublicCollection } from '#domain/collections.ts'
import { isReservedSlug } from '#domain/routes.ts'
import { isSettingsKind, settingsParts } from '#domain/site-settings.ts'
import { documentSlug, numberedSlug, slugify } from '#domain/slug.ts'
import { idOf } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { holderOf, pathOf } from './addresses.ts'
import { textOf, titlePath } from './item.ts'

type Draft = Record<string, unknown> & { id?: string }

export const maxCollisions = 500

export type Issuer = { kind?: string; slug?: string } | null

/** The slug an item gets from its words, given the agency that issued it (documents only). */
export function wantedSlug(collection: PublicCollection, draft: Draft, issuer: Issuer): string {
  if (!hasAddress(collection)) return partSlug(draft)
  if (collection !== 'documents') return unreserved(slugify(textOf(draft[titlePath[collection]])))
  return unreserved(
    documentSlug({
      type: textOf(draft.type),
      number: typeof draft.number === 'string' ? draft.number : undefined,
      abstract: textOf(draft.abstract),
      issuer: { kind: issuer?.kind ?? '', slug: issuer?.slug ?? '' },
    }),
  )
}

async function slugFromWords(
  payload: Payload,
  collection: PublicCollection,
  draft: Draft,
  req?: PayloadRequest,
): Promise<string> {
  const issuerId = collection === 'documents' ? idOf(draft.issuer) : undefined
  const issuer = issuerId
    ? await payload.db.findOne<{ id: string; kind?: string; slug?: string }>({
        collection: 'agencies',
        where: { id: { equals: issuerId } },
        ...(req ? { req } : {}),
      })
    : null
  return wantedSlug(collection, draft, issuer)
}

const unreserved = (slug: string): string => (isReservedSlug(slug) ? `muc-${slug}` : slug)

/** Is the path of `slug` (for items without one: the slug itself) held by another item, claimed or merely drafted? */
export async function isTaken(
  payload: Payload,
  collection: PublicCollection,
  draft: Draft,
  slug: string,
  req?: PayloadRequest,
): Promise<boolean> {
  const path = pathOf(collection, { ...draft, slug })
  const holder = path === null ? null : await holderOf(payload, path, req)
  if (holder && holder !== `${collection}/${draft.id ?? ''}`) return true
  const { docs } = await payload.db.find<Draft & { id: string }>({
    collection,
    where: { slug: { equals: slug } },
    limit: 20,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return docs.some((other) => String(other.id) !== draft.id && pathOf(collection, other) === path)
}

/** `wanted`, or the first of `wanted-2`, `wanted-3` … whose path is free. */
export async function freeSlug(
  payload: Payload,
  collection: PublicCollection,
  draft: Draft,
  wanted: string,
  req?: PayloadRequest,
): Promise<string> {
  for (let count = 1; count <= maxCollisions; count += 1) {
    const slug = numberedSlug(wanted, count)
    if (!(await isTaken(payload, collection, draft, slug, req))) return slug
  }
  throw new PortalError('address-taken')
}

/** There is one item of each part of the site. */
export const partTaken = (): PortalError =>
  new PortalError('kind-taken', {
    problems: [
      {
        field: 'kind',
        code: 'kind-taken',
        message: 'Phần này của Cổng đã có mục. Hãy mở mục đang có trong danh sách và sửa ở đó.',
      },
    ],
  })

/** Items without an address have the slug of what they are. */
const partSlug = ({ kind }: Draft): string => (isSettingsKind(kind) ? settingsParts[kind].slug : '')

/** The refusal of a slug that was given by hand. */
export function slugTaken(slug: string): PortalError {
  const message = `Địa chỉ “${slug}” đã có bài khác dùng. Hãy đổi, hoặc để trống để hệ thống tự đặt.`
  return new PortalError('address-taken', {
    message,
    problems: [{ field: 'slug', code: 'address-taken', message }],
  })
}

/** The slug fields a save stores, from what it gave and what was there. */
export async function slugForSave(
  payload: Payload,
  collection: PublicCollection,
  { given, draft, stored }: { given: unknown; draft: Draft; stored: Draft | null },
  req?: PayloadRequest,
): Promise<{ slug: string; slugByHand: boolean }> {
  if (!hasAddress(collection)) {
    const slug = partSlug(draft)
    if (await isTaken(payload, collection, draft, slug, req)) throw partTaken()
    return { slug, slugByHand: false }
  }
  const storedSlug = typeof stored?.slug === 'string' ? stored.slug : ''
  const wasLive = stored !== null && stored.publicState !== 'none' && stored.publicState !== undefined
  const isGiven = typeof given === 'string' && given !== '' && given !== storedSlug
  if (isGiven) {
    const slug = given
    if (await isTaken(payload, collection, draft, slug, req)) throw slugTaken(slug)
    return { slug, slugByHand: true }
  }
  if (wasLive) return { slug: storedSlug, slugByHand: stored.slugByHand === true }
  const isCleared = given === '' || given === null
  if (stored?.slugByHand === true && !isCleared) return { slug: storedSlug, slugByHand: true }
  const wanted = await slugFromWords(payload, collection, draft, req)
  return { slug: await freeSlug(payload, collection, draft, wanted, req), slugByHand: false }
}
