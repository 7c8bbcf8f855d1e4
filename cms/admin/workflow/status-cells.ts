/** The four cells of the status line, from what is known of an item. Pure: the picture follows from the facts. */
import { formatMoment } from '#domain/dates.ts'
import { publicStateNames } from '../../workflow/words.ts'
import type { ShownItem } from './shown-item.ts'
import type { PublicationAnswer } from './workflow-api.ts'

export type Shape = 'done' | 'here' | 'open' | 'problem' | 'clock' | 'ended'
export type Cell = {
  name: 'Soạn' | 'Gửi duyệt' | 'Duyệt' | 'Trên Cổng'
  shape: Shape
  isPresent: boolean
  lines: string[]
}

type Facts = { isSaved: boolean; shown: ShownItem; publication: PublicationAnswer | null }

/** The change is on its way and has met an error. */
export const isFailing = (publication: PublicationAnswer | null): boolean =>
  publication !== null &&
  (publication.state === 'failed' || (publication.state === 'waiting' && Boolean(publication.lastError)))

export function statusCells(facts: Facts): Cell[] {
  return [draftCell(facts), submitCell(facts), approveCell(facts), publicCell(facts)]
}

const isUnderWork = ({ state }: ShownItem): boolean => state === 'draft' || state === 'returned'

const at = (moment: string | null | undefined): string[] => (moment ? [formatMoment(moment)] : [])

function draftCell({ isSaved, shown }: Facts): Cell {
  const name = 'Soạn'
  if (!isSaved) return { name, shape: 'here', isPresent: true, lines: ['chưa lưu'] }
  if (isUnderWork(shown))
    return { name, shape: 'here', isPresent: true, lines: at(shown.updatedAt).map((time) => `lưu ${time}`) }
  return { name, shape: 'done', isPresent: false, lines: [] }
}

function submitCell({ shown }: Facts): Cell {
  const name = 'Gửi duyệt'
  if (shown.state === 'returned') return { name, shape: 'problem', isPresent: false, lines: ['bị trả lại'] }
  if (shown.state === 'draft') return { name, shape: 'open', isPresent: false, lines: [] }
  return { name, shape: 'done', isPresent: false, lines: at(shown.submittedAt) }
}

function approveCell({ shown }: Facts): Cell {
  const name = 'Duyệt'
  if (shown.state === 'submitted')
    return { name, shape: 'here', isPresent: true, lines: ['chờ Ban biên tập'] }
  if (isUnderWork(shown)) return { name, shape: 'open', isPresent: false, lines: [] }
  return { name, shape: 'done', isPresent: false, lines: [] }
}

function publicCell({ shown, publication }: Facts): Cell {
  const name = 'Trên Cổng'
  if (shown.state === 'scheduled')
    return {
      name,
      shape: 'clock',
      isPresent: true,
      lines: at(shown.scheduledAt).map((time) => `hẹn ${time}`),
    }
  if (shown.publicState === 'none') return { name, shape: 'open', isPresent: false, lines: [] }
  const isPresent = shown.state === 'published'
  if (isFailing(publication))
    return {
      name,
      shape: 'problem',
      isPresent,
      lines: ['chưa lên được', `thử lần ${(publication?.tries ?? 0) + 1}`],
    }
  if (publication?.state === 'waiting') return { name, shape: 'clock', isPresent, lines: ['đang lên Cổng…'] }
  const edition = publication?.editionNumber ?? shown.editionCount
  if (shown.publicState !== 'live')
    return {
      name,
      shape: 'ended',
      isPresent,
      lines: [publicStateNames[shown.publicState].toLowerCase(), ...at(publication?.liveAt)],
    }
  return { name, shape: 'done', isPresent, lines: [`Bản đăng ${edition}`, ...at(publication?.liveAt)] }
}

/** Notices of an import, whatever form the importer gave them: sentences, or records with a `message`. */
export function noticesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((notice: unknown) => {
    if (typeof notice === 'string') return [notice]
    const message = (notice as { message?: unknown } | null)?.message
    return typeof message === 'string' ? [message] : []
  })
}

/** A revision as people compare it: `7f3a c21e`. */
export const shortRevision = (revision: string): string => `${revision.slice(0, 4)} ${revision.slice(4, 8)}`
