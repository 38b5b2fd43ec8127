/** Dates belong to a time zone: that of the account, which is written beside them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { renewDueOrders } from '../../src/renewals/renew-due.ts';
import type { Data } from '../support/client.ts';
import { oneMonth, type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { moneyOf } from '../support/money.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer({ sessionDays: 10_000 });

/** Advances the clock to a moment. The moments of the tests are in ascending order. */
function advanceTo(moment: string): void {
  const ms = Date.parse(moment) - server.clock.now().getTime();
  expect(ms, `${moment} has passed`).toBeGreaterThan(0);
  server.clock.advance({ ms });
}

const update =
  'mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { __typename ... on Account { timeZone } ... on InputInvalid { problems { field message } } } }';

/** A person whose account has a time zone. */
async function personIn(timeZone: string): Promise<TestPerson> {
  const person = await factory.createPerson();
  expect((await person.ask(update, { input: { timeZone } })).updateAccount.timeZone).toBe(timeZone);
  return person;
}

const letterTo = async ({ email }: TestPerson, words: string): Promise<string> => {
  const letters = () =>
    server.app.mailbox?.letters().filter(({ to, text }) => to === email && text.includes(words)) ?? [];
  await expect.poll(letters).toHaveLength(1);
  // Lines are wrapped.
  return letters()[0]?.text.replace(/\s+/g, ' ') ?? '';
};

describe('the time zone of an account', () => {
  const create =
    'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { ... on Account { timeZone } ... on InputInvalid { problems { field message } } } }';
  const choose = 'mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { __typename } }';

  test('is that of the person who creates it, unless the person names another', async () => {
    const person = await factory.createPerson();
    await person.ask(choose, { input: { timeZone: 'Asia/Kathmandu' } });

    const { createAccount: same } = await person.ask(create, { input: { name: 'Tea House' } });
    const { createAccount: other } = await person.ask(create, { input: { name: 'Inn', timeZone: 'Asia/Tokyo' } });

    expect([same.timeZone, other.timeZone]).toEqual(['Asia/Kathmandu', 'Asia/Tokyo']);
  });

  test.each(['', 'Mars/Olympus', '+09:00', 'JST(1)'])('is not %j, and the answer has an example', async (timeZone) => {
    const person = await factory.createPerson();

    const answers = [
      (await person.ask(update, { input: { timeZone } })).updateAccount,
      (await person.ask(create, { input: { name: 'Inn', timeZone } })).createAccount,
    ];

    for (const { problems } of answers)
      expect(problems).toEqual([{ field: 'timeZone', message: expect.stringContaining('Europe/Berlin') }]);
  });

  test('does not change with null, and is UTC in an account that never chose one', async () => {
    const person = await factory.createPerson();

    const { updateAccount } = await person.ask(update, { input: { timeZone: null, phone: '1' } });

    expect(updateAccount.timeZone).toBe('UTC');
  });

  test('is that of the days of a new space', async () => {
    const seller = await personIn('Asia/Tokyo');

    const { createSpace } = await seller.ask(
      'mutation ($input: CreateSpaceInput!) { createSpace(input: $input) { ... on Space { timeZone } ... on Refusal { message } } }',
      { input: { title: 'Banner', description: 'Above the news.', kind: 'OTHER' } },
    );

    expect(createSpace).toEqual({ timeZone: 'Asia/Tokyo' });
  });
});

describe('a moment in an e-mail', () => {
  // Dates can be promised for two years.
  beforeAll(() => advanceTo('2039-06-01T12:00:00Z'));

  const promise = async (advertiser: TestPerson, until: string): Promise<string> => {
    const order = await factory.createOrder({ advertiser, status: 'PAYMENT_RECEIVED' });
    const answer = await takeStepAs(order.seller, order, 'startProcessing', { promisedFor: until });
    expect(answer.message).toBeUndefined();
    return letterTo(advertiser, `started to work on your order #${order.number}`);
  };

  test.each([
    ['Asia/Tokyo', '2040-12-31T00:00:00+09:00', 'December 31, 2040 at 12:00 AM GMT+9'],
    ['Asia/Kolkata', '2040-12-31T00:15:00+05:30', 'December 31, 2040 at 12:15 AM GMT+5:30'],
    ['Asia/Kathmandu', '2040-02-29T00:30:00+05:45', 'February 29, 2040 at 12:30 AM GMT+5:45'],
    ['America/New_York', '2040-12-31T23:30:00-05:00', 'December 31, 2040 at 11:30 PM EST'],
  ])('to a person of an account in %s is a date there, with the zone beside it', async (timeZone, until, written) => {
    expect(await promise(await personIn(timeZone), until)).toContain(written);
  });

  test('is a date in the zone that the reader has chosen, also if that is UTC', async () => {
    const person = await personIn('Asia/Tokyo');
    const choose = (timeZone: string) =>
      person.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { __typename } }', {
        input: { timeZone },
      });
    const until = '2040-12-31T00:00:00+09:00';

    await choose('America/New_York');
    const there = await promise(person, until);
    await choose('UTC');
    const inUtc = await promise(person, until);

    expect(there).toContain('December 30, 2040 at 10:00 AM EST');
    expect(inUtc).toContain('December 30, 2040 at 3:00 PM UTC');
  });
});

