/** Fills an empty database with the same orders each time, and opens a session for every account. */
import type { Pool } from 'pg';
import { soleOwnerOf } from '../src/access/viewer.ts';
import { type App, createApp } from '../src/app.ts';
import { createApplicationKey, findNewKey } from '../src/applications/application-keys.ts';
import { createApplication } from '../src/applications/applications.ts';
import { registerOperations } from '../src/applications/register-operations.ts';
import { openSession } from '../src/auth/sessions.ts';
import { readConfig } from '../src/config.ts';
import type { LogEntry, Message } from '../src/generated/prisma/client.ts';
import { createDeprecations } from '../src/graphql/deprecations.ts';
import { inspectDocument } from '../src/graphql/documents.ts';
import { toGlobalId } from '../src/graphql/ids.ts';
import { limits } from '../src/limits.ts';
import type { Order } from '../src/orders/order.ts';
import { writeMissingTexts } from '../src/orders/search/order-texts.ts';
import { waitingForColumns } from '../src/orders/take-step.ts';
import { sha256Hex } from '../src/platform/secrets.ts';
import { pathTo } from '../src/process/analyze.ts';
import { targetsOf } from '../src/process/define.ts';
import {
  isOrderStatus,
  type OrderStatus,
  orderProcess,
  orderRow,
  orderState,
  orderStatuses,
} from '../src/process/order.ts';
import { schema } from '../src/schema.ts';
import { rules } from './baseline-shapes.ts';
import { tableOf } from './columns.ts';
import { type BenchOrder, type Dataset, oneOrder, pick } from './scenarios.ts';
import { seedPlacements } from './seed-placements.ts';

const advertisers = 20;
/** The amounts of rows. */
export interface Sizes {
  readonly readOrders: number;
  readonly stepOrders: number;
  readonly messagesInLongChat: number;
}

export const fullSizes: Sizes = { readOrders: 300, stepOrders: 200, messagesInLongChat: 5_000 };
/** Enough that every scenario runs and every status occurs. */
export const smokeSizes: Sizes = { readOrders: 40, stepOrders: 40, messagesInLongChat: 60 };

const shortChats = { min: 3, max: 25 };
const spaces = 5;
const firstDay = Date.UTC(2026, 8, 1);
const minuteMs = 60_000;
const batchSize = 1_000;

/** The statuses of the orders to read: all but the suspended ones and EXPIRED. */
const statuses = orderStatuses.filter((status) => !orderState(status).suspends && status !== 'EXPIRED');

/** Fills the database and returns the part that the load needs. */
export async function seed(database: { url: string; isEmbedded: boolean }, sizes: Sizes): Promise<Dataset> {
  const app = createApp({ config: readConfig({ DEMO_DATA: 'false', LOG_LEVEL: 'silent' }), database });
  try {
    // Once started as always, so that the queues exist.
    await app.start();
    const people = await createPeople(app);
    const { orders, items, entries, messages } = makeOrders(people, await createSpaces(app, people.seller), sizes);
    const { pool } = app.database;
    await insert(pool, 'Order', orders);
    await insert(pool, 'OrderItem', items);
    await insert(pool, 'LogEntry', entries);
    await insert(pool, 'Message', messages);
    await app.db.$executeRaw`
      insert into order_text (order_id, number)
      select id, 0 from "order" union all select order_id, number from message`;
    await writeMissingTexts(app.db);
    await app.db.$executeRaw`select setval(pg_get_serial_sequence('"order"', 'number'), ${orders.length})`;
    const slugs = await seedPlacements(app, people.seller, new Date(firstDay));
    await app.db.$executeRaw`analyze`;
    return { ...(await openSessions(app, people, orders, sizes)), slugs };
  } finally {
    await app.stop();
  }
}

interface People {
  readonly seller: string;
  readonly advertisers: readonly string[];
}

/** Ids that are the same in each run. */
const idOf = (kind: number, index: number): string =>
  `${String(kind).padStart(8, '0')}-0000-7000-8000-${String(index).padStart(12, '0')}`;

async function createPeople(app: App): Promise<People> {
  const seller = idOf(1, 0);
  const ids = Array.from({ length: advertisers }, (_, index) => idOf(2, index + 1));
  const createdAt = new Date(firstDay);
  const accounts = [
    { id: seller, name: 'The Harbour Gazette', contactEmail: 'seller@bench.example', createdAt },
    ...ids.map((id, index) => ({
      id,
      name: `Advertiser ${index + 1}`,
      contactEmail: `advertiser${index + 1}@bench.example`,
      createdAt,
    })),
  ];
  await app.db.account.createMany({ data: accounts });
  // The owner of an account has the id of the account.
  await app.db.person.createMany({
    data: accounts.map(({ id, name, contactEmail }) => ({ id, name, email: contactEmail, createdAt })),
  });
  await app.db.membership.createMany({
    data: accounts.map(({ id }) => ({ personId: id, accountId: id, role: 'OWNER' as const, createdAt })),
  });
  return { seller, advertisers: ids };
}

