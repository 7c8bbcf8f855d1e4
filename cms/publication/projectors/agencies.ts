import { lists } from '#published/lists.ts'
import type { Projector } from './projector.ts'

export const agencies: Projector<'agencies'> = {
  title: ({ name }) => name,
  lists: () => [lists.agencies()],
  mentions: ({ parent, successor }) => [
    ['parent', parent],
    ['successor', successor],
  ],
  shownElsewhere: ({ name, shortName, formerNames, validFrom, validTo }) => [
    name,
    shortName,
    formerNames,
    validFrom,
    validTo,
  ],
}
