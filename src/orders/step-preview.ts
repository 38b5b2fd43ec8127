/** Previews of steps: the step is taken in a transaction that is rolled back, so that preview and step are the same code. */
import { roleIn } from '../access/access.ts';
import { isMember, limitOwnerOf, type Viewer } from '../access/viewer.ts';
import type { Ad, Order, Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import { Refusal } from '../platform/errors.ts';
import type { PersonRole } from '../process/define.ts';
import { inTransaction } from '../services/in-transaction.ts';
import type { OrderServices } from '../services/order-services.ts';

/** The order and the ad that a step is about. An ad without an order has no `orderId`. */
export interface StepSubject {
  readonly orderId: string | null;
  readonly adId?: string;
}

/** An e-mail that a step queues. */
export interface QueuedEmail {
  /** Undefined if the step creates the order. */
  readonly orderId: string | undefined;
  readonly role: PersonRole;
  readonly template: string;
}

const stateParts = { ads: true, payments: true, movements: true, timers: true } as const satisfies Prisma.OrderInclude;

/** The stored rows that a step may change. */
export interface StepState {
  readonly order: Prisma.OrderGetPayload<{ include: typeof stateParts }> | null;
  readonly ads: readonly Ad[];
}

/** The effects of a step. */
export interface StepPreview {
  /** Undefined if the step creates its order. */
  readonly before: StepState | undefined;
  readonly after: StepState;
  readonly emails: readonly QueuedEmail[];
  /** The inputs of the entries that the step appends to the timeline of its order. */
  readonly entries: readonly Prisma.JsonValue[];
}

/** Thrown at the end of a preview: it rolls the transaction back. */
class PreviewIsComplete extends Error {
  readonly preview: StepPreview;
  constructor(preview: StepPreview) {
    super('The transaction of a preview is rolled back.');
    this.preview = preview;
  }
}

export interface PreviewedStep {
  /** Locks what the step changes, before its state is read. @throws Refusal if the viewer may not see it */
  readonly lock?: (tx: Tx) => Promise<StepSubject>;
  /** Takes the step with these services. @throws what the step throws */
  readonly take: (inside: OrderServices) => Promise<StepSubject>;
}

/**
 * Takes a step, reads its effects, and rolls it back: nothing is changed, sent or published, and no number of a timeline is
 * used up. It takes the locks of the step, and holds them for a few statements longer.
 * @throws RateLimited, or what the step throws
 */
export async function previewStep(app: OrderServices, viewer: Viewer, step: PreviewedStep): Promise<StepPreview> {
  if (isMember(viewer)) await app.rateLimiter.consume('previews', limitOwnerOf(viewer));
  else if (viewer.kind === 'setup-link') await app.rateLimiter.consume('previews', viewer.linkId);
  return app.db
    .$transaction(async (tx): Promise<StepPreview> => {
      throw new PreviewIsComplete(await takeAndRead(app, tx, viewer, step));
    })
    .catch((error: unknown) => {
      if (error instanceof PreviewIsComplete) return error.preview;
      throw error;
    });
}

async function takeAndRead(
  app: OrderServices,
  tx: Tx,
  viewer: Viewer,
  { lock, take }: PreviewedStep,
): Promise<StepPreview> {
  const subjectBefore = await lock?.(tx).catch(undefinedIfRefused);
  const before = subjectBefore && (await readState(tx, subjectBefore));
  const causes: { readonly order: Order; readonly entryNumber: number }[] = [];
  const inside = inTransaction(app, tx);
  const subject = await take({
    ...inside,
    queueEmails: (inner, order, entryNumber, emails) => {
      causes.push({ order, entryNumber });
      return inside.queueEmails(inner, order, entryNumber, emails);
    },
  });
  const after = await readState(tx, subject);
  // The parties of another order, such as that of a replaced ad, are not reported to people who do not see it.
  const visibleCauses = causes.filter(({ order }) => order.id === subject.orderId || roleIn(order, viewer));
  const isNew = ({ id, predecessorId }: Order) =>
    id === subject.orderId ? !before : predecessorId !== null && predecessorId === subject.orderId;
  const newOrders = new Set(causes.flatMap(({ order }) => (isNew(order) ? [order.id] : [])));
  return {
    before,
    after,
    emails: (await readEmails(tx, visibleCauses)).map((email) =>
      newOrders.has(email.orderId) ? { ...email, orderId: undefined } : email,
    ),
    entries: await readInputs(tx, subject, before?.order?.logNumber ?? 0),
  };
}

/** A refusal of the lock is that of the step, which comes at the moment at which the step makes it. */
function undefinedIfRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}

async function readState(tx: Tx, { orderId, adId }: StepSubject): Promise<StepState> {
  if (orderId === null) return { order: null, ads: await tx.ad.findMany({ where: { id: adId ?? '' } }) };
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, include: stateParts });
  return { order, ads: order.ads };
}

/** The e-mails about these entries, one of each kind for each role. */
async function readEmails(
  tx: Tx,
  causes: readonly { readonly order: Order; readonly entryNumber: number }[],
): Promise<readonly (QueuedEmail & { readonly orderId: string })[]> {
  if (causes.length === 0) return [];
  const emails = await tx.email.findMany({
    where: { OR: causes.map(({ order, entryNumber }) => ({ orderId: order.id, entryNumber })) },
    distinct: ['orderId', 'role', 'template'],
    orderBy: { id: 'asc' },
    select: { orderId: true, role: true, template: true },
  });
  return emails.flatMap(({ orderId, role, template }) => (orderId && role ? [{ orderId, role, template }] : []));
}

async function readInputs(tx: Tx, { orderId }: StepSubject, after: number): Promise<readonly Prisma.JsonValue[]> {
  if (orderId === null) return [];
  const entries = await tx.logEntry.findMany({
    where: { orderId, number: { gt: after } },
    orderBy: { number: 'asc' },
    select: { input: true },
  });
  return entries.map(({ input }) => input);
}
