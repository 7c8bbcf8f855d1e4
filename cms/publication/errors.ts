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

export class PublicationError extends Error {
  readonly code: PublicationFault

  constructor(code: PublicationFault, message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.name = 'PublicationError'
    this.code = code
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
