/** People, price options and orders for tests, created through the public API. */

import { openSession } from '../../src/auth/sessions.ts';
import type { MembershipRole, PaymentMethod } from '../../src/generated/prisma/client.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { dayMs, later } from '../../src/platform/clock.ts';
import { nilUuid } from '../../src/platform/uuid.ts';
import { pathTo } from '../../src/process/analyze.ts';
import { firstDaysUntil, type Role } from '../../src/process/define.ts';
import type { Field, InputSpec } from '../../src/process/fields.ts';
import { type OrderStatus, type OrderStep, orderProcess, orderRow } from '../../src/process/order.ts';
import { periods } from '../../src/process/periods.ts';
import { renewDueOrders } from '../../src/renewals/renew-due.ts';
import { type ApiClient, apiClient, type Data } from './client.ts';
import type { TestServer } from './server.ts';

/** A person with a session, who owns an account of the same name. */
export interface TestPerson extends ApiClient {
  readonly personId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly sessionToken: string;
}

export interface TestOrder {
  readonly id: string;
  readonly number: number;
  readonly advertiser: TestPerson;
  readonly seller: TestPerson;
  readonly operator: TestPerson;
}

/** The purchase of a price option. */
export interface Purchase {
  readonly measure: 'DAYS' | 'IMPRESSIONS' | 'CLICKS' | 'FLAT';
  /** Null for FLAT. */
  readonly quantity: number | null;
  readonly isMonthly?: boolean;
}

export interface OrderOptions {
  readonly status?: OrderStatus;
  readonly advertiser?: TestPerson;
  readonly seller?: TestPerson;
  readonly brief?: string;
  /** Bank transfer if left out. A payment by link was requested in PAYMENT_REQUIRED; in later statuses it was confirmed manually. */
  readonly paymentMethod?: PaymentMethod;
  /** Else seven days. */
  readonly bought?: Purchase;
  /** Else 100.00 EUR. */
  readonly price?: { readonly minorUnits: number; readonly currency: string };
}

/** A purchase that is paid every month. */
export const oneMonth: Purchase = { measure: 'DAYS', quantity: 30, isMonthly: true };

export type Factory = ReturnType<typeof factoryFor>;

let counter = 0;

