/** The record of the behaviour of the process of orders. */
import { readFileSync } from 'node:fs';
import { type BehaviourRecord, withAdditions } from '../../src/process/behaviour.ts';
import { orderTables } from '../../src/process/versions.ts';

/** From the root of the project. */
export const recordPath = 'src/process/recorded-behaviour.json';

/** The record with what the tables have added. */
export function processRecord(): string {
  const record: BehaviourRecord = JSON.parse(readFileSync(recordPath, 'utf8'));
  return `${JSON.stringify(withAdditions(record, orderTables), null, 2)}\n`;
}
