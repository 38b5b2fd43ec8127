/** `npm run migrate`: applies the migrations to DATABASE_URL, or to the embedded database in DATA_DIR. */
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { StartupError } from '../src/platform/errors.ts';
import { applyMigrations } from '../src/platform/migrations/migrations.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';

try {
  const { databaseUrl, dataDir } = readConfig(process.env);
  if (databaseUrl) await migrate(databaseUrl);
  else await migrateEmbedded(join(dataDir, 'postgres'));
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function migrateEmbedded(folder: string): Promise<void> {
  const embedded = await startEmbeddedPostgres({ dataDir: folder });
  try {
    await migrate(embedded.url);
  } finally {
    await embedded.stop();
  }
}

async function migrate(url: string): Promise<void> {
  const applied = await applyMigrations({ url, onProgress: (text) => console.log(text) });
  console.log(applied.length > 0 ? `Applied ${applied.length}.` : 'Nothing to apply.');
}
