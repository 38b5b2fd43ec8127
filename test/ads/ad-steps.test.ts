/** The ads of an order, and those without one. The rules are those of the specification, by their numbers. */
import { describe, expect, test } from 'vitest';
import { expireDueAds } from '../../src/ads/expire-ads.ts';
import { settlePlacements } from '../../src/ads/placements/settle-placements.ts';
import { type AdStatus, type AdStep, adProcess, adRow, adStatuses, adSteps } from '../../src/process/ad.ts';
import { pathTo, validateProcess } from '../../src/process/analyze.ts';
import { emailsCausedBy } from '../../src/process/guards.ts';
import { enumName } from '../../src/process/names.ts';
import { orderState, orderStatuses } from '../../src/process/order.ts';
import { createHouseAd, createPlacement, publish, takeOfAd } from '../support/ads.ts';
import type { ApiClient, Data } from '../support/client.ts';
import { inRole, sampleInput, type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { rowIdOf } from '../support/sandbox.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });

const adFields = 'id name status html targetUrl publishedAt endsAt actions { step isAllowed blockedReasonCode }';
const content = { html: '<b>Tea.</b>', targetUrl: 'https://tea.example/' };

interface AdOfOrder {
  readonly id: string;
  readonly order: TestOrder;
}

const adsOf = async (order: TestOrder): Promise<Data[]> =>
  (await order.seller.ask(`query ($id: ID!) { order(id: $id) { ads { ${adFields} } } }`, { id: order.id })).order.ads;
const read = async (person: ApiClient, id: string): Promise<Data> =>
  (await person.ask(`query ($id: ID!) { ad(id: $id) { ${adFields} order { number } } }`, { id })).ad;

/** Takes a step of an ad and returns the result. */
async function take(person: ApiClient, id: string, step: AdStep, input: Record<string, unknown> = {}): Promise<Data> {
  const name = step.charAt(0).toUpperCase() + step.slice(1);
  const answer = await person.ask(
    `mutation ($input: ${name}Input!) { ${step}(input: $input) { __typename ... on Ad { ${adFields} }
      ... on Refusal { code message } ... on InputInvalid { problems { field } } ... on AdStepNotAllowed { step current { status allowedSteps } } } }`,
    { input: { adId: id, ...input } },
  );
  return answer[step];
}

/** An ad of a new order in this status, brought there by the steps of the table. */
async function createAd(status: AdStatus, order?: TestOrder): Promise<AdOfOrder> {
  const its = order ?? (await factory.createOrder());
  const [{ id }] = await adsOf(its);
  const ad = { id, order: its };
  await take(its.advertiser, id, 'saveAdDraft', content);
  for (const step of pathTo(adProcess, status) ?? []) await bring(ad, step);
  expect((await read(its.seller, id)).status).toBe(status);
  return ad;
}

async function bring({ id, order }: AdOfOrder, step: AdStep): Promise<void> {
  if (step === 'expireAd') {
    server.clock.advance({ days: 7 });
    await expireDueAds(server.app);
  } else if (step === 'withdrawAd') await takeStepAs(order.seller, order, 'rejectOrder');
  else if (step === 'displaceAd' || step === 'showAdAgain') await displace({ id, order }, step);
  else await take(order[adProcess.steps[step].by[0] as 'seller'], id, step, await inputOf({ id, order }, step));
}

/** Shows an ad of the seller's own in the place of an ad, and unpublishes it if the ad is to be shown again. */
async function displace({ id, order: { seller } }: AdOfOrder, step: 'displaceAd' | 'showAdAgain'): Promise<void> {
  const placementId = await createPlacement(seller);
  await takeOfAd(seller, { id }, 'placeAd', { placementId });
  const house = await createHouseAd(seller);
  await publish(seller, house, placementId);
  await settlePlacements(server.app);
  if (step === 'displaceAd') return;
  await takeOfAd(seller, house, 'unpublishAd');
  await settlePlacements(server.app);
}

const entriesOf = async (order: TestOrder): Promise<Data[]> => {
  const { order: foundOrder } = await order.seller.ask(
    'query ($id: ID!) { order(id: $id) { timeline(last: 50) { edges { node { type actorRole ad { name status } ... on AdRejectedEntry { adName note } ... on EmailSentEntry { template recipient } } } } } }',
    { id: order.id },
  );
  return foundOrder.timeline.edges.map(({ node }: Data) => node);
};

async function mailsAbout(order: TestOrder): Promise<string[]> {
  await expect
    .poll(() => server.app.db.email.count({ where: { status: 'QUEUED', order: { number: order.number } } }))
    .toBe(0);
  const mails = await server.app.db.email.findMany({
    where: { order: { number: order.number }, template: { startsWith: 'ad-', not: 'ad-setup' } },
    orderBy: { createdAt: 'asc' },
  });
  return mails.map(({ template, role }) => `${template} → ${role}`);
}

test('the table has no fault that the compiler cannot see', () => {
  expect(validateProcess(adProcess)).toEqual([]);
});

test('an order carries one draft for each item, named after it', async () => {
  const [advertiser, seller] = [await factory.createPerson(), await factory.createPerson()];
  const priceOptionIds = [
    await factory.createPriceOption(seller),
    await factory.createPriceOption(seller),
    await factory.createPriceOption(seller),
  ];

  const { placeOrder } = await advertiser.ask(
    'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { number ads { name status } } } }',
    { input: { priceOptionIds, brief: 'Tea.', paymentMethod: 'CASH' } },
  );

  const { number, ads } = placeOrder;
  expect(ads).toEqual(['', ' / 2', ' / 3'].map((end) => ({ name: `Order #${number}${end}`, status: 'DRAFT' })));
});

/** A valid input of a step. */
async function inputOf({ order }: AdOfOrder, step: AdStep): Promise<Record<string, unknown>> {
  if (step === 'saveAdDraft') return content;
  const input = sampleInput(adRow(step));
  return step === 'placeAd' ? { ...input, placementId: await createPlacement(order.seller) } : input;
}

describe.each(adStatuses)('in %s', (status) => {
  test('every step answers every role with success or a typed refusal, as `actions` announced', async () => {
    let ad = await createAd(status);

    for (const role of ['advertiser', 'seller', 'operator'] as const) {
      for (const [step, row] of adSteps.filter(
        ([, one]) => one.from.length > 0 && one.by.some((by) => by !== 'system'),
      )) {
        const before = await read(inRole(ad.order, role), ad.id);
        const foretold = before.actions.find((action: Data) => action.step === enumName(step))?.isAllowed ?? false;
        const answer = await take(inRole(ad.order, role), ad.id, step, await inputOf(ad, step));

        const mayTake = row.by.includes(role) && row.from.includes(status);
        expect(foretold, `${role} ${step}`).toBe(mayTake);
        expect(answer.__typename, `${role} ${step}: ${answer.message}`).toBe(mayTake ? 'Ad' : 'AdStepNotAllowed');
        if (mayTake) ad = await createAd(status);
        else expect(await read(inRole(ad.order, role), ad.id)).toEqual(before);
      }
    }
  });
});

test('an ad without content cannot be submitted', async () => {
  const order = await factory.createOrder();
  const [{ id }] = await adsOf(order);

  const answer = await take(order.advertiser, id, 'submitAd');

  expect(answer).toMatchObject({
    __typename: 'AdStepNotAllowed',
    code: 'CONDITION_NOT_MET',
    current: { status: 'DRAFT', allowedSteps: ['SAVE_AD_DRAFT'] },
  });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://tea.example',
  'tea.example',
  'https://user:word@tea.example',
  'https://tea.example/\r\nLocation: https://evil.example/',
])('rule 4: a target that is not a web address is refused: %s', async (targetUrl) => {
  const order = await factory.createOrder();
  const [{ id }] = await adsOf(order);

  const answer = await take(order.advertiser, id, 'saveAdDraft', { ...content, targetUrl });

  expect(answer).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'targetUrl' }] });
  expect((await read(order.advertiser, id)).html).toBeNull();
});

