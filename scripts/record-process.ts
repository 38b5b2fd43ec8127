/**
 * `npm run record-process -- REASON`: records rows of the process of orders that have changed for orders under way too, with
 * the reason why that is right. See "Changing the process of orders" in CONTRIBUTING.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { changedRows, withChanges } from '../src/process/behaviour.ts';
import { orderTables } from '../src/process/versions.ts';
import { recordPath } from './generate/process-record.ts';

const reason = process.argv.slice(2).join(' ').trim();
const record = JSON.parse(await readFile(recordPath, 'utf8'));
const changes = changedRows(record, orderTables);
if (changes.length === 0) console.log('No recorded row has changed. `npm run generate` records what was added.');
else if (reason === '') {
  console.error(`Changed rows:\n${changes.join('\n')}\nUsage: npm run record-process -- REASON`);
  process.exitCode = 1;
} else {
  await writeFile(recordPath, `${JSON.stringify(withChanges(record, orderTables, reason), null, 2)}\n`);
  console.log(`Recorded:\n${changes.join('\n')}`);
}
