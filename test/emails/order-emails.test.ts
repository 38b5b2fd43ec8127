/** Mails: their receivers, each mail only once, whatever happens to the service or to our process. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliverEmailJob } from '../../src/emails/deliver-email.ts';
import { orderExtensions } from '../../src/order-extensions.ts';
import { checkStep } from '../../src/orders/actions.ts';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import type { Order } from '../../src/orders/order.ts';
import {
  daysUntil,
  type EmailRule,
  type OneOrMore,
  type PersonRole,
  type Recipient,
  type RecipientCondition,
  type Role,
} from '../../src/process/define.ts';
import { recipientRoles } from '../../src/process/guards.ts';
import {
  type OrderCondition,
  type OrderMail,
  type OrderRow,
  type OrderStep,
  orderRow,
  orderState,
  orderSteps,
} from '../../src/process/order.ts';
import { killChildren, startChild } from '../support/child-process.ts';
import type { ChildServer, PlacedOrder } from '../support/child-server.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import { freshDatabase, prepareTemplate, type TestDatabase } from '../support/database.ts';
import { type TestOrder, takeStepAs } from '../support/factory.ts';
import { type DeliveredMail, type MailService, type Mishap, startMailService } from '../support/mail-service.ts';
import { useServer } from '../support/use-server.ts';

const from = 'Placard <orders@mail.example>';
const mailVia = (service: MailService) => ({
  resendApiKey: 're_test',
  resendUrl: service.url,
  from,
  retrySeconds: 1,
  timeoutSeconds: 1,
});

let service: MailService;
beforeAll(async () => {
  service = await startMailService();
});
afterAll(() => service.stop());

const { server, factory } = useServer({ config: () => ({ mail: mailVia(service) }), sessionDays: 1_000 });

/** Waits until every mail about the order was sent or given up. */
const settled = (order: TestOrder) =>
  expect
    .poll(() => server.app.db.email.count({ where: { status: 'QUEUED', order: { number: order.number } } }))
    .toBe(0);

/** Every letter that leads to the order or went to one of its people. */
const lettersAbout = ({ number, advertiser, seller, operator }: TestOrder): DeliveredMail[] => {
  const addresses = [advertiser, seller, operator].map(({ email }) => email);
  return service.delivered.filter(({ to, text }) => addresses.includes(to) || text.includes(`/orders/${number}\n`));
};

const timeline = `query ($id: ID!) { order(id: $id) { timeline(first: 50) { edges { node {
  number type ... on EmailSentEntry { template recipient } ... on EmailFailedEntry { template recipient reason } } } } } }`;

/** The timeline entries about mails, as this person reads them. */
async function fatesOf(order: { id: string }, reader: ApiClient): Promise<Data[]> {
  const { order: read } = await reader.ask(timeline, { id: order.id });
  return read.timeline.edges
    .map(({ node }: Data) => node)
    .filter(({ type }: Data) => type === 'EMAIL_SENT' || type === 'EMAIL_FAILED')
    .map(({ number: _, ...fate }: Data) => fate);
}

const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

describe('a mail', () => {
  test('confirms a placed order to the advertiser and to the seller, and no other mail is sent', async () => {
    const before = service.delivered.length;

    const order = await factory.createOrder();
    await settled(order);

    const subjects = service.delivered.slice(before).map(({ to, subject }) => ({ to, subject }));
    expect(sorted(subjects)).toEqual(
      sorted([
        { to: order.advertiser.email, subject: `Set up your ads (order #${order.number})` },
        { to: order.advertiser.email, subject: `Your order #${order.number} with ${order.seller.name}` },
        { to: order.seller.email, subject: `New order #${order.number} from ${order.advertiser.name}` },
      ]),
    );
  });

  test('comes from the address in the settings, and a reply goes to the other party', async () => {
    const { advertiser, seller } = await factory.createOrder();

    const toAdvertiser = await service.mailTo(advertiser.email);
    const toSeller = await service.mailTo(seller.email);

    expect(toAdvertiser).toMatchObject({ from, replyTo: seller.email });
    expect(toSeller).toMatchObject({ from, replyTo: advertiser.email });
  });

  test('has the texts of people as text, escaped in the HTML, and in one line in the subject', async () => {
    const name = 'Eve\r\nBcc: all@people.example\u2028<img src=x onerror=alert(1)>';
    const brief = `</p><script>alert("x")</script> & 'so' on`;
    const order = await factory.createOrder({ advertiser: await factory.createPerson({ name }), brief });

    const { subject, text, html } = await service.mailTo(order.seller.email);

    expect(text).toContain(brief);
    expect(html).toContain('&lt;/p&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;so&#39; on');
    const tags = [...html.matchAll(/<[/!]?([a-z]+)/gi)].map(([, tag]) => tag?.toLowerCase());
    expect(new Set(tags)).toEqual(new Set(['doctype', 'html', 'body', 'p', 'a']));
    expect(subject).toContain('Eve Bcc: all@people.example <img');
    expect(subject).not.toMatch(/[\r\n\u2028\u2029]/);
  });

  test('leads to its order, in the text and in the HTML', async () => {
    const { number, seller } = await factory.createOrder();

    const { text, html } = await service.mailTo(seller.email);

    const link = `${server.app.config.publicUrl}/orders/${number}`;
    expect(text).toContain(link);
    expect(html).toContain(`href="${link}"`);
  });
});