test('the target that is reviewed is the one to which a click leads, also if an earlier version stored it', async () => {
  const order = await factory.createOrder();
  const [{ id }] = await adsOf(order);
  const typed = 'https:\\\\tea.example\\@evil.example';
  const used = 'https://tea.example/@evil.example';

  await take(order.advertiser, id, 'saveAdDraft', { ...content, targetUrl: typed });
  const saved = await read(order.seller, id);
  await server.app.db.ad.update({ where: { id: rowIdOf(id) }, data: { targetUrl: 'https://tea\n.exa\rmple/' } });

  expect(saved.targetUrl).toBe(used);
  expect((await read(order.seller, id)).targetUrl).toBe('https://tea.example/');
});

describe('the triggers', () => {
  test('fire on submission, rejection and publication, and on nothing else: each mails one party once', async () => {
    const { id, order } = await createAd('DRAFT');

    await take(order.advertiser, id, 'submitAd');
    await take(order.seller, id, 'rejectAd', { note: 'Too loud.' });
    await take(order.advertiser, id, 'saveAdDraft', { html: 'Quiet tea.' });
    await take(order.advertiser, id, 'submitAd');
    await take(order.seller, id, 'publishAd');
    await take(order.seller, id, 'unpublishAd');
    await take(order.seller, id, 'publishAdDirectly');

    expect(await mailsAbout(order)).toEqual([
      'ad-pending → seller',
      'ad-rejected → advertiser',
      'ad-pending → seller',
      'ad-published → advertiser',
    ]);
  });

  test.each(adSteps.filter(([, row]) => row.from.length > 0))(
    '%s mails exactly what its row names',
    async (step, row) => {
      const ad = await createAd(row.from[0] ?? 'DRAFT');
      const before = await mailsAbout(ad.order);

      await bring(ad, step);

      // An ad must have been displaced to be shown again.
      const first = step === 'showAdAgain' ? emailsCausedBy(adRow('displaceAd'), 'system') : [];
      const named = [...first, ...emailsCausedBy(row, row.by[0] ?? 'system')].map(
        ({ mail, role }) => `${mail} → ${role}`,
      );
      expect(await mailsAbout(ad.order)).toEqual([...before, ...named]);
    },
  );

  test('the mail about a rejection has the reason, and a reply goes to the other party', async () => {
    const { id, order } = await createAd('PENDING');

    await take(order.seller, id, 'rejectAd', { note: 'Too <loud>.' });
    await mailsAbout(order);

    // Either instance may have sent it.
    const letter = [server, second]
      .flatMap(({ app }) => app.mailbox?.letters() ?? [])
      .find(({ to, subject }) => to === order.advertiser.email && subject.includes('rejected'));
    expect(letter).toMatchObject({ replyTo: order.seller.email });
    expect(letter?.text).toContain('“Too <loud>.”');
    expect(letter?.html).toContain('Too &lt;loud&gt;.');
  });
});

