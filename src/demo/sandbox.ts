/** The initial data of a sandbox: the demo people, their spaces, and one application for each side. */
import { allScopes } from '../access/scopes.ts';
import { systemClock } from '../platform/clock.ts';
import type { Database } from '../platform/db.ts';
import { createRateLimiter } from '../platform/rate-limits/rate-limiter.ts';
import { loadDemoPeople } from './load.ts';

/** Fills an empty database. The applications have every scope and no keys yet. */
export async function seedSandbox({ db }: Pick<Database, 'db'>) {
  const clock = systemClock;
  // No client is connected to a database that is being filled.
  const live = { publish: () => undefined, publishAll: () => undefined };
  const rateLimiter = createRateLimiter(undefined, 'sandbox-seed');
  // The prices of the demo can be paid with every method.
  const config = { payments: { methods: [] } };
  const { ada, nora } = await loadDemoPeople({ db, clock, live, rateLimiter, config });
  const createApplication = async (name: string, accountId: string) => {
    const application = { name, accountId, scopes: allScopes, createdAt: clock.now() };
    return (await db.application.create({ data: application })).id;
  };
  return {
    advertiserApplicationId: await createApplication('Buying', ada.accountId),
    sellerApplicationId: await createApplication('Selling', nora.accountId),
  };
}
