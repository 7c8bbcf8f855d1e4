import { lists } from '#published/lists.ts'
import type { Projector } from './projector.ts'

export const topics: Projector<'topics'> = {
  title: ({ name }) => name,
  lists: () => [lists.topics()],
  mentions: () => [],
  shownElsewhere: ({ name }) => name,
}
