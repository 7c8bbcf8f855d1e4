import type { AdminViewServerProps, Payload } from 'payload'
import { formatDay, localDay } from '#domain/dates.ts'
import { queueFilters, type QueueFilter } from '#domain/queue.ts'
import { activeModerators, openAbsences } from '../../workflow/absences.ts'
import { readQueue } from '../../workflow/queue.ts'
import { OfficePage, requirePerson } from '../frame/OfficePage.tsx'
import { AbsenceForm } from './AbsenceForm.tsx'
import { queuePage } from './queue-page.ts'
import { QueueList } from './QueueList.tsx'

/** What waits for the moderators; for administrators, who of them is away. */
export async function QueueView(view: AdminViewServerProps) {
  const person = requirePerson(view, queuePage)
  const { searchParams } = view
  const { payload } = view.initPageResult.req
  const filter = filterOf(searchParams?.loc)
  const now = new Date().toISOString()
  const isModerator = person.role === 'moderator'
  const title = person.role === 'administrator' ? 'Vắng mặt của Ban biên tập' : 'Hàng chờ duyệt'
  const asked = { person: person.id, filter, page: Number(searchParams?.trang ?? 1), now }
  return (
    <OfficePage view={view} title={title} className="portal-notice-page">
      {isModerator ? (
        <>
          <QueueList queue={await readQueue(payload, asked)} filter={filter} now={now} />
          <Absences payload={payload} person={person.id} now={now} />
        </>
      ) : person.role === 'administrator' ? (
        <Absences payload={payload} person={null} now={now} />
      ) : (
        <p role="alert">Chỉ Ban biên tập xem được hàng chờ duyệt.</p>
      )}
    </OfficePage>
  )
}

const filterOf = (value: unknown): QueueFilter => queueFilters.find((name) => name === value) ?? 'all'

type Asked = { payload: Payload; person: string | null; now: string }

/** One’s own days away; everybody’s for an administrator, who is no `person` here. */
async function Absences({ payload, person, now }: Asked) {
  const [open, moderators] = await Promise.all([
    openAbsences(payload, localDay(now)),
    activeModerators(payload),
  ])
  const own = open
    .filter((absence) => person === null || absence.person === person)
    .map(({ id, from, to, personName, deputyName }) => ({
      id,
      words: `${person === null ? personName : 'Bạn'} vắng từ ${formatDay(from)} đến hết ${formatDay(to)}, ${deputyName} thay.`,
    }))
  if (person === null) return <AbsenceForm own={own} colleagues={moderators} people={moderators} />
  return <AbsenceForm own={own} colleagues={moderators.filter(({ id }) => id !== person)} />
}
