/** The example of a partner's program, as a partner runs it: a program of its own against a running server. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from './support/app.ts';
import { killChildren, startChild } from './support/child.ts';
import { type Given, givenOn, type TestPerson, takeAs } from './support/given.ts';
import { aPartner } from './support/partner.ts';
import { errorsIn } from './support/raw.ts';

let server: TestServer;
let given: Given;
let seller: TestPerson;

beforeAll(async () => {
  server = await startServer();
  given = givenOn(server);
  seller = await given.aPerson();
  await given.aPriceOption(seller);
});
afterEach(killChildren);
afterAll(() => server.stop());
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const run = (key: string) => startChild('examples/partner.ts', { env: { PLACARD_URL: server.url, PLACARD_KEY: key } });

test('registers, places an order, tells what happens in it, and ends with it', async () => {
  const { key } = await aPartner(given, { scopes: ['orders:read', 'orders:write'] });
  const program = run(key);
  const [, number] = await program.says(/placed order #(\d+)/);
  const { id } = (
    await seller.ask('query ($number: Int!) { order(number: $number) { id } }', { number: Number(number) })
  ).order;
  await program.says(/^1 placeOrder, now PENDING$/m);

  await seller.ask(
    'mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Not this week." }) { __typename } }',
    { id },
  );
  await program.says(/^\d+ sendMessage: Not this week\., now PENDING$/m);
  const rejected = await takeAs(seller, { id }, 'rejectOrder');

  expect(rejected.status).toBe('REJECTED');
  expect(await program.ended).toBe(0);
  expect(program.output()).toContain('registered OperationManifest');
  expect(program.output()).toMatch(/^\d+ rejectOrder, now REJECTED$/m);
  expect(program.output().match(/placeOrder/g)).toHaveLength(1);
});

test('says why it stops when its key does not work', async () => {
  const program = run('placard_pk_nothing');

  expect(await program.ended).not.toBe(0);
  expect(program.output()).toContain('KEY_MALFORMED');
});
