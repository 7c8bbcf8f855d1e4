/** Tells whoever listens (the relay) that a step was committed. A hint only: the outbox row is the truth. */
const listeners = new Set<() => void>()

export function onCommitted(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const announceCommit = (): void => {
  for (const listener of listeners) listener()
}
