/** Closing of accounts. Orders, ledger and receipts stay, for the other parties. */
import { AccountRefused, requireOwner } from '../access/actor.ts';
import { openOrdersOf } from '../access/open-orders.ts';
import type { Person } from '../access/viewer.ts';
import { lockAccount } from '../accounts/memberships.ts';
import { unpublishOwnAds } from '../ads/unpublish-own-ads.ts';
import { replaceLogo } from '../files/replace-logo.ts';
import { limits } from '../limits.ts';
import { adTopic, applicationKeyTopic, placementTopic, sandboxTopic, sessionTopic } from '../live/topics.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal, InputInvalid } from '../platform/errors.ts';
import { deleteSandboxQueue } from '../sandboxes/sandbox-jobs.ts';
import type { AppServices } from '../services/services.ts';

/** The name of a closed account in new reads. Receipts keep the name that they were issued with. */
const closedAccountName = 'Closed account';

export const OpenOrders = defineRefusal('OpenOrders', {
  code: 'OPEN_ORDERS',
  recovery: 'CORRECTABLE',
  message: ({ orderNumbers, hasMore }: OpenOrdersDetails) =>
    `The account has open orders: ${orderNumbers.map((number) => `#${number}`).join(', ')}${hasMore ? ' and more' : ''}. Finish or cancel them first.`,
  example: { orderNumbers: [7, 12], hasMore: false },
  description: 'The account has orders that are open, or that are renewed every month.',
  remedy: 'Finish or cancel the orders, and stop their renewal. Then close the account.',
});

interface OpenOrdersDetails {
  /** The newest ones, a limited number of them. */
  readonly orderNumbers: readonly number[];
  readonly hasMore: boolean;
}

/**
 * Closes an account of which the person is an owner. Repeating it at the same time changes nothing.
 * @throws AccountRefused, RateLimited, OpenOrders, InputInvalid
 */
export async function closeAccount(app: AppServices, person: Person, accountId: string): Promise<void> {
  requireOwner(person, accountId);
  await app.rateLimiter.consume('closings', person.personId);
  const topics = await app.db.$transaction(async (tx) => {
    // An order that is being placed holds the account: either it is counted here, or it finds the account closed.
    await lockAccount(tx, accountId);
    const before = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    if (before.isOperator)
      throw new InputInvalid([{ field: 'accountId', message: 'must not be the account of the marketplace' }]);
    if (before.closedAt) return [];
    await requireStillOwner(tx, { accountId, personId: person.personId });
    await requireNoOpenOrders(tx, accountId);
    return closeLockedAccount(app, tx, accountId);
  });
  app.live.publishAll(topics.map((topic) => ({ topic })));
}

/** The role may have changed since the request was authenticated. @throws AccountRefused */
async function requireStillOwner(tx: Tx, where: { readonly accountId: string; readonly personId: string }) {
  const membership = await tx.membership.findUnique({ where: { personId_accountId: where } });
  if (membership?.role !== 'OWNER') throw new AccountRefused('MEMBERSHIP_ROLE_INSUFFICIENT');
}

async function requireNoOpenOrders(tx: Tx, accountId: string): Promise<void> {
  const max = limits.accounts.namedOpenOrders;
  const open = await tx.order.findMany({
    where: openOrdersOf(accountId),
    orderBy: { number: 'desc' },
    take: max + 1,
    select: { number: true },
  });
  if (open.length > 0)
    throw new OpenOrders({ orderNumbers: open.slice(0, max).map(({ number }) => number), hasMore: open.length > max });
}

/**
 * Closes an account that the caller has locked and that has no open orders: its members lose their rights, its keys and
 * invitations end, its contact data is cleared. Returns the topics to publish after the commit.
 */
export async function closeLockedAccount(app: AppServices, tx: Tx, accountId: string): Promise<readonly string[]> {
  const at = app.clock.now();
  const { logoId } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { logoId: true } });
  await replaceLogo(tx, { fileId: null, currentId: logoId, purpose: 'ACCOUNT_LOGO', accountId, at });
  await tx.account.update({
    where: { id: accountId },
    data: { ...clearedFields, name: closedAccountName, closedAt: at },
  });
  const sessions = await tx.session.findMany({
    where: { person: { memberships: { some: { accountId } } }, revokedAt: null, expiresAt: { gt: at } },
    select: { id: true },
  });
  await tx.membership.deleteMany({ where: { accountId } });
  await tx.invitation.updateMany({
    where: { accountId, acceptedAt: null, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  const keys = await tx.applicationKey.findMany({
    where: { application: { accountId, deletedAt: null } },
    select: { id: true },
  });
  await tx.application.updateMany({ where: { accountId, deletedAt: null }, data: { deletedAt: at } });
  const sandboxes = await tx.sandbox.updateManyAndReturn({
    where: { accountId, status: { not: 'DELETING' } },
    data: { status: 'DELETING', deletedAt: at },
    select: { id: true },
  });
  if (sandboxes.length > 0)
    await app.jobs.enqueue(
      tx,
      deleteSandboxQueue,
      sandboxes.map(({ id }) => ({ sandboxId: id })),
    );
  const { adIds, slugs } = await unpublishOwnAds(tx, { sellerId: accountId, at });
  return [
    ...sessions.map(({ id }) => sessionTopic(id)),
    ...keys.map(({ id }) => applicationKeyTopic(id)),
    ...sandboxes.map(({ id }) => sandboxTopic(id)),
    ...adIds.map(adTopic),
    ...slugs.map(placementTopic),
  ];
}

/** The contact data that others no longer need. */
const clearedFields = {
  contactEmail: '',
  legalName: null,
  address: null,
  taxId: null,
  website: null,
  phone: null,
  about: null,
  paymentInstructions: null,
  logoId: null,
} as const;
