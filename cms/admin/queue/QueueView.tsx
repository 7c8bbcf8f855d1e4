import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps, Payload } from 'payload'
import { formatDay, localDay } from '#domain/dates.ts'
import { queueFilters, type QueueFilter } from '#domain/queue.ts'
import { personOf } from '../../access/person.ts'
import { activeModerators, openAbsences } from '../../workflow/absences.ts'
import { readQueue } from '../../workflow/queue.ts'
import { AbsenceForm } from './AbsenceForm.tsx'
import { queuePage } from './queue-page.ts'
import { QueueList } from './QueueList.tsx'

/**
 * What waits for the moderators. Payload lets anybody open a custom view, so the person is asked for here, before
 * anything is read.
 */
export async function QueueView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, locale, visibleEntities } = initPageResult
  const person = personOf(req)
  if (!person) redirect(`/admin/login?redirect=${encodeURIComponent(queuePage)}`)
  const filter = filterOf(searchParams?.loc)
  const now = new Date().toISOString()
  const isModerator = person.role === 'moderator'
  const title = person.role === 'administrator' ? 'Vắng mặt của Ban biên tập' : 'Hàng chờ duyệt'
  const asked = { person: person.id, filter, page: Number(searchParams?.trang ?? 1), now }
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={{
        collections: visibleEntities?.collections ?? [],
        globals: visibleEntities?.globals ?? [],
      }}
    >
      <SetStepNav nav={[{ label: title }]} />
      <Gutter className="portal-notice-page">
        <h1>{title}</h1>
        {isModerator ? (
          <>
            <QueueList queue={await readQueue(req.payload, asked)} filter={filter} now={now} />
            <Absences payload={req.payload} person={person.id} now={now} />
          </>
        ) : person.role === 'administrator' ? (
          <Absences payload={req.payload} person={null} now={now} />
        ) : (
          <p role="alert">Chỉ Ban biên tập xem được hàng chờ duyệt.</p>
        )}
      </Gutter>
    </DefaultTemplate>
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
