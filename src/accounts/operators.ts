/** Operators: the members of the marketplace's account. */
import type { Tx } from '../platform/db.ts';
import { endMembership, lockAccount } from './memberships.ts';
import { changeRights, type RightsServices } from './rights.ts';

export interface OperatorEntry {
  readonly email: string;
  readonly name: string;
  readonly since: Date;
}

const marketplaceName = 'The marketplace';

/**
 * Makes the person with an address an operator; an unknown address becomes a person. Returns false if the person was an
 * operator already.
 */
export async function addOperator(app: RightsServices, email: string): Promise<boolean> {
  const createdAt = app.clock.now();
  const { id: personId } = await app.db.person.upsert({
    where: { email },
    create: { email, name: email.slice(0, email.indexOf('@')), createdAt },
    update: {},
  });
  return changeRights(app, personId, async (tx) => {
    const accountId = await findOrCreateMarketplace(tx, { email, createdAt });
    const { count } = await tx.membership.createMany({
      data: [{ personId, accountId, role: 'OWNER', createdAt }],
      skipDuplicates: true,
    });
    return count > 0;
  });
}

/** Ends the membership of an operator. Returns false if the address does not belong to one. @throws LastOwner */
export async function removeOperator(app: RightsServices, email: string): Promise<boolean> {
  const person = await app.db.person.findUnique({ where: { email }, select: { id: true } });
  if (!person) return false;
  return changeRights(app, person.id, async (tx) => {
    const memberships = await tx.membership.findMany({ where: { personId: person.id, account: { isOperator: true } } });
    for (const { personId, accountId } of memberships) {
      await lockAccount(tx, accountId);
      await endMembership(tx, { personId, accountId });
    }
    return memberships.length > 0;
  });
}

/** All operators, oldest first. */
export async function listOperators({ db }: Pick<RightsServices, 'db'>): Promise<readonly OperatorEntry[]> {
  const memberships = await db.membership.findMany({
    where: { account: { isOperator: true } },
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
    include: { person: true },
  });
  return memberships.map(({ createdAt, person }) => ({
    email: person.email ?? '',
    name: person.name,
    since: createdAt,
  }));
}

/** The marketplace's account, which the first operator creates. Two commands at the same time create one. */
async function findOrCreateMarketplace(
  tx: Tx,
  { email, createdAt }: { email: string; createdAt: Date },
): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('marketplace account', 0))`;
  const existing = await tx.account.findFirst({ where: { isOperator: true }, orderBy: { createdAt: 'asc' } });
  const marketplace =
    existing ??
    (await tx.account.create({ data: { name: marketplaceName, contactEmail: email, isOperator: true, createdAt } }));
  return marketplace.id;
}
