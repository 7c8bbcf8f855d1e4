import type { TypedUser } from 'payload'
import { personOf } from '../../access/person.ts'
import { NavLink } from '../frame/NavLink.tsx'
import { handoverPage } from './handover-page.ts'

/** In the navigation, for those who may use it. */
export function HandoverNavLink({ user }: { user?: TypedUser | null }) {
  if (personOf({ user: user ?? null })?.role !== 'moderator') return null
  return <NavLink href={handoverPage} id="nav-ban-giao" label="Bàn giao việc" />
}
