/** Changes of memberships. An account always keeps an owner. */
import { AccountRefused } from '../access/actor.ts';
import type { Membership } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal } from '../platform/errors.ts';

export const LastOwner = defineRefusal('LastOwner', {
  code: 'LAST_OWNER',
  recovery: 'CORRECTABLE',
  message: 'An account needs an owner. Make another member an owner first, or close the account.',
  description: 'The change would leave the account without an owner.',
  remedy: 'Make another member an owner first, or close the account with `closeAccount`.',
});

/** The refusal that names the accounts which would be left without an owner. */
export const lastOwnerOf = (names: readonly string[]) =>
  Object.assign(new LastOwner(), {
    message: `You are the last owner of ${names.map((name) => `"${name}"`).join(', ')}. Make another member an owner first, or close the account.`,
  });

/** Locks an account until the transaction ends, so that changes of its memberships wait for each other. */
export async function lockAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.$queryRaw`select 1 from account where id = ${accountId}::uuid for update`;
}

/**
 * Requires a person who owns the account now, which the caller has locked: the rights of a request may be older.
 * @throws AccountRefused
 */
export async function requireCurrentOwner(tx: Tx, where: Pick<Membership, 'personId' | 'accountId'>): Promise<void> {
  const membership = await tx.membership.findUnique({ where: { personId_accountId: where } });
  if (!membership) throw new AccountRefused('ACCOUNT_MISSING');
  if (membership.role !== 'OWNER') throw new AccountRefused('MEMBERSHIP_ROLE_INSUFFICIENT');
}

/**
 * Ends a membership in an account that the caller has locked. Returns the membership; undefined if there was none.
 * @throws LastOwner
 */
export async function endMembership(
  tx: Tx,
  where: Pick<Membership, 'personId' | 'accountId'>,
): Promise<Membership | undefined> {
  const membership = await tx.membership.findUnique({ where: { personId_accountId: where } });
  if (!membership) return undefined;
  await requireOtherOwner(tx, membership);
  return tx.membership.delete({ where: { personId_accountId: where } });
}

/** @throws LastOwner if no one else owns the account */
export async function requireOtherOwner(tx: Tx, { accountId, personId, role }: Membership): Promise<void> {
  if (role !== 'OWNER') return;
  const others = await tx.membership.count({ where: { accountId, role: 'OWNER', personId: { not: personId } } });
  if (others === 0) throw new LastOwner();
}