/**
 * Each row of the table by each role that can take it today; the system's are those of the clock, and come first:
 * they make every other order expire too.
 */
const stepsByRole = orderSteps
  .flatMap(([step, row]) =>
    row.by.filter((role) => role !== 'system' || row.afterDays !== undefined).map((role) => ({ step, row, role })),
  )
  .sort((one, other) => Number(other.role === 'system') - Number(one.role === 'system'));

describe('a step', () => {
  test.each(stepsByRole)(
    '$step by the $role sends exactly the mails of its row to exactly their receivers',
    async (takenStep) => {
      const { step, row, role } = takenStep;
      const { order, lettersBefore, fatesBefore } = await justBefore(step, role);

      if (role === 'system') await passDays(row.reminder?.daysBefore ?? 1);
      else if (row.from.length > 0)
        expect(await takeStepAs(order[role], order, step)).toMatchObject({ __typename: 'Order' });
      await settled(order);

      const expected = mailsNamedBy(row, role, await rowOf(order));
      const letters = await Promise.all(
        lettersAbout(order)
          .slice(lettersBefore)
          .map(async ({ key, to }) => ({ ...(await causeOf(key)), to })),
      );
      // Mails about an order that a step creates belong to the steps of that order.
      const ofThisOrder = letters.filter(({ about }) => about === order.number).map(({ mail, to }) => ({ mail, to }));
      expect(sorted(ofThisOrder)).toEqual(sorted(expected.map(({ mail, to }) => ({ mail, to: order[to].email }))));
      const fates = (await fatesOf(order, order.operator)).slice(fatesBefore);
      expect(sorted(fates)).toEqual(
        sorted(expected.map(({ mail, to }) => ({ type: 'EMAIL_SENT', template: mail, recipient: to.toUpperCase() }))),
      );
    },
  );

  test('that is refused because a payment was already counted sends no mail', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
    await factory.takeStep(order, 'confirmPayment', { reference: 'transfer 1' });
    const again = { status: 'PAYMENT_REQUIRED', reason: 'Half of it is missing.' };
    await takeStepAs(order.operator, order, 'overrideOrderStatus', again);
    await settled(order);
    const before = await queuedEver();

    const answer = await takeStepAs(order.seller, order, 'confirmPayment', { reference: 'transfer 1' });

    expect(answer.__typename).toBe('ReferenceAlreadyCounted');
    expect(await queuedEver()).toEqual(before);
  });

  test('that is refused because the amount is more than what is due sends no mail', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
    await settled(order);
    const before = await queuedEver();

    const amount = { minorUnits: 10_001, currency: 'EUR' };
    const answer = await takeStepAs(order.seller, order, 'confirmPayment', { reference: 'transfer 2', amount });

    expect(answer.__typename).toBe('InputInvalid');
    expect(await queuedEver()).toEqual(before);
  });

  test('that is rolled back after its mails were queued sends no mail', async () => {
    const { number } = await factory.createOrder();
    const before = await queuedEver();

    const broken = server.app.db.$transaction(async (tx) => {
      const order = await tx.order.findUniqueOrThrow({ where: { number } });
      await server.app.queueEmails(tx, order, 1, [{ mail: 'order-expired', role: 'seller' }]);
      throw new Error('The last statement fails');
    });

    await expect(broken).rejects.toThrow('The last statement fails');
    expect(await queuedEver()).toEqual(before);
  });
});

const rowOf = ({ number }: TestOrder): Promise<Order> => server.app.db.order.findUniqueOrThrow({ where: { number } });

