/**
 * `npm run migration -- <name>`: writes the migration from the last snapshot to today's collections, for the
 * database that `DATABASE_URI` selects, in the form that Node runs directly (type imports, explicit endings).
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { getPayload } from 'payload'
import { isMongo } from '../database.ts'
import { env } from '../env.ts'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('Cách dùng: npm run migration -- ten_buoc (chữ thường, số, gạch dưới)\n')
  process.exit(1)
}

const folder = path.join(env.ROOT, 'migrations', isMongo(env.DATABASE_URI) ? 'mongodb' : 'sqlite')
const { default: config } = await import('../../payload.config.ts')
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: true })

for (const file of (await readdir(folder)).filter((entry) => entry.endsWith('.ts'))) {
  const source = await readFile(path.join(folder, file), 'utf8')
  await writeFile(path.join(folder, file), asNodeRunsIt(source))
}
process.exit(0)

function asNodeRunsIt(source: string): string {
  return source
    .replace(
      /import \{ MigrateUpArgs, MigrateDownArgs, sql \} from '(.+)'/,
      "import { sql, type MigrateDownArgs, type MigrateUpArgs } from '$1'",
    )
    .replace(
      /import \{\s+MigrateDownArgs,\s+MigrateUpArgs,\s+\} from '(.+)'/,
      "import type { MigrateDownArgs, MigrateUpArgs } from '$1'",
    )
    .replace(/from '(\.\/[^']+?)(\.ts)?';?$/gm, "from '$1.ts'")
}
