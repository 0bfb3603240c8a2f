import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`second_factors\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`user\` text NOT NULL,
  	\`secret\` text NOT NULL,
  	\`since\` text,
  	\`recovery\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`second_factors_user_idx\` ON \`second_factors\` (\`user\`);`)
  await db.run(sql`CREATE TABLE \`reports\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`comment\` text NOT NULL,
  	\`network\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`note\` text,
  	\`at\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`closed_at\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`reports_key_idx\` ON \`reports\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`reports_network_idx\` ON \`reports\` (\`network\`);`)
  await db.run(sql`CREATE INDEX \`reports_at_idx\` ON \`reports\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`comment_state_idx\` ON \`reports\` (\`comment\`,\`state\`);`)
  await db.run(sql`CREATE TABLE \`seal_keys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key_id\` text NOT NULL,
  	\`canary\` text,
  	\`marks\` text NOT NULL,
  	\`retired_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`seal_keys_key_id_idx\` ON \`seal_keys\` (\`key_id\`);`)
  await db.run(sql`CREATE INDEX \`seal_keys_updated_at_idx\` ON \`seal_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`seal_keys_created_at_idx\` ON \`seal_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`threats\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`kind\` text NOT NULL,
  	\`comment\` text NOT NULL,
  	\`thread\` text,
  	\`by\` text NOT NULL,
  	\`by_id\` text,
  	\`why\` text,
  	\`at\` text NOT NULL,
  	\`chain\` text NOT NULL,
  	\`digest\` text,
  	\`sealed\` text,
  	\`released_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`threats_seq_idx\` ON \`threats\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`threats_comment_idx\` ON \`threats\` (\`comment\`);`)
  await db.run(sql`CREATE INDEX \`threats_created_at_idx\` ON \`threats\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`threats_updated_at_idx\` ON \`threats\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`comment_kind_idx\` ON \`threats\` (\`comment\`,\`kind\`);`)
  await db.run(sql`CREATE TABLE \`privacy_requests\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`act\` text NOT NULL,
  	\`writer\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`expires_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`privacy_requests_key_idx\` ON \`privacy_requests\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`privacy_requests_act_idx\` ON \`privacy_requests\` (\`act\`);`)
  await db.run(sql`CREATE INDEX \`privacy_requests_writer_idx\` ON \`privacy_requests\` (\`writer\`);`)
  await db.run(sql`CREATE INDEX \`privacy_requests_expires_at_idx\` ON \`privacy_requests\` (\`expires_at\`);`)
  await db.run(sql`CREATE TABLE \`erasures\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`entry\` text NOT NULL,
  	\`writer\` text NOT NULL,
  	\`key_id\` text NOT NULL,
  	\`choice\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`comments\` numeric NOT NULL,
  	\`by\` text NOT NULL,
  	\`note\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`erasures_entry_idx\` ON \`erasures\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`erasures_writer_idx\` ON \`erasures\` (\`writer\`);`)
  await db.run(sql`CREATE TABLE \`spam_lessons\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`comment\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`mark\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`spam_lessons_comment_idx\` ON \`spam_lessons\` (\`comment\`);`)
  await db.run(sql`CREATE TABLE \`spam_model\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`model\` text NOT NULL,
  	\`up_to\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`spam_model_key_idx\` ON \`spam_model\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`privacy\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`removed_days\` numeric DEFAULT 15 NOT NULL,
  	\`network_days\` numeric DEFAULT 30 NOT NULL,
  	\`unconfirmed_days\` numeric DEFAULT 7 NOT NULL,
  	\`mail_days\` numeric DEFAULT 30 NOT NULL,
  	\`delivery_days\` numeric DEFAULT 30 NOT NULL,
  	\`audit_days\` numeric DEFAULT 730 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`spam\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`hold_words\` text,
  	\`spam_words\` text,
  	\`links_allowed\` numeric DEFAULT 1,
  	\`looks_at_language\` integer DEFAULT true,
  	\`learns\` integer DEFAULT true,
  	\`most_writer\` numeric DEFAULT 20,
  	\`most_network\` numeric DEFAULT 60,
  	\`most_article\` numeric DEFAULT 100,
  	\`most_site\` numeric DEFAULT 300,
  	\`akismet\` integer DEFAULT false,
  	\`akismet_key\` text,
  	\`site_check\` integer DEFAULT false,
  	\`site_check_url\` text,
  	\`site_check_secret\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`DROP INDEX \`comment_private_writer_idx\`;`)
  await db.run(sql`ALTER TABLE \`comment_private\` ADD \`network\` text;`)
  await db.run(sql`ALTER TABLE \`comment_private\` ADD \`text_mark\` text;`)
  await db.run(sql`CREATE INDEX \`writer_comment_idx\` ON \`comment_private\` (\`writer\`,\`comment\`);`)
  await db.run(sql`CREATE INDEX \`network_comment_idx\` ON \`comment_private\` (\`network\`,\`comment\`);`)
  await db.run(sql`CREATE INDEX \`textMark_comment_idx\` ON \`comment_private\` (\`text_mark\`,\`comment\`);`)
  await db.run(sql`ALTER TABLE \`people\` ADD \`user_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`people_user_idx\` ON \`people\` (\`user_id\`);`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`findings\` text;`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`open_reports\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`reported_at\` text;`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`removed_at\` text;`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`erased_at\` text;`)
  await db.run(sql`CREATE INDEX \`reportedAt_idx\` ON \`comments\` (\`reported_at\`);`)
  await db.run(sql`CREATE INDEX \`status_removedAt_id_idx\` ON \`comments\` (\`status\`,\`removed_at\`,\`id\`);`)
  await db.run(sql`ALTER TABLE \`users_sessions\` ADD \`browser\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`has_second_factor\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`login_attempts\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`lock_until\`;`)
  await db.run(sql`ALTER TABLE \`discussion\` ADD \`own_threads\` integer DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`second_factors\`;`)
  await db.run(sql`DROP TABLE \`reports\`;`)
  await db.run(sql`DROP TABLE \`seal_keys\`;`)
  await db.run(sql`DROP TABLE \`threats\`;`)
  await db.run(sql`DROP TABLE \`privacy_requests\`;`)
  await db.run(sql`DROP TABLE \`erasures\`;`)
  await db.run(sql`DROP TABLE \`spam_lessons\`;`)
  await db.run(sql`DROP TABLE \`spam_model\`;`)
  await db.run(sql`DROP TABLE \`privacy\`;`)
  await db.run(sql`DROP TABLE \`spam\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_people\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`organization_id\` text(36),
  	\`slug\` text,
  	\`image_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_people\`("id", "organization_id", "slug", "image_id", "updated_at", "created_at") SELECT "id", "organization_id", "slug", "image_id", "updated_at", "created_at" FROM \`people\`;`)
  await db.run(sql`DROP TABLE \`people\`;`)
  await db.run(sql`ALTER TABLE \`__new_people\` RENAME TO \`people\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`people_organization_idx\` ON \`people\` (\`organization_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`people_slug_idx\` ON \`people\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`people_image_idx\` ON \`people\` (\`image_id\`);`)
  await db.run(sql`CREATE INDEX \`people_updated_at_idx\` ON \`people\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`people_created_at_idx\` ON \`people\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`reportedAt_idx\`;`)
  await db.run(sql`DROP INDEX \`status_removedAt_id_idx\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`findings\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`open_reports\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`reported_at\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`removed_at\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`erased_at\`;`)
  await db.run(sql`DROP INDEX \`writer_comment_idx\`;`)
  await db.run(sql`DROP INDEX \`network_comment_idx\`;`)
  await db.run(sql`DROP INDEX \`textMark_comment_idx\`;`)
  await db.run(sql`CREATE INDEX \`comment_private_writer_idx\` ON \`comment_private\` (\`writer\`);`)
  await db.run(sql`ALTER TABLE \`comment_private\` DROP COLUMN \`network\`;`)
  await db.run(sql`ALTER TABLE \`comment_private\` DROP COLUMN \`text_mark\`;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`login_attempts\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`lock_until\` text;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`has_second_factor\`;`)
  await db.run(sql`ALTER TABLE \`users_sessions\` DROP COLUMN \`browser\`;`)
  await db.run(sql`ALTER TABLE \`discussion\` DROP COLUMN \`own_threads\`;`)
}
