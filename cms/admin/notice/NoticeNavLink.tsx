import type { TypedUser } from 'payload'
import { personOf } from '../../access/person.ts'
import { noticePage } from './notice-page.ts'

/** In the navigation, for those who may use it. */
export function NoticeNavLink({ user }: { user?: TypedUser | null }) {
  if (personOf({ user: user ?? null })?.role !== 'moderator') return null
  return (
    <a className="nav__link" href={noticePage} id="nav-thong-bao">
      <span className="nav__link-label">Thông báo toàn Cổng</span>
    </a>
  )
}
