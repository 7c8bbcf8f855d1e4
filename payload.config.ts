/** Joins the cms together. A table of contents: no logic here. */
import path from 'node:path'
import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import { buildConfig } from 'payload'
import { withWholeTable } from './cms/access/whole-table.ts'
import { absences } from './cms/collections/absences.ts'
import { agencies } from './cms/collections/agencies.ts'
import { auditAnchors } from './cms/collections/audit-anchors.ts'
import { claims } from './cms/collections/claims.ts'
import { documents } from './cms/collections/documents.ts'
import { files } from './cms/collections/files.ts'
import { addresses, auditEvents, editions, publications } from './cms/collections/ledgers.ts'
import { incidents } from './cms/collections/incidents.ts'
import { mails } from './cms/collections/mails.ts'
import { media } from './cms/collections/media.ts'
import { news } from './cms/collections/news.ts'
import { notices } from './cms/collections/notices.ts'
import { pauses } from './cms/collections/pauses.ts'
import { releaseSets } from './cms/collections/release-sets.ts'
import { settings } from './cms/collections/settings.ts'
import { secondFactors } from './cms/collections/second-factors.ts'
import { signIns } from './cms/collections/sign-ins.ts'
import { topics } from './cms/collections/topics.ts'
import { users } from './cms/collections/users.ts'
import { databaseAdapter } from './cms/database.ts'
import { env, payloadSecret } from './cms/env.ts'
import { richTextEditor } from './cms/fields/rich-text.ts'
import { createLog } from './cms/log.ts'
import { loggingLevels, payloadLog } from './cms/payload-log.ts'
import { payloadMail } from './cms/payload-mail.ts'
import { errorBody } from './cms/server/error-body.ts'
import { liveItemsFrom } from './cms/server/live-items.ts'
import { handoverPath } from './cms/admin/handover/handover-page.ts'
import { noticePath } from './cms/admin/notice/notice-page.ts'
import { withPreview } from './cms/server/preview.ts'
import { queuePath } from './cms/admin/queue/queue-page.ts'
import { adminWords } from './cms/admin/admin-words.ts'
import { liveItemsEndpoint } from './cms/workflow/live-items.ts'

const config = buildConfig({
  secret: payloadSecret(),
  serverURL: env.CMS_URL,
  csrf: [env.CMS_URL],
  cors: [],
  auth: { jwtOrder: ['cookie'] },
  cookiePrefix: env.CMS_URL.startsWith('https://') ? '__Host-portal' : 'portal',
  telemetry: false,
  typescript: { autoGenerate: false },
  logger: payloadLog(),
  loggingLevels,
  graphQL: { disable: true },
  db: databaseAdapter(env),
  editor: richTextEditor,
  email: payloadMail(env, createLog('mail')),
  i18n: { supportedLanguages: { vi, en }, fallbackLanguage: 'vi', translations: { vi: adminWords } },
  upload: { limits: { fileSize: 50 * 1024 * 1024 }, abortOnLimit: true },
  defaultDepth: 0,
  maxDepth: 3,
  hooks: { afterError: [errorBody] },
  endpoints: [liveItemsEndpoint(liveItemsFrom(env.DATA_DIR))],
  jobs: { access: { run: () => false, queue: () => false, cancel: () => false }, tasks: [] },
  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: 'dd/MM/yyyy HH:mm',
    importMap: {
      baseDir: import.meta.dirname,
      importMapFile: path.join(import.meta.dirname, 'cms/app/(payload)/admin/importMap.js'),
    },
    meta: { titleSuffix: ' · Quản trị Cổng' },
    custom: { publicUrl: env.PUBLIC_URL },
    components: {
      graphics: { Logo: '/cms/admin/brand/Brand.tsx#Logo', Icon: '/cms/admin/brand/Brand.tsx#Icon' },
      header: [
        '/cms/admin/pause/PauseBanner.tsx#PauseBanner',
        '/cms/admin/accounts/SessionKeeper.tsx#SessionKeeper',
      ],
      afterNavLinks: [
        '/cms/admin/queue/QueueNavLink.tsx#QueueNavLink',
        '/cms/admin/notice/NoticeNavLink.tsx#NoticeNavLink',
        '/cms/admin/handover/HandoverNavLink.tsx#HandoverNavLink',
        '/cms/admin/accounts/SecurityLink.tsx#SecurityLink',
      ],
      beforeDashboard: ['/cms/admin/dashboard/Workload.tsx#Workload'],
      views: {
        login: { Component: '/cms/admin/accounts/LoginView.tsx#LoginView' },
        security: {
          Component: '/cms/admin/accounts/SecurityView.tsx#SecurityView',
          path: '/bao-mat',
          exact: true,
        },
        handover: {
          Component: '/cms/admin/handover/HandoverView.tsx#HandoverView',
          path: handoverPath,
          exact: true,
        },
        queue: { Component: '/cms/admin/queue/QueueView.tsx#QueueView', path: queuePath, exact: true },
        notice: { Component: '/cms/admin/notice/NoticeView.tsx#NoticeView', path: noticePath, exact: true },
      },
    },
  },
  collections: [
    ...withPreview([news, documents, agencies, topics, settings], env),
    releaseSets,
    media,
    files,
    editions,
    publications,
    auditEvents,
    auditAnchors,
    addresses,
    pauses,
    incidents,
    notices,
    mails,
    claims,
    absences,
    secondFactors,
    signIns,
    users,
  ],
})

export default config.then(withWholeTable)
