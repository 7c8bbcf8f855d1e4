import type { TypedUser } from 'payload'
import { personOf } from '../../access/person.ts'
import { handoverPage } from './handover-page.ts'

/** In the navigation, for those who may use it. */
export function HandoverNavLink({ user }: { user?: TypedUser | null }) {
  if (personOf({ user: user ?? null })?.role !== 'moderator') return null
  return (
    <a className="nav__link" href={handoverPage} id="nav-ban-giao">
      <span className="nav__link-label">Bàn giao việc</span>
    </a>
  )
}
