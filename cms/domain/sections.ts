/** The sections of the portal, in the order of the menu. A section exists while something of it is live. */
import { routes } from './routes.ts'

export const sections = {
  news: { path: routes.newsFront, title: 'Tin tức' },
  documents: { path: routes.documentsFront, title: 'Văn bản' },
  agencies: { path: routes.agenciesFront, title: 'Cơ quan' },
} as const satisfies Record<string, { path: string; title: string }>

export type SectionName = keyof typeof sections

export const sectionNames = Object.keys(sections) as SectionName[]

export const isSectionName = (value: unknown): value is SectionName =>
  typeof value === 'string' && Object.hasOwn(sections, value)
