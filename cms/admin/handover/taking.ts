/** Who takes items over, and how far it has come. */
import type { DeskItem } from '../../workflow/handover-desk.ts'

export type Taker = { id: string; name: string; isOffice: boolean }
export type Progress = { done: number; of: number; refused: { item: DeskItem; message: string }[] }

export const keyOf = ({ collection, id }: Pick<DeskItem, 'collection' | 'id'>): string =>
  `${collection}/${id}`
