/**
 * What publication can refuse or fail with. The code is for the relay and the log, the sentence for the
 * operator: what happened, and what to do now.
 */
export type PublicationFault =
  | 'older-than-applied'
  | 'needs-rebuild'
  | 'own-routes-failed'
  | 'render-failed'
  | 'bad-path'
  | 'lost-file'
  | 'lock-held'
  | 'publisher-stopped'
  | 'too-many-removals'
  | 'held'
  | 'no-earlier-release'
  | 'damaged-rows'

type Options = { cause?: unknown; counts?: { pages: number; removals: number } }

export class PublicationError extends Error {
  readonly code: PublicationFault
  /** With `too-many-removals`: pages that stand, and how many of them would go. */
  readonly counts: { pages: number; removals: number } | undefined

  constructor(code: PublicationFault, message: string, options: Options = {}) {
    super(message, options)
    this.name = 'PublicationError'
    this.code = code
    this.counts = options.counts
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
