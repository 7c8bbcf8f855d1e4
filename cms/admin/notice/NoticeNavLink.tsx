import type { TypedUser } from 'payload'
import { personOf } from '../../access/person.ts'
import { NavLink } from '../frame/NavLink.tsx'
import { noticePage } from './notice-page.ts'

/** In the navigation, for those who may use it. */
export function NoticeNavLink({ user }: { user?: TypedUser | null }) {
  if (personOf({ user: user ?? null })?.role !== 'moderator') return null
  return <NavLink href={noticePage} id="nav-thong-bao" label="Thông báo toàn Cổng" />
}
