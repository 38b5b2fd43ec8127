import { join } from 'node:path';
import { applyMigrations } from '../migrations/migrations.ts';
import { decideSslMode } from './connection-options.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

export interface StartedDatabase {
  readonly url: string;
  /** Leads past a pooler: for migrations, locks of a session, and databases of sandboxes. */
  readonly directUrl: string;
  readonly isEmbedded: boolean;
  /** Names of the migrations that were applied now. */
  readonly appliedMigrations: readonly string[];
  /** Stops the embedded database. A server is left running. */
  stop(): Promise<void>;
}

/**
 * Opens the configured database, embedded in `dataDir` if `databaseUrl` is absent, and applies all migrations to it.
 * `report` receives one line of text for each thing that takes time.
 * @throws StartupError if the database cannot be used or a migration fails. The embedded database is stopped then.
 */
export async function startDatabase({
  databaseUrl,
  databaseDirectUrl,
  dataDir,
  report,
}: {
  databaseUrl: string | undefined;
  databaseDirectUrl?: string | undefined;
  dataDir: string;
  report: (text: string) => void;
}): Promise<StartedDatabase> {
  if (databaseUrl) {
    const url = await decideSslMode(databaseUrl);
    const directUrl = databaseDirectUrl ? await decideSslMode(databaseDirectUrl) : url;
    return {
      url,
      directUrl,
      isEmbedded: false,
      appliedMigrations: await applyMigrations({ url: directUrl, onProgress: report }),
      stop: async () => undefined,
    };
  }
  report(`Starting the embedded PostgreSQL in ${dataDir} (a few seconds, and longer the first time) …`);
  const { url, stop } = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  try {
    const appliedMigrations = await applyMigrations({ url, onProgress: report });
    return { url, directUrl: url, isEmbedded: true, appliedMigrations, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
