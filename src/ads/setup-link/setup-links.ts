/** What becomes of setup links: made with the order, renewed or revoked by its parties, dead when it ends. */
import { randomUUID } from 'node:crypto';
import { roleIn, visibleOrderSql } from '../../access/access.ts';
import { requireMember } from '../../access/scopes.ts';
import { setupTokenFor, workingSetupLinks } from '../../access/setup-link-tokens.ts';
import { applicationOf, type Member, type Viewer } from '../../access/viewer.ts';
import { limits } from '../../limits.ts';
import { type Order, statusOf } from '../../orders/order.ts';
import { lockOrder, publishOrderChange } from '../../orders/take-step.ts';
import { appendEntry } from '../../orders/timeline/timeline.ts';
import { dayMs, later } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db.ts';
import { RateLimited, Refusal } from '../../platform/errors.ts';
import { hashOf } from '../../platform/secrets.ts';
import type { PersonRole } from '../../process/define.ts';
import { orderState } from '../../process/order.ts';
import type { Effect, Effects, OrderServices } from '../../services/order-services.ts';

const reasons = {
  WRONG_ROLE: 'The setup link is for the parties of the order: its advertiser and its seller.',
  ORDER_ENDED: 'The order has ended: there is nothing left to set up.',
  SETUP_HIDDEN: 'The seller hides ad setup: there are no setup links.',
} as const;

/** The setup link cannot be renewed or revoked: not by this viewer, or there can be none. */
export class SetupLinkUnavailable extends Refusal {
  constructor(code: keyof typeof reasons) {
    super(reasons[code], code, 'FINAL');
  }
}

/** What steps of an order do to its setup link. `secret` is what tokens are derived from. */
export function setupLinkEffects(secret: string) {
  const openSetupLink: Effect = async (tx, { order, entry }) => {
    if (!(await hidesAdSetup(tx, order))) await createSetupLink(tx, { secret, orderId: order.id, at: entry.at });
    return undefined;
  };
  return { openSetupLink } satisfies Partial<Effects>;
}

async function createSetupLink(
  tx: Tx,
  { secret, orderId, at }: { secret: string; orderId: string; at: Date },
): Promise<void> {
  const id = randomUUID();
  const tokenHash = hashOf(setupTokenFor(secret, id));
  const expiresAt = later(at, limits.setupLink.days * dayMs);
  await tx.setupLink.create({ data: { id, orderId, tokenHash, createdAt: at, expiresAt } });
}

/** Ends the setup links of an order, in the transaction of what ends them. */
export async function endSetupLinks(tx: Tx, { orderId, at }: { orderId: string; at: Date }): Promise<void> {
  await tx.setupLink.updateMany({ where: { orderId, revokedAt: null }, data: { revokedAt: at } });
}

async function hidesAdSetup(tx: Tx, { sellerId }: Pick<Order, 'sellerId'>): Promise<boolean> {
  return (await tx.account.count({ where: { id: sellerId, hidesAdSetup: true } })) > 0;
}

/**
 * Makes a new setup link for an order and mails it to the advertiser; the one before is dead from then on.
 * @throws NotSignedIn, ScopeMissing, RateLimited, OrderNotFound, SetupLinkUnavailable; then nothing has changed.
 */
export async function rotateSetupLink(app: OrderServices, viewer: Viewer, orderId: string): Promise<void> {
  const actor = requireMember(viewer, 'rotateSetupLink');
  const wait = await app.rateLimiter.take('setupLinkRotations', actor.accountId);
  if (wait !== undefined) throw new RateLimited(wait);
  const order = await app.db.$transaction(async (tx) => {
    const { before, role } = await lockAsParty(tx, actor, orderId);
    if (orderState(statusOf(before)).final) throw new SetupLinkUnavailable('ORDER_ENDED');
    if (await hidesAdSetup(tx, before)) throw new SetupLinkUnavailable('SETUP_HIDDEN');
    const at = app.clock.now();
    await endSetupLinks(tx, { orderId, at });
    await createSetupLink(tx, { secret: app.config.secret, orderId, at });
    const after = await note(tx, before, { type: 'rotateSetupLink', at, role, ...actorIn(actor) });
    await app.queueEmails(tx, after, after.logNumber, [{ mail: 'ad-setup', role: 'advertiser' }]);
    return after;
  });
  publishOrderChange(app, order);
}

/**
 * Ends the setup link of an order; where none works, nothing is changed.
 * @throws NotSignedIn, ScopeMissing, OrderNotFound, SetupLinkUnavailable
 */
export async function revokeSetupLink(app: OrderServices, viewer: Viewer, orderId: string): Promise<void> {
  const actor = requireMember(viewer, 'revokeSetupLink');
  const order = await app.db.$transaction(async (tx) => {
    const { before, role } = await lockAsParty(tx, actor, orderId);
    const at = app.clock.now();
    const working = await tx.setupLink.count({ where: { AND: [{ orderId }, workingSetupLinks(at)] } });
    // A link that only rests while the seller hides ad setup ends too.
    await endSetupLinks(tx, { orderId, at });
    if (working === 0) return undefined;
    return note(tx, before, { type: 'revokeSetupLink', at, role, ...actorIn(actor) });
  });
  if (order) publishOrderChange(app, order);
}

async function lockAsParty(tx: Tx, viewer: Member, orderId: string): Promise<{ before: Order; role: PersonRole }> {
  const before = await lockOrder(tx, orderId, visibleOrderSql(viewer));
  const role = roleIn(before, viewer);
  if (role !== 'advertiser' && role !== 'seller') throw new SetupLinkUnavailable('WRONG_ROLE');
  return { before, role };
}

interface Deed {
  readonly type: 'rotateSetupLink' | 'revokeSetupLink';
  readonly at: Date;
  readonly role: PersonRole;
  readonly actorId: string;
  readonly applicationId: string | null;
}

const actorIn = (actor: Member) => ({ actorId: actor.accountId, applicationId: applicationOf(actor) });

async function note(tx: Tx, { id, logNumber, revision }: Order, deed: Deed): Promise<Order> {
  const number = logNumber + 1;
  await appendEntry(tx, { ...deed, orderId: id, number, input: {}, revision });
  return tx.order.update({ where: { id }, data: { logNumber: number, lastActivityAt: deed.at } });
}
