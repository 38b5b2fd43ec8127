/** `npm run seed`: loads the demo data into DATABASE_URL, or into the embedded database in DATA_DIR, if it is empty. */
import { join } from 'node:path';
import { createApp } from '../src/app.ts';
import { type Config, readConfig } from '../src/config.ts';
import { loadDemoData } from '../src/demo/load.ts';
import { StartupError } from '../src/platform/errors.ts';
import { applyMigrations } from '../src/platform/migrations/migrations.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';

try {
  await run(readConfig(process.env));
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(config: Config): Promise<void> {
  if (config.isProduction) throw new StartupError('Demo people do not belong in production: nothing was loaded.');
  // The steps of the demo orders queue mails; the next server would send them, to addresses that reach nobody.
  if (config.mail.resendApiKey)
    throw new StartupError('RESEND_API_KEY is set: mails to demo people would really be sent. Nothing was loaded.');
  if (config.databaseUrl) {
    await seed(config, { url: config.databaseUrl, isEmbedded: false });
    return;
  }
  const embedded = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') });
  try {
    await seed(config, { url: embedded.url, isEmbedded: true });
  } finally {
    await embedded.stop();
  }
}

async function seed(config: Config, database: { url: string; isEmbedded: boolean }): Promise<void> {
  await applyMigrations({ url: database.url, onProgress: (text) => console.log(text) });
  const app = createApp({ config, database });
  try {
    await app.start();
    const isLoaded = await loadDemoData(app, (text) => console.log(text));
    console.log(
      isLoaded
        ? 'Loaded the demo data.'
        : 'There are accounts in this database already: nothing was loaded. Seed an empty one.',
    );
  } finally {
    await app.stop();
  }
}
