/**
 * `npm run operator -- add EMAIL`, `remove EMAIL`, `list`: the operators of the marketplace, in DATABASE_URL or in the embedded
 * database in DATA_DIR. The first operator of a new installation is made with it.
 */
import { addOperator, byCommandLine, listOperators, removeOperator } from '../src/accounts/operators.ts';
import { createApp } from '../src/app.ts';
import { normalizeAddress } from '../src/auth/normalize-address.ts';
import { readConfig } from '../src/config.ts';
import { dayIn } from '../src/platform/days.ts';
import { InputInvalid, StartupError } from '../src/platform/errors.ts';
import { startDatabase } from '../src/platform/postgres/start-database.ts';
import type { AppServices } from '../src/services/services.ts';
import { runCommand } from './run-command.ts';

const usage = 'Usage: npm run operator -- add EMAIL | remove EMAIL | list';

await runCommand(async ([command, email]) => {
  const isComplete = command === 'list' || ((command === 'add' || command === 'remove') && email !== undefined);
  if (!isComplete) throw new StartupError(usage);
  const config = readConfig(process.env);
  const database = await startDatabase({ ...config, report: (text) => console.log(text) });
  const app = createApp({ config, database });
  try {
    if (command === 'list') await list(app);
    else await change(app, command as 'add' | 'remove', addressOf(email ?? ''));
  } finally {
    await app.stop();
    await database.stop();
  }
});

async function list(app: AppServices): Promise<void> {
  const operators = await listOperators(app);
  for (const { email, name, since, timeZone } of operators)
    console.log(`${email}  ${name}, since ${dayIn(timeZone, since)} (${timeZone})`);
  if (operators.length === 0) console.log('There are no operators. Make one with: npm run operator -- add EMAIL');
}

async function change(app: AppServices, command: 'add' | 'remove', email: string): Promise<void> {
  if (command === 'add') {
    const isNew = await addOperator(app, email, byCommandLine);
    console.log(
      isNew ? `${email} is an operator now, and signs in with this address.` : `${email} was an operator already.`,
    );
    return;
  }
  if (!(await removeOperator(app, { email }, byCommandLine)))
    throw new StartupError(`${email} is not an operator. Nothing was changed.`);
  console.log(`${email} is not an operator any more.`);
}

/** @throws StartupError for a text that is not an address */
function addressOf(email: string): string {
  try {
    return normalizeAddress(email);
  } catch (error) {
    if (error instanceof InputInvalid) throw new StartupError(`"${email}" is not an e-mail address.`);
    throw error;
  }
}
