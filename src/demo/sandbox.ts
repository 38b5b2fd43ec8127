/** What a new sandbox begins with: the demo people and what they sell, and an application for each side. */
import { everyScope } from '../access/scopes.ts';
import { systemClock } from '../platform/clock.ts';
import type { Database } from '../platform/db.ts';
import { loadDemoPeople } from './load.ts';

/** Fills an empty database. The applications may do everything, and have no keys yet. */
export async function fillSandbox({ db }: Pick<Database, 'db'>) {
  const clock = systemClock;
  const { ada, nora } = await loadDemoPeople({ db, clock });
  const make = async (name: string, accountId: string) => {
    const application = { name, accountId, scopes: everyScope, createdAt: clock.now() };
    return (await db.application.create({ data: application })).id;
  };
  return {
    advertiserApplicationId: await make('Buying', ada.accountId),
    sellerApplicationId: await make('Selling', nora.accountId),
  };
}
