import type { TypedUser } from 'payload'
import { personOf } from '../../access/person.ts'
import { queuePage } from './queue-page.ts'

/** In the navigation, for those who may use it. */
export function QueueNavLink({ user }: { user?: TypedUser | null }) {
  const role = personOf({ user: user ?? null })?.role
  if (role !== 'moderator' && role !== 'administrator') return null
  return (
    <a className="nav__link" href={queuePage} id="nav-hang-cho">
      <span className="nav__link-label">{role === 'administrator' ? 'Báo vắng' : 'Hàng chờ duyệt'}</span>
    </a>
  )
}
