/**
 * Which item owns which public path. A path is claimed at submit and kept for ever once its item was live;
 * the unique index decides between two claims at the same moment.
 */
import type { Payload, PayloadRequest, Where } from 'payload'
import { itemPath } from '#domain/routes.ts'
import type { PublicCollection } from '#domain/collections.ts'
import { PortalError } from '../errors.ts'
import { textOf, type WorkingCopy } from './item.ts'
import { RowMoved } from './transaction.ts'

type AddressRow = { id: string; path: string; collection: string; item: string; isPermanent?: boolean }

/** `null` for items without an address of their own. */
export const pathOf = (collection: PublicCollection, item: Record<string, unknown>): string | null =>
  itemPath({
    collection,
    slug: textOf(item.slug),
    language: textOf(item.language) || 'vi',
    issuedOn: typeof item.issuedOn === 'string' ? item.issuedOn : undefined,
  })

/** The item that holds a path, `collection/id`; `null` when it is free. */
export async function holderOf(payload: Payload, path: string, req?: PayloadRequest): Promise<string | null> {
  const row = await find(payload, { path: { equals: path } }, req)
  return row ? `${row.collection}/${row.item}` : null
}

const find = (payload: Payload, where: Where, req?: PayloadRequest) =>
  payload.db.findOne<AddressRow>({ collection: 'addresses', where, ...(req ? { req } : {}) })

/**
 * Claims the item's path (if it has one), giving back a path it claimed before without ever being live there.
 * @throws PortalError `address-taken` when another item holds the path.
 */
export async function claimAddress(
  payload: Payload,
  collection: PublicCollection,
  item: WorkingCopy,
  req: PayloadRequest,
): Promise<void> {
  const path = pathOf(collection, item)
  if (path === null) return
  const holder = await find(payload, { path: { equals: path } }, req)
  if (holder && (holder.collection !== collection || holder.item !== item.id)) {
    throw new PortalError('address-taken', {
      problems: [
        {
          field: 'slug',
          code: 'address-taken',
          message: `Địa chỉ ${path} đã có bài khác dùng. Hãy đổi phần cuối địa chỉ.`,
        },
      ],
    })
  }
  await releaseClaims(payload, collection, item.id, req, path)
  if (!holder) await claim(payload, { path, collection, item: item.id, isPermanent: false }, req)
}

/** A claim that meets the unique index lost a race: the next attempt sees who won. */
async function claim(payload: Payload, address: Omit<AddressRow, 'id'>, req: PayloadRequest): Promise<void> {
  try {
    await payload.db.create({ collection: 'addresses', data: address, req })
  } catch (error) {
    if ((error as Error).name === 'ValidationError') throw new RowMoved('address claimed meanwhile')
    throw error
  }
}

/** Frees the paths an item claimed without ever being live at them. */
export async function releaseClaims(
  payload: Payload,
  collection: PublicCollection,
  item: string,
  req: PayloadRequest,
  except = '',
): Promise<void> {
  await payload.db.deleteMany({
    collection: 'addresses',
    where: {
      and: [
        { item: { equals: item } },
        { collection: { equals: collection } },
        { isPermanent: { equals: false } },
        { path: { not_equals: except } },
      ],
    },
    req,
  })
}

/** From now on the path belongs to this item for ever. */
export async function keepAddress(payload: Payload, path: string | null, req: PayloadRequest): Promise<void> {
  if (path === null) return
  const row = await find(payload, { path: { equals: path } }, req)
  if (row && !row.isPermanent) {
    await payload.db.updateOne({
      collection: 'addresses',
      id: row.id,
      data: { isPermanent: true },
      req,
      returning: false,
    })
  }
}
