/** A database of an earlier version that is upgraded by the real migrations. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectOnce } from '../../src/platform/database-connection.ts';
import { type Database, openDatabase } from '../../src/platform/db.ts';
import { migrationsFolder, readMigrations } from '../../src/platform/migrations/migration-files.ts';
import { applyMigrations } from '../../src/platform/migrations/migrations.ts';
import { freshDatabase } from './database.ts';

export interface UpgradedDatabase {
  readonly opened: Database;
  drop(): Promise<void>;
}

/** Stores rows with the schema before the migration `before`, and then applies it and all later ones. */
export async function upgradeDatabase({ before, rows }: { before: string; rows: string }): Promise<UpgradedDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'placard-upgrade-'));
  const database = await freshDatabase({ folder });
  for (const { name } of await readMigrations(migrationsFolder))
    if (name < before) await cp(join(migrationsFolder, name), join(folder, name), { recursive: true });
  await applyMigrations({ url: database.url, folder });
  const client = await connectOnce(database.url);
  try {
    await client.query(rows);
  } finally {
    await client.end();
  }
  await applyMigrations({ url: database.url });
  const opened = openDatabase({ url: database.url, isEmbedded: database.isEmbedded });
  return {
    opened,
    drop: async () => {
      await opened.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
