import type { ReactNode } from 'react'
import { formatMoment } from '#domain/dates.ts'
import { reviewPath } from '../review/review-api.ts'
import { collectionNames } from './collection-names.ts'
import { waited } from './age.ts'
import type { Work } from './work.ts'

type Props = {
  title: string
  work: Work
  empty: string
  now: string
  when?: (since: string, now: string) => string
  /** Rows lead to the review screen instead of the form. */
  isForReview?: boolean
  /** Below the list: where all of it is. */
  children?: ReactNode
}

/** One list of work: what, whose, since when. An empty list says so in words. */
export function WorkList({
  title,
  work: { items, total },
  empty,
  now,
  when = waited,
  isForReview = false,
  children,
}: Props) {
  return (
    <section className="portal-work">
      <h2>{total > 0 ? `${title} (${total})` : title}</h2>
      {items.length === 0 ? <p className="portal-work__empty">{empty}</p> : null}
      {items.length > 0 ? (
        <ul>
          {items.map((item) => (
            <li key={`${item.collection}/${item.id}`}>
              <a
                href={
                  isForReview
                    ? reviewPath(item.collection, item.id)
                    : `/admin/collections/${item.collection}/${item.id}`
                }
              >
                {item.title}
              </a>
              <span className="portal-work__facts">
                {[collectionNames[item.collection], item.agency, when(item.since, now)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {item.due ? (
                <span className={item.due.isOver ? 'portal-work__note' : 'portal-work__facts'}>
                  {`${item.due.isOver ? 'Quá hạn rà soát từ' : 'Hạn rà soát'} ${formatMoment(item.due.at)}`}
                </span>
              ) : null}
              {item.note ? <span className="portal-work__note">Lý do trả lại: {item.note}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {total > items.length ? (
        <p className="portal-work__empty">{`Còn ${total - items.length} mục nữa trong các danh sách bên trái.`}</p>
      ) : null}
      {children}
    </section>
  )
}
