import type { TypedUser } from 'payload'
import { personOf } from '../../access/person.ts'
import { NavLink } from '../frame/NavLink.tsx'
import { queuePage } from './queue-page.ts'

/** In the navigation, for those who may use it. */
export function QueueNavLink({ user }: { user?: TypedUser | null }) {
  const role = personOf({ user: user ?? null })?.role
  if (role !== 'moderator' && role !== 'administrator') return null
  const label = role === 'administrator' ? 'Báo vắng' : 'Hàng chờ duyệt'
  return <NavLink href={queuePage} id="nav-hang-cho" label={label} />
}
