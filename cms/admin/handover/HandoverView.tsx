import type { AdminViewServerProps, Payload } from 'payload'
import { comparePeople } from '#domain/names.ts'
import { findDesks } from '../../workflow/handover-desk.ts'
import { OfficePage, requirePerson } from '../frame/OfficePage.tsx'
import { DeskList } from './DeskList.tsx'
import { handoverPage } from './handover-page.ts'
import { HandoverForm } from './HandoverForm.tsx'

/** The office's page for handing over what people have in work. */
export function HandoverView(view: AdminViewServerProps) {
  const person = requirePerson(view, handoverPage)
  const { nguoi } = view.searchParams ?? {}
  return (
    <OfficePage view={view} title="Bàn giao việc" url={handoverPage} className="portal-handover">
      {person.role === 'moderator' ? (
        <Desks payload={view.initPageResult.req.payload} holder={typeof nguoi === 'string' ? nguoi : null} />
      ) : (
        <p role="alert">Chỉ Ban biên tập bàn giao được việc của người khác.</p>
      )}
    </OfficePage>
  )
}

async function Desks({ payload, holder }: { payload: Payload; holder: string | null }) {
  const { desks, people } = await findDesks(payload)
  if (holder === null) return <DeskList desks={desks} />
  const desk = desks.find((each) => each.holder === (holder === 'khong' ? '' : holder))
  return (
    <>
      <p>
        <a href={handoverPage}>Tất cả những người đang có việc</a>
      </p>
      {desk ? (
        <HandoverForm
          desk={desk}
          people={people
            .filter(({ id }) => desk.items.some(({ takers }) => takers.includes(id)))
            .map(({ id, name, role }) => ({ id, name, isOffice: role === 'moderator' }))
            .sort(
              (one, other) =>
                Number(one.isOffice) - Number(other.isOffice) || comparePeople(one.name, other.name),
            )}
        />
      ) : (
        <p className="portal-work">Người này không còn bài nào đang làm. Không có gì để bàn giao.</p>
      )}
    </>
  )
}
