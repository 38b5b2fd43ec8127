/**
 * `npm run move-orders -- FROM TO [STATUS...]`: moves the orders of a version of the process to another version, in DATABASE_URL or
 * in the embedded database in DATA_DIR: all of them, or those in the named statuses. It can be repeated.
 */
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { moveOrdersToVersion } from '../src/orders/move-to-version.ts';
import { StartupError } from '../src/platform/errors.ts';
import { startDatabase } from '../src/platform/postgres/start-database.ts';
import { isOrderStatus } from '../src/process/order.ts';
import { orderTables } from '../src/process/versions.ts';
import { runCommand } from './run-command.ts';

const usage = `Usage: npm run move-orders -- FROM TO [STATUS...]; the versions are ${orderTables.versions.join(', ')}`;

await runCommand(async ([first = '', second = '', ...words]) => {
  const [from, to] = [Number(first), Number(second)];
  const statuses = words.filter(isOrderStatus);
  const areVersions = [from, to].every((version) => orderTables.versions.includes(version));
  if (!areVersions || statuses.length < words.length) throw new StartupError(usage);
  const config = readConfig(process.env);
  const database = await startDatabase({ ...config, report: (text) => console.log(text) });
  const app = createApp({ config, database });
  try {
    const count = await moveOrdersToVersion(app, { from, to, ...(statuses.length > 0 ? { statuses } : {}) });
    console.log(`${count} orders were moved from version ${from} to version ${to}.`);
  } finally {
    await app.stop();
    await database.stop();
  }
});
