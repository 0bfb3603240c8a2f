import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`comments\` ADD \`open_reports\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`reported_at\` text;`)
  await db.run(sql`CREATE INDEX \`reportedAt_idx\` ON \`comments\` (\`reported_at\`);`)
  await db.run(sql`ALTER TABLE \`comment_private\` ADD \`network\` text;`)
  await db.run(sql`CREATE INDEX \`comment_private_network_idx\` ON \`comment_private\` (\`network\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`reports\`;`)
  await db.run(sql`DROP INDEX \`reportedAt_idx\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`open_reports\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`reported_at\`;`)
  await db.run(sql`DROP INDEX \`comment_private_network_idx\`;`)
  await db.run(sql`ALTER TABLE \`comment_private\` DROP COLUMN \`network\`;`)
}
