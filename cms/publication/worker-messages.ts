/**
 * What the main thread and the publisher's thread say to each other. Truth crosses by pull: the worker asks
 * for the next items when it has room for them, so that a hundred thousand of them never lie in between.
 */
import type { ItemRef } from '#domain/collections.ts'
import type { ItemHead, ItemTruth } from '#domain/item-truth.ts'
import type { PublicationFault } from './errors.ts'
import type { Publisher, PublisherSettings, RebuildProgress } from './protocol.ts'
import type { Alarm } from './publisher.ts'

export type Method = keyof Publisher
/** What the publisher's thread asks of a source: all truths, all heads, or the truths of some items. */
export type SourceQuestion = 'truths' | 'heads' | ItemRef[]
export type SourceItem = ItemTruth | ItemHead
/** Arguments without what cannot cross (sources, callbacks); `source` is answered by pulls of the same id. */
export type Call = { id: number; method: Method; args: unknown[] }
export type ToWorker =
  | ({ kind: 'call' } & Call)
  | { kind: 'items'; id: number; items: SourceItem[]; isDone: boolean }
  | { kind: 'source-failed'; id: number; message: string }

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'result'; id: number; value: unknown }
  | { kind: 'error'; id: number; error: SentError }
  | { kind: 'pull'; id: number; of: SourceQuestion }
  | { kind: 'progress'; id: number; progress: RebuildProgress }
  | { kind: 'alarm'; alarm: Alarm }

type Counts = { pages: number; removals: number }
export type SentError = { message: string; code?: PublicationFault; stack?: string; counts?: Counts }
export type WorkerData = { settings: PublisherSettings }
