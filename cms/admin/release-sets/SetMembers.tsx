'use client'
import { setStateNames } from '#domain/release-sets.ts'
import { stateNames } from '../../workflow/words.ts'
import { collectionNames } from '../dashboard/collection-names.ts'
import { reviewPath } from '../review/review-api.ts'
import { shortRevision } from '../workflow/status-cells.ts'
import { useSet } from './use-set.ts'

/** Where a set and each of its members stand, at the top of its form. */
export function SetMembers() {
  const { set, answer } = useSet()
  if (!set) return <p>Đặt tên, chọn các mục rồi lưu. Sau đó gửi duyệt được cả bộ.</p>
  if (!answer) return <p className="portal-quiet">Đang mở…</p>
  return (
    <section className="portal-work" aria-label="Các mục của bộ">
      <h2>{setStateNames[answer.state]}</h2>
      {answer.items.length === 0 ? <p className="portal-work__empty">Bộ chưa có mục nào.</p> : null}
      <ul>
        {answer.items.map(({ collection, id, title, state, revision }) => (
          <li key={`${collection}/${id}`}>
            <a href={`/admin/collections/${collection}/${id}`}>{title}</a>
            <span className="portal-work__facts">
              {[
                (collectionNames as Record<string, string>)[collection],
                stateNames[state],
                `bản ${shortRevision(revision)}`,
              ].join(' · ')}
            </span>
            {state === 'submitted' ? <a href={reviewPath(collection, id)}>Xem nội dung để duyệt</a> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
