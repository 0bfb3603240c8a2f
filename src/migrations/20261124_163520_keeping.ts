import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`seal_keys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key_id\` text NOT NULL,
  	\`canary\` text,
  	\`marks\` text NOT NULL,
  	\`retired_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`seal_keys_key_id_idx\` ON \`seal_keys\` (\`key_id\`);`)
  await db.run(sql`CREATE INDEX \`seal_keys_updated_at_idx\` ON \`seal_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`seal_keys_created_at_idx\` ON \`seal_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`threats\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`kind\` text NOT NULL,
  	\`comment\` text NOT NULL,
  	\`thread\` text,
  	\`by\` text NOT NULL,
  	\`by_id\` text,
  	\`why\` text,
  	\`at\` text NOT NULL,
  	\`chain\` text NOT NULL,
  	\`sealed\` text,
  	\`released_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`threats_seq_idx\` ON \`threats\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`threats_comment_idx\` ON \`threats\` (\`comment\`);`)
  await db.run(sql`CREATE INDEX \`threats_created_at_idx\` ON \`threats\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`threats_updated_at_idx\` ON \`threats\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`comment_kind_idx\` ON \`threats\` (\`comment\`,\`kind\`);`)
  await db.run(sql`CREATE TABLE \`privacy\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`removed_days\` numeric DEFAULT 15 NOT NULL,
  	\`network_days\` numeric DEFAULT 30 NOT NULL,
  	\`unconfirmed_days\` numeric DEFAULT 7 NOT NULL,
  	\`mail_days\` numeric DEFAULT 30 NOT NULL,
  	\`delivery_days\` numeric DEFAULT 30 NOT NULL,
  	\`audit_days\` numeric DEFAULT 730 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`ALTER TABLE \`people\` ADD \`user_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`people_user_idx\` ON \`people\` (\`user_id\`);`)
  await db.run(sql`ALTER TABLE \`comments\` ADD \`removed_at\` text;`)
  await db.run(sql`CREATE INDEX \`status_removedAt_id_idx\` ON \`comments\` (\`status\`,\`removed_at\`,\`id\`);`)
  await db.run(sql`ALTER TABLE \`comment_private\` ADD \`network\` text;`)
  await db.run(sql`CREATE INDEX \`comment_private_network_idx\` ON \`comment_private\` (\`network\`);`)
  await db.run(sql`ALTER TABLE \`discussion\` ADD \`own_threads\` integer DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`seal_keys\`;`)
  await db.run(sql`DROP TABLE \`threats\`;`)
  await db.run(sql`DROP TABLE \`privacy\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_people\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`organization_id\` text(36),
  	\`slug\` text,
  	\`image_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_people\`("id", "organization_id", "slug", "image_id", "updated_at", "created_at") SELECT "id", "organization_id", "slug", "image_id", "updated_at", "created_at" FROM \`people\`;`)
  await db.run(sql`DROP TABLE \`people\`;`)
  await db.run(sql`ALTER TABLE \`__new_people\` RENAME TO \`people\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`people_organization_idx\` ON \`people\` (\`organization_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`people_slug_idx\` ON \`people\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`people_image_idx\` ON \`people\` (\`image_id\`);`)
  await db.run(sql`CREATE INDEX \`people_updated_at_idx\` ON \`people\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`people_created_at_idx\` ON \`people\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`status_removedAt_id_idx\`;`)
  await db.run(sql`ALTER TABLE \`comments\` DROP COLUMN \`removed_at\`;`)
  await db.run(sql`DROP INDEX \`comment_private_network_idx\`;`)
  await db.run(sql`ALTER TABLE \`comment_private\` DROP COLUMN \`network\`;`)
  await db.run(sql`ALTER TABLE \`discussion\` DROP COLUMN \`own_threads\`;`)
}
