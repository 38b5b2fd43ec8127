/** `npm run seed`: loads the demo data into DATABASE_URL, or into the embedded database in DATA_DIR, if it is empty. */
import { createApp } from '../src/app.ts';
import { type Config, readConfig } from '../src/config.ts';
import { loadDemoData } from '../src/demo/load.ts';
import { StartupError } from '../src/platform/errors.ts';
import { type StartedDatabase, startDatabase } from '../src/platform/postgres/start-database.ts';
import { runCommand } from './run-command.ts';

const report = (text: string) => console.log(text);

await runCommand(async () => {
  const config = readConfig(process.env);
  if (config.isProduction) throw new StartupError('The demo data is not for production. Nothing was loaded.');
  // The steps of the demo orders queue e-mails, and the next server would send them to addresses that do not exist.
  if (config.mail.resendApiKey)
    throw new StartupError('RESEND_API_KEY is set, so e-mails to the demo people would be sent. Nothing was loaded.');
  const database = await startDatabase({ ...config, report });
  try {
    await seed(config, database);
  } finally {
    await database.stop();
  }
});

async function seed(config: Config, database: StartedDatabase): Promise<void> {
  const app = createApp({ config, database });
  try {
    report('Starting the background jobs …');
    await app.start();
    const isLoaded = await loadDemoData(app, report);
    report(
      isLoaded
        ? 'Loaded the demo data.'
        : 'The database already has accounts. Nothing was loaded: the demo data needs an empty database.',
    );
  } finally {
    await app.stop();
  }
}
