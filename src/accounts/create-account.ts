import type { Person } from '../access/viewer.ts';
import type { Account } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { InputInvalid, LimitReached } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { type AccountChanges, checkAccountChanges } from './account-fields.ts';
import { changeRights } from './rights.ts';

/**
 * Creates an account that the person owns. Replies of other parties go to the address of the person at first.
 * @throws InputInvalid, RateLimited, LimitReached
 */
export async function createAccount(
  app: AppServices,
  { personId }: Person,
  input: AccountChanges & { readonly name: string },
): Promise<Account> {
  await app.rateLimiter.consume('accountChanges', personId);
  const { data, problems } = checkAccountChanges(input);
  if (problems.length > 0) throw new InputInvalid(problems);
  const max = limits.accounts.perPerson;
  return changeRights(app, personId, async (tx, person) => {
    if ((await tx.membership.count({ where: { personId } })) >= max)
      throw new LimitReached({ owner: 'A person', max, objects: 'accounts', advice: 'Leave one first.' });
    const createdAt = app.clock.now();
    return tx.account.create({
      data: {
        ...data,
        name: input.name,
        contactEmail: person.email ?? '',
        createdAt,
        memberships: { create: { personId, role: 'OWNER', createdAt } },
      },
    });
  });
}
