import path from 'node:path'
import type { ChildSpec } from './supervisor.ts'

/**
 * The two processes of the product (ARCHITECTURE, Two processes, two ports). `--supervised` leaves the word
 * about a taken port to the supervisor; the watcher of development does not pass the exit code on.
 */
export function portalProcesses(
  settings: { ROOT: string; CMS_PORT: number; WEB_PORT: number },
  { isDevelopment = false }: { isDevelopment?: boolean } = {},
): ChildSpec[] {
  const cms = path.join(settings.ROOT, 'cms/server/main.ts')
  const web = path.join(settings.ROOT, 'site/server/main.ts')
  return [
    { name: 'cms', args: [cms, isDevelopment ? '--dev' : '--supervised'], port: settings.CMS_PORT },
    {
      name: 'web',
      args: isDevelopment ? ['--watch', '--watch-preserve-output', web] : [web, '--supervised'],
      port: settings.WEB_PORT,
    },
  ]
}