/** The mails that the table names for an order after the step, read without the code of the server. */
function mailsNamedBy({ mails }: OrderRow, role: Role, after: Order): { mail: OrderMail; to: PersonRole }[] {
  const named = Object.entries(mails ?? {}) as [
    Recipient,
    OneOrMore<EmailRule<OrderMail, OrderCondition | RecipientCondition>>,
  ][];
  return named.flatMap(([receiver, mailings]) =>
    recipientRoles(receiver, role).flatMap((to) =>
      [mailings].flat().flatMap((mailing) => {
        if (typeof mailing === 'string') return { mail: mailing, to };
        // The sellers of this file send setup e-mails.
        if (mailing.when === 'sellerSendsSetupEmails') return { mail: mailing.mail, to };
        return orderExtensions.conditions[mailing.when](after, role, server.clock.now())
          ? []
          : { mail: mailing.mail, to };
      }),
    ),
  );
}

/** An order about to see this step, by this role, with all mails before it gone out. */
async function justBefore(step: OrderStep, role: Role) {
  const row = orderRow(step);
  const other = role === 'advertiser' ? 'seller' : 'advertiser';
  const status = row.guards?.includes('otherPartyIsAwaited')
    ? row.from.find((one) => orderState(one).waitingOn === other)
    : undefined;
  const order = await factory.createOrderFor(step, status, role);
  // Each operator gets the mails to operators, so there must be only one.
  const others = { isOperator: true, id: { not: order.operator.accountId } };
  await server.app.db.account.updateMany({ where: others, data: { isOperator: false } });
  if (row.from.length === 0) return { order, lettersBefore: 0, fatesBefore: 0 };
  const days = daysUntil(row, (await rowOf(order)).status);
  if (days !== undefined) await passDays(days - (row.reminder?.daysBefore ?? 1));
  // Some steps become possible only after a while.
  for (
    let day = 0;
    day < 60 && checkStep(server.app, await rowOf(order), step, role)?.code === 'CONDITION_NOT_MET';
    day += 1
  )
    await passDays(1);
  await settled(order);
  const fatesBefore = (await fatesOf(order, order.operator)).length;
  return { order, lettersBefore: lettersAbout(order).length, fatesBefore };
}

async function passDays(days: number): Promise<void> {
  server.clock.advance({ days });
  await fireDueTimers(server.app);
}

/** The name of the mail that was handed over under this key, and the number of the order that it is about. */
async function causeOf(key: string): Promise<{ mail: string; about: number | undefined }> {
  const where = { id: key.replace('placard-', '') };
  const { template, order } = await server.app.db.email.findUniqueOrThrow({ where, include: { order: true } });
  return { mail: template, about: order?.number };
}

/** The number of mails and jobs that were ever created. */
async function queuedEver(): Promise<{ mails: number; jobs: number }> {
  const { rows } = await server.app.database.pool.query<{ jobs: number }>('SELECT count(*)::int AS jobs FROM jobs.job');
  return { mails: await server.app.db.email.count(), jobs: rows[0]?.jobs ?? 0 };
}

test('an untouched order is reminded of once, 3 days before it expires, and its expiry is mailed', async () => {
  const order = await factory.createOrder();
  await settled(order);
  const news = (count: number) =>
    lettersAbout(order)
      // The operator is notified of the delays of other orders.
      .filter(({ to, subject }) => to !== order.operator.email || subject.includes(`#${order.number} `))
      .slice(count)
      .map(({ to, subject }) => ({ to, subject }));
  const both = (subject: string) => sorted([order.advertiser, order.seller].map(({ email: to }) => ({ to, subject })));

  server.clock.advance({ ms: -60_000 });
  await passDays(11);
  await settled(order);
  expect(news(3)).toEqual([]);

  server.clock.advance({ ms: 60_000 });
  await passDays(0);
  await passDays(1);
  await settled(order);
  expect(sorted(news(3))).toEqual(both(`Order #${order.number} will expire soon`));

  await passDays(2);
  await passDays(1);
  await settled(order);
  expect(sorted(news(5))).toEqual(both(`Order #${order.number} has expired`));
});

