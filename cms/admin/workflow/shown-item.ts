'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import type { PublicState } from '#domain/item-truth.ts'
import type { Returned } from '#domain/returned.ts'
import type { WorkingState } from '#domain/workflow.ts'
import type { Item } from './workflow-api.ts'

/** The workflow's fields of the working copy on screen. */
export type ShownItem = {
  state: WorkingState
  publicState: PublicState
  lockVersion: number
  editionCount: number
  needsReview: boolean
  isLimited?: boolean
  returnNote?: string | null
  returned?: Returned | null
  submittedAt?: string | null
  scheduledAt?: string | null
  updatedAt?: string
  importNotices?: unknown
}

const blank: ShownItem = {
  state: 'draft',
  publicState: 'none',
  lockVersion: 0,
  editionCount: 0,
  needsReview: false,
}

/** The document of the open form as it was loaded or last saved; `item` is `null` until its first save. */
export function useShownItem(): { item: Item | null; shown: ShownItem } {
  const { collectionSlug, id, savedDocumentData } = useDocumentInfo()
  const item =
    collectionSlug && id !== undefined && id !== null && id !== '' ? { collection: collectionSlug, id } : null
  return { item, shown: { ...blank, ...withoutNulls(savedDocumentData) } }
}

const withoutNulls = (data: Record<string, unknown> | undefined): Partial<ShownItem> =>
  Object.fromEntries(Object.entries(data ?? {}).filter(([, value]) => value !== null && value !== undefined))
