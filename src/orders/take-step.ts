/** The engine: takes a step of the process table in one transaction. */
import { roleIn, visibleOrderSql } from '../access/access.ts';
import { actorIn, entryActor, requireEditor } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { latestOf } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { IdempotencyKeyReused, InputInvalid } from '../platform/errors.ts';
import { randomId } from '../platform/secrets.ts';
import type { PersonRole, Role } from '../process/define.ts';
import { type Fields, parseValues, toJson } from '../process/fields.ts';
import { emailsCausedBy } from '../process/guards.ts';
import { type OrderStep, orderRow, orderState } from '../process/order.ts';
import type {
  OrderPatch,
  OrderRules,
  OrderServices,
  TopicUpdates,
  WithTopicUpdates,
} from '../services/order-services.ts';
import { checkStep, snapshotFor } from './actions.ts';
import { runEffect } from './effects.ts';
import { findByIdempotencyKey } from './idempotency.ts';
import { computeMissing, missingFields } from './missing-values.ts';
import { awaitedRoles, firstAnswerAt, type Order, topicUpdatesFor } from './order.ts';
import { OrderNotFound, StaleRevision, StepNotAllowed } from './order-refusals.ts';
import { appendToTimeline, type Entry, type NewEntry, type OrderChange } from './timeline/timeline.ts';
import { moveTimers } from './timers.ts';
import { computeTransition, type Transition } from './transition.ts';

export interface StepCall {
  readonly orderId: string;
  readonly step: OrderStep;
  /** The input as the client sent it. GraphQL has checked the types; values are checked here. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The revision that the order must have. */
  readonly expectedRevision?: number | undefined;
  /** A repeated call of the same actor with the same key changes nothing and returns the first result. */
  readonly idempotencyKey?: string | undefined;
}

/**
 * Takes a step for a person, or for an application on behalf of its account.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, OrderNotFound, InputInvalid, StepNotAllowed, StaleRevision, IdempotencyKeyReused, or what an effect refuses; then nothing has changed.
 */
export async function takeStep(app: OrderServices, viewer: Viewer, call: StepCall): Promise<Order> {
  requireEditor(viewer, call.step);
  const { values, problems } = parseValues(orderRow(call.step), call.input);
  if (problems.length > 0) throw new InputInvalid(problems);

  const order = await app.db
    .$transaction(async (tx) => {
      const before = await lockOrder(tx, call.orderId, visibleOrderSql(viewer));
      const role = roleIn(before, viewer);
      const actor = actorIn(before, viewer);
      const loggedInput = toJson(values);
      const idempotentRequest = {
        actorId: actor.accountId,
        idempotencyKey: call.idempotencyKey,
        type: call.step,
        orderId: before.id,
        effectFields: { ...orderRow(call.step).logs, ...missingFields(orderRow(call.step).input, values) },
      };
      if (await findByIdempotencyKey(tx, { ...idempotentRequest, input: loggedInput })) return before;
      if (call.expectedRevision !== undefined && call.expectedRevision !== before.revision)
        throw new StaleRevision({
          expectedRevision: call.expectedRevision,
          current: snapshotFor(app, before, role),
        });
      return applyStep(app, tx, before, {
        step: call.step,
        input: values,
        loggedInput,
        role,
        ...entryActor(actor),
        idempotencyKey: call.idempotencyKey,
      });
    })
    .catch(refuseReusedKey);
  publishOrderChange(app, order);
  return order;
}

/**
 * Takes a step for the system (the clock, a payment that arrived), in a transaction that already holds the order.
 * @throws StepNotAllowed
 */
export function takeStepAsSystem(
  app: OrderServices,
  tx: Tx,
  before: Order,
  { step, input = {} }: { step: OrderStep; input?: Readonly<Record<string, unknown>> },
): Promise<Order> {
  return applyStep(app, tx, before, { step, input, loggedInput: toJson(input), role: 'system', actorId: null });
}

