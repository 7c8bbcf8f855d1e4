import { formatMoment } from '#domain/dates.ts'
import { noticeWords } from '#domain/notice.ts'
import type { NoticeChange } from '../../workflow/notice.ts'
import { noticeTimes } from './notice-times.ts'

/** Who set or took away which notice, newest first. */
export function NoticeHistory({ changes }: { changes: NoticeChange[] }) {
  return (
    <section className="portal-work" aria-labelledby="portal-notice-history">
      <h2 id="portal-notice-history">Đã làm gì, ai làm</h2>
      {changes.length === 0 ? <p className="portal-work__empty">Chưa có thông báo nào.</p> : null}
      <ol className="portal-notice-history">
        {changes.map(({ number, at, byName, notice }) => (
          <li key={number}>
            <span className="portal-work__facts">{`${formatMoment(at)} · ${byName}`}</span>
            {notice ? (
              <>
                <strong>{`Đặt thông báo mức ${noticeWords[notice.level]}`}</strong>
                <span>{notice.text}</span>
                <span className="portal-work__facts">
                  {[noticeTimes(notice), notice.link && `liên kết “${notice.link.text}”: ${notice.link.url}`]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            ) : (
              <strong>Gỡ thông báo</strong>
            )}
          </li>
        ))}
      </ol>
      <p>
        <a href="/admin/collections/notices?sort=-number">Xem cả sổ</a>
      </p>
    </section>
  )
}
