/** Suspension of accounts by operators. */
import { requireOperator } from '../access/operator-access.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockAccount } from '../accounts/memberships.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { InputInvalid, notFound } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { lockOperator, requireReason } from './act.ts';

export const AccountNotFound = notFound('Account');

export interface AccountAct {
  readonly accountId: string;
  /** Reason for the audit log, and for the members of a suspended account. */
  readonly reason: string;
}

/**
 * Suspends an account: it reads, finishes its orders, and starts nothing new. Repeating it changes nothing.
 * @throws NotSignedIn, ScopeMissing, OperatorRequired, AccountRefused, AccountNotFound, InputInvalid
 */
export const suspendAccount = (app: AppServices, viewer: Viewer, act: AccountAct): Promise<void> =>
  setSuspension(app, viewer, { ...act, isSuspended: true });

/** Reinstates a suspended account. Repeating it changes nothing. @throws as `suspendAccount` */
export const reinstateAccount = (app: AppServices, viewer: Viewer, act: AccountAct): Promise<void> =>
  setSuspension(app, viewer, { ...act, isSuspended: false });

async function setSuspension(
  app: AppServices,
  viewer: Viewer,
  { accountId, reason, isSuspended }: AccountAct & { readonly isSuspended: boolean },
): Promise<void> {
  const { personId } = requireOperator(viewer);
  requireReason('reason', reason);
  await app.db.$transaction(async (tx) => {
    await lockOperator(tx, personId);
    await lockAccount(tx, accountId);
    const account = await tx.account.findUnique({ where: { id: accountId } });
    if (!account) throw new AccountNotFound();
    if (account.isOperator)
      throw new InputInvalid([{ field: 'accountId', message: 'must not be the account of the marketplace' }]);
    if (account.closedAt) throw new InputInvalid([{ field: 'accountId', message: 'must not be a closed account' }]);
    if ((account.suspendedAt !== null) === isSuspended) return;
    await tx.account.update({
      where: { id: accountId },
      data: {
        suspendedAt: isSuspended ? app.clock.now() : null,
        suspendedReason: isSuspended ? reason : null,
      },
    });
    await appendAuditEntry(app, tx, {
      personId,
      action: isSuspended ? 'ACCOUNT_SUSPENDED' : 'ACCOUNT_REINSTATED',
      subject: { type: 'Account', id: accountId },
      reason,
    });
  });
}
