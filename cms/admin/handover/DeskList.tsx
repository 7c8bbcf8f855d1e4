import { absenceWords } from '#domain/handover.ts'
import type { Desk } from '../../workflow/handover-desk.ts'
import { deskPage } from './handover-page.ts'

/** Everybody with work: first those who cannot go on with it. */
export function DeskList({ desks }: { desks: Desk[] }) {
  const left = desks.filter(({ isLeft }) => isLeft)
  return (
    <>
      <p>
        Khi một người nghỉ, chuyển cơ quan hoặc bị khóa tài khoản, hãy giao bài đang làm của họ cho người khác
        phụ trách tiếp. Nội dung, trạng thái và giờ hẹn của bài không đổi.
      </p>
      <DeskGroup
        title="Cần bàn giao"
        desks={left}
        empty="Không có bài nào của người đã nghỉ hoặc đã chuyển đi."
        isUrgent={left.length > 0}
      />
      <DeskGroup
        title="Đang có việc"
        desks={desks.filter(({ isLeft }) => !isLeft)}
        empty="Không ai đang có bài soạn dở, chờ duyệt hoặc hẹn giờ."
      />
    </>
  )
}

type Group = { title: string; desks: Desk[]; empty: string; isUrgent?: boolean }

function DeskGroup({ title, desks, empty, isUrgent = false }: Group) {
  return (
    <section className={isUrgent ? 'portal-work portal-work--alarm' : 'portal-work'}>
      <h2>{desks.length > 0 ? `${title} (${desks.length})` : title}</h2>
      {desks.length === 0 ? <p className="portal-work__empty">{empty}</p> : null}
      {desks.length > 0 ? (
        <ul>
          {desks.map((desk) => (
            <li key={desk.holder}>
              <a href={deskPage(desk.holder)}>{desk.name}</a>
              <span className="portal-work__facts">{factsOf(desk)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function factsOf({ items }: Desk): string {
  const why = [...new Set(items.flatMap(({ absence }) => (absence ? [absenceWords[absence]] : [])))]
  return [`${items.length} bài`, ...why].join(' · ')
}
