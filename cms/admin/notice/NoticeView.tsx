import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps, Payload } from 'payload'
import { noticePhase } from '#domain/notice.ts'
import { personOf } from '../../access/person.ts'
import { currentNotice, noticeChanges } from '../../workflow/notice.ts'
import { noticePage } from './notice-page.ts'
import { NoticeForm } from './NoticeForm.tsx'
import { NoticeHistory } from './NoticeHistory.tsx'
import { NoticePreview } from './NoticePreview.tsx'
import { NoticeRemoval } from './NoticeRemoval.tsx'
import { noticeStanding } from './notice-times.ts'

const shownChanges = 20

/**
 * The office's page for the site-wide notice. Payload lets anybody open a custom view, so the person is asked
 * for here, before anything is read.
 */
export async function NoticeView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { req, permissions, locale, visibleEntities } = initPageResult
  const person = personOf(req)
  if (!person) redirect(`/admin/login?redirect=${encodeURIComponent(noticePage)}`)
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
      <SetStepNav nav={[{ label: 'Thông báo toàn Cổng' }]} />
      <Gutter className="portal-notice-page">
        <h1>Thông báo toàn Cổng</h1>
        {person.role === 'moderator' ? (
          <NoticeOffice payload={req.payload} />
        ) : (
          <p role="alert">Chỉ Ban biên tập đặt và gỡ được thông báo toàn Cổng.</p>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}

async function NoticeOffice({ payload }: { payload: Payload }) {
  const [notice, changes] = await Promise.all([currentNotice(payload), noticeChanges(payload, shownChanges)])
  const now = new Date().toISOString()
  const present = notice && noticePhase(notice, now) !== 'past' ? notice : null
  return (
    <div className="portal-notice-page__parts">
      <section
        className={present ? 'portal-work portal-work--alarm' : 'portal-work'}
        aria-labelledby="portal-notice-now"
      >
        <h2 id="portal-notice-now">Người đọc thấy gì lúc này</h2>
        <p>{noticeStanding(notice, now)}</p>
        {present ? <NoticePreview {...present} /> : null}
        <NoticeRemoval isThere={present !== null} />
      </section>
      <section className="portal-work" aria-labelledby="portal-notice-write">
        <h2 id="portal-notice-write">{present ? 'Sửa hoặc thay thông báo' : 'Đặt thông báo'}</h2>
        <NoticeForm key={present?.id ?? 'new'} present={present} />
      </section>
      <NoticeHistory changes={changes} />
    </div>
  )
}
