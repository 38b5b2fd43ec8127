/** `npm run migrate`: applies the migrations to DATABASE_URL, or to the embedded database in DATA_DIR. */
import { readConfig } from '../src/config.ts';
import { startDatabase } from '../src/platform/postgres/start-database.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const { appliedMigrations, stop } = await startDatabase({
    ...readConfig(process.env),
    report: (text) => console.log(text),
  });
  await stop();
  console.log(
    appliedMigrations.length > 0
      ? `Applied:\n${appliedMigrations.map((name) => `  ${name}`).join('\n')}`
      : 'The database has all migrations. There was nothing to apply.',
  );
});
