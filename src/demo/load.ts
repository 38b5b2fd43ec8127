/** The demo data: people, spaces, and an order and an ad in every status, which they got by real steps. */
import { setTimeout as pause } from 'node:timers/promises';

import { roleIn } from '../access/access.ts';
import { type Person, soleOwnerOf } from '../access/viewer.ts';
import { createAccount } from '../accounts/create-account.ts';
import { addOperator, byCommandLine } from '../accounts/operators.ts';
import type { RightsServices } from '../accounts/rights.ts';
import { sendMessage } from '../messages/send-message.ts';
import { fireDueTimers } from '../orders/fire-timers.ts';
import type { Order } from '../orders/order.ts';
import { placeOrder } from '../orders/place-order.ts';
import { takeStep } from '../orders/take-step.ts';
import { dayMs, minuteMs } from '../platform/clock.ts';
import { pathTo } from '../process/analyze.ts';
import { firstDaysUntil } from '../process/define.ts';
import { type OrderStatus, type OrderStep, orderProcess, orderRow, orderStatuses } from '../process/order.ts';
import type { OrderServices } from '../services/order-services.ts';
import { changeSpaceStatus } from '../spaces/change-space-status.ts';
import { createSpace } from '../spaces/create-space.ts';
import { createPriceOption } from '../spaces/price-options.ts';
import { createDemoAds } from './ads.ts';
import { briefs, chatMessages, stepInputs } from './order-texts.ts';
import { type PersonName, peopleByName } from './people.ts';
import { servicesAgo } from './services-ago.ts';
import { spaces } from './spaces.ts';

type DemoPeople = Record<PersonName, DemoOwner>;

/** A demo person with the account that the person owns. */
type DemoOwner = Person & { readonly accountId: string };

/** The services that the demo people and their spaces need. */
export type DemoServices = RightsServices &
  Pick<OrderServices, 'rateLimiter'> &
  Parameters<typeof createPriceOption>[0];

/** Loads the people of the demo data and their spaces, without orders. */
export async function loadDemoPeople(app: DemoServices): Promise<DemoPeople> {
  const cast = await createPeople(app);
  await createSpaces(app, cast);
  return cast;
}

/** Loads the demo data into an empty database. Returns false, and changes nothing, if the database has accounts. */
export async function loadDemoData(app: OrderServices, onProgress: (text: string) => void): Promise<boolean> {
  if ((await app.db.account.count()) > 0) return false;
  const cast = await createPeople(app);
  const options = await createSpaces(app, cast);
  const advertisers: PersonName[] = ['ada', 'ben', 'cleo'];
  const plans: [OrderPlan, Order][] = [];
  for (const [index, status] of orderStatuses.entries()) {
    const plan = {
      status,
      advertiser: cast[index % 3 === 2 ? (advertisers[1 + (index % 2)] ?? 'ben') : 'ada'],
      optionId: options[index % options.length] ?? '',
      brief: briefs[index % briefs.length] ?? '',
    };
    plans.push([plan, await placeDemoOrder(app, plan)]);
  }
  await emailsAreSettled(app);
  for (const [index, [{ status }, order]] of plans.entries()) {
    onProgress(`Loading demo order ${index + 1} of ${plans.length}: ${status}`);
    await takeSteps(app, cast, { status, order });
  }
  onProgress('Loading demo ads and their placements');
  await createDemoAds(app, { advertiser: cast.cleo, seller: cast.nora, optionId: options[0] ?? '' });
  return true;
}

/** Creates the people with their accounts, by the operations of people who sign up. */
async function createPeople(app: DemoServices): Promise<DemoPeople> {
  const cast: [PersonName, DemoOwner][] = [];
  for (const [key, { person: name, email, isOperator = false, about: _, ...account }] of peopleByName) {
    const { id: personId } = await app.db.person.create({ data: { name, email, createdAt: app.clock.now() } });
    if (isOperator) await addOperator(app, email, byCommandLine);
    const accountId = isOperator ? await accountOf(app, personId) : await createAccount(app, { personId }, account);
    cast.push([key, { ...soleOwnerOf(accountId, { personId, isOperator }), accountId }]);
  }
  // One for each key of `people`.
  return Object.fromEntries(cast) as DemoPeople;
}

const accountOf = async ({ db }: DemoServices, personId: string): Promise<string> =>
  (await db.membership.findFirstOrThrow({ where: { personId } })).accountId;

/** Creates the spaces and lists them, by the operations of their sellers. Returns the ids of the price options. */
async function createSpaces(app: DemoServices, cast: DemoPeople): Promise<string[]> {
  const optionIds: string[] = [];
  for (const { seller, currency, options, ...space } of spaces) {
    const spaceId = await createSpace(app, cast[seller], space);
    for (const { price, ...option } of options) {
      const newOption = { ...option, price: { minorUnits: price, currency } };
      optionIds.push(await createPriceOption(app, cast[seller], { spaceId, option: newOption }));
    }
    await changeSpaceStatus(app, cast[seller], { spaceId, change: 'listSpace' });
  }
  return optionIds;
}

interface OrderPlan {
  readonly status: OrderStatus;
  readonly advertiser: Person;
  readonly optionId: string;
  readonly brief: string;
}

const pathOf = (status: OrderStatus): readonly OrderStep[] => {
  const path = pathTo(orderProcess, status) as readonly OrderStep[] | undefined;
  if (!path) throw new Error(`There is no path of steps to ${status}`);
  return path;
};

/** The time by which the steps of the clock are not yet due when the orders are placed, so that no background task takes them. */
const clockMarginMs = minuteMs;

/** Places the order. Steps of the clock take days, so an order that needs one is placed that many days ago. */
function placeDemoOrder(app: OrderServices, { status, advertiser, optionId, brief }: OrderPlan): Promise<Order> {
  const days = Math.max(0, ...pathOf(status).map((step) => firstDaysUntil(orderRow(step)) ?? 0));
  return placeOrder(servicesAgo(app, days > 0 ? days * dayMs - clockMarginMs : 0), advertiser, {
    input: { brief, paymentMethod: 'BANK_TRANSFER' },
    priceOptionIds: [optionId],
  });
}

async function takeSteps(
  app: OrderServices,
  cast: DemoPeople,
  { status, order }: { readonly status: OrderStatus; readonly order: Order },
): Promise<void> {
  for (const [author, text] of chatMessages)
    await sendMessage(app, participant(order, cast, author), { orderId: order.id, text });
  for (const step of pathOf(status)) {
    const role = orderRow(step).by[0] ?? 'system';
    if (role === 'system') await fireDueTimers(servicesAgo(app, -clockMarginMs));
    else
      await takeStep(app, participant(order, cast, role), { orderId: order.id, step, input: stepInputs[step] ?? {} });
  }
}

const [emailPollMs, maxEmailWaitMs] = [20, 10_000];

/**
 * Waits until the e-mails about the orders were handed over: an e-mail about an order that has ended in the meantime would be
 * recorded as failed. It does not wait for ever for a mail service that does not answer.
 */
async function emailsAreSettled({ db }: OrderServices): Promise<void> {
  const until = performance.now() + maxEmailWaitMs;
  while (performance.now() < until && (await db.email.count({ where: { status: 'QUEUED' } })) > 0)
    await pause(emailPollMs);
}

/** The demo person with this role in an order. */
function participant(order: Order, cast: DemoPeople, role: string): Person {
  const person = Object.values(cast).find((one) => roleIn(order, one) === role);
  if (!person) throw new Error(`Order ${order.number} has no ${role} among the demo people`);
  return person;
}
