import { formatDay, formatMoment } from '#domain/dates.ts'
import { queueFilters, type QueueAge, type QueueFilter } from '#domain/queue.ts'
import type { Queue, QueueRow } from '../../workflow/queue.ts'
import { waited } from '../dashboard/age.ts'
import { collectionNames } from '../dashboard/collection-names.ts'
import { reviewPath } from '../review/review-api.ts'
import { queuePage } from './queue-page.ts'

const filterWords: Record<QueueFilter, string> = {
  all: 'Tất cả',
  unclaimed: 'Chưa ai nhận',
  mine: 'Của tôi',
  overdue: 'Quá hạn',
}
const emptyWords: Record<QueueFilter, string> = {
  all: 'Không có bài nào chờ duyệt.',
  unclaimed: 'Không còn bài nào chưa có người nhận.',
  mine: 'Bạn chưa nhận bài nào. Mở một bài rồi bấm “Nhận duyệt”.',
  overdue: 'Không có bài nào quá hạn.',
}
const ageWords: Record<QueueAge, string> = {
  hours: 'dưới 4 giờ',
  day: 'dưới 1 ngày',
  days: '1 đến 3 ngày',
  longer: 'trên 3 ngày',
}

const address = (filter: QueueFilter, page = 1): string => `${queuePage}?loc=${filter}&trang=${page}`

/** What waits, overdue first, with who is reading it. */
export function QueueList({ queue, filter, now }: { queue: Queue; filter: QueueFilter; now: string }) {
  const { rows, page, pages, byFilter, byAge, away } = queue
  const ages = Object.entries(ageWords) as [QueueAge, string][]
  return (
    <div className="portal-notice-page__parts">
      {away.map(({ id, personName, deputyName, to }) => (
        <p key={id}>{`${personName} vắng đến hết ${formatDay(to)}, ${deputyName} thay.`}</p>
      ))}
      <nav aria-label="Lọc hàng chờ" className="portal-queue__row">
        {queueFilters.map((name) => (
          <a
            key={name}
            className="portal-button"
            href={address(name)}
            aria-current={name === filter ? 'page' : undefined}
          >
            {`${filterWords[name]} (${byFilter[name]})`}
          </a>
        ))}
      </nav>
      <p>{`Chờ ${ages.map(([name, words]) => `${words}: ${byAge[name]}`).join(' · ')}`}</p>
      <section className="portal-work" aria-labelledby="portal-queue-title">
        <h2 id="portal-queue-title">{filterWords[filter]}</h2>
        {rows.length === 0 ? <p className="portal-work__empty">{emptyWords[filter]}</p> : null}
        <ol>
          {rows.map((row) => (
            <QueueItem key={`${row.collection}/${row.id}`} row={row} now={now} />
          ))}
        </ol>
      </section>
      {pages > 1 ? (
        <nav aria-label="Trang của hàng chờ" className="portal-queue__row">
          {page > 1 ? <a href={address(filter, page - 1)}>Trang trước</a> : null}
          <span>{`Trang ${page} / ${pages}`}</span>
          {page < pages ? <a href={address(filter, page + 1)}>Trang sau</a> : null}
        </nav>
      ) : null}
    </div>
  )
}

function QueueItem({ row, now }: { row: QueueRow; now: string }) {
  const { collection, id, title, agency, submittedAt, dueAt, isLate } = row
  const due = `${isLate ? 'quá hạn từ' : 'hạn'} ${formatMoment(dueAt)}`
  return (
    <li>
      <a href={reviewPath(collection, id)}>{title}</a>
      <span className="portal-work__facts">
        {[collectionNames[collection], agency, waited(submittedAt, now)].filter(Boolean).join(' · ')}
      </span>
      <span className={isLate ? 'portal-work__note' : 'portal-work__facts'}>{due}</span>
      <span className="portal-work__facts">{claimWords(row)}</span>
    </li>
  )
}

function claimWords({ claim, leftBy }: QueueRow): string {
  if (claim) return `${claim.byName} đang duyệt từ ${formatMoment(claim.at)}`
  return leftBy ? `${leftBy} đã nhận nhưng đang vắng: chưa ai duyệt` : 'Chưa ai nhận'
}