/** The actor of a log entry, in a role. */
type ActorInRole = Pick<Entry, 'role' | 'actorId' | 'applicationId' | 'personId'>;

/**
 * Takes a step without checking its guards, status and role, in the transaction of another step and for its actor: for an
 * order that the other step sets up.
 */
export function takeStepUnchecked(
  app: OrderServices,
  tx: Tx,
  before: Order,
  { step, input, by }: { step: OrderStep; input: Readonly<Record<string, unknown>>; by: ActorInRole },
): Promise<Order> {
  const { role, actorId, applicationId, personId } = by;
  return applyStep(app, tx, before, {
    step,
    input,
    loggedInput: toJson(input),
    role,
    actorId,
    applicationId,
    personId,
    skipGuards: true,
  });
}

/** The values that a step logs besides its input: new ids of objects that it creates, and columns of the order before it. */
const loggedValues = (logs: Fields = {}, order: Order): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(logs).flatMap(([name, { isNew, column }]) =>
      isNew ? [[name, randomId()]] : column ? [[name, order[column]]] : [],
    ),
  );

/**
 * Two calls on different orders with one key at the same time: the table's unique index lets one of them in.
 * @throws IdempotencyKeyReused instead of the database's own error
 */
export function refuseReusedKey(error: unknown): never {
  if (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === 'P2002' &&
    error.meta?.['modelName'] === 'LogEntry'
  )
    throw new IdempotencyKeyReused();
  throw error;
}

/** After the commit: publishes the change. A lost notification costs time, not data. */
export function publishOrderChange(app: OrderServices, order: Parameters<typeof topicUpdatesFor>[0]): void {
  app.live.publishAll(topicUpdatesFor(order));
}

/**
 * Locks an order's row until the transaction ends; of several orders, take the locks in the order of their ids.
 * @throws OrderNotFound if it does not exist or `condition` (on the columns of "order") does not hold.
 */
export async function lockOrder(tx: Tx, orderId: string, condition: Prisma.Sql): Promise<Order> {
  const locked = await tx.$queryRaw<
    unknown[]
  >`select 1 from "order" where id = ${orderId}::uuid and ${condition} for update`;
  if (locked.length === 0) throw new OrderNotFound();
  return tx.order.findUniqueOrThrow({ where: { id: orderId } });
}

/** A step to apply, with its actor. */
interface StepRequest {
  readonly step: OrderStep;
  readonly input: Readonly<Record<string, unknown>>;
  /** The input as JSON, for the log entry. */
  readonly loggedInput: Record<string, unknown>;
  readonly role: Role | undefined;
  readonly actorId: string | null;
  readonly applicationId?: string | null;
  readonly personId?: string | null;
  readonly idempotencyKey?: string | undefined;
  /** True if status, role and guards are not checked. */
  readonly skipGuards?: boolean;
}

async function applyStep(
  app: OrderServices,
  tx: Tx,
  before: Order,
  request: StepRequest,
): Promise<Order & WithTopicUpdates> {
  const { step, role } = request;
  const row = app.tables.of(before.processVersion).steps[step];
  const guardFailure = request.skipGuards ? undefined : checkStep(app, before, step, role);
  if (guardFailure || !role)
    throw new StepNotAllowed(
      step,
      guardFailure ?? { code: 'WRONG_ROLE', reason: 'You are not a participant in this order.' },
      snapshotFor(app, before, personRole(role)),
    );

  const at = app.clock.now();
  const computed = computeMissing(app, before, { ...row.input, ...row.logs }, request.input);
  const input = { ...request.input, ...computed };
  const transition = computeTransition(app, before, row, { input, role });
  const newEntry: NewEntry = {
    type: step,
    at,
    actorId: request.actorId,
    applicationId: request.applicationId ?? null,
    personId: request.personId ?? null,
    role,
    input: { ...request.loggedInput, ...toJson(computed), ...loggedValues(row.logs, before) },
    fromStatus: before.status,
    toStatus: transition.status,
    revision: before.revision + 1,
    isOverride: row.override ?? false,
    idempotencyKey: request.idempotencyKey ?? null,
  };
  const topicUpdates: TopicUpdates[number][] = [];
  const { order: after, entry } = await appendToTimeline(tx, before, newEntry, async (entry) => {
    let patch: OrderPatch = {};
    for (const name of [...(row.effects ?? []), ...transition.effects]) {
      const outcome = await runEffect(app, tx, name, { order: { ...before, ...patch }, entry, input });
      const { topicUpdates: more = [], ...columns } = outcome ?? {};
      patch = { ...patch, ...columns };
      topicUpdates.push(...more);
    }
    return orderChangeFor(app, before, { entry, transition, patch });
  });
  if (role === 'operator' && !request.skipGuards) await auditStep(app, tx, after, entry);
  await moveTimers(app, tx, { before, after, at });
  await app.queueEmails(tx, after, entry.number, emailsCausedBy(row, role));
  return { ...after, topicUpdates };
}

