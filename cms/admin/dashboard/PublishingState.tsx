import { waited } from './age.ts'
import type { StuckPublication } from './work.ts'

/** Whether what was approved reaches the portal; each change that does not is named. */
export function PublishingState({
  stuck,
  waiting,
  now,
}: {
  stuck: StuckPublication[]
  waiting: number
  now: string
}) {
  return (
    <section className={stuck.length > 0 ? 'portal-work portal-work--alarm' : 'portal-work'}>
      <h2>{waiting > 0 ? `Chưa lên được Cổng (${waiting})` : 'Đưa lên Cổng'}</h2>
      {stuck.length === 0 ? (
        <p className="portal-work__empty">Mọi thay đổi đã duyệt đều lên Cổng trong vòng một phút.</p>
      ) : null}
      {stuck.length > 0 ? (
        <ul>
          {stuck.map(({ id, collection, item, since, error }) => (
            <li key={id}>
              <a href={`/admin/collections/${collection}/${item}`}>{`Đang ${waited(since, now)}`}</a>
              <span className="portal-work__facts">
                {error || 'Chưa được xử lý: kiểm tra tiến trình đăng còn chạy không.'}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
