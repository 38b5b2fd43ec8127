/** Operators: the members of the marketplace's account. */

import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import type { Tx } from '../platform/db.ts';
import { lockName } from '../platform/lock-name.ts';
import { defaultLanguageOf, readMarketplace } from '../services/marketplace-settings.ts';
import { endMembership, lockAccount } from './memberships.ts';
import { changeRights, type RightsServices } from './rights.ts';

export interface OperatorEntry {
  readonly email: string;
  readonly name: string;
  readonly since: Date;
  /** Time zone of the marketplace's account, which decides the date. */
  readonly timeZone: string;
}

const marketplaceName = 'The marketplace';

/**
 * Makes the person with an address an operator; an unknown address becomes a person. Returns false if the person was an
 * operator already. An address that a deleted person had belongs to another person.
 */
export async function addOperator(app: RightsServices, email: string, by: OperatorChange): Promise<boolean> {
  const createdAt = app.clock.now();
  const language = defaultLanguageOf(await readMarketplace(app.db));
  const { id: personId } = await app.db.person.upsert({
    where: { email },
    create: { email, name: email.slice(0, email.indexOf('@')), language, createdAt },
    update: {},
  });
  return changeRights(app, personId, async (tx) => {
    const accountId = await findOrCreateMarketplace(tx, { email, createdAt });
    const { count } = await tx.membership.createMany({
      data: [{ personId, accountId, role: 'OWNER', createdAt }],
      skipDuplicates: true,
    });
    if (count > 0) await audit(app, tx, { personId, accountId, by, action: 'OPERATOR_ADDED' });
    return count > 0;
  });
}

/** Ends the membership of an operator. Returns false if the person is not one. @throws LastOwner */
export async function removeOperator(
  app: RightsServices,
  who: { readonly email: string } | { readonly id: string },
  by: OperatorChange,
): Promise<boolean> {
  const person = await app.db.person.findUnique({ where: who, select: { id: true, deletedAt: true } });
  if (!person || person.deletedAt) return false;
  return changeRights(app, person.id, async (tx) => {
    const where = { personId: person.id, account: { isOperator: true } };
    const accounts = await tx.membership.findMany({ where, orderBy: { accountId: 'asc' } });
    let isRemoved = false;
    for (const { personId, accountId } of accounts) {
      await lockAccount(tx, accountId);
      if (!(await endMembership(tx, { personId, accountId }))) continue;
      await audit(app, tx, { personId, accountId, by, action: 'OPERATOR_REMOVED' });
      isRemoved = true;
    }
    return isRemoved;
  });
}

/** The maker of a change of the operators. */
export interface OperatorChange {
  /** The operator; null for the command line. */
  readonly byPersonId: string | null;
}

/** The change of the command line. */
export const byCommandLine: OperatorChange = { byPersonId: null };

const audit = (
  app: RightsServices,
  tx: Tx,
  change: {
    readonly personId: string;
    readonly accountId: string;
    readonly by: OperatorChange;
    readonly action: 'OPERATOR_ADDED' | 'OPERATOR_REMOVED';
  },
): Promise<void> =>
  appendAuditEntry(app, tx, {
    personId: change.by.byPersonId,
    action: change.action,
    subject: { type: 'Person', id: change.personId },
    details: { accountId: change.accountId },
  });

/** All operators, oldest first. */
export async function listOperators({ db }: Pick<RightsServices, 'db'>): Promise<readonly OperatorEntry[]> {
  const memberships = await db.membership.findMany({
    where: { account: { isOperator: true } },
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
    include: { person: true, account: { select: { timeZone: true } } },
  });
  return memberships.map(({ createdAt, person, account }) => ({
    email: person.email ?? '',
    name: person.name,
    since: createdAt,
    timeZone: account.timeZone,
  }));
}

/** The marketplace's account, which the first operator creates. Two commands at the same time create one. */
async function findOrCreateMarketplace(
  tx: Tx,
  { email, createdAt }: { email: string; createdAt: Date },
): Promise<string> {
  await lockName(tx, 'marketplace account');
  const existing = await tx.account.findFirst({ where: { isOperator: true }, orderBy: { createdAt: 'asc' } });
  const marketplace =
    existing ??
    (await tx.account.create({ data: { name: marketplaceName, contactEmail: email, isOperator: true, createdAt } }));
  return marketplace.id;
}
