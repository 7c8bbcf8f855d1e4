/** `/admin/bao-mat`: one's second factor and sessions. Bare while a required factor is missing: nothing else is open. */
import { DefaultTemplate, MinimalTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { needsSecondFactor, securityPath } from '#domain/accounts/session-rules.ts'
import { personOf } from '../../access/person.ts'
import { Logo } from '../brand/Brand.tsx'
import { SecurityPanel } from './SecurityPanel.tsx'

export async function SecurityView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { payload, i18n, user } = req
  const person = personOf(req)
  if (!person) redirect(`/admin/login?redirect=${encodeURIComponent(securityPath)}`)
  const factor = await payload.db.findOne<{ id: string; confirmedAt?: string | null }>({
    collection: 'second-factors',
    where: { user: { equals: person.id } },
  })
  const isShut = needsSecondFactor(person.role) && !factor?.confirmedAt
  if (isShut)
    return (
      <MinimalTemplate width="wide" className="portal-enrolment">
        <Logo />
        <SecurityPanel email={person.email} isShut />
      </MinimalTemplate>
    )
  return (
    <DefaultTemplate
      {...{ i18n, payload, permissions, visibleEntities, req }}
      locale={locale}
      params={params}
      searchParams={searchParams}
      user={user ?? undefined}
    >
      <div className="portal-page">
        <SecurityPanel email={person.email} isShut={false} />
      </div>
    </DefaultTemplate>
  )
}
