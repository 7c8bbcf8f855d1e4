import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`audit_anchors\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`day\` text,
  	\`number\` numeric,
  	\`seal\` text,
  	\`events\` numeric,
  	\`editions\` numeric,
  	\`at\` text,
  	\`told_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_anchors_day_idx\` ON \`audit_anchors\` (\`day\`);`)
  await db.run(sql`CREATE INDEX \`audit_anchors_updated_at_idx\` ON \`audit_anchors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_anchors_created_at_idx\` ON \`audit_anchors\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_events_action_idx\` ON \`audit_events\` (\`action\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`audit_anchors\`;`)
  await db.run(sql`DROP INDEX \`audit_events_action_idx\`;`)
}
