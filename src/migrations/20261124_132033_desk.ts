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
  await db.run(sql`DROP INDEX \`thread_status_idx\`;`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`reasons\` text;`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`is_held\` integer DEFAULT false;`)
  await db.run(sql`CREATE INDEX \`thread_status_id_idx\` ON \`comments\` (\`thread\`,\`status\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`status_id_idx\` ON \`comments\` (\`status\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`status_isHeld_id_idx\` ON \`comments\` (\`status\`,\`is_held\`,\`id\`);`)
  await db.run(sql`ALTER TABLE \`comments_moves\` ADD \`via\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`audit\`;`)
  await db.run(sql`DROP INDEX \`thread_status_id_idx\`;`)
  await db.run(sql`DROP INDEX \`status_id_idx\`;`)
  await db.run(sql`DROP INDEX \`status_isHeld_id_idx\`;`)
  await db.run(sql`CREATE INDEX \`thread_status_idx\` ON \`comments\` (\`thread\`,\`status\`);`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`reasons\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`is_held\`;`)
  await db.run(sql`ALTER TABLE \`comments_moves\` DROP COLUMN \`via\`;`)
}
