/** E-mails that wait: for the end of quiet hours, and for the daily digest. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deliverEmailJob } from '../../src/emails/deliver-email.ts';
import { releaseDueEmails } from '../../src/emails/release-emails.ts';
import { sendDueDigests } from '../../src/messages/send-digests.ts';
import { nextDigestAt } from '../../src/notifications/quiet-hours.ts';
import type { ApiClient, Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { type MailService, startMailService } from '../support/mail-service.ts';
import { rowsTouched } from '../support/query-plans.ts';
import { useServer } from '../support/use-server.ts';

let service: MailService;
beforeAll(async () => {
  service = await startMailService();
});
afterAll(() => service.stop());

const { server, second, factory } = useServer({
  instances: 2,
  sessionDays: 1_000,
  config: () => ({
    mail: {
      resendApiKey: 're_test',
      resendUrl: service.url,
      from: 'Placard <orders@mail.example>',
      retrySeconds: 1,
      timeoutSeconds: 2,
    },
  }),
});

const update = (person: ApiClient, input: object) =>
  person.ask(
    `mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) {
      __typename ... on Refusal { message } } }`,
    { input },
  );

/** The local time in UTC that is so many hours from now. */
const hoursFromNow = (hours: number): string =>
  new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString().slice(11, 16);
const beQuiet = (person: ApiClient) => update(person, { quietHours: { from: hoursFromNow(-1), to: hoursFromNow(2) } });
const choose = (person: ApiClient, email: string, ...kinds: readonly string[]) =>
  update(person, { choices: kinds.map((kind) => ({ kind, email })) });

const subjectsTo = ({ email }: TestPerson): string[] =>
  service.delivered.filter(({ to }) => to === email).map(({ subject }) => subject);
const rowsOf = ({ email }: TestPerson, template?: string) =>
  server.app.db.email.findMany({
    where: { address: email, ...(template ? { template } : {}) },
    orderBy: { id: 'asc' },
  });
const settled = () => expect.poll(() => server.app.db.email.count({ where: { status: 'QUEUED' } })).toBe(0);

/** Lets time pass and does what falls due, on both instances at the same time. */
async function pass(time: { ms?: number; days?: number }): Promise<void> {
  server.clock.advance(time);
  await Promise.all([releaseDueEmails(server.app), releaseDueEmails(second.app)]);
  await settled();
}
/** Lets the time pass until the next digest of people without quiet hours in UTC. */
async function passToDigest(): Promise<void> {
  const at = server.clock.now();
  const next = nextDigestAt({ timeZone: 'UTC', quietFrom: null, quietTo: null }, at);
  await pass({ ms: next.getTime() - at.getTime() });
}

async function fatesOf({ id, seller }: TestOrder): Promise<string[]> {
  const { order } = await seller.ask(
    `query ($id: ID!) { order(id: $id) { timeline(first: 50) { edges { node { type
      ... on EmailSentEntry { template recipient } ... on EmailFailedEntry { template recipient reason } } } } } }`,
    { id },
  );
  return order.timeline.edges
    .map(({ node }: Data) => node)
    .filter(({ type }: Data) => type.startsWith('EMAIL'))
    .map(({ type, template, recipient, reason = '' }: Data) => [type, template, recipient, reason].join(' ').trim());
}

