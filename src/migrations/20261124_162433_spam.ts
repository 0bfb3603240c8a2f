import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`comments\` ADD \`findings\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`spam_lessons\`;`)
  await db.run(sql`DROP TABLE \`spam_model\`;`)
  await db.run(sql`DROP TABLE \`spam\`;`)
  await db.run(sql`DROP INDEX \`writer_comment_idx\`;`)
  await db.run(sql`DROP INDEX \`network_comment_idx\`;`)
  await db.run(sql`DROP INDEX \`textMark_comment_idx\`;`)
  await db.run(sql`CREATE INDEX \`comment_private_writer_idx\` ON \`comment_private\` (\`writer\`);`)
  await db.run(sql`ALTER TABLE \`comment_private\` DROP COLUMN \`network\`;`)
  await db.run(sql`ALTER TABLE \`comment_private\` DROP COLUMN \`text_mark\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`findings\`;`)
}
