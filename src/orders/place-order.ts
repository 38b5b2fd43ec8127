import { orderableSpaces } from '../access/access.ts';
import { AccountRefused, entryActor, requireActor } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { OrderItem, PaymentMethod, PaymentStatus, Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { Db, Tx } from '../platform/db.ts';
import { InputInvalid, type InputProblem } from '../platform/errors.ts';
import { lockName } from '../platform/lock-name.ts';
import { parseValues, toJson } from '../process/fields.ts';
import { emailsCausedBy } from '../process/guards.ts';
import { orderProcess } from '../process/order.ts';
import { isPaidByLink } from '../process/payment-methods.ts';
import { readMarketplace } from '../services/marketplace-settings.ts';
import type { OrderServices } from '../services/order-services.ts';
import { runEffect } from './effects.ts';
import { findByIdempotencyKey, type IdempotentRequest } from './idempotency.ts';
import { type ItemDays, type ItemRequest, parseItemDays, withoutDays } from './item-days.ts';
import type { Order } from './order.ts';
import { type TaxTerms, taxedTotalOf } from './order-tax.ts';
import { textOfOrder, writeTexts } from './search/order-texts.ts';
import { publishOrderChange, waitingAdsColumns, waitingForColumns } from './take-step.ts';
import { appendToTimeline, type NewEntry } from './timeline/timeline.ts';
import { startTimers } from './timers.ts';

export interface PlaceOrderCall {
  /** Brief and payment method, as the table asks for them. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Ids of the price options that are bought, all of one seller and in one currency. Either this or `items`. */
  readonly priceOptionIds?: readonly string[] | undefined;
  /** The items that are bought, with the days on which each is to run. */
  readonly items?: readonly ItemRequest[] | undefined;
  readonly idempotencyKey?: string | undefined;
}

/**
 * Places an order: fixes the prices as they are now, opens the timeline, and e-mails both parties.
 * The same idempotency key again gives the order that was placed first.
 * @throws NotSignedIn, ScopeMissing, AccountRefused, InputInvalid, IdempotencyKeyReused, or what an effect refuses; then nothing has been created.
 */
export async function placeOrder(app: OrderServices, viewer: Viewer, call: PlaceOrderCall): Promise<Order> {
  const actor = requireActor(viewer, 'placeOrder');
  const { accountId } = actor;
  const { values, problems } = parseValues(orderProcess.steps.placeOrder, call.input);
  problems.push(...itemProblems(call), ...methodProblems(app, call.input));
  if (problems.length > 0) throw new InputInvalid(problems);
  const requests: readonly ItemRequest[] =
    call.items ?? (call.priceOptionIds ?? []).map((id) => ({ priceOptionId: id }));
  const priceOptionIds = requests.map(({ priceOptionId }) => priceOptionId);
  const loggedInput = toJson({ ...values, priceOptionIds, ...(call.items ? { items: call.items } : {}) });

  const order = await app.db.$transaction(async (tx) => {
    const idempotentRequest = {
      actorId: accountId,
      idempotencyKey: call.idempotencyKey,
      type: 'placeOrder',
      input: loggedInput,
    } as const;
    await waitForOwnKey(tx, idempotentRequest);
    const earlierEntry = await findByIdempotencyKey(tx, idempotentRequest);
    if (earlierEntry) return tx.order.findUniqueOrThrow({ where: { id: earlierEntry.orderId } });
    const field = itemsField(call);
    await lockParties(tx, { advertiserId: accountId, priceOptionIds });
    const options = await requireOptions(tx, { ids: priceOptionIds, advertiserId: accountId, field });
    const days = requireItemDays(options, requests, app.clock.now());
    return createOrder(app, tx, {
      advertiserId: accountId,
      sellerId: options[0].space.sellerId,
      brief: values.brief,
      paymentMethod: values.paymentMethod,
      items: options.map((option, index) => ({ ...itemOf(option), ...(days[index] ?? withoutDays) })),
      entry: {
        role: 'advertiser',
        ...entryActor(actor),
        input: loggedInput,
        idempotencyKey: call.idempotencyKey ?? null,
      },
    });
  });
  publishOrderChange(app, order);
  return order;
}

/** Calls with the same key wait here for each other, since there is no order yet whose row they could wait for. */
async function waitForOwnKey(
  tx: Tx,
  { actorId, idempotencyKey }: Pick<IdempotentRequest, 'actorId' | 'idempotencyKey'>,
): Promise<void> {
  if (idempotencyKey === undefined) return;
  await lockName(tx, `${actorId}:${idempotencyKey}`);
}

type RequestedItems = Pick<PlaceOrderCall, 'priceOptionIds' | 'items'>;

/** The field of the input that has the items. */
const itemsField = ({ items }: RequestedItems) => (items ? 'items' : 'priceOptionIds');

function itemProblems({ priceOptionIds, items }: RequestedItems): InputProblem[] {
  const field = itemsField({ items });
  if (items && priceOptionIds) return [{ field, message: 'must be absent if there are `priceOptionIds`' }];
  return countProblems(field, (items ?? priceOptionIds ?? []).length);
}

function countProblems(field: string, count: number): InputProblem[] {
  if (count === 0) return [{ field, message: 'must contain at least one price option' }];
  if (count > limits.itemsPerOrder)
    return [{ field, message: `must contain at most ${limits.itemsPerOrder} price options` }];
  return [];
}

/** @throws InputInvalid if an order cannot have so many items */
export function requireItemCount(field: string, count: number): void {
  const problems = countProblems(field, count);
  if (problems.length > 0) throw new InputInvalid(problems);
}

/** The days of each item. @throws InputInvalid with the problems of all items */
function requireItemDays(options: readonly Option[], requests: readonly ItemRequest[], now: Date): ItemDays[] {
  const parsed = options.map((option, index) =>
    parseItemDays(option, requests[index] ?? { priceOptionId: option.id }, { now, path: `items.${index}` }),
  );
  const problems = parsed.flatMap((one) => one.problems);
  if (problems.length > 0) throw new InputInvalid(problems);
  return parsed.map(({ days }) => days);
}

function methodProblems({ config }: OrderServices, { paymentMethod }: PlaceOrderCall['input']): InputProblem[] {
  const { methods } = config.payments;
  return methods.some((method) => method === paymentMethod)
    ? []
    : [{ field: 'paymentMethod', message: `must be one of ${methods.join(', ')}` }];
}

type Option = Prisma.PriceOptionGetPayload<{ include: { space: { include: { seller: true } } } }>;

/**
 * Locks the accounts of an order that is being placed until the transaction ends, so that none of them is closed or
 * suspended before the order exists. Orders do not wait for each other here.
 * @throws AccountRefused
 */
async function lockParties(
  tx: Tx,
  { advertiserId, priceOptionIds }: { readonly advertiserId: string; readonly priceOptionIds: readonly string[] },
): Promise<void> {
  // In the order of the ids, so that two transactions never wait for each other.
  const accounts = await tx.$queryRaw<{ id: string; isSuspended: boolean; isClosed: boolean }[]>`
    select id, suspended_at is not null as "isSuspended", closed_at is not null as "isClosed" from account
    where id = ${advertiserId}::uuid or id in (
      select seller_id from price_option join space on space.id = space_id
      where price_option.id = any(${[...priceOptionIds]}::uuid[])
    )
    order by id for share`;
  const advertiser = accounts.find(({ id }) => id === advertiserId);
  if (!advertiser || advertiser.isClosed) throw new AccountRefused('ACCOUNT_MISSING');
  if (advertiser.isSuspended) throw new AccountRefused('ACCOUNT_SUSPENDED');
}

/** The price options with their spaces, one for each id. @throws InputInvalid if they cannot be the items of one order */
export async function requireOptions(
  tx: Db | Tx,
  {
    ids,
    advertiserId,
    field,
  }: { readonly ids: readonly string[]; readonly advertiserId: string | undefined; readonly field: string },
): Promise<[Option, ...Option[]]> {
  const listedOptions = await tx.priceOption.findMany({
    where: { id: { in: [...ids] }, archivedAt: null, space: orderableSpaces },
    include: { space: { include: { seller: true } } },
  });
  const refuse = (message: string): never => {
    throw new InputInvalid([{ field, message }]);
  };
  const options = ids.map(
    (id) => listedOptions.find((option) => option.id === id) ?? refuse('contains a price option that is not available'),
  );
  const [first] = options;
  if (options.some((option) => option.space.sellerId !== first?.space.sellerId))
    refuse('must belong to one seller; place one order per seller');
  if (options.some((option) => option.currency !== first?.currency))
    refuse('must have one currency; place one order per currency');
  if (first?.space.sellerId === advertiserId) refuse('must belong to another seller; you cannot order your own space');
  if (!first) throw new Error('An order needs an item');
  return [first, ...options.slice(1)];
}

/** An item that is bought. It keeps its price and what was bought for it: later changes of the option do not affect it. */
export type NewItem = Pick<
  OrderItem,
  'priceOptionId' | 'title' | 'priceMinorUnits' | 'currency' | 'measure' | 'quantity' | 'isMonthly'
> &
  ItemDays;

/** A purchase without the days that it names. */
type Purchase = Omit<NewItem, keyof ItemDays>;

/** The purchase of an item, without the order that it belongs to. */
export const purchaseOf = ({
  priceOptionId,
  title,
  priceMinorUnits,
  currency,
  measure,
  quantity,
  isMonthly,
}: Purchase): Purchase => ({ priceOptionId, title, priceMinorUnits, currency, measure, quantity, isMonthly });

const itemOf = ({ id, space, title, ...option }: Option): Purchase =>
  purchaseOf({ ...option, priceOptionId: id, title: `${space.title}: ${title}` });

export interface NewOrder extends Pick<Order, 'advertiserId' | 'sellerId' | 'brief' | 'paymentMethod'> {
  /** Drawn by the database if absent. */
  readonly id?: string;
  /** The order that it renews. */
  readonly predecessorId?: string;
  /** In one currency. */
  readonly items: readonly NewItem[];
  /** The content of the first entry. */
  readonly entry: Pick<NewEntry, 'role' | 'actorId' | 'applicationId' | 'personId' | 'input' | 'idempotencyKey'>;
}

/** The first payment status: a payment of more than 0 that people confirm (bank transfer, cash) is awaited from the beginning. */
const firstStatus = (method: PaymentMethod, total: bigint): PaymentStatus =>
  total === 0n || isPaidByLink(method) ? 'NONE' : 'AWAITING_MANUAL_PAYMENT';

/** Makes an order with its timeline, in the transaction of whatever it is made for. */
export async function createOrder(app: OrderServices, tx: Tx, newOrder: NewOrder): Promise<Order> {
  const { items, entry: firstEntry, ...columns } = newOrder;
  const row = app.tables.current.steps.placeOrder;
  const at = app.clock.now();
  const { feeBasisPoints } = await readMarketplace(tx);
  const taxTerms = await readTaxTerms(tx, newOrder);
  const placed = await tx.order.create({
    data: {
      ...columns,
      currency: items[0]?.currency ?? '',
      ...taxedTotalOf(itemsTotal(items), taxTerms),
      feeBasisPoints,
      status: orderProcess.initial,
      processVersion: app.tables.current.version,
      statusSince: at,
      stateVisit: 1,
      revision: 1,
      logNumber: 1,
      paymentStatus: firstStatus(newOrder.paymentMethod, itemsTotal(items)),
      proofStatus: 'NONE',
      waitingOnAdvertiser: false,
      waitingOnSeller: false,
      waitingOnOperator: false,
      createdAt: at,
      lastActivityAt: at,
      items: { create: items.map((item, index) => ({ ...item, position: index + 1 })) },
    },
  });
  await writeTexts(tx, [await textOfNewOrder(tx, placed, items)]);
  const { order: appended, entry } = await appendToTimeline(
    tx,
    // The row already counts the entry that comes with it: the database holds no order without one.
    { ...placed, logNumber: 0 },
    { ...firstEntry, type: 'placeOrder', at, fromStatus: null, toStatus: orderProcess.initial },
    waitingForColumns(app, placed),
  );
  const { brief, paymentMethod } = appended;
  let order = appended;
  for (const name of row.effects ?? []) {
    const { waitingAds } = (await runEffect(app, tx, name, { order, entry, input: { brief, paymentMethod } })) ?? {};
    if (waitingAds)
      order = await tx.order.update({ where: { id: order.id }, data: waitingAdsColumns(app, order, waitingAds) });
  }
  await startTimers(app, tx, order, at);
  await app.queueEmails(tx, order, entry.number, emailsCausedBy(row, firstEntry.role));
  return order;
}

/** The tax terms of the seller; of the order that is renewed, whose next month has been requested with them. */
function readTaxTerms(tx: Tx, { sellerId, predecessorId }: NewOrder): Promise<TaxTerms> {
  const select = { taxBasisPoints: true, pricesIncludeTax: true } as const;
  return predecessorId === undefined
    ? tx.account.findUniqueOrThrow({ where: { id: sellerId }, select })
    : tx.order.findUniqueOrThrow({ where: { id: predecessorId }, select });
}

/** The sum of the prices of the items, before a tax that is added to them. */
export const itemsTotal = (items: readonly Pick<NewItem, 'priceMinorUnits'>[]): bigint =>
  items.reduce((sum, { priceMinorUnits }) => sum + priceMinorUnits, 0n);

/** The text that a search for a new order matches; its number comes from the database. */
async function textOfNewOrder(tx: Tx, { id, number, brief, advertiserId, sellerId }: Order, items: readonly NewItem[]) {
  // Until the order is committed, the parties are not renamed: a change of the name could not find the new order.
  const parties = await tx.$queryRaw<{ name: string }[]>`
    select name from account where id in (${advertiserId}::uuid, ${sellerId}::uuid) order by id for share`;
  return textOfOrder(id, {
    ...{ number, brief },
    itemTitles: items.map(({ title }) => title),
    partyNames: parties.map(({ name }) => name),
  });
}
