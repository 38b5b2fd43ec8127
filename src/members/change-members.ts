/** Changes of the members of an account. Each holds the member first and the account second, so that no two wait for each other. */
import { endMembership, lockAccount, requireCurrentOwner, requireOtherOwner } from '../accounts/memberships.ts';
import { changeRights } from '../accounts/rights.ts';
import type { MembershipRole } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import type { AppServices } from '../services/services.ts';
import type { Manager } from './invitations.ts';
import { MemberNotFound } from './member-refusals.ts';

/** Changes the role of a member. @throws RateLimited, AccountRefused, MemberNotFound, LastOwner */
export function updateMemberRole(
  app: AppServices,
  manager: Manager,
  { personId, role }: { readonly personId: string; readonly role: MembershipRole },
): Promise<void> {
  return changeMember(app, manager, personId, async (tx, where) => {
    const membership = await tx.membership.findUnique({ where: { personId_accountId: where } });
    if (!membership) throw new MemberNotFound();
    if (role !== 'OWNER') await requireOtherOwner(tx, membership);
    await tx.membership.update({ where: { personId_accountId: where }, data: { role } });
  });
}

/**
 * Ends the membership of a member. The member's streams on the account end; the keys of applications are the account's,
 * and stay.
 * @throws RateLimited, AccountRefused, MemberNotFound, LastOwner
 */
export function removeMember(app: AppServices, manager: Manager, personId: string): Promise<void> {
  return changeMember(app, manager, personId, endMember);
}

/** Ends the membership of the person who is signed in. @throws RateLimited, MemberNotFound, LastOwner */
export async function leaveAccount(app: AppServices, where: Manager): Promise<void> {
  await app.rateLimiter.consume('accountChanges', where.personId);
  return changeRights(app, where.personId, async (tx) => {
    await lockAccount(tx, where.accountId);
    await endMember(tx, where);
  });
}

async function endMember(tx: Tx, where: Manager): Promise<void> {
  if (!(await endMembership(tx, where))) throw new MemberNotFound();
}

async function changeMember(
  app: AppServices,
  manager: Manager,
  personId: string,
  change: (tx: Tx, where: Manager) => Promise<void>,
): Promise<void> {
  const { accountId } = manager;
  await app.rateLimiter.consume('accountChanges', manager.personId);
  const where = { personId, accountId };
  // Only people who are members are held: no one can hold the row of a stranger.
  if ((await app.db.membership.count({ where })) === 0) throw new MemberNotFound();
  return changeRights(app, personId, async (tx) => {
    await lockAccount(tx, accountId);
    // Another owner may have removed this one, or changed the role, while the request was waiting.
    await requireCurrentOwner(tx, manager);
    await change(tx, where);
  });
}
