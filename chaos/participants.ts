/** The participants: sellers with several orders, advertisers, an operator, and an outsider without orders. */
import { movableClock } from '../src/platform/clock.ts';
import type { OrderStatus } from '../src/process/order.ts';
import type { TestDatabase } from '../test/support/database.ts';
import { factoryFor, type TestPerson } from '../test/support/factory.ts';
import { startServer } from '../test/support/server.ts';

export interface Person {
  readonly name: string;
  readonly accountId: string;
  readonly token: string;
}

export interface ChaosOrder {
  readonly id: string;
  readonly number: number;
  readonly advertiser: Person;
  readonly seller: Person;
}

export interface Participants {
  readonly orders: readonly ChaosOrder[];
  /** The parties of the orders. */
  readonly people: readonly Person[];
  /** Sees all orders. */
  readonly operator: Person;
  /** Sees none. */
  readonly outsider: Person;
  /** The orders that a person may see. */
  readonly ordersOf: (person: Person) => readonly ChaosOrder[];
}

const counts = { sellers: 2, advertisers: 3 };
/** Statuses from which steps can be repeated without end. */
const statuses: readonly OrderStatus[] = ['PENDING', 'PROCESSING', 'PAYMENT_RECEIVED'];

/** Creates accounts and orders through a server that sends its mails to `mailUrl`. */
export async function createParticipants(database: TestDatabase, mailUrl: string): Promise<Participants> {
  const mail = {
    resendApiKey: 'chaos',
    resendUrl: mailUrl,
    from: 'orders@chaos.example',
    retrySeconds: 1,
    timeoutSeconds: 2,
  };
  const server = await startServer({
    config: { mail, redisUrl: undefined },
    beside: { database, clock: movableClock() },
  });
  try {
    const factory = factoryFor(server);
    const all = async (count: number, name: string) =>
      Promise.all(Array.from({ length: count }, (_, index) => factory.createPerson({ name: `${name} ${index + 1}` })));
    const sellers = await all(counts.sellers, 'Seller');
    const advertisers = await all(counts.advertisers, 'Advertiser');
    const orders: ChaosOrder[] = [];
    for (const [index, advertiser] of advertisers.entries())
      for (const seller of sellers) {
        const status = statuses[index % statuses.length] ?? 'PENDING';
        const { id, number } = await factory.createOrder({ advertiser, seller, status });
        orders.push({ id, number, advertiser: personOf(advertiser), seller: personOf(seller) });
      }
    const operator = personOf(await factory.createPerson({ name: 'Operator', isOperator: true }));
    const has = ({ seller, advertiser }: ChaosOrder, { accountId }: Person) =>
      accountId === operator.accountId || [seller, advertiser].some((party) => party.accountId === accountId);
    return {
      orders,
      people: [...sellers, ...advertisers].map(personOf),
      operator,
      outsider: personOf(await factory.createPerson({ name: 'Outsider' })),
      ordersOf: (person) => orders.filter((order) => has(order, person)),
    };
  } finally {
    await server.stop();
  }
}

const personOf = ({ name, accountId, sessionToken }: TestPerson): Person => ({ name, accountId, token: sessionToken });
