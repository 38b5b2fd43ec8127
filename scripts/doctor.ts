/**
 * `npm run doctor`: checks what this deployment will get wrong, and exits with 1 if there is a problem. It changes nothing
 * except for a file in the storage, which it removes again. It applies no migrations.
 */
import { readConfig } from '../src/config.ts';
import { checks, examine } from '../src/doctor/checks.ts';
import { connectOnce } from '../src/platform/database-connection.ts';
import { openDatabase } from '../src/platform/db.ts';
import { StartupError } from '../src/platform/errors.ts';
import { decideSslMode } from '../src/platform/postgres/connection-options.ts';
import { runCommand } from './run-command.ts';

await runCommand(async () => {
  const config = readConfig(process.env);
  if (!config.databaseUrl)
    throw new StartupError(
      'Set DATABASE_URL and the other variables of the server: the embedded database needs no doctor.',
    );
  const url = await decideSslMode(config.databaseUrl);
  const directUrl = config.databaseDirectUrl ? await decideSslMode(config.databaseDirectUrl) : url;
  await (await connectOnce(directUrl)).end();
  const database = openDatabase({ url, isEmbedded: false, isPooled: directUrl !== url, maxConnections: 2 });
  try {
    const findings = await examine({ config, pool: database.pool }, checks);
    for (const { check, problems } of findings)
      console.log(
        [`${problems.length === 0 ? 'ok     ' : 'PROBLEM'} ${check}`, ...problems.map((one) => `        ${one}`)].join(
          '\n',
        ),
      );
    return findings.some(({ problems }) => problems.length > 0) ? 1 : 0;
  } finally {
    await database.close();
  }
});