describe('a mail that is not delivered on the first attempt', () => {
  test.each<Mishap>(['rateLimited', 'broken', 'badGateway'])(
    '(%s) is tried again and delivered once',
    async (mishap) => {
      const { order, advertiser } = await createOrderWithFailingConfirmation(mishap);

      await settled(order);

      expect(timesAskedFor(advertiser.email)).toBe(2);
      expectDeliveredAndNotedOnce(order, await fatesOf(order, advertiser));
    },
  );

  test.each<Mishap>(['acceptThenHang', 'acceptThenCut'])(
    '(%s) is not delivered twice, and is recorded once',
    async (mishap) => {
      const { order, advertiser } = await createOrderWithFailingConfirmation(mishap);

      await settled(order);

      expect(timesAskedFor(advertiser.email)).toBe(2);
      expectDeliveredAndNotedOnce(order, await fatesOf(order, advertiser));
    },
  );

  test('counts as sent if the service has accepted it before with other words', async () => {
    const { order, advertiser, seller } = await createOrderWithFailingConfirmation('acceptThenCut');
    await service.mailTo(advertiser.email);

    await server.app.db.account.update({ where: { id: seller.accountId }, data: { name: 'Another name' } });
    await settled(order);

    expect(timesAskedFor(advertiser.email)).toBe(2);
    expectDeliveredAndNotedOnce(order, await fatesOf(order, advertiser));
  });

  test('and is then delivered by two workers at the same time is delivered and recorded once', async () => {
    const { order, advertiser } = await createOrderWithFailingConfirmation('hang');
    const { id: mailId } = await server.app.db.email.findFirstOrThrow({ where: { address: advertiser.email } });
    const { work } = deliverEmailJob(server.app);
    await expect.poll(() => timesAskedFor(advertiser.email)).toBe(1);

    await Promise.all([work({ mailId }, false, false), work({ mailId }, false, false)]);
    await settled(order);

    expectDeliveredAndNotedOnce(order, await fatesOf(order, advertiser));
  });

  test('because the service refuses it is given up, and both parties see the reason', async () => {
    const { order, advertiser, seller } = await createOrderWithFailingConfirmation('refused');

    await settled(order);

    const failed = {
      type: 'EMAIL_FAILED',
      template: 'order-confirmation',
      recipient: 'ADVERTISER',
      reason: '422 validation_error: Invalid `to` field.',
    };
    for (const reader of [advertiser, seller]) expect(await fatesOf(order, reader)).toContainEqual(failed);
    expect(timesAskedFor(advertiser.email)).toBe(1);
    expect(service.delivered.filter(({ to }) => to === advertiser.email)).toEqual([]);
  });
});

async function createOrderWithFailingConfirmation(mishap: Mishap) {
  const advertiser = await factory.createPerson();
  service.misbehave(advertiser.email, mishap);
  // Without a setup link the confirmation is all that the advertiser gets.
  const seller = await factory.createPerson();
  await seller.ask('mutation { updateAccountSettings(input: { adSetupEmails: false }) { __typename } }');
  const order = await factory.createOrder({ advertiser, seller });
  return { order, advertiser, seller: order.seller };
}

const timesAskedFor = (receiver: string): number => service.requests.filter((to) => to === receiver).length;

function expectDeliveredAndNotedOnce({ advertiser, seller }: TestOrder, fates: readonly Data[]): void {
  for (const { email } of [advertiser, seller])
    expect(service.delivered.filter(({ to }) => to === email)).toHaveLength(1);
  expect(sorted(fates)).toEqual(
    sorted([
      { type: 'EMAIL_SENT', template: 'order-confirmation', recipient: 'ADVERTISER' },
      { type: 'EMAIL_SENT', template: 'order-received', recipient: 'SELLER' },
    ]),
  );
}

const follow = `subscription ($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) {
  ... on TimelineEntryAdded { entry { number type ... on EmailSentEntry { template recipient } ... on EmailFailedEntry { template recipient reason } } } } }`;

test.each([
  ['sent', undefined, { type: 'EMAIL_SENT', template: 'feedback-requested', recipient: 'ADVERTISER' }],
  ['refused', 'refused', { type: 'EMAIL_FAILED', template: 'feedback-requested', recipient: 'ADVERTISER' }],
] as const)('that a mail was %s reaches an open stream live', async (_, mishap, fate) => {
  const order = await factory.createOrder();
  await settled(order);
  const { order: now } = await order.seller.ask('query ($id: ID!) { order(id: $id) { cursor } }', { id: order.id });
  const stream = order.seller.follow(follow, { id: order.id, after: now.cursor });
  if (mishap) service.misbehave(order.advertiser.email, mishap);

  await factory.takeStep(order, 'requestFeedback');
  const events = await stream.until(({ orderTimeline }) => orderTimeline.entry.type.startsWith('EMAIL'));

  expect(events.map(({ orderTimeline }) => orderTimeline.entry)).toMatchObject([{ type: 'FEEDBACK_REQUESTED' }, fate]);
  stream.stop();
});

