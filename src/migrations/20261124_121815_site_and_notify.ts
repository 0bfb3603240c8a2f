import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`comment_private\` ADD \`notify\` text DEFAULT 'none';`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`is_site\` integer DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`comment_private\` DROP COLUMN \`notify\`;`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`is_site\`;`)
}