test('the steps of an ad are on the order’s timeline and reach both parties live', async () => {
  const { id, order } = await createAd('DRAFT');
  const streams = [order.advertiser, order.seller].map((person) =>
    person.follow(
      'subscription ($id: ID!) { orderTimeline(orderId: $id) { ... on TimelineEntryAdded { entry { type ad { name status } ... on AdRejectedEntry { note } } order { revision } } } }',
      { id: order.id },
    ),
  );

  await take(order.advertiser, id, 'submitAd');
  await take(order.seller, id, 'rejectAd', { note: 'Too loud.' });

  for (const stream of streams) {
    const events = await stream.until(({ orderTimeline }) => orderTimeline.entry.type === 'AD_REJECTED');
    expect(events.map(({ orderTimeline }) => orderTimeline.entry.type)).toContain('AD_SUBMITTED');
    expect(events.at(-1).orderTimeline).toMatchObject({
      entry: { note: 'Too loud.', ad: { name: `Order #${order.number}` } },
      order: { revision: 1 },
    });
    stream.stop();
  }
  expect((await entriesOf(order)).map(({ type }) => type)).toEqual(
    expect.arrayContaining(['AD_DRAFT_SAVED', 'AD_SUBMITTED', 'AD_REJECTED']),
  );
});

test('a draft that is published directly triggers nothing: no entry, no e-mail, no event, only an entry of the audit log', async () => {
  const { id, order } = await createAd('DRAFT');
  const steps = async () => (await entriesOf(order)).map(({ type }) => type).filter((type) => type !== 'EMAIL_SENT');
  const before = [await steps(), await mailsAbout(order)];
  const inboxes = [order.advertiser, order.seller].map((person) =>
    person.follow('subscription { inbox { ... on InboxEntryAdded { entry { type } } } }'),
  );
  const input = { adId: id, idempotencyKey: 'direct' };
  const publish = async () =>
    (
      await order.seller.ask(
        'mutation ($input: PublishAdDirectlyInput!) { publishAdDirectly(input: $input) { ... on Ad { status } ... on Refusal { code } } }',
        { input },
      )
    ).publishAdDirectly;

  // A repeated request has the same result, although the timeline has no entry with its key.
  for (const answer of [await publish(), await publish()]) expect(answer).toEqual({ status: 'PUBLISHED' });
  expect([await steps(), await mailsAbout(order)]).toEqual(before);
  const log = async (person: ApiClient) =>
    (
      await person.ask(
        'query ($id: ID!) { auditLog(first: 5, subjectId: $id) { nodes { action details person { id } } } }',
        { id },
      )
    ).auditLog.nodes;
  expect(await log(order.operator)).toEqual([
    {
      action: 'AD_PUBLISHED_DIRECTLY',
      details: JSON.stringify({ adName: `Order #${order.number}`, orderNumber: order.number }),
      person: { id: expect.any(String) },
    },
  ]);
  expect(await log(order.advertiser)).toEqual([]);
  // What is said afterwards is the next event of both.
  await take(order.seller, id, 'unpublishAd');
  for (const inbox of inboxes) {
    const events = await inbox.until(({ inbox: { entry } }) => entry?.type === 'AD_UNPUBLISHED');
    expect(events.map(({ inbox: { entry } }) => entry?.type)).not.toContain('AD_PUBLISHED_DIRECTLY');
    inbox.stop();
  }
});

