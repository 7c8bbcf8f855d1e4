import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`release_sets\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`agency_id\` text(36),
  	\`made_by_id\` text(36),
  	\`released_at\` text,
  	\`lock_version\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`made_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`release_sets_agency_idx\` ON \`release_sets\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`release_sets_made_by_idx\` ON \`release_sets\` (\`made_by_id\`);`)
  await db.run(sql`CREATE INDEX \`release_sets_updated_at_idx\` ON \`release_sets\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`release_sets_created_at_idx\` ON \`release_sets\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`release_sets_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`news_id\` text(36),
  	\`documents_id\` text(36),
  	\`agencies_id\` text(36),
  	\`topics_id\` text(36),
  	\`settings_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`release_sets\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`news_id\`) REFERENCES \`news\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`documents_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`agencies_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`settings_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`release_sets_rels_order_idx\` ON \`release_sets_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`release_sets_rels_parent_idx\` ON \`release_sets_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`release_sets_rels_path_idx\` ON \`release_sets_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`release_sets_rels_news_id_idx\` ON \`release_sets_rels\` (\`news_id\`);`)
  await db.run(
    sql`CREATE INDEX \`release_sets_rels_documents_id_idx\` ON \`release_sets_rels\` (\`documents_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`release_sets_rels_agencies_id_idx\` ON \`release_sets_rels\` (\`agencies_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`release_sets_rels_topics_id_idx\` ON \`release_sets_rels\` (\`topics_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`release_sets_rels_settings_id_idx\` ON \`release_sets_rels\` (\`settings_id\`);`,
  )
  await db.run(sql`CREATE TABLE \`claims\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`by\` text,
  	\`by_name\` text,
  	\`at\` text,
  	\`submitted_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`claims_key_idx\` ON \`claims\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`claims_updated_at_idx\` ON \`claims\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`claims_created_at_idx\` ON \`claims\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`absences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` numeric,
  	\`person\` text,
  	\`person_name\` text,
  	\`deputy\` text,
  	\`deputy_name\` text,
  	\`from\` text,
  	\`to\` text,
  	\`set_at\` text,
  	\`set_by\` text,
  	\`set_by_name\` text,
  	\`ended_at\` text,
  	\`ended_by\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`absences_number_idx\` ON \`absences\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`absences_to_idx\` ON \`absences\` (\`to\`);`)
  await db.run(sql`CREATE INDEX \`absences_updated_at_idx\` ON \`absences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`absences_created_at_idx\` ON \`absences\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`item_requestedAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`release_set\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`change_number\` numeric;`)
  await db.run(sql`CREATE INDEX \`publications_release_set_idx\` ON \`publications\` (\`release_set\`);`)
  await db.run(sql`CREATE INDEX \`item_changeNumber_idx\` ON \`publications\` (\`item\`,\`change_number\`);`)
  await db.run(sql`ALTER TABLE \`news\` ADD \`is_limited\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`news\` ADD \`creator_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`news\` ADD \`holder_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`news\` ADD \`held_for_id\` text(36) REFERENCES agencies(id);`)
  await db.run(sql`CREATE INDEX \`news_is_limited_idx\` ON \`news\` (\`is_limited\`);`)
  await db.run(sql`CREATE INDEX \`news_creator_idx\` ON \`news\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`news_holder_idx\` ON \`news\` (\`holder_id\`);`)
  await db.run(sql`CREATE INDEX \`news_held_for_idx\` ON \`news\` (\`held_for_id\`);`)
  await db.run(sql`CREATE INDEX \`news_needs_review_idx\` ON \`news\` (\`needs_review\`);`)
  await db.run(sql`ALTER TABLE \`_news_v\` ADD \`version_is_limited\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_news_v\` ADD \`version_creator_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_news_v\` ADD \`version_holder_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_news_v\` ADD \`version_held_for_id\` text(36) REFERENCES agencies(id);`)
  await db.run(
    sql`CREATE INDEX \`_news_v_version_version_is_limited_idx\` ON \`_news_v\` (\`version_is_limited\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_v_version_version_creator_idx\` ON \`_news_v\` (\`version_creator_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_v_version_version_holder_idx\` ON \`_news_v\` (\`version_holder_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_v_version_version_held_for_idx\` ON \`_news_v\` (\`version_held_for_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_v_version_version_needs_review_idx\` ON \`_news_v\` (\`version_needs_review\`);`,
  )
  await db.run(sql`ALTER TABLE \`documents\` ADD \`is_limited\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`creator_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`holder_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`documents\` ADD \`held_for_id\` text(36) REFERENCES agencies(id);`)
  await db.run(sql`CREATE INDEX \`documents_is_limited_idx\` ON \`documents\` (\`is_limited\`);`)
  await db.run(sql`CREATE INDEX \`documents_creator_idx\` ON \`documents\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_holder_idx\` ON \`documents\` (\`holder_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_held_for_idx\` ON \`documents\` (\`held_for_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_needs_review_idx\` ON \`documents\` (\`needs_review\`);`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_is_limited\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_creator_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_documents_v\` ADD \`version_holder_id\` text(36) REFERENCES users(id);`)
  await db.run(
    sql`ALTER TABLE \`_documents_v\` ADD \`version_held_for_id\` text(36) REFERENCES agencies(id);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_is_limited_idx\` ON \`_documents_v\` (\`version_is_limited\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_creator_idx\` ON \`_documents_v\` (\`version_creator_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_holder_idx\` ON \`_documents_v\` (\`version_holder_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_held_for_idx\` ON \`_documents_v\` (\`version_held_for_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_needs_review_idx\` ON \`_documents_v\` (\`version_needs_review\`);`,
  )
  await db.run(sql`ALTER TABLE \`agencies\` ADD \`creator_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`agencies\` ADD \`holder_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`agencies\` ADD \`held_for_id\` text(36) REFERENCES agencies(id);`)
  await db.run(sql`CREATE INDEX \`agencies_creator_idx\` ON \`agencies\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`agencies_holder_idx\` ON \`agencies\` (\`holder_id\`);`)
  await db.run(sql`CREATE INDEX \`agencies_held_for_idx\` ON \`agencies\` (\`held_for_id\`);`)
  await db.run(sql`CREATE INDEX \`agencies_needs_review_idx\` ON \`agencies\` (\`needs_review\`);`)
  await db.run(sql`ALTER TABLE \`_agencies_v\` ADD \`version_creator_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_agencies_v\` ADD \`version_holder_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_agencies_v\` ADD \`version_held_for_id\` text(36) REFERENCES agencies(id);`)
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_creator_idx\` ON \`_agencies_v\` (\`version_creator_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_holder_idx\` ON \`_agencies_v\` (\`version_holder_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_held_for_idx\` ON \`_agencies_v\` (\`version_held_for_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_needs_review_idx\` ON \`_agencies_v\` (\`version_needs_review\`);`,
  )
  await db.run(sql`ALTER TABLE \`topics\` ADD \`creator_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`holder_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`held_for_id\` text(36) REFERENCES agencies(id);`)
  await db.run(sql`CREATE INDEX \`topics_creator_idx\` ON \`topics\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_holder_idx\` ON \`topics\` (\`holder_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_held_for_idx\` ON \`topics\` (\`held_for_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_needs_review_idx\` ON \`topics\` (\`needs_review\`);`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_creator_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_holder_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_topics_v\` ADD \`version_held_for_id\` text(36) REFERENCES agencies(id);`)
  await db.run(
    sql`CREATE INDEX \`_topics_v_version_version_creator_idx\` ON \`_topics_v\` (\`version_creator_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_topics_v_version_version_holder_idx\` ON \`_topics_v\` (\`version_holder_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_topics_v_version_version_held_for_idx\` ON \`_topics_v\` (\`version_held_for_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_topics_v_version_version_needs_review_idx\` ON \`_topics_v\` (\`version_needs_review\`);`,
  )
  await db.run(sql`ALTER TABLE \`settings\` ADD \`creator_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`holder_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`held_for_id\` text(36) REFERENCES agencies(id);`)
  await db.run(sql`CREATE INDEX \`settings_creator_idx\` ON \`settings\` (\`creator_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_holder_idx\` ON \`settings\` (\`holder_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_held_for_idx\` ON \`settings\` (\`held_for_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_needs_review_idx\` ON \`settings\` (\`needs_review\`);`)
  await db.run(sql`ALTER TABLE \`_settings_v\` ADD \`version_creator_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_settings_v\` ADD \`version_holder_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_settings_v\` ADD \`version_held_for_id\` text(36) REFERENCES agencies(id);`)
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_version_creator_idx\` ON \`_settings_v\` (\`version_creator_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_version_holder_idx\` ON \`_settings_v\` (\`version_holder_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_version_held_for_idx\` ON \`_settings_v\` (\`version_held_for_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_settings_v_version_version_needs_review_idx\` ON \`_settings_v\` (\`version_needs_review\`);`,
  )
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`release_sets\`;`)
  await db.run(sql`DROP TABLE \`release_sets_rels\`;`)
  await db.run(sql`DROP TABLE \`claims\`;`)
  await db.run(sql`DROP TABLE \`absences\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_news\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`lead\` text,
  	\`image_id\` text(36),
  	\`body\` text,
  	\`agency_id\` text(36),
  	\`source\` text,
  	\`author\` text,
  	\`originally_published_at\` text,
  	\`slug\` text,
  	\`slug_by_hand\` integer DEFAULT false,
  	\`language\` text DEFAULT 'vi',
  	\`translation_of_id\` text(36),
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
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`translation_of_id\`) REFERENCES \`news\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(
    sql`INSERT INTO \`__new_news\`("id", "title", "lead", "image_id", "body", "agency_id", "source", "author", "originally_published_at", "slug", "slug_by_hand", "language", "translation_of_id", "state", "public_state", "live_edition", "edition_count", "return_note", "returned", "returned_content", "submitted_at", "submitted_by_id", "scheduled_at", "needs_review", "import_notices", "lock_version", "updated_at", "created_at") SELECT "id", "title", "lead", "image_id", "body", "agency_id", "source", "author", "originally_published_at", "slug", "slug_by_hand", "language", "translation_of_id", "state", "public_state", "live_edition", "edition_count", "return_note", "returned", "returned_content", "submitted_at", "submitted_by_id", "scheduled_at", "needs_review", "import_notices", "lock_version", "updated_at", "created_at" FROM \`news\`;`,
  )
  await db.run(sql`DROP TABLE \`news\`;`)
  await db.run(sql`ALTER TABLE \`__new_news\` RENAME TO \`news\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`news_image_idx\` ON \`news\` (\`image_id\`);`)
  await db.run(sql`CREATE INDEX \`news_agency_idx\` ON \`news\` (\`agency_id\`);`)
  await db.run(sql`CREATE INDEX \`news_slug_idx\` ON \`news\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`news_translation_of_idx\` ON \`news\` (\`translation_of_id\`);`)
  await db.run(sql`CREATE INDEX \`news_state_idx\` ON \`news\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`news_public_state_idx\` ON \`news\` (\`public_state\`);`)
  await db.run(sql`CREATE INDEX \`news_submitted_at_idx\` ON \`news\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`news_submitted_by_idx\` ON \`news\` (\`submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`news_updated_at_idx\` ON \`news\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`news_created_at_idx\` ON \`news\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_submittedAt_idx\` ON \`news\` (\`state\`,\`submitted_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__news_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_lead\` text,
  	\`version_image_id\` text(36),
  	\`version_body\` text,
  	\`version_agency_id\` text(36),
  	\`version_source\` text,
  	\`version_author\` text,
  	\`version_originally_published_at\` text,
  	\`version_slug\` text,
  	\`version_slug_by_hand\` integer DEFAULT false,
  	\`version_language\` text DEFAULT 'vi',
  	\`version_translation_of_id\` text(36),
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`news\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_agency_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_translation_of_id\`) REFERENCES \`news\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(
    sql`INSERT INTO \`__new__news_v\`("id", "parent_id", "version_title", "version_lead", "version_image_id", "version_body", "version_agency_id", "version_source", "version_author", "version_originally_published_at", "version_slug", "version_slug_by_hand", "version_language", "version_translation_of_id", "version_state", "version_public_state", "version_live_edition", "version_edition_count", "version_return_note", "version_returned", "version_returned_content", "version_submitted_at", "version_submitted_by_id", "version_scheduled_at", "version_needs_review", "version_import_notices", "version_lock_version", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_title", "version_lead", "version_image_id", "version_body", "version_agency_id", "version_source", "version_author", "version_originally_published_at", "version_slug", "version_slug_by_hand", "version_language", "version_translation_of_id", "version_state", "version_public_state", "version_live_edition", "version_edition_count", "version_return_note", "version_returned", "version_returned_content", "version_submitted_at", "version_submitted_by_id", "version_scheduled_at", "version_needs_review", "version_import_notices", "version_lock_version", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_news_v\`;`,
  )
  await db.run(sql`DROP TABLE \`_news_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__news_v\` RENAME TO \`_news_v\`;`)
  await db.run(sql`CREATE INDEX \`_news_v_parent_idx\` ON \`_news_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_news_v_version_version_image_idx\` ON \`_news_v\` (\`version_image_id\`);`)
  await db.run(
    sql`CREATE INDEX \`_news_v_version_version_agency_idx\` ON \`_news_v\` (\`version_agency_id\`);`,
  )
  await db.run(sql`CREATE INDEX \`_news_v_version_version_slug_idx\` ON \`_news_v\` (\`version_slug\`);`)
  await db.run(
    sql`CREATE INDEX \`_news_v_version_version_translation_of_idx\` ON \`_news_v\` (\`version_translation_of_id\`);`,
  )
  await db.run(sql`CREATE INDEX \`_news_v_version_version_state_idx\` ON \`_news_v\` (\`version_state\`);`)
  await db.run(
    sql`CREATE INDEX \`_news_v_version_version_public_state_idx\` ON \`_news_v\` (\`version_public_state\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_v_version_version_submitted_at_idx\` ON \`_news_v\` (\`version_submitted_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_v_version_version_submitted_by_idx\` ON \`_news_v\` (\`version_submitted_by_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_v_version_version_updated_at_idx\` ON \`_news_v\` (\`version_updated_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_news_v_version_version_created_at_idx\` ON \`_news_v\` (\`version_created_at\`);`,
  )
  await db.run(sql`CREATE INDEX \`_news_v_created_at_idx\` ON \`_news_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_news_v_updated_at_idx\` ON \`_news_v\` (\`updated_at\`);`)
  await db.run(
    sql`CREATE INDEX \`version_state_version_submittedAt_idx\` ON \`_news_v\` (\`version_state\`,\`version_submitted_at\`);`,
  )
  await db.run(sql`CREATE TABLE \`__new_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`family\` text,
  	\`type\` text,
  	\`number\` text,
  	\`issuer_id\` text(36),
  	\`abstract\` text,
  	\`issued_on\` text,
  	\`effective_from\` text,
  	\`effective_to\` text,
  	\`signer\` text,
  	\`signer_capacity\` text,
  	\`place\` text,
  	\`body\` text,
  	\`number_key\` text,
  	\`slug\` text,
  	\`slug_by_hand\` integer DEFAULT false,
  	\`language\` text DEFAULT 'vi',
  	\`translation_of_id\` text(36),
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
  	FOREIGN KEY (\`issuer_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`translation_of_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(
    sql`INSERT INTO \`__new_documents\`("id", "family", "type", "number", "issuer_id", "abstract", "issued_on", "effective_from", "effective_to", "signer", "signer_capacity", "place", "body", "number_key", "slug", "slug_by_hand", "language", "translation_of_id", "state", "public_state", "live_edition", "edition_count", "return_note", "returned", "returned_content", "submitted_at", "submitted_by_id", "scheduled_at", "needs_review", "import_notices", "lock_version", "updated_at", "created_at") SELECT "id", "family", "type", "number", "issuer_id", "abstract", "issued_on", "effective_from", "effective_to", "signer", "signer_capacity", "place", "body", "number_key", "slug", "slug_by_hand", "language", "translation_of_id", "state", "public_state", "live_edition", "edition_count", "return_note", "returned", "returned_content", "submitted_at", "submitted_by_id", "scheduled_at", "needs_review", "import_notices", "lock_version", "updated_at", "created_at" FROM \`documents\`;`,
  )
  await db.run(sql`DROP TABLE \`documents\`;`)
  await db.run(sql`ALTER TABLE \`__new_documents\` RENAME TO \`documents\`;`)
  await db.run(sql`CREATE INDEX \`documents_type_idx\` ON \`documents\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`documents_issuer_idx\` ON \`documents\` (\`issuer_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_number_key_idx\` ON \`documents\` (\`number_key\`);`)
  await db.run(sql`CREATE INDEX \`documents_slug_idx\` ON \`documents\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`documents_translation_of_idx\` ON \`documents\` (\`translation_of_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_state_idx\` ON \`documents\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`documents_public_state_idx\` ON \`documents\` (\`public_state\`);`)
  await db.run(sql`CREATE INDEX \`documents_submitted_at_idx\` ON \`documents\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`documents_submitted_by_idx\` ON \`documents\` (\`submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`documents_updated_at_idx\` ON \`documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`documents_created_at_idx\` ON \`documents\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_submittedAt_1_idx\` ON \`documents\` (\`state\`,\`submitted_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__documents_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_family\` text,
  	\`version_type\` text,
  	\`version_number\` text,
  	\`version_issuer_id\` text(36),
  	\`version_abstract\` text,
  	\`version_issued_on\` text,
  	\`version_effective_from\` text,
  	\`version_effective_to\` text,
  	\`version_signer\` text,
  	\`version_signer_capacity\` text,
  	\`version_place\` text,
  	\`version_body\` text,
  	\`version_number_key\` text,
  	\`version_slug\` text,
  	\`version_slug_by_hand\` integer DEFAULT false,
  	\`version_language\` text DEFAULT 'vi',
  	\`version_translation_of_id\` text(36),
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_issuer_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_translation_of_id\`) REFERENCES \`documents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(
    sql`INSERT INTO \`__new__documents_v\`("id", "parent_id", "version_family", "version_type", "version_number", "version_issuer_id", "version_abstract", "version_issued_on", "version_effective_from", "version_effective_to", "version_signer", "version_signer_capacity", "version_place", "version_body", "version_number_key", "version_slug", "version_slug_by_hand", "version_language", "version_translation_of_id", "version_state", "version_public_state", "version_live_edition", "version_edition_count", "version_return_note", "version_returned", "version_returned_content", "version_submitted_at", "version_submitted_by_id", "version_scheduled_at", "version_needs_review", "version_import_notices", "version_lock_version", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_family", "version_type", "version_number", "version_issuer_id", "version_abstract", "version_issued_on", "version_effective_from", "version_effective_to", "version_signer", "version_signer_capacity", "version_place", "version_body", "version_number_key", "version_slug", "version_slug_by_hand", "version_language", "version_translation_of_id", "version_state", "version_public_state", "version_live_edition", "version_edition_count", "version_return_note", "version_returned", "version_returned_content", "version_submitted_at", "version_submitted_by_id", "version_scheduled_at", "version_needs_review", "version_import_notices", "version_lock_version", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_documents_v\`;`,
  )
  await db.run(sql`DROP TABLE \`_documents_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__documents_v\` RENAME TO \`_documents_v\`;`)
  await db.run(sql`CREATE INDEX \`_documents_v_parent_idx\` ON \`_documents_v\` (\`parent_id\`);`)
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_type_idx\` ON \`_documents_v\` (\`version_type\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_issuer_idx\` ON \`_documents_v\` (\`version_issuer_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_number_key_idx\` ON \`_documents_v\` (\`version_number_key\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_slug_idx\` ON \`_documents_v\` (\`version_slug\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_translation_of_idx\` ON \`_documents_v\` (\`version_translation_of_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_state_idx\` ON \`_documents_v\` (\`version_state\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_public_state_idx\` ON \`_documents_v\` (\`version_public_state\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_submitted_at_idx\` ON \`_documents_v\` (\`version_submitted_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_submitted_by_idx\` ON \`_documents_v\` (\`version_submitted_by_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_updated_at_idx\` ON \`_documents_v\` (\`version_updated_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_documents_v_version_version_created_at_idx\` ON \`_documents_v\` (\`version_created_at\`);`,
  )
  await db.run(sql`CREATE INDEX \`_documents_v_created_at_idx\` ON \`_documents_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_documents_v_updated_at_idx\` ON \`_documents_v\` (\`updated_at\`);`)
  await db.run(
    sql`CREATE INDEX \`version_state_version_submittedAt_1_idx\` ON \`_documents_v\` (\`version_state\`,\`version_submitted_at\`);`,
  )
  await db.run(sql`CREATE TABLE \`__new_agencies\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`short_name\` text,
  	\`kind\` text,
  	\`parent_id\` text(36),
  	\`valid_from\` text,
  	\`valid_to\` text,
  	\`successor_id\` text(36),
  	\`summary\` text,
  	\`body\` text,
  	\`address\` text,
  	\`phone\` text,
  	\`email\` text,
  	\`slug\` text,
  	\`slug_by_hand\` integer DEFAULT false,
  	\`language\` text DEFAULT 'vi',
  	\`translation_of_id\` text(36),
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`successor_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`translation_of_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(
    sql`INSERT INTO \`__new_agencies\`("id", "name", "short_name", "kind", "parent_id", "valid_from", "valid_to", "successor_id", "summary", "body", "address", "phone", "email", "slug", "slug_by_hand", "language", "translation_of_id", "state", "public_state", "live_edition", "edition_count", "return_note", "returned", "returned_content", "submitted_at", "submitted_by_id", "scheduled_at", "needs_review", "import_notices", "lock_version", "updated_at", "created_at") SELECT "id", "name", "short_name", "kind", "parent_id", "valid_from", "valid_to", "successor_id", "summary", "body", "address", "phone", "email", "slug", "slug_by_hand", "language", "translation_of_id", "state", "public_state", "live_edition", "edition_count", "return_note", "returned", "returned_content", "submitted_at", "submitted_by_id", "scheduled_at", "needs_review", "import_notices", "lock_version", "updated_at", "created_at" FROM \`agencies\`;`,
  )
  await db.run(sql`DROP TABLE \`agencies\`;`)
  await db.run(sql`ALTER TABLE \`__new_agencies\` RENAME TO \`agencies\`;`)
  await db.run(sql`CREATE INDEX \`agencies_parent_idx\` ON \`agencies\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`agencies_successor_idx\` ON \`agencies\` (\`successor_id\`);`)
  await db.run(sql`CREATE INDEX \`agencies_slug_idx\` ON \`agencies\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`agencies_translation_of_idx\` ON \`agencies\` (\`translation_of_id\`);`)
  await db.run(sql`CREATE INDEX \`agencies_state_idx\` ON \`agencies\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`agencies_public_state_idx\` ON \`agencies\` (\`public_state\`);`)
  await db.run(sql`CREATE INDEX \`agencies_submitted_at_idx\` ON \`agencies\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`agencies_submitted_by_idx\` ON \`agencies\` (\`submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`agencies_updated_at_idx\` ON \`agencies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`agencies_created_at_idx\` ON \`agencies\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_submittedAt_2_idx\` ON \`agencies\` (\`state\`,\`submitted_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__agencies_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_name\` text,
  	\`version_short_name\` text,
  	\`version_kind\` text,
  	\`version_parent_id\` text(36),
  	\`version_valid_from\` text,
  	\`version_valid_to\` text,
  	\`version_successor_id\` text(36),
  	\`version_summary\` text,
  	\`version_body\` text,
  	\`version_address\` text,
  	\`version_phone\` text,
  	\`version_email\` text,
  	\`version_slug\` text,
  	\`version_slug_by_hand\` integer DEFAULT false,
  	\`version_language\` text DEFAULT 'vi',
  	\`version_translation_of_id\` text(36),
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_parent_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_successor_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_translation_of_id\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(
    sql`INSERT INTO \`__new__agencies_v\`("id", "parent_id", "version_name", "version_short_name", "version_kind", "version_parent_id", "version_valid_from", "version_valid_to", "version_successor_id", "version_summary", "version_body", "version_address", "version_phone", "version_email", "version_slug", "version_slug_by_hand", "version_language", "version_translation_of_id", "version_state", "version_public_state", "version_live_edition", "version_edition_count", "version_return_note", "version_returned", "version_returned_content", "version_submitted_at", "version_submitted_by_id", "version_scheduled_at", "version_needs_review", "version_import_notices", "version_lock_version", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_name", "version_short_name", "version_kind", "version_parent_id", "version_valid_from", "version_valid_to", "version_successor_id", "version_summary", "version_body", "version_address", "version_phone", "version_email", "version_slug", "version_slug_by_hand", "version_language", "version_translation_of_id", "version_state", "version_public_state", "version_live_edition", "version_edition_count", "version_return_note", "version_returned", "version_returned_content", "version_submitted_at", "version_submitted_by_id", "version_scheduled_at", "version_needs_review", "version_import_notices", "version_lock_version", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_agencies_v\`;`,
  )
  await db.run(sql`DROP TABLE \`_agencies_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__agencies_v\` RENAME TO \`_agencies_v\`;`)
  await db.run(sql`CREATE INDEX \`_agencies_v_parent_idx\` ON \`_agencies_v\` (\`parent_id\`);`)
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_parent_idx\` ON \`_agencies_v\` (\`version_parent_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_successor_idx\` ON \`_agencies_v\` (\`version_successor_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_slug_idx\` ON \`_agencies_v\` (\`version_slug\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_translation_of_idx\` ON \`_agencies_v\` (\`version_translation_of_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_state_idx\` ON \`_agencies_v\` (\`version_state\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_public_state_idx\` ON \`_agencies_v\` (\`version_public_state\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_submitted_at_idx\` ON \`_agencies_v\` (\`version_submitted_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_submitted_by_idx\` ON \`_agencies_v\` (\`version_submitted_by_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_updated_at_idx\` ON \`_agencies_v\` (\`version_updated_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_agencies_v_version_version_created_at_idx\` ON \`_agencies_v\` (\`version_created_at\`);`,
  )
  await db.run(sql`CREATE INDEX \`_agencies_v_created_at_idx\` ON \`_agencies_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_agencies_v_updated_at_idx\` ON \`_agencies_v\` (\`updated_at\`);`)
  await db.run(
    sql`CREATE INDEX \`version_state_version_submittedAt_2_idx\` ON \`_agencies_v\` (\`version_state\`,\`version_submitted_at\`);`,
  )
  await db.run(sql`CREATE TABLE \`__new_topics\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`summary\` text,
  	\`slug\` text,
  	\`slug_by_hand\` integer DEFAULT false,
  	\`language\` text DEFAULT 'vi',
  	\`translation_of_id\` text(36),
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
  	FOREIGN KEY (\`translation_of_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(
    sql`INSERT INTO \`__new_topics\`("id", "name", "summary", "slug", "slug_by_hand", "language", "translation_of_id", "state", "public_state", "live_edition", "edition_count", "return_note", "returned", "returned_content", "submitted_at", "submitted_by_id", "scheduled_at", "needs_review", "import_notices", "lock_version", "updated_at", "created_at") SELECT "id", "name", "summary", "slug", "slug_by_hand", "language", "translation_of_id", "state", "public_state", "live_edition", "edition_count", "return_note", "returned", "returned_content", "submitted_at", "submitted_by_id", "scheduled_at", "needs_review", "import_notices", "lock_version", "updated_at", "created_at" FROM \`topics\`;`,
  )
  await db.run(sql`DROP TABLE \`topics\`;`)
  await db.run(sql`ALTER TABLE \`__new_topics\` RENAME TO \`topics\`;`)
  await db.run(sql`CREATE INDEX \`topics_slug_idx\` ON \`topics\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`topics_translation_of_idx\` ON \`topics\` (\`translation_of_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_state_idx\` ON \`topics\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`topics_public_state_idx\` ON \`topics\` (\`public_state\`);`)
  await db.run(sql`CREATE INDEX \`topics_submitted_at_idx\` ON \`topics\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_submitted_by_idx\` ON \`topics\` (\`submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_updated_at_idx\` ON \`topics\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_created_at_idx\` ON \`topics\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_submittedAt_3_idx\` ON \`topics\` (\`state\`,\`submitted_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__topics_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_name\` text,
  	\`version_summary\` text,
  	\`version_slug\` text,
  	\`version_slug_by_hand\` integer DEFAULT false,
  	\`version_language\` text DEFAULT 'vi',
  	\`version_translation_of_id\` text(36),
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
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_translation_of_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_submitted_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(
    sql`INSERT INTO \`__new__topics_v\`("id", "parent_id", "version_name", "version_summary", "version_slug", "version_slug_by_hand", "version_language", "version_translation_of_id", "version_state", "version_public_state", "version_live_edition", "version_edition_count", "version_return_note", "version_returned", "version_returned_content", "version_submitted_at", "version_submitted_by_id", "version_scheduled_at", "version_needs_review", "version_import_notices", "version_lock_version", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_name", "version_summary", "version_slug", "version_slug_by_hand", "version_language", "version_translation_of_id", "version_state", "version_public_state", "version_live_edition", "version_edition_count", "version_return_note", "version_returned", "version_returned_content", "version_submitted_at", "version_submitted_by_id", "version_scheduled_at", "version_needs_review", "version_import_notices", "version_lock_version", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_topics_v\`;`,
  )
  await db.run(sql`DROP TABLE \`_topics_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__topics_v\` RENAME TO \`_topics_v\`;`)
  await db.run(sql`CREATE INDEX \`_topics_v_parent_idx\` ON \`_topics_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_version_version_slug_idx\` ON \`_topics_v\` (\`version_slug\`);`)
  await db.run(
    sql`CREATE INDEX \`_topics_v_version_version_translation_of_idx\` ON \`_topics_v\` (\`version_translation_of_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_topics_v_version_version_state_idx\` ON \`_topics_v\` (\`version_state\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_topics_v_version_version_public_state_idx\` ON \`_topics_v\` (\`version_public_state\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_topics_v_version_version_submitted_at_idx\` ON \`_topics_v\` (\`version_submitted_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_topics_v_version_version_submitted_by_idx\` ON \`_topics_v\` (\`version_submitted_by_id\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_topics_v_version_version_updated_at_idx\` ON \`_topics_v\` (\`version_updated_at\`);`,
  )
  await db.run(
    sql`CREATE INDEX \`_topics_v_version_version_created_at_idx\` ON \`_topics_v\` (\`version_created_at\`);`,
  )
  await db.run(sql`CREATE INDEX \`_topics_v_created_at_idx\` ON \`_topics_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_updated_at_idx\` ON \`_topics_v\` (\`updated_at\`);`)
  await db.run(
    sql`CREATE INDEX \`version_state_version_submittedAt_3_idx\` ON \`_topics_v\` (\`version_state\`,\`version_submitted_at\`);`,
  )
  await db.run(sql`CREATE TABLE \`__new_settings\` (
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
  await db.run(
    sql`INSERT INTO \`__new_settings\`("id", "kind", "name", "owner", "responsible", "address", "phone", "email", "legal_line", "introduction", "slug", "slug_by_hand", "language", "state", "public_state", "live_edition", "edition_count", "return_note", "returned", "returned_content", "submitted_at", "submitted_by_id", "scheduled_at", "needs_review", "import_notices", "lock_version", "updated_at", "created_at") SELECT "id", "kind", "name", "owner", "responsible", "address", "phone", "email", "legal_line", "introduction", "slug", "slug_by_hand", "language", "state", "public_state", "live_edition", "edition_count", "return_note", "returned", "returned_content", "submitted_at", "submitted_by_id", "scheduled_at", "needs_review", "import_notices", "lock_version", "updated_at", "created_at" FROM \`settings\`;`,
  )
  await db.run(sql`DROP TABLE \`settings\`;`)
  await db.run(sql`ALTER TABLE \`__new_settings\` RENAME TO \`settings\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`settings_kind_idx\` ON \`settings\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`settings_slug_idx\` ON \`settings\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`settings_state_idx\` ON \`settings\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`settings_public_state_idx\` ON \`settings\` (\`public_state\`);`)
  await db.run(sql`CREATE INDEX \`settings_submitted_at_idx\` ON \`settings\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`settings_submitted_by_idx\` ON \`settings\` (\`submitted_by_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_updated_at_idx\` ON \`settings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`settings_created_at_idx\` ON \`settings\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_submittedAt_4_idx\` ON \`settings\` (\`state\`,\`submitted_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__settings_v\` (
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
  await db.run(
    sql`INSERT INTO \`__new__settings_v\`("id", "parent_id", "version_kind", "version_name", "version_owner", "version_responsible", "version_address", "version_phone", "version_email", "version_legal_line", "version_introduction", "version_slug", "version_slug_by_hand", "version_language", "version_state", "version_public_state", "version_live_edition", "version_edition_count", "version_return_note", "version_returned", "version_returned_content", "version_submitted_at", "version_submitted_by_id", "version_scheduled_at", "version_needs_review", "version_import_notices", "version_lock_version", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_kind", "version_name", "version_owner", "version_responsible", "version_address", "version_phone", "version_email", "version_legal_line", "version_introduction", "version_slug", "version_slug_by_hand", "version_language", "version_state", "version_public_state", "version_live_edition", "version_edition_count", "version_return_note", "version_returned", "version_returned_content", "version_submitted_at", "version_submitted_by_id", "version_scheduled_at", "version_needs_review", "version_import_notices", "version_lock_version", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_settings_v\`;`,
  )
  await db.run(sql`DROP TABLE \`_settings_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__settings_v\` RENAME TO \`_settings_v\`;`)
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
  await db.run(sql`DROP INDEX \`publications_release_set_idx\`;`)
  await db.run(sql`DROP INDEX \`item_changeNumber_idx\`;`)
  await db.run(sql`CREATE INDEX \`item_requestedAt_idx\` ON \`publications\` (\`item\`,\`requested_at\`);`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`release_set\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`change_number\`;`)
}
