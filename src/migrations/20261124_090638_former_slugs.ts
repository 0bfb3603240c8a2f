import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`former_slugs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`document\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`former_slugs_key_idx\` ON \`former_slugs\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`former_slugs_document_idx\` ON \`former_slugs\` (\`document\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`former_slugs\`;`)
}
