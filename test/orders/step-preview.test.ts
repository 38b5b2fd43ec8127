/** Previews of steps: equal to what the step then does, for every step in every status, and without a trace. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { rowIdOf, toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { type AdStep, adProcess, adSteps } from '../../src/process/ad.ts';
import type { PersonRole } from '../../src/process/define.ts';
import { type InputSpec, toJson } from '../../src/process/fields.ts';
import { enumName } from '../../src/process/names.ts';
import { type OrderStatus, type OrderStep, orderStatuses, orderSteps } from '../../src/process/order.ts';
import { createAd, createPlacement, ownAd, takeOfAd } from '../support/ads.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import { inRole, oneMonth, sampleInput, takeStepAs, withSampleItems } from '../support/factory.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2, sessionDays: 400 });

afterEach(() => void vi.useRealTimers());

/** Stops the time, so that preview and step are taken at the same moment. */
const stopTime = () => vi.useFakeTimers({ toFake: ['Date'], now: new Date() });

const previewSelection = `__typename
  ... on StepPreview {
    orderAfter { previousStatus status paymentStatus proofStatus reviewStatus surveyStatus renewalStatus waitingOn }
    emails { role template orderId }
    moneyChanges { kind amount { minorUnits currency } }
    deadlineChanges { step isReminder dueBefore dueAt }
    adChanges { kind adId name previousStatus status }
  }
  ... on Refusal { code message recovery }`;

async function preview(person: ApiClient, step: OrderStep | AdStep, input: Data): Promise<Data> {
  const name = Object.hasOwn(adProcess.steps, step) ? 'AdStep' : 'OrderStep';
  const { [`preview${name}`]: answer } = await person.ask(
    `query ($input: Preview${name}Input!) { preview${name}(input: $input) { ${previewSelection} } }`,
    { input: { [step]: input } },
  );
  return answer;
}

const isOpenToPeople = ({ from, by }: { from: readonly string[]; by: readonly string[] }) =>
  from.length > 0 && by.some((role) => role !== 'system');
const peopleOf = ({ by }: { by: readonly string[] }) => by.filter((role): role is PersonRole => role !== 'system');

/** Tables that other requests change at any time: when a session was last used, and what workers do. */
const busyTables = ['session', 'application_key', 'mail', 'log_entry', 'order'];

