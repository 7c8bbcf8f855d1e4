import type { Payload } from 'payload'
import { noticePhase, noticeWords } from '#domain/notice.ts'
import { currentNotice } from '../../workflow/notice.ts'
import { noticePage } from './notice-page.ts'
import { noticeStanding } from './notice-times.ts'

/** On the start page of the office: whether readers see a notice, and the way to change that. */
export async function NoticeSummary({ payload, now }: { payload: Payload; now: string }) {
  const notice = await currentNotice(payload)
  const isThere = notice !== null && noticePhase(notice, now) !== 'past'
  return (
    <section className={isThere ? 'portal-work portal-work--alarm' : 'portal-work'}>
      <h2>Thông báo toàn Cổng</h2>
      {isThere ? (
        <p>
          <strong>{`${noticeWords[notice.level]}:`}</strong> {notice.text}
        </p>
      ) : null}
      <p className="portal-work__empty">{noticeStanding(notice, now)}</p>
      <p>
        <a href={noticePage}>{isThere ? 'Sửa hoặc gỡ thông báo' : 'Đặt thông báo'}</a>
      </p>
    </section>
  )
}