test.each([
  [true, ['ad-pending → seller', 'ad-rejected → advertiser', 'ad-pending → seller', 'ad-published → advertiser']],
  [false, ['ad-pending → seller', 'ad-pending → seller']],
])(
  'while the setup e-mails of the seller are %s, the advertiser gets exactly those, and the seller always',
  async (adSetupEmails, expected) => {
    const { id, order } = await createAd('DRAFT');
    const { updateAccountSettings: account } = await order.seller.ask(
      'mutation ($input: UpdateAccountSettingsInput!) { updateAccountSettings(input: $input) { ... on Account { adSetupEmails } } }',
      { input: { adSetupEmails } },
    );
    expect(account).toEqual({ adSetupEmails });

    await take(order.advertiser, id, 'submitAd');
    await take(order.seller, id, 'rejectAd', { note: 'Too loud.' });
    await take(order.advertiser, id, 'submitAd');
    await take(order.seller, id, 'publishAd');

    expect(await mailsAbout(order)).toEqual(expected);
  },
);

test.each(orderStatuses.filter((status) => !orderState(status).final))(
  'rule 1: the payment and the status of the order never block an ad (%s)',
  async (status) => {
    const order = await factory.createOrder({ status });

    const { id } = await createAd('PUBLISHED', order);

    expect((await read(order.advertiser, id)).publishedAt).not.toBeNull();
  },
);

test('rule 2: an ad without an order changes its status silently', async () => {
  const seller = await factory.createPerson();
  // Mails of other tests may still be on their way, and each leaves an entry: only new kinds of entries count.
  const heard = async () => ({
    mails: await server.app.db.email.count(),
    entries: await server.app.db.logEntry.count({ where: { type: { not: 'emailSent' } } }),
  });
  const before = await heard();
  const { createAd: houseAd } = await seller.ask(
    `mutation { createAd(input: { name: "House ad" }) { __typename ... on Ad { id status } } }`,
  );

  for (const step of [
    'saveAdDraft',
    'submitAd',
    'rejectAd',
    'submitAd',
    'publishAd',
    'unpublishAd',
    'publishAdDirectly',
  ] as const) {
    expect(await take(seller, houseAd.id, step, step === 'saveAdDraft' ? content : {}), step).toMatchObject({
      __typename: 'Ad',
    });
  }

  expect((await read(seller, houseAd.id)).status).toBe('PUBLISHED');
  expect(await heard()).toEqual(before);
});

