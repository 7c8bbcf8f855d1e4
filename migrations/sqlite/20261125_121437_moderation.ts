import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`settings_menu\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`target\` text DEFAULT 'section',
  	\`section\` text,
  	\`news_id\` text(36),
  	\`document_id\` text(36),
  	\`agency_id\` text(36),
  	\`topic_id\` text(36),
  	\`address\` text,
  	FOREIGN KEY (\`news_id\`) REFERENCES \`news\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`settings_menu_order_idx\` ON \`settings_menu\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`settings_menu_parent_id_idx\` ON \`settings_menu\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_menu_news_idx\` ON \`settings_menu\` (\`news_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_menu_document_idx\` ON \`settings_menu\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_menu_agency_idx\` ON \`settings_menu\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_menu_topic_idx\` ON \`settings_menu\` (\`topic_id\`);`)
  await db.run(sql`CREATE TABLE \`settings_columns_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`target\` text DEFAULT 'section',
  	\`section\` text,
  	\`news_id\` text(36),
  	\`document_id\` text(36),
  	\`agency_id\` text(36),
  	\`topic_id\` text(36),
  	\`address\` text,
  	FOREIGN KEY (\`news_id\`) REFERENCES \`news\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`settings_columns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(
    sql`CREATE INDEX \`settings_columns_links_order_idx\` ON \`settings_columns_links\` (\`_order\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`settings_columns_links_parent_id_idx\` ON \`settings_columns_links\` (\`_parent_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`settings_columns_links_news_idx\` ON \`settings_columns_links\` (\`news_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`settings_columns_links_document_idx\` ON \`settings_columns_links\` (\`document_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`settings_columns_links_agency_idx\` ON \`settings_columns_links\` (\`agency_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`settings_columns_links_topic_idx\` ON \`settings_columns_links\` (\`topic_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`settings_columns\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`settings_columns_order_idx\` ON \`settings_columns\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`settings_columns_parent_id_idx\` ON \`settings_columns\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`settings_tasks\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`target\` text DEFAULT 'section',
  	\`section\` text,
  	\`news_id\` text(36),
  	\`document_id\` text(36),
  	\`agency_id\` text(36),
  	\`topic_id\` text(36),
  	\`address\` text,
  	FOREIGN KEY (\`news_id\`) REFERENCES \`news\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`settings_tasks_order_idx\` ON \`settings_tasks\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`settings_tasks_parent_id_idx\` ON \`settings_tasks\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_tasks_news_idx\` ON \`settings_tasks\` (\`news_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_tasks_document_idx\` ON \`settings_tasks\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_tasks_agency_idx\` ON \`settings_tasks\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_tasks_topic_idx\` ON \`settings_tasks\` (\`topic_id\`);`)
  await db.run(sql`CREATE TABLE \`settings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`name\` text,
  	\`owner\` text,
  	\`responsible\` text,
  	\`address\` text,
  	\`phone\` text,
  	\`email\` text,
  	\`legal_line\` text,
  	\`introduction\` text,
  	\`slug\` text,
  	\`slug_by_hand\` integer DEFAULT false,
  	\`language\` text DEFAULT 'vi',
  	\`state\` text DEFAULT 'draft',
  	\`public_state\` text DEFAULT 'none',
  	\`live_edition\` text,
  	\`edition_count\` numeric DEFAULT 0,
  	\`return_note\` text,
  	\`returned\` text,
  	\`returned_content\` text,
  	\`submitted_at\` text,
  	\`submitted_by_id\` text(36),
  	\`scheduled_at\` text,
  	\`needs_review\` integer DEFAULT false,
  	\`import_notices\` text,
  	\`lock_version\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`settings_kind_idx\` ON \`settings\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`settings_slug_idx\` ON \`settings\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`settings_state_idx\` ON \`settings\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`settings_public_state_idx\` ON \`settings\` (\`public_state\`);`)
  await db.run(sql`CREATE INDEX \`settings_submitted_at_idx\` ON \`settings\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`settings_submitted_by_idx\` ON \`settings\` (\`submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_updated_at_idx\` ON \`settings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`settings_created_at_idx\` ON \`settings\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_submittedAt_4_idx\` ON \`settings\` (\`state\`,\`submitted_at\`);`)
  await db.run(sql`CREATE TABLE \`settings_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`settings_rels_order_idx\` ON \`settings_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`settings_rels_parent_idx\` ON \`settings_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_rels_path_idx\` ON \`settings_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`settings_rels_users_id_idx\` ON \`settings_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`_settings_v_version_menu\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`target\` text DEFAULT 'section',
  	\`section\` text,
  	\`news_id\` text(36),
  	\`document_id\` text(36),
  	\`agency_id\` text(36),
  	\`topic_id\` text(36),
  	\`address\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`news_id\`) REFERENCES \`news\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_settings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_menu_order_idx\` ON \`_settings_v_version_menu\` (\`_order\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_menu_parent_id_idx\` ON \`_settings_v_version_menu\` (\`_parent_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_menu_news_idx\` ON \`_settings_v_version_menu\` (\`news_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_menu_document_idx\` ON \`_settings_v_version_menu\` (\`document_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_menu_agency_idx\` ON \`_settings_v_version_menu\` (\`agency_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_menu_topic_idx\` ON \`_settings_v_version_menu\` (\`topic_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`_settings_v_version_columns_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`target\` text DEFAULT 'section',
  	\`section\` text,
  	\`news_id\` text(36),
  	\`document_id\` text(36),
  	\`agency_id\` text(36),
  	\`topic_id\` text(36),
  	\`address\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`news_id\`) REFERENCES \`news\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_settings_v_version_columns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_columns_links_order_idx\` ON \`_settings_v_version_columns_links\` (\`_order\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_columns_links_parent_id_idx\` ON \`_settings_v_version_columns_links\` (\`_parent_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_columns_links_news_idx\` ON \`_settings_v_version_columns_links\` (\`news_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_columns_links_document_idx\` ON \`_settings_v_version_columns_links\` (\`document_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_columns_links_agency_idx\` ON \`_settings_v_version_columns_links\` (\`agency_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_columns_links_topic_idx\` ON \`_settings_v_version_columns_links\` (\`topic_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`_settings_v_version_columns\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_settings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_columns_order_idx\` ON \`_settings_v_version_columns\` (\`_order\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_columns_parent_id_idx\` ON \`_settings_v_version_columns\` (\`_parent_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`_settings_v_version_tasks\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`target\` text DEFAULT 'section',
  	\`section\` text,
  	\`news_id\` text(36),
  	\`document_id\` text(36),
  	\`agency_id\` text(36),
  	\`topic_id\` text(36),
  	\`address\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`news_id\`) REFERENCES \`news\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`document_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_settings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_tasks_order_idx\` ON \`_settings_v_version_tasks\` (\`_order\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_tasks_parent_id_idx\` ON \`_settings_v_version_tasks\` (\`_parent_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_tasks_news_idx\` ON \`_settings_v_version_tasks\` (\`news_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_tasks_document_idx\` ON \`_settings_v_version_tasks\` (\`document_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_tasks_agency_idx\` ON \`_settings_v_version_tasks\` (\`agency_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_tasks_topic_idx\` ON \`_settings_v_version_tasks\` (\`topic_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`_settings_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_kind\` text,
  	\`version_name\` text,
  	\`version_owner\` text,
  	\`version_responsible\` text,
  	\`version_address\` text,
  	\`version_phone\` text,
  	\`version_email\` text,
  	\`version_legal_line\` text,
  	\`version_introduction\` text,
  	\`version_slug\` text,
  	\`version_slug_by_hand\` integer DEFAULT false,
  	\`version_language\` text DEFAULT 'vi',
  	\`version_state\` text DEFAULT 'draft',
  	\`version_public_state\` text DEFAULT 'none',
  	\`version_live_edition\` text,
  	\`version_edition_count\` numeric DEFAULT 0,
  	\`version_return_note\` text,
  	\`version_returned\` text,
  	\`version_returned_content\` text,
  	\`version_submitted_at\` text,
  	\`version_submitted_by_id\` text(36),
  	\`version_scheduled_at\` text,
  	\`version_needs_review\` integer DEFAULT false,
  	\`version_import_notices\` text,
  	\`version_lock_version\` numeric DEFAULT 0,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_settings_v_parent_idx\` ON \`_settings_v\` (\`parent_id\`);`)
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_version_kind_idx\` ON \`_settings_v\` (\`version_kind\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_version_slug_idx\` ON \`_settings_v\` (\`version_slug\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_version_state_idx\` ON \`_settings_v\` (\`version_state\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_version_public_state_idx\` ON \`_settings_v\` (\`version_public_state\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_version_submitted_at_idx\` ON \`_settings_v\` (\`version_submitted_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_version_submitted_by_idx\` ON \`_settings_v\` (\`version_submitted_by_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_version_updated_at_idx\` ON \`_settings_v\` (\`version_updated_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_version_created_at_idx\` ON \`_settings_v\` (\`version_created_at\`);`,
  )
  await db.run(sql`CREATE INDEX \`_settings_v_created_at_idx\` ON \`_settings_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_settings_v_updated_at_idx\` ON \`_settings_v\` (\`updated_at\`);`)
  await db.run(
    sql`CREATE INDEX \`version_state_version_submittedAt_4_idx\` ON \`_settings_v\` (\`version_state\`,\`version_submitted_at\`);`,
  )
  await db.run(sql`CREATE TABLE \`_settings_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_settings_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_settings_v_rels_order_idx\` ON \`_settings_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_settings_v_rels_parent_idx\` ON \`_settings_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_settings_v_rels_path_idx\` ON \`_settings_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_settings_v_rels_users_id_idx\` ON \`_settings_v_rels\` (\`users_id\`);`)
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
  await db.run(sql`CREATE TABLE \`mails\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`event\` text,
  	\`kind\` text,
  	\`to\` text,
  	\`person\` text,
  	\`subject\` text,
  	\`body\` text,
  	\`state\` text,
  	\`collection\` text,
  	\`item\` text,
  	\`message_id\` text,
  	\`queued_at\` text,
  	\`next_try_at\` text,
  	\`tries\` numeric,
  	\`refusals\` numeric,
  	\`last_error\` text,
  	\`sent_at\` text,
  	\`digest\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`mails_key_idx\` ON \`mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`mails_event_idx\` ON \`mails\` (\`event\`);`)
  await db.run(sql`CREATE INDEX \`mails_person_idx\` ON \`mails\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`mails_item_idx\` ON \`mails\` (\`item\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_nextTryAt_idx\` ON \`mails\` (\`state\`,\`next_try_at\`);`)
  await db.run(sql`CREATE INDEX \`state_queuedAt_idx\` ON \`mails\` (\`state\`,\`queued_at\`);`)
  await db.run(sql`CREATE TABLE \`second_factors\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`user\` text,
  	\`secret\` text,
  	\`confirmed_at\` text,
  	\`last_step\` numeric,
  	\`revision\` numeric,
  	\`recovery_hashes\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`second_factors_user_idx\` ON \`second_factors\` (\`user\`);`)
  await db.run(sql`CREATE INDEX \`second_factors_updated_at_idx\` ON \`second_factors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`second_factors_created_at_idx\` ON \`second_factors\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sign_ins\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`sid\` text,
  	\`user\` text,
  	\`started_at\` text,
  	\`last_seen_at\` text,
  	\`ended_at\` text,
  	\`end_reason\` text,
  	\`address\` text,
  	\`browser\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`sign_ins_sid_idx\` ON \`sign_ins\` (\`sid\`);`)
  await db.run(sql`CREATE INDEX \`sign_ins_updated_at_idx\` ON \`sign_ins\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sign_ins_created_at_idx\` ON \`sign_ins\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`user_startedAt_idx\` ON \`sign_ins\` (\`user\`,\`started_at\`);`)
  await db.run(sql`ALTER TABLE \`news\` ADD \`returned\` text;`)
  await db.run(sql`ALTER TABLE \`news\` ADD \`returned_content\` text;`)
  await db.run(sql`ALTER TABLE \`_news_v\` ADD \`version_returned\` text;`)
  await db.run(sql`ALTER TABLE \`_news_v\` ADD \`version_returned_content\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`returned\` text;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`returned_content\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_returned\` text;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_returned_content\` text;`)
  await db.run(sql`ALTER TABLE \`agencies\` ADD \`returned\` text;`)
  await db.run(sql`ALTER TABLE \`agencies\` ADD \`returned_content\` text;`)
  await db.run(sql`ALTER TABLE \`_agencies_v\` ADD \`version_returned\` text;`)
  await db.run(sql`ALTER TABLE \`_agencies_v\` ADD \`version_returned_content\` text;`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`returned\` text;`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`returned_content\` text;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_returned\` text;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_returned_content\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`inspection\` text;`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`inspection\` text;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`change_kind\` text;`)
  await db.run(sql`ALTER TABLE \`editions\` ADD \`decisions\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`is_told\` integer;`)
  await db.run(
    sql`CREATE INDEX \`isTold_state_liveAt_idx\` ON \`publications\` (\`is_told\`,\`state\`,\`live_at\`);`,
  )
  await db.run(sql`ALTER TABLE \`audit_events\` ADD \`decisions\` text;`)
  await db.run(sql`ALTER TABLE \`audit_events\` ADD \`details\` text;`)
  await db.run(sql`CREATE INDEX \`audit_events_action_idx\` ON \`audit_events\` (\`action\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_preference\` text DEFAULT 'immediate';`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`login_attempts\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`lock_until\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`settings_menu\`;`)
  await db.run(sql`DROP TABLE \`settings_columns_links\`;`)
  await db.run(sql`DROP TABLE \`settings_columns\`;`)
  await db.run(sql`DROP TABLE \`settings_tasks\`;`)
  await db.run(sql`DROP TABLE \`settings\`;`)
  await db.run(sql`DROP TABLE \`settings_rels\`;`)
  await db.run(sql`DROP TABLE \`_settings_v_version_menu\`;`)
  await db.run(sql`DROP TABLE \`_settings_v_version_columns_links\`;`)
  await db.run(sql`DROP TABLE \`_settings_v_version_columns\`;`)
  await db.run(sql`DROP TABLE \`_settings_v_version_tasks\`;`)
  await db.run(sql`DROP TABLE \`_settings_v\`;`)
  await db.run(sql`DROP TABLE \`_settings_v_rels\`;`)
  await db.run(sql`DROP TABLE \`audit_anchors\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`DROP TABLE \`second_factors\`;`)
  await db.run(sql`DROP TABLE \`sign_ins\`;`)
  await db.run(sql`DROP INDEX \`isTold_state_liveAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`is_told\`;`)
  await db.run(sql`DROP INDEX \`audit_events_action_idx\`;`)
  await db.run(sql`ALTER TABLE \`audit_events\` DROP COLUMN \`decisions\`;`)
  await db.run(sql`ALTER TABLE \`audit_events\` DROP COLUMN \`details\`;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`login_attempts\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`lock_until\` text;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_preference\`;`)
  await db.run(sql`ALTER TABLE \`news\` DROP COLUMN \`returned\`;`)
  await db.run(sql`ALTER TABLE \`news\` DROP COLUMN \`returned_content\`;`)
  await db.run(sql`ALTER TABLE \`_news_v\` DROP COLUMN \`version_returned\`;`)
  await db.run(sql`ALTER TABLE \`_news_v\` DROP COLUMN \`version_returned_content\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`returned\`;`)
  await db.run(sql`ALTER TABLE \`documents\` DROP COLUMN \`returned_content\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_returned\`;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` DROP COLUMN \`version_returned_content\`;`)
  await db.run(sql`ALTER TABLE \`agencies\` DROP COLUMN \`returned\`;`)
  await db.run(sql`ALTER TABLE \`agencies\` DROP COLUMN \`returned_content\`;`)
  await db.run(sql`ALTER TABLE \`_agencies_v\` DROP COLUMN \`version_returned\`;`)
  await db.run(sql`ALTER TABLE \`_agencies_v\` DROP COLUMN \`version_returned_content\`;`)
  await db.run(sql`ALTER TABLE \`topics\` DROP COLUMN \`returned\`;`)
  await db.run(sql`ALTER TABLE \`topics\` DROP COLUMN \`returned_content\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` DROP COLUMN \`version_returned\`;`)
  await db.run(sql`ALTER TABLE \`_topics_v\` DROP COLUMN \`version_returned_content\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`inspection\`;`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`inspection\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`change_kind\`;`)
  await db.run(sql`ALTER TABLE \`editions\` DROP COLUMN \`decisions\`;`)
}