/** A digest of every other table and, of those that workers change, of what a step writes. */
async function digestOfDatabase(): Promise<unknown> {
  const { db } = server.app;
  const tables = await db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`;
  const digests: Record<string, string> = {};
  for (const { name } of tables.filter(({ name }) => !busyTables.includes(name))) {
    const [row] = await db.$queryRaw<{ digest: string }[]>(
      Prisma.sql`select coalesce(md5(string_agg(r::text, ',' order by r::text)), '') as digest from ${Prisma.raw(`"${name}"`)} as r`,
    );
    digests[name] = row?.digest ?? '';
  }
  const notByWorkers = { type: { notIn: ['emailSent', 'emailFailed'] } };
  return {
    digests,
    entries: await db.logEntry.count({ where: notByWorkers }),
    emails: await db.email.count(),
    orders: await db.order.findMany({ orderBy: { id: 'asc' }, omit: { logNumber: true, lastActivityAt: true } }),
  };
}

/** Everything that a step may change of the orders of a seller, as it is stored. */
async function stored(sellerId: string) {
  const { db } = server.app;
  const order = { sellerId };
  return {
    orders: await db.order.findMany({ where: order }),
    ads: await db.ad.findMany({ where: { sellerId } }),
    emails: await db.email.findMany({ where: { order }, orderBy: { id: 'asc' } }),
    payments: await db.payment.findMany({ where: { order } }),
    movements: await db.paymentMovement.findMany({ where: { order } }),
    timers: await db.timer.findMany({ where: { order } }),
  };
}
type Stored = Awaited<ReturnType<typeof stored>>;

const newRows = <Row extends { id: string }>(before: readonly Row[], after: readonly Row[]): Row[] =>
  after.filter(({ id }) => !before.some((one) => one.id === id));

/** The expected preview of a step that led from one stored state to the other. */
function effectsBetween(before: Stored, after: Stored, orderId: string | undefined): Data {
  const [from, to] = [before, after].map(({ orders }) => orders.find(({ id }) => id === orderId));
  const money = (row: { amountMinorUnits: bigint; currency: string }) => ({
    minorUnits: Number(row.amountMinorUnits),
    currency: row.currency,
  });
  const timers = ({ timers: rows }: Stored) =>
    new Map(
      rows
        .filter((timer) => timer.orderId === orderId && timer.dueAt)
        .map(({ step, kind, dueAt }) => [`${enumName(step)} ${kind}`, dueAt?.toISOString()]),
    );
  const [timersBefore, timersAfter] = [timers(before), timers(after)];
  const closed = after.payments.filter(
    ({ id, status }) => status === 'CLOSED' && before.payments.some((one) => one.id === id && one.status !== 'CLOSED'),
  );
  const distinctEmails = new Map(
    newRows(before.emails, after.emails).map(({ orderId: about, role, template }) => {
      const isNew = !before.orders.some(({ id }) => id === about);
      const email = { role: role?.toUpperCase(), template, orderId: isNew ? null : toGlobalId('Order', about ?? '') };
      return [JSON.stringify(email), email];
    }),
  );
  const waitingOn = (['advertiser', 'seller', 'operator'] as const).filter(
    (role) => to?.[`waitingOn${role.charAt(0).toUpperCase()}${role.slice(1)}` as 'waitingOnSeller'],
  );
  return {
    __typename: 'StepPreview',
    orderAfter: to
      ? {
          previousStatus: from?.status ?? null,
          status: to.status,
          paymentStatus: to.paymentStatus,
          proofStatus: to.proofStatus,
          reviewStatus: to.reviewStatus,
          surveyStatus: to.surveyStatus,
          renewalStatus: to.renewalStatus,
          waitingOn: waitingOn.map((role) => role.toUpperCase()),
        }
      : null,
    emails: [...distinctEmails.values()],
    moneyChanges: [
      ...newRows(before.payments, after.payments)
        .filter((payment) => payment.orderId === orderId && payment.status === 'OPEN')
        .map((payment) => ({ kind: 'REQUESTED', amount: money(payment) })),
      ...closed.map((payment) => ({ kind: 'REQUEST_CLOSED', amount: money(payment) })),
      ...newRows(before.movements, after.movements)
        .filter((movement) => movement.orderId === orderId)
        .map((movement) => ({ kind: movement.kind, amount: money(movement) })),
    ],
    deadlineChanges: [...new Set([...timersBefore.keys(), ...timersAfter.keys()])]
      .filter((key) => timersBefore.get(key) !== timersAfter.get(key))
      .map((key) => ({
        step: key.split(' ')[0],
        isReminder: key.endsWith(' REMINDER'),
        dueBefore: timersBefore.get(key) ?? null,
        dueAt: timersAfter.get(key) ?? null,
      })),
    adChanges: after.ads
      .filter((ad) => ad.orderId === (orderId ?? null))
      .filter(({ id, status }) => before.ads.find((one) => one.id === id)?.status !== status)
      .map(({ id, name, status }) => ({
        kind: 'STATUS_CHANGED',
        adId: toGlobalId('Ad', id),
        name,
        previousStatus: before.ads.find((one) => one.id === id)?.status ?? null,
        status,
      })),
  };
}

/** The same in any order of the lists. */
const inOrder = ({ orderAfter, ...effects }: Data): Data => ({
  orderAfter: orderAfter && { ...orderAfter, waitingOn: [...orderAfter.waitingOn].sort() },
  ...Object.fromEntries(
    Object.entries(effects).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((one) => JSON.stringify(toJson({ one }), sortedKeys)).sort() : value,
    ]),
  ),
});
const sortedKeys = (_key: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

function inputFor(row: InputSpec, status: OrderStatus): Data {
  const sample = sampleInput(row);
  return sample['status'] === status ? { ...sample, status: orderStatuses.find((other) => other !== status) } : sample;
}

describe.each(orderSteps.filter(([, row]) => isOpenToPeople(row)))('the preview of %s', (step, row) => {
  // A step of every status is tried in a few of them: the effects of the states that it leaves are those of other steps.
  // The factory brings an order there by an override, which does not lead to every status.
  const isOverridden = step === 'recordPayment';
  const statuses = isOverridden || (row.to === '=' && row.from.length > 9) ? [undefined] : row.from;
  test.each(statuses)('in %s is equal to the step', async (status) => {
    const order = await factory.createOrderFor(step, status);
    const { orders } = await stored(order.seller.accountId);
    const current = orders.find(({ number }) => number === order.number)?.status ?? 'PENDING';
    const people = peopleOf(row);
    const role = people[orderStatuses.indexOf(current) % people.length] ?? 'seller';
    const input = await withSampleItems(order.seller, order, step, inputFor(row, current));
    stopTime();

    const before = await digestOfDatabase();
    const previewed = await preview(inRole(order, role), step, { orderId: order.id, ...input });
    expect(await digestOfDatabase(), 'a preview leaves no trace').toEqual(before);

    const rowsBefore = await stored(order.seller.accountId);
    const answer = await takeStepAs(inRole(order, role), order, step, input);
    const rowsAfter = await stored(order.seller.accountId);

    if (answer.__typename === 'Order')
      expect(inOrder(previewed)).toEqual(inOrder(effectsBetween(rowsBefore, rowsAfter, rowIdOf('Order', order.id))));
    else {
      const { __typename, code, message, recovery } = answer;
      expect(previewed).toEqual({ __typename, code, message, recovery });
    }
  });
});

const adMoves = adSteps.filter(([, row]) => isOpenToPeople(row));

describe.each(adMoves)('the preview of %s', (step, row) => {
  test.each(row.from)('of an ad of an order in %s is equal to the step', async (status) => {
    const seller = await factory.createPerson();
    const ad = await createAd(factory, seller);
    await bringTo(seller, ad, status);
    const person = peopleOf(row).includes('advertiser') ? ad.order.advertiser : seller;
    const placement = step === 'placeAd' ? { placementId: await createPlacement(seller) } : {};
    const content = step === 'saveAdDraft' ? { html: 'New.' } : sampleInput(row);
    const input = { adId: ad.id, ...content, ...placement };
    stopTime();

    const before = await digestOfDatabase();
    const previewed = await preview(person, step, input);
    expect(await digestOfDatabase(), 'a preview leaves no trace').toEqual(before);

    const rowsBefore = await stored(seller.accountId);
    const answer = await takeOfAd(person, ad, step, input);
    const rowsAfter = await stored(seller.accountId);

    expect(answer.__typename, answer.message).toBe('Ad');
    expect(inOrder(previewed)).toEqual(inOrder(effectsBetween(rowsBefore, rowsAfter, rowIdOf('Order', ad.order.id))));
  });
});

/** Brings an ad that waits for review to a status from which a step of people leads. */
async function bringTo(seller: ApiClient, ad: { id: string }, status: string): Promise<void> {
  if (status === 'DRAFT') await takeOfAd(seller, ad, 'rejectAd');
  if (status === 'PUBLISHED') await takeOfAd(seller, ad, 'publishAd');
}

test('the preview of a publication names the ad that is replaced, and that of its end the ad that returns', async () => {
  const seller = await factory.createPerson();
  const placementId = await createPlacement(seller);
  const [first, next] = [await createAd(factory, seller), await createAd(factory, seller)];
  await takeOfAd(seller, first, 'publishAd', { placementId });

  const publication = await preview(seller, 'publishAd', { adId: next.id, placementId });
  await takeOfAd(seller, next, 'publishAd', { placementId });
  const end = await preview(seller, 'unpublishAd', { adId: next.id });

  const other = { adId: first.id, name: first.name, previousStatus: null, status: null };
  expect(publication.adChanges).toEqual([
    { kind: 'STATUS_CHANGED', adId: next.id, name: next.name, previousStatus: 'PENDING', status: 'PUBLISHED' },
    { kind: 'REPLACED', ...other },
  ]);
  expect(end.adChanges).toContainEqual({ kind: 'RESTORED', ...other });
});

test('the preview of a purchase shows the e-mails, the deadline and the ads of the order, which does not exist', async () => {
  const [advertiser, seller] = [await factory.createPerson(), await factory.createPerson()];
  const option = await factory.createPriceOption(seller);
  const input = { priceOptionIds: [option], brief: 'Tea.', paymentMethod: 'BANK_TRANSFER' };

  const previewed = await preview(advertiser, 'placeOrder', input);

  expect(previewed).toMatchObject({
    __typename: 'StepPreview',
    orderAfter: {
      previousStatus: null,
      status: 'PENDING',
      waitingOn: expect.arrayContaining(['SELLER', 'ADVERTISER']),
    },
    moneyChanges: [],
    adChanges: [{ kind: 'STATUS_CHANGED', previousStatus: null, status: 'DRAFT' }],
  });
  expect(previewed.emails.map(({ role, template }: Data) => `${template} → ${role}`).sort()).toEqual([
    'ad-setup → ADVERTISER',
    'order-confirmation → ADVERTISER',
    'order-received → SELLER',
  ]);
  expect(previewed.deadlineChanges).toContainEqual(
    expect.objectContaining({ step: 'EXPIRE_ORDER', isReminder: false, dueBefore: null }),
  );
  expect(await server.app.db.order.count({ where: { sellerId: seller.accountId } })).toBe(0);
});

test('the preview of an own ad is the ad alone', async () => {
  const seller = await factory.createPerson();
  const adId = await ownAd(seller);
  await takeOfAd(seller, { id: adId }, 'saveAdDraft', { html: 'Tea.' });

  const previewed = await preview(seller, 'publishAdDirectly', { adId });

  expect(previewed).toMatchObject({ orderAfter: null, emails: [], moneyChanges: [], deadlineChanges: [] });
  expect(previewed.adChanges).toMatchObject([{ previousStatus: 'DRAFT', status: 'PUBLISHED' }]);
});

test('a preview does not use up its idempotency key, and publishes nothing', async () => {
  const order = await factory.createOrder();
  const stream = order.seller.follow(
    'subscription ($id: ID!) { orderTimeline(orderId: $id) { ... on TimelineEntryAdded { entry { number type } } } }',
    { id: order.id },
  );
  const { orderTimeline: first } = await stream.next();

  const input = { orderId: order.id, reason: 'No time.', idempotencyKey: 'one' };
  const previewed = await preview(order.advertiser, 'cancelOrder', input);
  const answer = await takeStepAs(order.advertiser, order, 'cancelOrder', {
    reason: 'Another.',
    idempotencyKey: 'one',
  });

  let { orderTimeline: next } = await stream.next();
  while (next.entry.type.startsWith('EMAIL')) next = (await stream.next()).orderTimeline;
  expect(first.entry.type).toBe('ORDER_PLACED');
  expect(previewed).toMatchObject({ __typename: 'StepPreview', orderAfter: { status: 'CANCELLED' } });
  expect(answer).toMatchObject({ __typename: 'Order', status: 'CANCELLED' });
  expect(next.entry.type).toBe('ORDER_CANCELLED');
});

test('a preview is refused to strangers, and at another revision, as the step is', async () => {
  const order = await factory.createOrder();
  const stranger = await factory.createPerson();
  const input = { orderId: order.id, reason: 'No time.' };

  const byStranger = await preview(stranger, 'cancelOrder', input);
  const stale = await preview(order.seller, 'cancelOrder', { ...input, expectedRevision: 7 });
  const invalid = await preview(order.seller, 'cancelOrder', { ...input, reason: ' ' });

  expect(byStranger.__typename).toBe('OrderNotFound');
  expect(stale.__typename).toBe('StaleRevision');
  expect(invalid.__typename).toBe('InputInvalid');
});

test('previews and steps of one order at the same time on two instances see one state each', async () => {
  const order = await factory.createOrder();
  const elsewhere = apiClient(second.url, order.seller.sessionToken);

  const answers = await Promise.all([
    ...Array.from({ length: 4 }, () => preview(elsewhere, 'cancelOrder', { orderId: order.id, reason: 'No time.' })),
    takeStepAs(order.seller, order, 'requestPayment'),
  ]);

  expect(answers.pop()).toMatchObject({ __typename: 'Order', status: 'PAYMENT_REQUIRED' });
  for (const { orderAfter, moneyChanges } of answers)
    expect([orderAfter.previousStatus, moneyChanges.map(({ kind }: Data) => kind)]).toEqual(
      orderAfter.previousStatus === 'PENDING' ? ['PENDING', []] : ['PAYMENT_REQUIRED', ['REQUEST_CLOSED']],
    );
});

test('the preview of a confirmed renewal reports the e-mails of the new order', async () => {
  const order = await factory.createOrderFor('renewOrder');

  const previewed = await preview(order.seller, 'renewOrder', { orderId: order.id, reference: 'R-1' });

  expect(previewed).toMatchObject({ __typename: 'StepPreview', orderAfter: { previousStatus: 'PAYMENT_RECEIVED' } });
  expect(previewed.emails.map(({ template }: Data) => template)).toContain('order-renewed');
  expect(await server.app.db.order.count({ where: { predecessorId: rowIdOf('Order', order.id) } })).toBe(0);
});

test('previews are limited for each person', async () => {
  const order = await factory.createOrder({ bought: oneMonth });
  const input = { orderId: order.id, reason: ' ' };

  const answers: Data[] = [];
  for (let count = 0; count <= limits.rates.previews.points; count += 1)
    answers.push(await preview(order.seller, 'cancelOrder', input));

  expect(answers[0]?.['__typename']).toBe('InputInvalid');
  expect(answers.at(-1)).toMatchObject({ __typename: 'RateLimited' });
});
