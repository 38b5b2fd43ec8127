/** Demo data: people, spaces, an order and an ad in every status, each brought there by taking real steps. */
import { roleIn } from '../access/access.ts';
import type { Person } from '../access/viewer.ts';
import { sendMessage } from '../messages/send-message.ts';
import { fireDueTimers } from '../orders/fire-timers.ts';
import type { Order } from '../orders/order.ts';
import { placeOrder } from '../orders/place-order.ts';
import { takeStep } from '../orders/take-step.ts';
import { pathTo } from '../process/analyze.ts';
import { type OrderStatus, type OrderStep, orderProcess, orderRow, orderStatuses } from '../process/order.ts';
import type { OrderServices } from '../services/order-services.ts';
import { createDemoAds } from './ads.ts';
import { daysAgo } from './days-ago.ts';
import { everyone, type PersonName } from './people.ts';
import { spaces } from './spaces.ts';
import { briefs, talk, words } from './words.ts';

type Cast = Record<PersonName, Person>;

/** Loads the people of the demo data and what they sell, without any orders. */
export async function loadDemoPeople(app: Pick<OrderServices, 'db' | 'clock'>): Promise<Cast> {
  const cast = await createPeople(app);
  await createSpaces(app, cast);
  return cast;
}

/** Loads the demo data into an empty database; leaves any other alone. Returns whether it loaded it. */
export async function loadDemoData(app: OrderServices, onProgress: (text: string) => void): Promise<boolean> {
  if ((await app.db.account.count()) > 0) return false;
  const cast = await createPeople(app);
  const options = await createSpaces(app, cast);
  const advertisers: PersonName[] = ['ada', 'ben', 'cleo'];
  for (const [index, status] of orderStatuses.entries()) {
    onProgress(`demo order ${index + 1} of ${orderStatuses.length}: ${status}`);
    const advertiser = cast[index % 3 === 2 ? (advertisers[1 + (index % 2)] ?? 'ben') : 'ada'];
    await bringTo(app, cast, {
      status,
      advertiser,
      optionId: options[index % options.length] ?? '',
      brief: briefs[index % briefs.length] ?? '',
    });
  }
  onProgress('demo ads, and the placements that show them');
  await createDemoAds(app, { advertiser: cast.cleo, seller: cast.nora, optionId: options[0] ?? '' });
  return true;
}

async function createPeople(app: Pick<OrderServices, 'db' | 'clock'>): Promise<Cast> {
  const createdAt = app.clock.now();
  const created = await app.db.account.createManyAndReturn({
    data: everyone.map(([, { about: _, ...account }]) => ({ ...account, createdAt })),
  });
  const person = (email: string): Person => {
    const { id, isOperator } = created.find((account) => account.email === email) ?? {};
    return { kind: 'person', accountId: id ?? '', sessionId: '', isOperator: isOperator ?? false };
  };
  // Built from the same list of names.
  return Object.fromEntries(everyone.map(([name, { email }]) => [name, person(email)])) as Cast;
}

async function createSpaces(app: Pick<OrderServices, 'db' | 'clock'>, cast: Cast): Promise<string[]> {
  const ids: string[] = [];
  for (const { seller, currency, options, ...space } of spaces) {
    const created = await app.db.space.create({
      data: {
        ...space,
        sellerId: cast[seller].accountId,
        createdAt: app.clock.now(),
        options: {
          create: options.map(({ price, ...option }, index) => ({
            ...option,
            priceMinorUnits: BigInt(price),
            currency,
            position: index + 1,
          })),
        },
      },
      include: { options: { orderBy: { position: 'asc' } } },
    });
    ids.push(...created.options.map(({ id }) => id));
  }
  return ids;
}

interface Wanted {
  readonly status: OrderStatus;
  readonly advertiser: Person;
  readonly optionId: string;
  readonly brief: string;
}

async function bringTo(app: OrderServices, cast: Cast, { status, advertiser, optionId, brief }: Wanted): Promise<void> {
  const path = pathTo(orderProcess, status) as readonly OrderStep[] | undefined;
  if (!path) throw new Error(`No steps lead to ${status}`);
  // What the clock does takes days: such an order was placed as many days ago.
  const days = Math.max(0, ...path.map((step) => orderRow(step).afterDays ?? 0));
  const placed = await placeOrder(daysAgo(app, days), advertiser, {
    input: { brief, paymentMethod: 'BANK_TRANSFER' },
    priceOptionIds: [optionId],
  });
  for (const [author, text] of talk)
    await sendMessage(app, personIn(placed, cast, author), { orderId: placed.id, text });
  for (const step of path) {
    const role = orderRow(step).by[0] ?? 'system';
    if (role === 'system') await fireDueTimers(app);
    else await takeStep(app, personIn(placed, cast, role), { orderId: placed.id, step, input: words[step] ?? {} });
  }
}

/** Who plays a role in an order. */
function personIn(order: Order, cast: Cast, role: string): Person {
  const person = Object.values(cast).find((one) => roleIn(order, one) === role);
  if (!person) throw new Error(`Nobody is the ${role} of order ${order.number}`);
  return person;
}