/** `sessionDays`: how long people stay signed in, for tests that let more time pass than a session lasts. */
export function factoryFor(server: TestServer, { sessionDays }: { sessionDays?: number } = {}) {
  const createPerson = async ({
    name = `Person ${++counter}`,
    isOperator = false,
  }: {
    name?: string;
    isOperator?: boolean;
  } = {}): Promise<TestPerson> => {
    const email = `p${++counter}@people.example`;
    const createdAt = server.clock.now();
    const { id: accountId } = await server.app.db.account.create({
      data: {
        name,
        contactEmail: email,
        isOperator,
        createdAt,
        paymentInstructions: 'IBAN DE02 1203 0000 0000 2020 51',
      },
    });
    const memberships = { create: [{ accountId, role: 'OWNER' as const, createdAt }] };
    const { id: personId } = await server.app.db.person.create({ data: { name, email, createdAt, memberships } });
    const { token } = await server.app.db.$transaction((tx) => openSession(server.app, tx, personId));
    if (sessionDays) {
      const expiresAt = later(server.clock.now(), sessionDays * dayMs);
      await server.app.db.session.updateMany({ where: { personId }, data: { expiresAt } });
    }
    return { ...apiClient(server.url, token), personId, accountId, name, email, sessionToken: token };
  };
  /** A person who belongs to an existing account and has no account besides. */
  const createMember = async (
    { accountId }: Pick<TestPerson, 'accountId'>,
    role: MembershipRole,
  ): Promise<TestPerson> => {
    const [name, email] = [`Member ${++counter}`, `m${counter}@people.example`];
    const createdAt = server.clock.now();
    const memberships = { create: [{ accountId, role, createdAt }] };
    const { id: personId } = await server.app.db.person.create({ data: { name, email, createdAt, memberships } });
    const { token } = await server.app.db.$transaction((tx) => openSession(server.app, tx, personId));
    return { ...apiClient(server.url, token), personId, accountId, name, email, sessionToken: token };
  };
  const createOperator = () => createPerson({ name: 'The operator', isOperator: true });

  /** A space of this seller with one price option of 100.00 EUR; returns the option's id. */
  const createPriceOption = async (
    seller: TestPerson,
    { price = 10_000, currency = 'EUR', bought }: { price?: number; currency?: string; bought?: Purchase } = {},
  ): Promise<string> => {
    const { measure, quantity, isMonthly = false } = bought ?? { measure: 'DAYS', quantity: 7 };
    const space = await server.app.db.space.create({
      data: {
        sellerId: seller.accountId,
        status: 'LISTED',
        title: `Space ${++counter}`,
        description: 'A place for an ad.',
        createdAt: server.clock.now(),
        options: {
          create: [
            { title: 'one week', priceMinorUnits: BigInt(price), currency, measure, quantity, isMonthly, position: 1 },
          ],
        },
      },
      include: { options: true },
    });
    return toGlobalId('PriceOption', space.options[0]?.id ?? '');
  };

  const placeOrder = async (
    advertiser: TestPerson,
    seller: TestPerson,
    {
      brief = 'An ad for tea.',
      bought,
      paymentMethod = 'BANK_TRANSFER',
      price,
    }: Pick<OrderOptions, 'brief' | 'bought' | 'paymentMethod' | 'price'> = {},
  ): Promise<{ id: string; number: number }> => {
    const option = await createPriceOption(seller, {
      ...(bought ? { bought } : {}),
      ...(price ? { price: price.minorUnits, currency: price.currency } : {}),
    });
    const { placeOrder: order } = await advertiser.ask(
      `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id number } ... on Refusal { message } } }`,
      { input: { priceOptionIds: [option], brief, paymentMethod } },
    );
    if (!order.id) throw new Error(`placeOrder was refused: ${order.message}`);
    return order;
  };

  /** An order in a status, brought there by taking the steps of the table, each by a person who may take it. */
  const createOrder = async ({
    status = 'PENDING',
    advertiser,
    seller,
    ...params
  }: OrderOptions = {}): Promise<TestOrder> => {
    const cast = {
      advertiser: advertiser ?? (await createPerson()),
      seller: seller ?? (await createPerson()),
      operator: await createOperator(),
    };
    const order: TestOrder = { ...(await placeOrder(cast.advertiser, cast.seller, params)), ...cast };
    for (const step of pathTo(orderProcess, status) ?? []) await takeStep(order, step);
    return order;
  };

  /** Takes a step as a person who may take it; the steps of the clock by advancing the clock. */
  const takeStep = async (order: TestOrder, step: OrderStep, input?: Record<string, unknown>): Promise<void> => {
    const row = orderRow(step);
    const role = row.by[0] ?? 'system';
    if (role === 'system') {
      server.clock.advance({ days: firstDaysUntil(row) ?? 0 });
      await fireDueTimers(server.app);
      return;
    }
    const answer = await takeStepAs(order[role], order, step, input);
    if (answer.__typename !== 'Order') throw new Error(`${step} was refused: ${answer.message}`);
  };

  /** An order in which the conditions of a step by a role hold; in `status`, or else in one from which it can be taken. */
  const createOrderFor = async (step: OrderStep, status?: OrderStatus, role?: Role): Promise<TestOrder> => {
    const { from, guards = [], by } = orderRow(step);
    const taker = role ?? by[0];
    const needs = (...names: readonly string[]) => guards.some((need) => names.includes(need));
    if (needs('offerIsOpen', 'offerIsYours', 'offerIsToAnswer')) {
      const order = await createOrder(status ? { status } : {});
      const isOwn = (taker === 'advertiser') === needs('offerIsYours');
      await takeStepAs(isOwn ? order.advertiser : order.seller, order, 'proposeOffer');
      return order;
    }
    // From the second status of a row: the first may be the target of an override.
    const targetStatus = status ?? from[1] ?? from[0];
    if (guards.includes('nothingIsToPay'))
      return createOrder({ status: targetStatus ?? 'PENDING', price: { minorUnits: 0, currency: 'EUR' } });
    if (guards.includes('isNotPaidInFull')) {
      const order = await createOrder();
      await takeStepAs(order.operator, order, 'overrideOrderStatus', { status: targetStatus, reason: 'It runs.' });
      return order;
    }
    if (guards.includes('paymentIsReported')) {
      const order = await createOrder({ status: 'PAYMENT_REQUIRED' });
      await takeStep(order, 'reportPayment');
      return order;
    }
    const params = targetStatus ? { status: targetStatus } : {};
    if (needs('cancellationIsRequested', 'cancellationIsToDecide')) {
      const order = await createOrder(params);
      await takeStepAs(order.advertiser, order, 'requestCancellation');
      return order;
    }
    if (needs('disputeIsYours') && taker) {
      const order = await createOrder({ status: 'COMPLETED' });
      await takeStepAs(taker === 'seller' ? order.seller : order.advertiser, order, 'openDispute');
      return order;
    }
    if (!needs('renewalIsAsked', 'renewalCanBeStopped')) return createOrder(params);
    const order = await createOrder({ status: 'PAYMENT_RECEIVED', bought: oneMonth });
    if (needs('renewalIsAsked')) {
      server.clock.advance({ days: 31 - periods.renewalNotice });
      await renewDueOrders(server.app);
    }
    return order;
  };

  return { createPerson, createMember, createOperator, createPriceOption, createOrder, createOrderFor, takeStep };
}

