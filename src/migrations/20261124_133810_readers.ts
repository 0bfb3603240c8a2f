import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`discussion\` ADD \`trusted_after\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`consents\`;`)
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`DROP TABLE \`reader_links\`;`)
  await db.run(sql`ALTER TABLE \`discussion\` DROP COLUMN \`trusted_after\`;`)
}
