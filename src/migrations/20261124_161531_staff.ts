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
  await db.run(sql`ALTER TABLE \`users_sessions\` ADD \`browser\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`has_second_factor\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`comment_private\` ADD \`network\` text;`)
  await db.run(sql`CREATE INDEX \`comment_private_network_idx\` ON \`comment_private\` (\`network\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`second_factors\`;`)
  await db.run(sql`DROP INDEX \`comment_private_network_idx\`;`)
  await db.run(sql`ALTER TABLE \`comment_private\` DROP COLUMN \`network\`;`)
  await db.run(sql`ALTER TABLE \`users_sessions\` DROP COLUMN \`browser\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`has_second_factor\`;`)
}
