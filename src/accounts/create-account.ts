import type { Person } from '../access/viewer.ts';
import { limits } from '../limits.ts';
import { InputInvalid, LimitReached } from '../platform/errors.ts';
import { changeOnce } from '../platform/idempotency-keys.ts';
import type { AppServices } from '../services/services.ts';
import { type AccountChanges, checkAccountChanges } from './account-fields.ts';
import { changeRights } from './rights.ts';

/**
 * Creates an account that the person owns, and returns its id. Replies of other parties go to the address of the person at
 * first. A repeated request with the same key creates no second account.
 * @throws InputInvalid, RateLimited, LimitReached, IdempotencyKeyReused
 */
export async function createAccount(
  app: AppServices,
  { personId }: Person,
  {
    key,
    account: input,
  }: { readonly key: string | undefined; readonly account: AccountChanges & { readonly name: string } },
): Promise<string> {
  await app.rateLimiter.consume('accountChanges', personId);
  const { data, problems } = checkAccountChanges(input);
  if (problems.length > 0) throw new InputInvalid(problems);
  const max = limits.accounts.perPerson;
  return changeRights(app, personId, (tx, person) => {
    const createdAt = app.clock.now();
    const request = { actorId: personId, key, operation: 'createAccount', input: { ...input }, at: createdAt };
    return changeOnce(tx, request, async () => {
      if ((await tx.membership.count({ where: { personId } })) >= max)
        throw new LimitReached({ owner: 'A person', max, objects: 'accounts', advice: 'Leave one first.' });
      const account = await tx.account.create({
        data: {
          ...data,
          name: input.name,
          contactEmail: person.email ?? '',
          createdAt,
          memberships: { create: { personId, role: 'OWNER', createdAt } },
        },
      });
      return account.id;
    });
  });
}
