/** The currencies that the marketplace allows for prices. */
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { updateSettings } from '../support/marketplace.ts';
import { change } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { createSpace } from '../support/spaces.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });
let operator: TestPerson;
let seller: TestPerson;
let spaceId: string;

beforeAll(async () => {
  operator = await factory.createOperator();
  seller = await factory.createPerson();
  spaceId = await createSpace(seller);
});
beforeEach(async () => {
  await updateSettings(operator, { currencies: ['EUR', 'CHF'] });
});
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const optionFields =
  '... on PriceOption { id title price { minorUnits currency } } ... on InputInvalid { problems { field message } }';
const create = (currency: string, input: Data = {}, who: ApiClient = seller) =>
  change(
    who,
    'createPriceOption',
    { spaceId, title: 'A week', price: { minorUnits: 9_000, currency }, measure: 'FLAT', ...input },
    optionFields,
  );
const update = (priceOptionId: string, input: Data) =>
  change(seller, 'updatePriceOption', { priceOptionId, ...input }, optionFields);
const refused = [{ field: 'price', message: 'must be in one of the currencies EUR, CHF' }];

test('a new price is in an allowed currency, on each instance from the moment of the change', async () => {
  for (const who of [seller, apiClient(second.url, seller.sessionToken)]) {
    expect((await create('USD', {}, who)).problems).toEqual(refused);
    expect((await create('CHF', {}, who)).price).toEqual({ minorUnits: 9_000, currency: 'CHF' });
  }
});

test('a price is changed to an allowed currency only', async () => {
  const { id } = await create('EUR');

  expect((await update(id, { price: { minorUnits: 1, currency: 'JPY' } })).problems).toEqual(refused);
  expect((await update(id, { price: { minorUnits: 1, currency: 'CHF' } })).price.currency).toBe('CHF');
});

test('an existing price stays, can be ordered, and cannot be changed in its currency', async () => {
  await updateSettings(operator, { currencies: null });
  const { id } = await create('SEK');
  await change(seller, 'listSpace', { spaceId });
  await updateSettings(operator, { currencies: ['EUR', 'CHF'] });

  expect(await update(id, { title: 'A fortnight' })).toMatchObject({
    title: 'A fortnight',
    price: { currency: 'SEK' },
  });
  expect((await update(id, { price: { minorUnits: 1, currency: 'SEK' } })).problems).toEqual(refused);
  const buyer = await factory.createPerson();
  const order = { priceOptionIds: [id], brief: 'An ad', paymentMethod: 'CASH' };
  expect((await change(buyer, 'placeOrder', order)).__typename).toBe('Order');
});

test('a repeated request with an idempotency key has its first result, although the currency is not allowed any more', async () => {
  const first = await create('CHF', { idempotencyKey: 'an option' });
  await updateSettings(operator, { currencies: ['EUR'] });

  expect(await create('CHF', { idempotencyKey: 'an option' })).toEqual(first);
  expect((await create('CHF', { idempotencyKey: 'another option' })).problems).toHaveLength(1);
});