/** Appends a step of an operator to the audit log. */
function auditStep(app: OrderServices, tx: Tx, { id, number }: Order, entry: Entry): Promise<void> {
  const { type, fromStatus, toStatus, isOverride } = entry;
  const { reason } = entry.input as { reason?: unknown };
  return appendAuditEntry(app, tx, {
    personId: entry.personId,
    action: isOverride ? 'ORDER_STATUS_OVERRIDDEN' : 'ORDER_STEP_TAKEN',
    subject: { type: 'Order', id },
    reason: typeof reason === 'string' ? reason : null,
    details: { orderNumber: number, entryNumber: entry.number, step: type, fromStatus, toStatus },
  });
}

/** The change of a step to its order: every column, so that all steps share one prepared statement. */
function orderChangeFor(
  app: OrderRules,
  before: Order,
  { entry, transition, patch }: { entry: Entry; transition: Transition; patch: OrderPatch },
): OrderChange {
  const stateVisit = transition.stateVisit ?? entry.revision;
  const changed: Order & WithTopicUpdates = {
    ...before,
    ...patch,
    status: transition.status,
    // A list of plain objects is JSON.
    suspendedStates: transition.suspendedStates as unknown as Order['suspendedStates'],
    heldFor: orderState(transition.status).suspends ? (patch.heldFor ?? before.heldFor) : null,
    stateVisit,
    ...(stateVisit === before.stateVisit ? {} : { statusSince: entry.at, overdueSince: null }),
    revision: entry.revision,
    // Effects may have appended entries of their own.
    logNumber: patch.logNumber ?? entry.number,
    lastActivityAt: latestOf(before.lastActivityAt, entry.at),
    firstRespondedAt: firstAnswerAt(before, entry.role, entry.at),
  };
  const {
    id: _id,
    suspendedStates,
    waitingAds,
    topicUpdates: _,
    ...columns
  } = { ...changed, ...waitingForColumns(app, changed) };
  return {
    ...columns,
    suspendedStates: suspendedStates as Prisma.InputJsonArray,
    waitingAds: waitingAds as Prisma.InputJsonArray,
  };
}

/** The columns that follow from the ads of an order that wait. */
export const waitingAdsColumns = (app: OrderRules, order: Order, waitingAds: Order['waitingAds']) => ({
  waitingAds: waitingAds as Prisma.InputJsonArray,
  ...waitingForColumns(app, { ...order, waitingAds }),
});

/** The columns with the roles that are expected to act, for the attention filter. */
export function waitingForColumns(
  app: OrderRules,
  order: Order,
): Pick<Order, 'waitingOnAdvertiser' | 'waitingOnSeller' | 'waitingOnOperator'> {
  const awaited = awaitedRoles(app, order);
  return {
    waitingOnAdvertiser: awaited.has('advertiser'),
    waitingOnSeller: awaited.has('seller'),
    waitingOnOperator: awaited.has('operator'),
  };
}

const personRole = (role: Role | undefined): PersonRole | undefined => (role === 'system' ? undefined : role);
