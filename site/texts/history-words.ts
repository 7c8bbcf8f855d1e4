import { readEditionNumber } from '#domain/routes.ts'
import type { PublicEditionView } from '#published/views.ts'

/** The two editions asked for in an address, the older first; no pair when they are the same or unreadable. */
export function readPair(parameters: URLSearchParams): {
  isAsked: boolean
  pair?: { from: number; to: number }
} {
  const isAsked = parameters.has('tu') || parameters.has('den')
  const [from, to] = [readEditionNumber(parameters.get('tu')), readEditionNumber(parameters.get('den'))]
  if (from === null || to === null || from === to) return { isAsked }
  return { isAsked, pair: { from: Math.min(from, to), to: Math.max(from, to) } }
}

export const editionName = ({ number }: Pick<PublicEditionView, 'number'>): string => `Bản đăng ${number}`
