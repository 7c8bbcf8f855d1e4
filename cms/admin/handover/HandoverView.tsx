import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps, Payload } from 'payload'
import { comparePeople } from '#domain/names.ts'
import { personOf } from '../../access/person.ts'
import { findDesks } from '../../workflow/handover-desk.ts'
import { DeskList } from './DeskList.tsx'
import { handoverPage } from './handover-page.ts'
import { HandoverForm } from './HandoverForm.tsx'

/**
 * The office's page for handing over what people have in work. Payload lets anybody open a custom view, so the
 * person is asked for here, before anything is read.
 */
export async function HandoverView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, locale, visibleEntities } = initPageResult
  const person = personOf(req)
  if (!person) redirect(`/admin/login?redirect=${encodeURIComponent(handoverPage)}`)
  const { nguoi } = searchParams ?? {}
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
      <SetStepNav nav={[{ label: 'Bàn giao việc', url: handoverPage }]} />
      <Gutter className="portal-handover">
        <h1>Bàn giao việc</h1>
        {person.role === 'moderator' ? (
          <Desks payload={req.payload} holder={typeof nguoi === 'string' ? nguoi : null} />
        ) : (
          <p role="alert">Chỉ Ban biên tập bàn giao được việc của người khác.</p>
        )}
      </Gutter>
    </DefaultTemplate>
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
