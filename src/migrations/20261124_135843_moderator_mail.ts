import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`comments_moves\` ADD \`via\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`notices\` text DEFAULT 'daily';`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail_language\` text DEFAULT 'en';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`awaiting\`;`)
  await db.run(sql`DROP TABLE \`moderator_mail\`;`)
  await db.run(sql`ALTER TABLE \`comments_moves\` DROP COLUMN \`via\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`notices\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail_language\`;`)
}