/** Takes a step as this person, with a sample of its input, and returns the result. Items are proposed at another price. */
export async function takeStepAs(
  person: ApiClient,
  order: { id: string },
  step: OrderStep,
  input: Record<string, unknown> = sampleInput(orderRow(step)),
): Promise<Data> {
  const name = step.charAt(0).toUpperCase() + step.slice(1);
  const whole = await withSampleItems(person, order, step, input);
  const { [step]: answer } = await person.ask(
    `mutation ($input: ${name}Input!) { ${step}(input: $input) { __typename
      ... on Order { id status revision cursor paymentStatus proofStatus }
      ... on Refusal { message code recovery }
      ... on InputInvalid { problems { field message } }
      ... on StepNotAllowed { step current { status revision allowedSteps } }
      ... on StaleRevision { expectedRevision current { status revision allowedSteps } } } }`,
    { input: { orderId: order.id, ...whole } },
  );
  return answer;
}

/** The input with the items of the order at new prices, if the step asks for items and the input has none. */
export async function withSampleItems(
  person: ApiClient,
  order: { id: string },
  step: OrderStep,
  input: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const asksForItems = Object.values(orderRow(step).input ?? {}).some(({ kind }) => kind === 'items');
  return asksForItems && input['items'] === undefined ? { ...input, items: await sampleItems(person, order) } : input;
}

/** The items of the order, each at a new price; for a person who does not see the order, an item that does not exist. */
async function sampleItems(person: ApiClient, { id }: { id: string }): Promise<Data[]> {
  const query = 'query ($id: ID!) { order(id: $id) { items { priceOption { id } price { currency } } } }';
  const { order } = await person.ask(query, { id });
  const unknownItem = { priceOption: { id: toGlobalId('PriceOption', nilUuid) }, price: { currency: 'EUR' } };
  return (order?.items ?? [unknownItem]).map(({ priceOption, price: { currency } }: Data) => ({
    priceOptionId: priceOption.id,
    price: { minorUnits: 9_000 + ++samples, currency },
  }));
}

let samples = 0;

/** A valid value for every required field, and for the first field of an alternative. */
export function sampleInput({ input = {}, oneOf = [] }: InputSpec): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input)
      // Items depend on the order: `takeStepAs` adds them.
      .filter(([name, field]) => (field.required || name === oneOf[0]) && field.kind !== 'items')
      .map(([name, field]) => [name, sampleOf(name, field)]),
  );
}

function sampleOf(name: string, field: Field): unknown {
  switch (field.kind) {
    case 'text':
      return `${name} ${++samples}`;
    case 'link':
      return `https://proof.example/${++samples}`;
    case 'date':
      return '2099-01-01T00:00:00.000Z';
    case 'money':
      return { minorUnits: 10_000, currency: 'EUR' };
    case 'number':
      return field.min;
    case 'choice':
      return field.values?.[0];
    case 'files':
    case 'items':
      throw new Error(`A sample of ${name} has to be created`);
    case 'id':
      return toGlobalId(field.name ?? '', '00000000-0000-7000-8000-000000000000');
  }
}

/** The person who acts for a role in an order. */
export const inRole = (order: TestOrder, role: Exclude<Role, 'system'>): TestPerson => order[role];
