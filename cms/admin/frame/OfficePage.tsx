import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { personOf, type Person } from '../../access/person.ts'

type Props = {
  view: AdminViewServerProps
  title: string
  /** Where the title in the path of the page leads; absent: nowhere. */
  url?: string
  className: string
  children: ReactNode
}

/** A page of our own inside the admin's frame: menu, path and heading. */
export function OfficePage({ view, title, url, className, children }: Props) {
  const { initPageResult, params, searchParams } = view
  const { req, permissions, locale, visibleEntities } = initPageResult
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
      <SetStepNav nav={[{ label: title, ...(url ? { url } : {}) }]} />
      <Gutter className={className}>
        <h1>{title}</h1>
        {children}
      </Gutter>
    </DefaultTemplate>
  )
}

/**
 * Who opened it; whoever is not signed in is sent to do that first. Payload lets anybody open a custom view, so
 * this is asked before anything is read.
 */
export function requirePerson({ initPageResult: { req } }: AdminViewServerProps, page: string): Person {
  return personOf(req) ?? redirect(`/admin/login?redirect=${encodeURIComponent(page)}`)
}
