import { InputInvalid } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { type AccountChanges, checkAccountChanges } from './account-fields.ts';

/** Changes an account; other members may change it at the same time. @throws InputInvalid, RateLimited */
export async function updateAccount(app: AppServices, accountId: string, changes: AccountChanges): Promise<void> {
  await app.rateLimiter.consume('accountChanges', accountId);
  const { data, problems } = checkAccountChanges(changes);
  if (problems.length > 0) throw new InputInvalid(problems);
  await app.db.account.update({ where: { id: accountId }, data });
}