test('the end of a setup link is a time in the zone of the advertiser, in the e-mail and on the page', async () => {
  const advertiser = await personIn('Asia/Kathmandu');
  await factory.createOrder({ advertiser, status: 'PAYMENT_RECEIVED' });

  const letter = await letterTo(advertiser, '/setup/');
  const page = await fetch(`${server.url}${/\/setup\/[\w-]+/.exec(letter)?.[0]}`);

  expect(letter).toMatch(/works until [^.]+ at [^.]+ GMT\+5:45\./);
  expect(await page.text()).toMatch(/works until [^.]+ at [^.]+ GMT\+5:45\./);
});

describe('the number of a receipt', () => {
  const receiptOf = async ({ advertiser, ...order }: TestOrder): Promise<Data> =>
    (await moneyOf(advertiser, order)).payments[0].receipts[0];
  const pageOf = async ({ url }: Data): Promise<string> =>
    (await fetch(url.replace(server.app.config.publicUrl, server.url))).text();

  test.each([
    ['Asia/Tokyo', '2040-12-31T15:30:00Z', '2041-0001', 'January 1, 2041 (GMT+9)'],
    ['Asia/Kathmandu', '2040-12-31T18:20:00Z', '2041-0001', 'January 1, 2041 (GMT+5:45)'],
    ['Asia/Kolkata', '2040-12-31T18:22:00Z', '2040-0001', 'December 31, 2040 (GMT+5:30)'],
    ['UTC', '2040-12-31T23:30:00Z', '2040-0001', 'December 31, 2040 (UTC)'],
    ['America/New_York', '2041-01-01T04:30:00Z', '2040-0001', 'December 31, 2040 (EST)'],
  ])('has the year of the seller in %s, and the page its date and zone', async (timeZone, at, number, date) => {
    const seller = await personIn(timeZone);
    advanceTo(at);

    const receipt = await receiptOf(await factory.createOrder({ seller, status: 'PAYMENT_RECEIVED' }));
    await seller.ask(update, { input: { timeZone: 'Pacific/Kiritimati' } });

    expect(receipt.number).toBe(number);
    // Another zone of the seller changes no receipt that was issued.
    expect(await pageOf(receipt)).toContain(date);
  });
});

describe('a renewal', () => {
  let order: TestOrder;
  beforeAll(async () => {
    // The 31st of January, half past midnight in Tokyo; 2044 is a leap year.
    advanceTo('2044-01-30T15:30:00Z');
    order = await factory.createOrder({
      seller: await personIn('Asia/Tokyo'),
      status: 'PAYMENT_RECEIVED',
      bought: oneMonth,
    });
  });
  const endOf = async ({ id }: { id: string }): Promise<string> => {
    const read = 'query ($id: ID!) { order(id: $id) { renewal { periodEndsAt } } }';
    return (await order.seller.ask(read, { id })).order.renewal.periodEndsAt;
  };
  const renew = async ({ id }: { id: string }): Promise<{ id: string }> => {
    server.clock.advance({ days: 27 });
    await renewDueOrders(server.app);
    await fireDueTimers(server.app);
    expect(await takeStepAs(order.seller, { id }, 'renewOrder', { reference: 'transfer' })).toMatchObject({ id });
    return (await order.seller.ask('query ($id: ID!) { order(id: $id) { successor { id } } }', { id })).order.successor;
  };

  test('of a month that began on the 31st in the zone of the seller ends on the last day of February there', async () => {
    expect(await endOf(order)).toMatch(/^2044-02-28T15:3/);
  });

  test('keeps the zone in which it began, and its day', async () => {
    await order.seller.ask(update, { input: { timeZone: 'America/New_York' } });

    const [next, end] = [await renew(order), await endOf(order)];

    expect(end).toMatch(/^2044-02-28T15:3/);
    expect(await endOf(next)).toMatch(/^2044-03-30T15:3/);
  });

  test('that began before accounts had a time zone stays in UTC', async () => {
    const seller = await personIn('Asia/Tokyo');
    const old = await factory.createOrder({ seller, status: 'PAYMENT_RECEIVED', bought: oneMonth });
    const where = { number: old.number };
    const periodEndsAt = new Date(server.clock.now().getTime() + 20 * 86_400_000);
    await server.app.db.order.updateMany({ where, data: { periodTimeZone: null, periodDay: 31, periodEndsAt } });

    const successor = await factoryRenewal(old);

    expect(successor).toMatchObject({ periodTimeZone: 'UTC', periodDay: 31 });
  });

  async function factoryRenewal(old: TestOrder) {
    await server.app.db.order.updateMany({
      where: { number: old.number },
      data: { renewalNextAt: server.clock.now() },
    });
    await renewDueOrders(server.app);
    expect(await takeStepAs(old.seller, old, 'renewOrder', { reference: 'transfer' })).toMatchObject({ id: old.id });
    return server.app.db.order.findFirstOrThrow({ where: { predecessor: { number: old.number } } });
  }
});