async function createSpaces(app: App, sellerId: string) {
  const options = Array.from({ length: spaces }, (_, index) => ({
    id: idOf(4, index + 1),
    spaceId: idOf(3, index + 1),
    title: 'one week',
    priceMinorUnits: BigInt(10_000 + index * 2_500),
    currency: 'EUR',
    measure: 'DAYS' as const,
    quantity: 7,
    position: 1,
  }));
  await app.db.space.createMany({
    data: options.map(({ spaceId }, index) => ({
      id: spaceId,
      sellerId,
      status: 'LISTED' as const,
      title: `Banner ${index + 1}`,
      description: 'A place for an ad.',
      createdAt: new Date(firstDay),
    })),
  });
  await app.db.priceOption.createMany({ data: options });
  return options;
}

type Option = Awaited<ReturnType<typeof createSpaces>>[number];

/** Numbers below `limit` that look random and are the same in each run. */
function numbersFrom(start: number): (limit: number) => number {
  let state = start;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const words = 'the banner runs next week if the text is short and the picture shows the harbour at night'.split(' ');

function makeOrders(people: People, options: readonly Option[], sizes: Sizes) {
  const { readOrders, stepOrders, messagesInLongChat } = sizes;
  const random = numbersFrom(20_261_122);
  const sentence = () => Array.from({ length: 5 + random(25) }, () => pick(words, random(words.length))).join(' ');
  const rows = Array.from({ length: readOrders + stepOrders }, (_, index) => {
    const chosen = Array.from({ length: 1 + random(3) }, () => pick(options, random(options.length)));
    const chat = index === 0 ? messagesInLongChat : shortChats.min + random(shortChats.max - shortChats.min);
    const status = index < readOrders ? pick(statuses, index) : orderProcess.initial;
    const order = newOrder(people, { index, brief: sentence(), chosen, status });
    const items = chosen.map((option, place) => ({
      id: idOf(6, index * 10 + place),
      orderId: order.id,
      priceOptionId: option.id,
      title: `Banner: ${option.title}`,
      priceMinorUnits: option.priceMinorUnits,
      currency: option.currency,
      measure: option.measure,
      quantity: option.quantity,
      isMonthly: false,
      position: place + 1,
    }));
    return { items, ...live(order, chat, sentence) };
  });
  return {
    orders: rows.map(({ order }) => order),
    items: rows.flatMap(({ items }) => items),
    entries: rows.flatMap(({ entries }) => entries),
    messages: rows.flatMap(({ messages }) => messages),
  };
}

interface OrderDraft {
  readonly index: number;
  readonly brief: string;
  readonly chosen: readonly Option[];
  readonly status: OrderStatus;
}

function newOrder(people: People, { index, brief, chosen, status }: OrderDraft): Order {
  const at = new Date(firstDay + index * 60 * minuteMs);
  return {
    id: idOf(5, index + 1),
    number: index + 1,
    advertiserId: pick(people.advertisers, index),
    sellerId: people.seller,
    brief,
    ...{ taxMinorUnits: 0n, taxBasisPoints: 0, pricesIncludeTax: true },
    totalMinorUnits: chosen.reduce((sum, { priceMinorUnits }) => sum + priceMinorUnits, 0n),
    currency: 'EUR',
    feeBasisPoints: 0,
    paymentMethod: 'BANK_TRANSFER',
    processVersion: 1,
    status,
    suspendedStates: [],
    stateVisit: 1,
    heldFor: null,
    paymentStatus: 'AWAITING_MANUAL_PAYMENT',
    dueMinorUnits: null,
    paymentReportedAt: null,
    paymentInProgressSince: null,
    paidMinorUnits: 0n,
    refundedMinorUnits: 0n,
    hasPaymentException: false,
    canBeDisputed: true,
    disputedBy: null,
    cancellationRequestedAt: null,
    openOfferId: null,
    offeredBy: null,
    offeredAt: null,
    statusSince: at,
    paymentDueAt: null,
    promisedFor: null,
    overdueSince: null,
    advertiserRemindedAt: null,
    sellerRemindedAt: null,
    predecessorId: null,
    renewalStatus: 'NONE',
    periodEndsAt: null,
    periodDay: null,
    periodTimeZone: null,
    renewalNextAt: null,
    isRenewalPaymentRequested: false,
    renewalReminderCount: 0,
    proofStatus: 'NONE',
    reviewStatus: 'NOT_OPEN',
    hasAdvertiserRated: false,
    hasSellerRated: false,
    surveyStatus: 'NOT_DUE',
    revision: 1,
    logNumber: 1,
    waitingAds: [],
    waitingOnAdvertiser: false,
    waitingOnSeller: false,
    waitingOnOperator: false,
    waitingOnOperatorSince: null,
    createdAt: at,
    lastActivityAt: at,
    firstRespondedAt: null,
  };
}

type Party = 'advertiser' | 'seller';
type EntryInput = Pick<LogEntry, 'type' | 'fromStatus' | 'toStatus' | 'revision'> & { readonly role: Party };

/** The seeded columns of an entry and of a message; the database fills in the rest. */
type SeededEntry = Omit<LogEntry, 'position' | 'advertiserId' | 'sellerId'>;
type SeededMessage = Omit<Message, 'replyToNumber' | 'editedAt' | 'deletedAt'>;

/** One entry, a minute after the one before. */
function entryOf(placed: Order, number: number, input: EntryInput): SeededEntry {
  return {
    ...input,
    orderId: placed.id,
    number,
    at: new Date(placed.createdAt.getTime() + (number - 1) * minuteMs),
    actorId: input.role === 'seller' ? placed.sellerId : placed.advertiserId,
    input: {},
    isOverride: false,
    idempotencyKey: null,
    applicationId: null,
    personId: null,
  };
}

/** The order after its messages and the steps that lead to its status. */
function live(placed: Order, chat: number, sentence: () => string) {
  const entries: SeededEntry[] = [];
  const messages: SeededMessage[] = [];
  let revision = 0;
  const append = (type: string, role: Party, toStatus: OrderStatus | null, fromStatus: OrderStatus | null) => {
    if (toStatus) revision += 1;
    const entry = entryOf(placed, entries.length + 1, { type, role, fromStatus, toStatus, revision });
    entries.push(entry);
    return entry;
  };
  append('placeOrder', 'advertiser', orderProcess.initial, null);
  for (let messageCount = 0; messageCount < chat; messageCount++) {
    const role = messageCount % 2 === 0 ? 'seller' : 'advertiser';
    const { number, at, actorId } = append('sendMessage', role, null, null);
    messages.push({ orderId: placed.id, number, authorId: String(actorId), role, text: sentence(), createdAt: at });
  }
  let status: OrderStatus = orderProcess.initial;
  for (const step of pathTo(orderProcess, placed.status) ?? []) {
    const { to, by } = orderRow(step);
    const [target] = targetsOf(to);
    const next = target && isOrderStatus(target) ? target : status;
    append(step, by[0] === 'advertiser' ? 'advertiser' : 'seller', next, status);
    status = next;
  }
  const last = entries.at(-1);
  const order: Order = {
    ...placed,
    revision,
    stateVisit: revision,
    logNumber: entries.length,
    lastActivityAt: last?.at ?? placed.createdAt,
    firstRespondedAt: entries.find(({ role }) => role === 'seller')?.at ?? null,
    ...(placed.status === 'COMPLETED' ? { proofStatus: 'REQUESTED', reviewStatus: 'OPEN', paymentStatus: 'PAID' } : {}),
  };
  return { order: { ...order, ...waitingForColumns(rules, order) }, entries, messages };
}

/** Inserts rows of a model in parts, many times as fast as Prisma's client does. */
async function insert(pool: Pool, model: Parameters<typeof tableOf>[0], rows: readonly object[]): Promise<void> {
  const { name: table, columns } = tableOf(model);
  const toColumns = (row: object) =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => [
        columns.get(field) ?? field,
        typeof value === 'bigint' ? String(value) : value,
      ]),
    );
  for (let from = 0; from < rows.length; from += batchSize) {
    const part = JSON.stringify(rows.slice(from, from + batchSize).map(toColumns));
    await pool.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`, [part]);
  }
}

async function openSessions(
  app: App,
  people: People,
  orders: readonly Order[],
  { readOrders }: Sizes,
): Promise<Omit<Dataset, 'slugs'>> {
  const open = async (accountId: string) => (await app.db.$transaction((tx) => openSession(app, tx, accountId))).token;
  const tokens = new Map<string, string>();
  for (const accountId of people.advertisers) tokens.set(accountId, await open(accountId));
  const knownOrders = orders.map(
    ({ id, advertiserId }): BenchOrder => ({
      id: toGlobalId('Order', id),
      rowId: id,
      advertiserToken: tokens.get(advertiserId) ?? '',
    }),
  );
  return {
    epoch: app.epoch.name,
    sellerToken: await open(people.seller),
    sellerKey: await makeApplication(app, people.seller),
    advertiserTokens: [...tokens.values()],
    orders: knownOrders.slice(0, readOrders),
    stepOrders: knownOrders.slice(readOrders),
  };
}

/** Creates an application with the largest quota and one operation, and returns its key. */
async function makeApplication(app: App, accountId: string): Promise<string> {
  const seller = soleOwnerOf(accountId);
  const { id } = await createApplication(app, seller, { name: 'Load', scopes: ['ORDERS_READ'], accountId });
  await registerOperations(app, seller, {
    applicationId: id,
    name: 'bench',
    version: '1',
    manifest: JSON.stringify({ [sha256Hex(oneOrder)]: oneOrder }),
    inspect: (text) => inspectDocument(schema, text),
    deprecations: createDeprecations(schema),
  });
  const { max } = limits.quota;
  await app.db.application.update({ where: { id }, data: { quotaCapacity: max, quotaRestorePerSecond: max } });
  const key = await findNewKey(app, seller, await createApplicationKey(app, seller, id));
  if (!key) throw new Error('The new key cannot be read');
  return key.secret;
}
