/** The list of ads: what each viewer finds in it, and the rows that a page touches however many ads there are. */
import { beforeAll, expect, test } from 'vitest';
import { soleOwnerOf } from '../../src/access/viewer.ts';
import { adIdsSql } from '../../src/ads/list-ads.ts';
import type { ApiClient } from '../support/client.ts';
import type { TestOrder } from '../support/factory.ts';
import { rowsTouched } from '../support/query-plans.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
const adsOfOthers = 5_000;
let order: TestOrder;

beforeAll(async () => {
  order = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
  const other = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
  await server.app.db.$executeRaw`
    insert into ad select copy.* from ad, generate_series(1, ${adsOfOthers}) as n, jsonb_populate_record(ad, jsonb_build_object(
      'id', gen_random_uuid(), 'item_id', null, 'updated_at', ad.updated_at - n * interval '1 minute')) as copy
    where ad.order_id = (select id from "order" where number = ${other.number})`;
  await server.app.db.$executeRaw`analyze ad`;
});

const list =
  'query ($first: Int, $last: Int, $after: String) { ads(first: $first, last: $last, after: $after) { nodes { id order { number } } pageInfo { endCursor hasNextPage } } }';
const read = async (client: ApiClient, variables: Record<string, unknown>) => (await client.ask(list, variables)).ads;

test('shows each party its own ads, and an operator all', async () => {
  for (const party of [order.advertiser, order.seller]) {
    const { nodes } = await read(party, { first: 50 });
    expect(nodes).toEqual([expect.objectContaining({ order: { number: order.number } })]);
  }
  expect((await read(await factory.createPerson(), { first: 50 })).nodes).toEqual([]);
  expect((await read(order.operator, { last: 50 })).nodes).toHaveLength(50);
});

test('has every ad once, whatever the direction and the size of its pages', async () => {
  const { seller } = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
  await server.app.db.$executeRaw`
    insert into ad select copy.* from ad, generate_series(1, 30) as n, jsonb_populate_record(ad, jsonb_build_object(
      'id', gen_random_uuid(), 'item_id', null, 'updated_at', ad.updated_at - (n / 3) * interval '1 minute')) as copy
    where ad.seller_id = ${seller.accountId}::uuid`;
  const expected = (await read(seller, { first: 50 })).nodes.map(({ id }: { id: string }) => id);
  const ids: string[] = [];
  let after: string | undefined;
  for (let hasNextPage = true; hasNextPage; ) {
    const { nodes, pageInfo } = await read(seller, { first: 4, after });
    ids.push(...nodes.map(({ id }: { id: string }) => id));
    after = pageInfo.endCursor;
    ({ hasNextPage } = pageInfo);
  }

  expect(expected).toHaveLength(31);
  expect(ids).toEqual(expected);
});

test.each([
  ['an advertiser with one ad', () => soleOwnerOf(order.advertiser.accountId), undefined, 1],
  ['a seller with one ad', () => soleOwnerOf(order.seller.accountId), undefined, 1],
  ['an operator', () => soleOwnerOf(order.operator.accountId, { isOperator: true }), undefined, 21],
  ['an operator in the middle', () => soleOwnerOf(order.operator.accountId, { isOperator: true }), 2_500, 21],
] as const)('a page of %s touches no more rows than it has', async (_who, viewerOf, minutes, count) => {
  const { db } = server.app;
  const { updatedAt } = await db.ad.findFirstOrThrow({ orderBy: { updatedAt: 'desc' } });
  const at = new Date(updatedAt.getTime() - (minutes ?? 0) * 60_000);
  const after = minutes === undefined ? undefined : { at, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  const sql = adIdsSql(viewerOf(), {}, { after, before: undefined, limit: 21, isFromEnd: false });
  const plan = await db.$queryRaw`explain (analyze, format json) ${sql}`;

  expect(rowsTouched(plan)).toBeLessThanOrEqual(count);
});