test('an ad can be read only by the parties and the operator', async () => {
  const { id, order } = await createAd('PENDING');
  const stranger = await factory.createPerson();
  const { createAd: houseAd } = await order.seller.ask(
    `mutation { createAd(input: { name: "House ad" }) { ... on Ad { id } } }`,
  );
  const none = Buffer.from('Ad:00000000-0000-7000-8000-000000000000').toString('base64url');

  expect(await read(stranger, id)).toBeNull();
  expect(await read(order.advertiser, houseAd.id)).toBeNull();
  expect(await read(order.operator, id)).toMatchObject({ status: 'PENDING' });
  expect(await take(stranger, id, 'publishAd')).toEqual(await take(stranger, none, 'publishAd'));
  expect((await stranger.ask('{ ads { edges { node { name } } } }')).ads.edges).toEqual([]);
});

test('the list of ads is narrowed by status and by the viewer’s turn to review', async () => {
  const seller = await factory.createPerson();
  const ads = [
    await createAd('PENDING', await factory.createOrder({ seller })),
    await createAd('DRAFT', await factory.createOrder({ seller })),
    await createAd('PUBLISHED', await factory.createOrder({ seller })),
  ];
  const list = async (person: TestPerson, filter?: Record<string, unknown>): Promise<string[]> =>
    (
      await person.ask('query ($filter: AdFilter) { ads(first: 50, filter: $filter) { edges { node { id } } } }', {
        filter,
      })
    ).ads.edges.map(({ node }: Data) => node.id);
  const [pending, draft, published] = ads.map(({ id }) => id);

  expect(await list(seller)).toEqual([published, draft, pending]);
  expect(await list(seller, { statuses: ['DRAFT', 'PUBLISHED'] })).toEqual([published, draft]);
  expect(await list(seller, { needsReview: true })).toEqual([pending]);
  expect(await list((ads[0] as AdOfOrder).order.advertiser, { needsReview: true })).toEqual([]);
});

test('drafts of an order that ends are withdrawn, and published ads stay', async () => {
  const [draft, pending, published] = [await createAd('DRAFT'), await createAd('PENDING'), await createAd('PUBLISHED')];

  for (const { order } of [draft, pending, published])
    await takeStepAs(order.advertiser, order, 'cancelOrder', { reason: 'Next year.' });

  const statuses = await Promise.all(
    [draft, pending, published].map(async ({ id, order }) => (await read(order.seller, id)).status),
  );
  expect(statuses).toEqual(['WITHDRAWN', 'WITHDRAWN', 'PUBLISHED']);
});

test('an ad expires when its days have ended, not earlier, and only once on two instances', async () => {
  const { id, order } = await createAd('PUBLISHED');
  const { publishedAt, endsAt } = await read(order.seller, id);

  server.clock.advance({ days: 6 });
  await expireDueAds(server.app);
  const early = (await read(order.seller, id)).status;
  server.clock.advance({ days: 1 });
  await Promise.all([expireDueAds(server.app), expireDueAds(second.app), expireDueAds(server.app)]);

  expect(Date.parse(endsAt) - Date.parse(publishedAt)).toBe(7 * 24 * 3_600_000);
  expect(early).toBe('PUBLISHED');
  expect((await read(order.seller, id)).status).toBe('EXPIRED');
  expect((await entriesOf(order)).filter(({ type }) => type === 'AD_EXPIRED')).toEqual([
    expect.objectContaining({ actorRole: 'SYSTEM' }),
  ]);
});

test('an ad that is published again runs for the days that are left, and for no others', async () => {
  const { id, order } = await createAd('PUBLISHED');
  const readRun = async () =>
    (await order.seller.ask('query ($id: ID!) { ad(id: $id) { status endsAt remainingSeconds } }', { id })).ad;
  const daySeconds = 24 * 3_600;

  server.clock.advance({ days: 3 });
  await take(order.seller, id, 'unpublishAd');
  const paused = await readRun();
  server.clock.advance({ days: 10 });
  await take(order.advertiser, id, 'submitAd');
  const preview = await order.seller.ask(
    'query ($id: ID!) { ad(id: $id) { publishPreview { ... on PublishPreview { endsAt } } } }',
    { id },
  );
  const { endsAt, publishedAt } = await take(order.seller, id, 'publishAd');
  const running = await readRun();
  server.clock.advance({ days: 4 });
  await expireDueAds(server.app);

  // The clock of the test continues between two steps.
  const about = (value: number) => expect.toSatisfy((one: number) => one <= value && one > value - 300);
  expect(paused).toEqual({ status: 'DRAFT', endsAt: null, remainingSeconds: about(4 * daySeconds) });
  expect(Date.parse(endsAt) - Date.parse(publishedAt)).toBe(paused.remainingSeconds * 1_000);
  expect(Date.parse(preview.ad.publishPreview.endsAt) - Date.parse(endsAt)).toBeLessThanOrEqual(0);
  expect(running).toEqual({ status: 'PUBLISHED', endsAt, remainingSeconds: null });
  expect(await readRun()).toEqual({ status: 'EXPIRED', endsAt: null, remainingSeconds: 0 });
});

