import type { AdminViewServerProps, Payload } from 'payload'
import { noticePhase } from '#domain/notice.ts'
import { currentNotice, noticeChanges } from '../../workflow/notice.ts'
import { OfficePage, requirePerson } from '../frame/OfficePage.tsx'
import { noticePage } from './notice-page.ts'
import { NoticeForm } from './NoticeForm.tsx'
import { NoticeHistory } from './NoticeHistory.tsx'
import { NoticePreview } from './NoticePreview.tsx'
import { NoticeRemoval } from './NoticeRemoval.tsx'
import { noticeStanding } from './notice-times.ts'

const shownChanges = 20

/** The office's page for the site-wide notice. */
export function NoticeView(view: AdminViewServerProps) {
  const person = requirePerson(view, noticePage)
  return (
    <OfficePage view={view} title="Thông báo toàn Cổng" className="portal-notice-page">
      {person.role === 'moderator' ? (
        <NoticeOffice payload={view.initPageResult.req.payload} />
      ) : (
        <p role="alert">Chỉ Ban biên tập đặt và gỡ được thông báo toàn Cổng.</p>
      )}
    </OfficePage>
  )
}

async function NoticeOffice({ payload }: { payload: Payload }) {
  const [notice, changes] = await Promise.all([currentNotice(payload), noticeChanges(payload, shownChanges)])
  const now = new Date().toISOString()
  const present = notice && noticePhase(notice, now) !== 'past' ? notice : null
  return (
    <div className="portal-notice-page__parts">
      <section
        className={present ? 'portal-work portal-work--alarm' : 'portal-work'}
        aria-labelledby="portal-notice-now"
      >
        <h2 id="portal-notice-now">Người đọc thấy gì lúc này</h2>
        <p>{noticeStanding(notice, now)}</p>
        {present ? <NoticePreview {...present} /> : null}
        <NoticeRemoval isThere={present !== null} />
      </section>
      <section className="portal-work" aria-labelledby="portal-notice-write">
        <h2 id="portal-notice-write">{present ? 'Sửa hoặc thay thông báo' : 'Đặt thông báo'}</h2>
        <NoticeForm key={present?.id ?? 'new'} present={present} />
      </section>
      <NoticeHistory changes={changes} />
    </div>
  )
}
