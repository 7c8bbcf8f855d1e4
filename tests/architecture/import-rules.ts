/**
 * Who may import whom (ARCHITECTURE, Layout). A rule names a part and what it may reach, as beginnings of
 * paths; a part always reaches itself. The first rule that fits a file counts.
 */
export type ImportRule = { of: RegExp; may: readonly string[] }

/** Ground that every part of the editors' side stands on. */
const ground = ['cms/domain/', 'cms/errors.ts', 'cms/log.ts', 'cms/env.ts', 'cms/crash-points.ts']
const editing = [
  'cms/accounts/',
  'cms/access/',
  'cms/collections/',
  'cms/database/',
  'cms/fields/',
  'cms/globals/',
  'cms/intake/',
  'cms/uploads/',
  'cms/workflow/',
]
const readSide = ['cms/domain/', 'cms/published/views.ts', 'cms/published/reader.ts', 'cms/published/open.ts']

export const importRules: readonly ImportRule[] = [
  { of: /^cms\/domain\//, may: ['cms/domain/'] },
  { of: /^cms\/published\//, may: ['cms/published/', 'cms/domain/'] },
  {
    of: /^cms\/publication\//,
    may: [
      'cms/publication/',
      'cms/published/',
      'cms/domain/',
      'cms/log.ts',
      'cms/crash-points.ts',
      'cms/source-hash.ts',
    ],
  },
  {
    of: /^cms\/(?:access|accounts|collections|database|fields|globals|intake|uploads|workflow)\//,
    may: [...ground, ...editing],
  },
  { of: /^cms\/admin\//, may: [...ground, ...editing, 'cms/admin/'] },
  // These put the parts to work, and they are where the editing side and publication meet.
  { of: /^cms\/(?:jobs|server|commands)\//, may: ['cms/', 'payload.config.ts'] },
  { of: /^cms\/app\//, may: ['cms/app/', 'cms/admin/', 'payload.config.ts'] },
  // Settings are checked by the same rules as everything else.
  { of: /^cms\/env\.ts$/, may: ['cms/domain/'] },
  { of: /^cms\/(?:errors|log|crash-points)\.ts$/, may: ['cms/env.ts'] },
  { of: /^cms\/next\.config\./, may: [] },
  {
    of: /^cms\/[^/]+\.tsx?$/,
    may: [
      ...ground,
      ...editing,
      'cms/admin/',
      'cms/jobs/',
      'cms/database.ts',
      'cms/mail.ts',
      'payload.config.ts',
      'migrations/',
    ],
  },
  { of: /^payload\.config\.ts$/, may: ['cms/', 'migrations/'] },
  { of: /^migrations\//, may: ['migrations/'] },
  // The start file joins the web server to settings and log; the server itself knows neither.
  {
    of: /^site\/server\/main\.ts$/,
    may: ['site/server/', 'cms/env.ts', 'cms/log.ts', 'cms/built-folder.ts'],
  },
  { of: /^site\/server\//, may: ['site/server/', ...readSide] },
  // `no-break.ts` is typography, a pure function that both sides need.
  { of: /^site\//, may: ['site/', 'cms/domain/', 'cms/published/views.ts', 'cms/published/no-break.ts'] },
  {
    of: /^tests\//,
    may: ['tests/', 'cms/', 'site/', 'migrations/', 'payload.config.ts', 'package.json', 'vitest.config.ts'],
  },
  { of: /^[^/]+\.(?:ts|js)$/, may: [] },
]
