import type { Person } from '../access/viewer.ts';
import { limits } from '../limits.ts';
import { missingTextsTopic } from '../live/topics.ts';
import { InputInvalid, LimitReached } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { type AccountChanges, checkAccountChanges } from './account-fields.ts';
import { changeRights, type RightsServices } from './rights.ts';

/**
 * Creates an account that the person owns, and returns its id. Replies of other parties go to the address of the person at
 * first, and its dates are those of the person's time zone, unless the input has another.
 * @throws InputInvalid, RateLimited, LimitReached
 */
export async function createAccount(
  app: RightsServices & Pick<AppServices, 'rateLimiter'>,
  { personId }: Pick<Person, 'personId'>,
  input: AccountChanges & { readonly name: string },
): Promise<string> {
  await app.rateLimiter.consume('accountChanges', personId);
  const { data, problems } = checkAccountChanges(input);
  if (problems.length > 0) throw new InputInvalid(problems);
  const max = limits.accounts.perPerson;
  const accountId = await changeRights(app, personId, async (tx, person) => {
    const createdAt = app.clock.now();
    if ((await tx.membership.count({ where: { personId } })) >= max)
      throw new LimitReached({ owner: 'A person', max, objects: 'accounts', advice: 'Leave one first.' });
    const account = await tx.account.create({
      data: {
        timeZone: person.timeZone,
        ...data,
        name: input.name,
        contactEmail: person.email ?? '',
        createdAt,
        memberships: { create: { personId, role: 'OWNER', createdAt } },
      },
    });
    return account.id;
  });
  app.live.publish(missingTextsTopic);
  return accountId;
}
