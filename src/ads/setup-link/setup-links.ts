/** Life cycle of setup links: created with the order, rotated or revoked by its parties, revoked when the order ends. */
import { randomUUID } from 'node:crypto';
import { roleIn, visibleOrderSql } from '../../access/access.ts';
import { actorIn, entryActor, requireEditor } from '../../access/actor.ts';
import { setupTokenFor, workingSetupLinks } from '../../access/setup-link-tokens.ts';
import { limitOwnerOf, type Member, type Viewer } from '../../access/viewer.ts';
import { limits } from '../../limits.ts';
import type { Order } from '../../orders/order.ts';
import { guardErrors } from '../../orders/order-refusals.ts';
import { lockOrder, publishOrderChange } from '../../orders/take-step.ts';
import { appendToTimeline } from '../../orders/timeline/timeline.ts';
import { dayMs, later } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db.ts';
import { defineErrors } from '../../platform/error-definitions.ts';
import { defineRefusalGroup } from '../../platform/errors.ts';
import { hashOf } from '../../platform/secrets.ts';
import type { PersonRole } from '../../process/define.ts';
import { orderState } from '../../process/order.ts';
import type { Effects, OrderServices, RunEffect } from '../../services/order-services.ts';

export const SetupLinkUnavailable = defineRefusalGroup('SetupLinkUnavailable', {
  description: 'The setup link cannot be renewed or revoked.',
  codes: {
    WRONG_ROLE: guardErrors.WRONG_ROLE,
    ...defineErrors({
      ORDER_ENDED: {
        recovery: 'FINAL',
        message: 'The order has ended, so its ads can no longer be set up.',
        description: 'The order has ended, so that its ads can no longer be set up.',
        remedy: 'Place a new order.',
      },
      SETUP_HIDDEN: {
        recovery: 'FINAL',
        message: 'The seller hides ad setup, so this order has no setup link.',
        description: 'The seller hides ad setup from advertisers, so that there are no setup links.',
        remedy: 'The seller sets up the ads, or changes this setting.',
      },
    }),
  },
});

const openSetupLink: RunEffect = async ({ config: { secret } }, tx, { order, entry }) => {
  if (!(await hidesAdSetup(tx, order))) await createSetupLink(tx, { secret, orderId: order.id, at: entry.at });
  return undefined;
};

export const setupLinkEffects = { openSetupLink } satisfies Partial<Effects>;

async function createSetupLink(
  tx: Tx,
  { secret, orderId, at }: { secret: string; orderId: string; at: Date },
): Promise<void> {
  const id = randomUUID();
  const tokenHash = hashOf(setupTokenFor(secret, id));
  const expiresAt = later(at, limits.setupLink.days * dayMs);
  await tx.setupLink.create({ data: { id, orderId, tokenHash, createdAt: at, expiresAt } });
}

/** Revokes the setup links of an order in the transaction of the cause. */
export async function endSetupLinks(tx: Tx, { orderId, at }: { orderId: string; at: Date }): Promise<void> {
  await tx.setupLink.updateMany({ where: { orderId, revokedAt: null }, data: { revokedAt: at } });
}

async function hidesAdSetup(tx: Tx, { sellerId }: Pick<Order, 'sellerId'>): Promise<boolean> {
  return (await tx.account.count({ where: { id: sellerId, hidesAdSetup: true } })) > 0;
}

/**
 * Creates a new setup link for an order and e-mails it to the advertiser; the previous link is revoked.
 * @throws NotSignedIn, ScopeMissing, RateLimited, OrderNotFound, SetupLinkUnavailable
 */
export async function rotateSetupLink(app: OrderServices, viewer: Viewer, orderId: string): Promise<void> {
  const member = requireEditor(viewer, 'rotateSetupLink');
  await app.rateLimiter.consume('setupLinkRotations', limitOwnerOf(member));
  const order = await app.db.$transaction(async (tx) => {
    const { before, role } = await lockAsParty(tx, member, orderId);
    if (orderState(before.status).final) throw new SetupLinkUnavailable('ORDER_ENDED');
    if (await hidesAdSetup(tx, before)) throw new SetupLinkUnavailable('SETUP_HIDDEN');
    const at = app.clock.now();
    await endSetupLinks(tx, { orderId, at });
    await createSetupLink(tx, { secret: app.config.secret, orderId, at });
    const entry = { type: 'rotateSetupLink', at, role, ...entryActor(actorIn(before, member)) } as const;
    const { order: after } = await appendToTimeline(tx, before, entry);
    await app.queueEmails(tx, after, after.logNumber, [{ mail: 'ad-setup', role: 'advertiser' }]);
    return after;
  });
  publishOrderChange(app, order);
}

/**
 * Revokes the setup link of an order; without a valid link it changes nothing.
 * @throws NotSignedIn, ScopeMissing, OrderNotFound, SetupLinkUnavailable
 */
export async function revokeSetupLink(app: OrderServices, viewer: Viewer, orderId: string): Promise<void> {
  const member = requireEditor(viewer, 'revokeSetupLink');
  const order = await app.db.$transaction(async (tx) => {
    const { before, role } = await lockAsParty(tx, member, orderId);
    const at = app.clock.now();
    const working = await tx.setupLink.count({ where: { AND: [{ orderId }, workingSetupLinks(at)] } });
    // A link that is disabled because the seller hides ad setup is revoked too.
    await endSetupLinks(tx, { orderId, at });
    if (working === 0) return undefined;
    const entry = { type: 'revokeSetupLink', at, role, ...entryActor(actorIn(before, member)) } as const;
    return (await appendToTimeline(tx, before, entry)).order;
  });
  if (order) publishOrderChange(app, order);
}

async function lockAsParty(tx: Tx, viewer: Member, orderId: string): Promise<{ before: Order; role: PersonRole }> {
  const before = await lockOrder(tx, orderId, visibleOrderSql(viewer));
  const role = roleIn(before, viewer);
  if (role !== 'advertiser' && role !== 'seller')
    throw new SetupLinkUnavailable(
      'WRONG_ROLE',
      'Only the advertiser and the seller of the order can change its setup link.',
    );
  return { before, role };
}