describe('In the quiet hours of a person', () => {
  test('an e-mail waits until they end, and is then sent once, also with two instances', async () => {
    const seller = await factory.createPerson();
    await beQuiet(seller);

    const order = await factory.createOrder({ seller });
    await settled();

    expect(subjectsTo(seller)).toEqual([]);
    expect(await rowsOf(seller)).toMatchObject([{ status: 'HELD', settledAt: null }]);
    expect((await fatesOf(order)).filter((fate) => fate.endsWith('SELLER'))).toEqual([]);
    await pass({ ms: 3_600_000 });
    expect(subjectsTo(seller)).toEqual([]);

    await pass({ ms: 3_600_000 });
    expect(subjectsTo(seller)).toEqual([`New order #${order.number} from ${order.advertiser.name}`]);
    expect(await rowsOf(seller)).toMatchObject([{ status: 'SENT', dueAt: null }]);
    expect((await fatesOf(order)).filter((fate) => fate.endsWith('SELLER'))).toEqual([
      'EMAIL_SENT order-received SELLER',
    ]);
  });

  test('what is required is sent immediately', async () => {
    const advertiser = await factory.createPerson();
    await beQuiet(advertiser);
    await advertiser.ask('mutation ($email: String!) { requestSignInCode(input: { email: $email }) { __typename } }', {
      email: advertiser.email,
    });

    const order = await factory.createOrder({ advertiser });
    await settled();

    expect(subjectsTo(advertiser).sort()).toEqual([
      expect.stringMatching(/^\d{8} is your sign-in code$/),
      `Your order #${order.number} with ${order.seller.name}`,
    ]);
  });

  test('an e-mail whose delivery was late waits too, if the mail service was not asked yet', async () => {
    const seller = await factory.createPerson();
    const order = await factory.createOrder({ seller });
    await settled();
    // As if no worker had been free until the quiet hours began.
    const { id: mailId } = await server.app.db.email.update({
      where: { id: (await rowsOf(seller))[0]?.id ?? '' },
      data: { status: 'QUEUED' },
    });
    await beQuiet(seller);
    const { work } = deliverEmailJob(server.app);

    await expect(work({ mailId }, false, false)).rejects.toThrow('quiet hours');
    await work({ mailId }, false, true);

    expect(await rowsOf(seller)).toMatchObject([{ status: 'HELD' }]);
    expect(subjectsTo(seller)).toHaveLength(1);
    await pass({ ms: 2 * 3_600_000 });
    // The service knows the key.
    expect(subjectsTo(seller)).toEqual([`New order #${order.number} from ${order.advertiser.name}`]);
  });

  test('an e-mail is released when the person ends them, or moves to another time zone', async () => {
    const [ends, moves] = [await factory.createPerson(), await factory.createPerson()];
    for (const seller of [ends, moves]) {
      await beQuiet(seller);
      await factory.createOrder({ seller });
    }

    await update(ends, { quietHours: null });
    await moves.ask('mutation { updatePerson(input: { timeZone: "Asia/Tokyo" }) { __typename } }');
    await pass({ ms: 0 });

    for (const seller of [ends, moves]) expect(subjectsTo(seller)).toHaveLength(1);
  });

  test('an e-mail is dropped if the person turns its kind off or is deleted, and the timeline does not say so', async () => {
    const [turnsOff, isDeleted] = [await factory.createPerson(), await factory.createPerson()];
    const orders: TestOrder[] = [];
    for (const seller of [turnsOff, isDeleted]) {
      await beQuiet(seller);
      orders.push(await factory.createOrder({ seller }));
    }

    await choose(turnsOff, 'OFF', 'ORDERS');
    await server.app.db.person.update({ where: { id: isDeleted.personId }, data: { email: null } });
    await pass({ ms: 2 * 3_600_000 });

    for (const [index, seller] of [turnsOff, isDeleted].entries()) {
      expect(subjectsTo(seller)).toEqual([]);
      expect(await rowsOf(seller)).toMatchObject([{ status: 'DROPPED', dueAt: null }]);
      const order = orders[index] as TestOrder;
      expect((await fatesOf(order)).filter((fate) => fate.includes('SELLER') || fate.includes('FAILED'))).toEqual([]);
    }
  });
});

test('An e-mail of a kind that a person has turned off is not queued, and colleagues receive it', async () => {
  const seller = await factory.createPerson();
  const colleague = await factory.createMember(seller, 'MEMBER');
  await choose(seller, 'OFF', 'ORDERS');

  await factory.createOrder({ seller });
  await settled();

  expect(await rowsOf(seller)).toEqual([]);
  expect(subjectsTo(colleague)).toHaveLength(1);
});

