import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`audit\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`act\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_id\` text,
  	\`via\` text,
  	\`comment\` text,
  	\`thread\` text,
  	\`from\` text,
  	\`to\` text,
  	\`why\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_comment_idx\` ON \`audit\` (\`comment\`);`)
  await db.run(sql`CREATE INDEX \`audit_created_at_idx\` ON \`audit\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_updated_at_idx\` ON \`audit\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`byId_createdAt_idx\` ON \`audit\` (\`by_id\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`consents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`writer\` text NOT NULL,
  	\`scope\` text NOT NULL,
  	\`asked_at\` text,
  	\`confirmed_at\` text,
  	\`stopped_at\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`consents_key_idx\` ON \`consents\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`consents_writer_idx\` ON \`consents\` (\`writer\`);`)
  await db.run(sql`CREATE INDEX \`consents_asked_at_idx\` ON \`consents\` (\`asked_at\`);`)
  await db.run(sql`CREATE TABLE \`notices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`writer\` text NOT NULL,
  	\`thread\` text NOT NULL,
  	\`comment\` text NOT NULL,
  	\`answer\` text,
  	\`why\` text,
  	\`due_at\` text,
  	\`told_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`notices_key_idx\` ON \`notices\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`notices_comment_idx\` ON \`notices\` (\`comment\`);`)
  await db.run(sql`CREATE INDEX \`notices_answer_idx\` ON \`notices\` (\`answer\`);`)
  await db.run(sql`CREATE INDEX \`notices_due_at_idx\` ON \`notices\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`notices_updated_at_idx\` ON \`notices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notices_created_at_idx\` ON \`notices\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`writer_thread_kind_toldAt_idx\` ON \`notices\` (\`writer\`,\`thread\`,\`kind\`,\`told_at\`);`)
  await db.run(sql`CREATE TABLE \`reader_links\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`digest\` text NOT NULL,
  	\`allows\` text NOT NULL,
  	\`writer\` text NOT NULL,
  	\`thread\` text NOT NULL,
  	\`locale\` text NOT NULL,
  	\`expires_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`reader_links_digest_idx\` ON \`reader_links\` (\`digest\`);`)
  await db.run(sql`CREATE INDEX \`reader_links_writer_idx\` ON \`reader_links\` (\`writer\`);`)
  await db.run(sql`CREATE INDEX \`reader_links_expires_at_idx\` ON \`reader_links\` (\`expires_at\`);`)
  await db.run(sql`CREATE TABLE \`mails\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`attempts\` numeric NOT NULL,
  	\`last_error\` text,
  	\`next_attempt_at\` text,
  	\`sent_at\` text,
  	\`until\` text,
  	\`once\` text NOT NULL,
  	\`about\` text,
  	\`sealed\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`mails_kind_idx\` ON \`mails\` (\`kind\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`mails_once_idx\` ON \`mails\` (\`once\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`status_nextAttemptAt_1_idx\` ON \`mails\` (\`status\`,\`next_attempt_at\`);`)
  await db.run(sql`CREATE TABLE \`awaiting\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`comment\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`awaiting_at_idx\` ON \`awaiting\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`moderator_mail\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`user\` text NOT NULL,
  	\`comments\` text NOT NULL,
  	\`since\` text,
  	\`last_sent_at\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`moderator_mail_user_idx\` ON \`moderator_mail\` (\`user\`);`)
  await db.run(sql`DROP INDEX \`thread_status_idx\`;`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`reasons\` text;`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`is_held\` integer DEFAULT false;`)
  await db.run(sql`CREATE INDEX \`thread_status_id_idx\` ON \`comments\` (\`thread\`,\`status\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`status_id_idx\` ON \`comments\` (\`status\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`status_isHeld_id_idx\` ON \`comments\` (\`status\`,\`is_held\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`createdAt_status_thread_idx\` ON \`comments\` (\`created_at\`,\`status\`,\`thread\`);`)
  await db.run(sql`ALTER TABLE \`comments_moves\` ADD \`via\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`notices\` text DEFAULT 'daily';`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_language\` text DEFAULT 'en';`)
  await db.run(sql`ALTER TABLE \`comment_private\` ADD \`notify\` text DEFAULT 'none';`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`is_site\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`discussion\` ADD \`trusted_after\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`audit\`;`)
  await db.run(sql`DROP TABLE \`consents\`;`)
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`DROP TABLE \`reader_links\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`DROP TABLE \`awaiting\`;`)
  await db.run(sql`DROP TABLE \`moderator_mail\`;`)
  await db.run(sql`DROP INDEX \`thread_status_id_idx\`;`)
  await db.run(sql`DROP INDEX \`status_id_idx\`;`)
  await db.run(sql`DROP INDEX \`status_isHeld_id_idx\`;`)
  await db.run(sql`DROP INDEX \`createdAt_status_thread_idx\`;`)
  await db.run(sql`CREATE INDEX \`thread_status_idx\` ON \`comments\` (\`thread\`,\`status\`);`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`reasons\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`is_held\`;`)
  await db.run(sql`ALTER TABLE \`comments_moves\` DROP COLUMN \`via\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`notices\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_language\`;`)
  await db.run(sql`ALTER TABLE \`comment_private\` DROP COLUMN \`notify\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`is_site\`;`)
  await db.run(sql`ALTER TABLE \`discussion\` DROP COLUMN \`trusted_after\`;`)
}
