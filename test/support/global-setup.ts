import { prepareTemplate } from './database.ts';

/** Makes the migrated template before the first test file needs it. */
export default async function setup(): Promise<void> {
  await prepareTemplate();
}