describe('A daily digest', () => {
  test('collects the notifications of a day by order, is sent once, and is one entry on each timeline', async () => {
    const advertiser = await factory.createPerson();
    await choose(advertiser, 'DIGEST', 'ORDERS', 'PAYMENTS', 'MESSAGES', 'ADS');
    const first = await factory.createOrder({ advertiser });
    await factory.takeStep(first, 'requestFeedback');
    await takeStepAs(advertiser, first, 'provideFeedback');
    await factory.takeStep(first, 'requestPayment');
    const other = await factory.createOrder({ advertiser });
    await factory.takeStep(other, 'rejectOrder');
    await settled();
    const before = subjectsTo(advertiser);
    expect(before.sort()).toEqual(
      [first, other].map(({ number, seller }) => `Your order #${number} with ${seller.name}`).sort(),
    );

    await passToDigest();

    const [digest, ...more] = service.delivered.filter(({ to }) => to === advertiser.email).slice(2);
    expect(more).toEqual([]);
    // The order that was rejected has no setup link any more.
    expect(digest?.subject).toBe('4 notifications since your last digest');
    const url = (number: number) => `${server.app.config.publicUrl}/orders/${number}`;
    const setupUrl = (digest?.text.match(/\(Set up your ads: (\S+)\)/) ?? [])[1] ?? '';
    expect(setupUrl.startsWith(`${server.app.config.setupUrl}/`)).toBe(true);
    expect(digest?.text.split('\n\n').slice(0, 2)).toEqual([
      [
        `Order #${first.number} with ${first.seller.name}`,
        `- Set up your ads (order #${first.number}) (Set up your ads: ${setupUrl})`,
        `- ${first.seller.name} has a question about order #${first.number}`,
        `- Payment for order #${first.number}`,
        url(first.number),
      ].join('\n'),
      [
        `Order #${other.number} with ${other.seller.name}`,
        `- Order #${other.number} was rejected`,
        url(other.number),
      ].join('\n'),
    ]);
    for (const order of [first, other])
      expect((await fatesOf(order)).filter((fate) => fate.includes('daily-digest'))).toEqual([
        'EMAIL_SENT daily-digest ADVERTISER',
      ]);
    expect((await rowsOf(advertiser, 'payment-requested'))[0]).toMatchObject({ status: 'SENT', dueAt: null });

    await pass({ days: 1 });
    expect(subjectsTo(advertiser)).toHaveLength(3);
  });

  test('counts the unread messages of an order together', async () => {
    const seller = await factory.createPerson();
    await choose(seller, 'DIGEST', 'MESSAGES', 'ORDERS');
    const order = await factory.createOrder({ seller });
    const say = (text: string) =>
      order.advertiser.ask(
        'mutation ($id: ID!, $text: String!) { sendMessage(input: { orderId: $id, text: $text }) { __typename } }',
        { id: order.id, text },
      );
    for (const texts of [['One'], ['Two', 'Three']]) {
      for (const text of texts) await say(text);
      server.clock.advance({ ms: 11 * 60_000 });
      await sendDueDigests(server.app);
    }

    await passToDigest();

    const [digest] = service.delivered.filter(({ to }) => to === seller.email);
    expect(digest?.text).toContain(`- 3 unread messages in order #${order.number}\n`);
    expect(digest?.subject).toBe('2 notifications since your last digest');
  });

  test('leaves out what the person may no longer read, and is not sent if nothing is left', async () => {
    const [seller, stays] = [await factory.createPerson(), await factory.createPerson()];
    const colleague = await factory.createMember(seller, 'MEMBER');
    await choose(colleague, 'DIGEST', 'ORDERS');
    const lost = await factory.createOrder({ seller });
    await server.app.db.membership.deleteMany({ where: { personId: colleague.personId } });

    await passToDigest();

    expect(subjectsTo(colleague)).toEqual([]);
    expect((await rowsOf(colleague)).map(({ status }) => status)).toEqual(['DROPPED', 'DROPPED']);
    expect((await fatesOf(lost)).filter((fate) => fate.includes('daily-digest'))).toEqual([]);

    await server.app.db.membership.create({
      data: { personId: colleague.personId, accountId: stays.accountId, role: 'MEMBER', createdAt: server.clock.now() },
    });
    const order = await factory.createOrder({ seller: stays });
    await passToDigest();
    expect(subjectsTo(colleague)).toEqual(['1 notification since your last digest']);
    expect((await fatesOf(order)).filter((fate) => fate.includes('daily-digest'))).toHaveLength(1);
  });

  test('is in the language and the time zone of the person, at the end of the quiet hours', async () => {
    const seller = await factory.createPerson();
    await seller.ask('mutation { updatePerson(input: { language: DE }) { __typename } }');
    await choose(seller, 'DIGEST', 'ORDERS');
    await update(seller, { quietHours: { from: '06:00', to: '09:30' } });
    const order = await factory.createOrder({ seller });

    await passToDigest();
    expect(subjectsTo(seller)).toEqual([]);
    await pass({ ms: 90 * 60_000 });

    expect(subjectsTo(seller)).toEqual(['1 Benachrichtigung seit der letzten Zusammenfassung']);
    expect(service.delivered.find(({ to }) => to === seller.email)?.text).toContain(
      `Auftrag #${order.number} mit ${order.advertiser.name}\n- Neuer Auftrag #${order.number}`,
    );
  });

  test('is one a day: what comes after it waits for the next', async () => {
    const seller = await factory.createPerson();
    await choose(seller, 'DIGEST', 'ORDERS');
    await factory.createOrder({ seller });
    await passToDigest();
    expect(subjectsTo(seller)).toHaveLength(1);

    // As if the transaction of another e-mail had been committed just after the digest.
    await factory.createOrder({ seller });
    await server.app.db.email.updateMany({
      where: { address: seller.email, status: 'DIGEST' },
      data: { dueAt: server.clock.now() },
    });
    await pass({ ms: 1_000 });
    expect(subjectsTo(seller)).toHaveLength(1);

    await passToDigest();
    expect(subjectsTo(seller)).toHaveLength(2);
  });

  test.each(['acceptThenCut', 'broken'] as const)(
    'is delivered and recorded once after a failure (%s)',
    async (mishap) => {
      const seller = await factory.createPerson();
      await choose(seller, 'DIGEST', 'ORDERS');
      const order = await factory.createOrder({ seller });
      service.misbehave(seller.email, mishap);

      await passToDigest();

      expect(subjectsTo(seller)).toHaveLength(1);
      expect((await fatesOf(order)).filter((fate) => fate.includes('daily-digest'))).toHaveLength(1);
    },
  );

  test('continues where it was interrupted between the timelines of two orders', async () => {
    const seller = await factory.createPerson();
    await choose(seller, 'DIGEST', 'ORDERS');
    const orders = [await factory.createOrder({ seller }), await factory.createOrder({ seller })];
    await passToDigest();
    // As if the process had died after the first order.
    const [digest] = await rowsOf(seller, 'daily-digest');
    const [, unsettled] = orders as [TestOrder, TestOrder];
    await server.app.db.email.update({ where: { id: digest?.id ?? '' }, data: { status: 'QUEUED' } });
    await server.app.db.email.updateMany({
      where: { digestId: digest?.id ?? '', order: { number: unsettled.number } },
      data: { status: 'DIGEST' },
    });

    const { work } = deliverEmailJob(server.app);
    await Promise.all([
      work({ mailId: digest?.id ?? '' }, false, false),
      work({ mailId: digest?.id ?? '' }, false, false),
    ]);

    expect(subjectsTo(seller)).toHaveLength(1);
    const counts = await Promise.all(
      orders.map(async (order) => (await fatesOf(order)).filter((fate) => fate.includes('daily-digest')).length),
    );
    expect(counts).toEqual([1, 2]);
    expect((await rowsOf(seller)).map(({ status }) => status)).toEqual(['SENT', 'SENT', 'SENT']);
  });

  test('is sent once, and nothing is lost, while the person changes the preferences and moves', async () => {
    const seller = await factory.createPerson();
    await choose(seller, 'DIGEST', 'ORDERS', 'ADS');
    const orders = [await factory.createOrder({ seller }), await factory.createOrder({ seller })];
    const at = server.clock.now();
    const next = nextDigestAt({ timeZone: 'UTC', quietFrom: null, quietTo: null }, at);
    server.clock.advance({ ms: next.getTime() - at.getTime() });

    await Promise.all([
      releaseDueEmails(server.app),
      ...['UTC', 'Europe/London', 'UTC'].map((timeZone) =>
        seller.ask('mutation ($timeZone: String) { updatePerson(input: { timeZone: $timeZone }) { __typename } }', {
          timeZone,
        }),
      ),
      update(seller, { quietHours: { from: '01:00', to: '02:00' } }),
      releaseDueEmails(second.app),
      update(seller, { quietHours: null }),
    ]);
    await settled();
    await pass({ days: 2 });

    expect(subjectsTo(seller)).toEqual(['2 notifications since your last digest']);
    expect((await rowsOf(seller)).map(({ status }) => status)).toEqual(['SENT', 'SENT', 'SENT']);
    for (const order of orders)
      expect((await fatesOf(order)).filter((fate) => fate.includes('daily-digest'))).toHaveLength(1);
  });

  test('that the mail service refuses is recorded as failed on each timeline', async () => {
    const seller = await factory.createPerson();
    await choose(seller, 'DIGEST', 'ORDERS');
    const order = await factory.createOrder({ seller });
    service.misbehave(seller.email, 'refused');

    await passToDigest();

    expect((await fatesOf(order)).filter((fate) => fate.includes('daily-digest'))).toEqual([
      'EMAIL_FAILED daily-digest SELLER 422 validation_error: Invalid `to` field.',
    ]);
    expect((await rowsOf(seller)).map(({ status }) => status)).toEqual(['FAILED', 'FAILED']);
  });
});

test('The search for what is due reads an index of the e-mails that wait, however many were sent', async () => {
  const { pool } = server.app.database;
  await pool.query(`
    insert into mail (id, template, cause, address, status, created_at)
    select gen_random_uuid(), 'order-received', 'bulk ' || n, 'bulk@people.example', 'SENT', now() from generate_series(1, 20000) n;
    analyze mail;`);
  const explain = async (query: string) => (await pool.query(`explain (analyze, format json) ${query}`)).rows;

  const due = await explain('select id from mail where due_at <= now() order by due_at limit 100');
  const next = await explain('select due_at from mail where due_at is not null order by due_at limit 1');
  const ofPerson = await explain(
    `select id from mail where person_id = gen_random_uuid() and status = 'DIGEST' and due_at is not null order by id limit 100`,
  );

  const waiting = await server.app.db.email.count({ where: { dueAt: { not: null } } });
  for (const plan of [due, next, ofPerson]) expect(rowsTouched(plan)).toBeLessThanOrEqual(waiting);
});
