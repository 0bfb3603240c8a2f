import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`comments\` ADD \`erased_at\` text;`)
  await db.run(sql`ALTER TABLE \`comment_private\` ADD \`network\` text;`)
  await db.run(sql`CREATE INDEX \`comment_private_network_idx\` ON \`comment_private\` (\`network\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`privacy_requests\`;`)
  await db.run(sql`DROP TABLE \`erasures\`;`)
  await db.run(sql`DROP INDEX \`comment_private_network_idx\`;`)
  await db.run(sql`ALTER TABLE \`comment_private\` DROP COLUMN \`network\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`erased_at\`;`)
}
