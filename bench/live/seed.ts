/** Fills an empty database for the live bench: one order that many operators follow, and many that two parties follow. */
import { soleOwnerOf } from '../../src/access/viewer.ts';
import { createApp } from '../../src/app.ts';
import { openSession } from '../../src/auth/sessions.ts';
import { readConfig } from '../../src/config.ts';
import { rowIdOf, toGlobalId } from '../../src/graphql/ids.ts';
import { placeOrder } from '../../src/orders/place-order.ts';
import { encodeTimelineCursor } from '../../src/orders/timeline/timeline.ts';
import { connectOnce } from '../../src/platform/database-connection.ts';
import { pick } from '../scenarios.ts';
import type { Follow } from './live-client.ts';
import type { LiveSizes } from './sizes.ts';

/** A person has as many sockets as orders: fewer than the limit of sockets. */
const ordersPerPerson = 20;

export interface LiveDataset {
  /** The followers of one order, and who writes in it. */
  readonly crowd: readonly Follow[];
  readonly crowdWriter: { readonly token: string; readonly orderId: string };
  /** Two followers for each of many orders, its parties; the first of two writes. */
  readonly pairs: readonly Follow[];
}

/** The same followers, each just before the newest entry of what it follows. */
export async function atTheEnd({ url }: { url: string }, dataset: LiveDataset): Promise<LiveDataset> {
  const db = await connectOnce(url);
  const { rows } = await db.query<{ id: string; number: number }>('select id, log_number as number from "order"');
  const { rows: epochs } = await db.query<{ epoch: string }>('select epoch from database_epoch');
  await db.end();
  const heads = new Map(rows.map(({ id, number }) => [id, number]));
  const move = ({ token, orderId }: Follow): Follow => {
    const rowId = rowIdOf('Order', orderId);
    const number = (heads.get(rowId) ?? 1) - 1;
    return { token, orderId, after: encodeTimelineCursor(epochs[0]?.epoch ?? '', { orderId: rowId, number }) };
  };
  return { ...dataset, crowd: dataset.crowd.map(move), pairs: dataset.pairs.map(move) };
}

export async function seedLive(
  database: { url: string; isEmbedded: boolean },
  { operators, pairOrders }: LiveSizes,
  log: (text: string) => void,
): Promise<LiveDataset> {
  const people = Math.ceil(pairOrders / ordersPerPerson);
  const app = createApp({ config: readConfig({ DEMO_DATA: 'false', LOG_LEVEL: 'silent' }), database });
  try {
    await app.start();
    const add = async (name: string, isOperator = false) => {
      const createdAt = app.clock.now();
      const email = `${name}@bench.example`;
      const { id: accountId } = await app.db.account.create({
        data: { name, contactEmail: email, isOperator, createdAt },
      });
      const memberships = { create: [{ accountId, role: 'OWNER' as const, createdAt }] };
      const { id: personId } = await app.db.person.create({ data: { name, email, createdAt, memberships } });
      const { token } = await app.db.$transaction((tx) => openSession(app, tx, personId));
      return { ...soleOwnerOf(accountId, { personId, isOperator }), accountId, token };
    };
    const many = (count: number, name: string, isOperator?: boolean) =>
      Promise.all(Array.from({ length: count }, (_, index) => add(`${name}${index}`, isOperator)));
    const advertisers = await many(people, 'advertiser');
    const sellers = await many(people, 'seller');
    const options: { id: string }[] = [];
    for (const { accountId } of sellers) {
      const createdAt = app.clock.now();
      const space = await app.db.space.create({
        data: { sellerId: accountId, status: 'LISTED', title: 'Banner', description: 'A place.', createdAt },
      });
      const option = {
        title: 'one week',
        priceMinorUnits: 10_000n,
        currency: 'EUR',
        measure: 'DAYS' as const,
        quantity: 7,
        position: 1,
      };
      options.push(await app.db.priceOption.create({ data: { ...option, spaceId: space.id } }));
    }
    const place = async (index: number) => {
      const order = await placeOrder(app, pick(advertisers, index), {
        input: { brief: 'Next week, please.', paymentMethod: 'BANK_TRANSFER' },
        priceOptionIds: [pick(options, Math.floor(index / ordersPerPerson)).id],
      });
      const after = encodeTimelineCursor(app.epoch.name, { orderId: order.id, number: order.logNumber - 1 });
      return { orderId: toGlobalId('Order', order.id), after };
    };
    const pairs: Follow[] = [];
    for (let index = 0; index < pairOrders; index++) {
      if (index % 100 === 0) log(`  placing order ${index + 1} of ${pairOrders} …`);
      const followed = await place(index);
      pairs.push({ ...followed, token: pick(advertisers, index).token });
      pairs.push({ ...followed, token: pick(sellers, Math.floor(index / ordersPerPerson)).token });
    }
    log(`  creating ${operators} operators …`);
    const big = await place(0);
    const crowd = (await many(operators, 'operator', true)).map(({ token }) => ({ ...big, token }));
    return { crowd, crowdWriter: { token: pick(advertisers, 0).token, orderId: big.orderId }, pairs };
  } finally {
    await app.stop();
  }
}