test('an ad that the advertiser recalls from the review can be changed and submitted again', async () => {
  const { id, order } = await createAd('PENDING');

  const bySeller = await take(order.seller, id, 'recallAd');
  const recalled = await take(order.advertiser, id, 'recallAd');
  const late = await take(order.seller, id, 'publishAd');
  await take(order.advertiser, id, 'saveAdDraft', { html: 'Better tea.' });
  const again = await take(order.advertiser, id, 'submitAd');

  expect(bySeller).toMatchObject({ __typename: 'AdStepNotAllowed', code: 'WRONG_ROLE' });
  expect(recalled).toMatchObject({ __typename: 'Ad', status: 'DRAFT' });
  expect(late).toMatchObject({ __typename: 'AdStepNotAllowed', code: 'WRONG_STATUS' });
  expect(again).toMatchObject({ status: 'PENDING', html: 'Better tea.' });
  expect((await entriesOf(order)).map(({ type }) => type)).toContain('AD_RECALLED');
});

describe('at the same time', () => {
  const onSecond = (person: TestPerson): ApiClient => ({
    ...person,
    ask: (query, variables) => askAt(second.url, person, query, variables),
  });
  const askAt = async (
    url: string,
    person: TestPerson,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Data> => {
    const { apiClient } = await import('../support/client.ts');
    return apiClient(url, person.sessionToken).ask(query, variables);
  };

  test.each([1, 2, 3, 4, 5])(
    'content that is saved while the ad is submitted is stored completely or refused (race %i)',
    async (race) => {
      const { id, order } = await createAd('DRAFT');

      const [submitted, saved] = await Promise.all([
        take(order.advertiser, id, 'submitAd'),
        take(onSecond(order.advertiser), id, 'saveAdDraft', { html: `Late tea ${race}.` }),
      ]);

      const { status, html } = await read(order.seller, id);
      expect(submitted.__typename).toBe('Ad');
      expect(status).toBe('PENDING');
      expect(html).toBe(saved.__typename === 'Ad' ? `Late tea ${race}.` : content.html);
      const types = (await entriesOf(order))
        .map(({ type }) => type)
        .filter((type) => type === 'AD_SUBMITTED' || type === 'AD_DRAFT_SAVED');
      expect(types.at(-1), 'nothing was saved after the submission').toBe('AD_SUBMITTED');
    },
  );

  test('only one of two publications succeeds, and only one of expiry and withdrawal', async () => {
    const { id, order } = await createAd('PENDING');

    const published = await Promise.all([
      take(order.seller, id, 'publishAd'),
      take(onSecond(order.seller), id, 'publishAd'),
    ]);
    server.clock.advance({ days: 7 });
    const [expired, back] = await Promise.all([expireDueAds(second.app), take(order.seller, id, 'unpublishAd')]);

    expect(published.map(({ __typename }) => __typename).sort()).toEqual(['Ad', 'AdStepNotAllowed']);
    expect([expired, back.__typename]).toEqual(expired === 1 ? [1, 'AdStepNotAllowed'] : [0, 'Ad']);
  });

  test('the same idempotency key submits an ad only once', async () => {
    const { id, order } = await createAd('DRAFT');

    const answers = await Promise.all(
      [1, 2, 3].map((call) =>
        take(call % 2 ? order.advertiser : onSecond(order.advertiser), id, 'submitAd', { idempotencyKey: 'once' }),
      ),
    );

    for (const answer of answers) expect(answer).toMatchObject({ __typename: 'Ad', status: 'PENDING' });
    expect((await entriesOf(order)).filter(({ type }) => type === 'AD_SUBMITTED')).toHaveLength(1);
  });
});
