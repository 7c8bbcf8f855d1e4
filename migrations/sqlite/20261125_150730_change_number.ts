import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`item_requestedAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`change_number\` numeric;`)
  await db.run(sql`CREATE INDEX \`item_changeNumber_idx\` ON \`publications\` (\`item\`,\`change_number\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`item_changeNumber_idx\`;`)
  await db.run(sql`CREATE INDEX \`item_requestedAt_idx\` ON \`publications\` (\`item\`,\`requested_at\`);`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`change_number\`;`)
}