describe('a sign-in code', () => {
  const request = `mutation ($email: String!) { requestSignInCode(input: { email: $email }) { __typename ... on SignInCodeRequested { sentTo } } }`;
  const signIn = `mutation ($email: String!, $code: String!) { signIn(input: { email: $email, code: $code }) {
    __typename ... on SignedIn { account { name } } } }`;
  const codeIn = ({ text }: DeliveredMail): string => /\b\d{8}\b/.exec(text)?.[0] ?? '';

  test('is mailed to a known address, signs in, and has no reply address', async () => {
    const { name, email } = await factory.createPerson();
    const anyone = apiClient(server.url);

    await anyone.ask(request, { email });
    const letter = await service.mailTo(email);

    expect(letter).toMatchObject({ from, replyTo: undefined });
    const { signIn: answer } = await anyone.ask(signIn, { email, code: codeIn(letter) });
    expect(answer).toEqual({ __typename: 'SignedIn', account: { name } });
  });

  test('is mailed to an unknown address too, with the same answer and the same words', async () => {
    const { email: known } = await factory.createPerson();
    const unknown = `unknown-${known}`;
    const anyone = apiClient(server.url);

    const answers = [await anyone.ask(request, { email: unknown }), await anyone.ask(request, { email: known })];
    const letters = [await service.mailTo(unknown), await service.mailTo(known)];

    expect(answers.map(({ requestSignInCode }) => requestSignInCode)).toEqual(
      [unknown, known].map((sentTo) => ({ __typename: 'SignInCodeRequested', sentTo })),
    );
    const [toUnknown, toKnown] = letters.map((letter) => letter.text.replace(codeIn(letter), 'CODE'));
    expect(toUnknown).toBe(toKnown);
  });

  test('is the same code when its mail is tried again', async () => {
    const { email } = await factory.createPerson();
    service.misbehave(email, 'acceptThenCut');
    const anyone = apiClient(server.url);

    await anyone.ask(request, { email });
    await service.until(() => timesAskedFor(email) === 2);

    const letters = service.delivered.filter(({ to }) => to === email);
    expect(letters).toHaveLength(1);
    const { signIn: answer } = await anyone.ask(signIn, { email, code: letters.map(codeIn)[0] });
    expect(answer.__typename).toBe('SignedIn');
  });
});

describe('a server that is killed', () => {
  let outside: MailService;
  let database: TestDatabase | undefined;
  let dataDir: string;

  beforeEach(async () => {
    outside = await startMailService();
    dataDir = await mkdtemp(join(tmpdir(), 'placard-mails-'));
    database = process.env['DATABASE_URL'] ? await freshDatabase() : undefined;
  });
  afterEach(async () => {
    await killChildren();
    await database?.drop();
    await outside.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const start = async ({ placesOrder }: { placesOrder: boolean }) => {
    const place = { databaseUrl: database?.url ?? null, dataDir, template: await prepareTemplate() };
    // A worker counts as dead after four times as long.
    const config = { mail: { ...mailVia(outside), timeoutSeconds: 0.5 } };
    const childServer: ChildServer = { ...place, config, order: placesOrder ? {} : null };
    return startChild('test/support/child-server.ts', { args: [JSON.stringify(childServer)] });
  };

  test.each([
    ['before a mail is accepted', 'hang'],
    ['after a mail was delivered and before the delivery is recorded', 'acceptThenHang'],
  ] as const)(
    '%s delivers the mail once in total and records it once after its restart',
    async (_, mishap) => {
      outside.misbehaveAlways(mishap);
      const first = await start({ placesOrder: true });
      const [, json = ''] = await first.says(/^order (.*)$/m);
      const placed: PlacedOrder = JSON.parse(json);
      await outside.until(() => outside.requests.length >= 2);
      first.signal('SIGKILL');
      expect(await first.ended).toBe('SIGKILL');

      outside.misbehaveAlways(undefined);
      const second = await start({ placesOrder: false });
      const [, url = ''] = await second.says(/^ready (.*)$/m);
      const stream = apiClient(url, placed.token).follow(follow, { id: placed.id });
      const events = [await stream.next()];
      while (events.length < 4) events.push(await stream.next());
      await stream.expectNothing();

      expect(events[0].orderTimeline.entry.type).toBe('ORDER_PLACED');
      expect(events.map(({ orderTimeline: { entry } }) => `${entry.type} ${entry.recipient ?? ''}`).sort()).toEqual([
        'EMAIL_SENT ADVERTISER',
        'EMAIL_SENT ADVERTISER',
        'EMAIL_SENT SELLER',
        'ORDER_PLACED ',
      ]);
      expect(outside.delivered.map(({ to }) => to).sort()).toEqual([...placed.receivers].sort());
      stream.stop();
    },
    180_000,
  );
});
