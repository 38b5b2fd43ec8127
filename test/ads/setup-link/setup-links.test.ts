/** The setup link: the actions of its holder without signing in, and the events that end it. */
import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../../src/graphql/ids.ts';
import { limits } from '../../../src/limits.ts';
import { connectOnce } from '../../../src/platform/database-connection.ts';
import type { Email } from '../../../src/platform/mailer.ts';
import { adRow, isAdStep } from '../../../src/process/ad.ts';
import { schema } from '../../../src/schema.ts';
import { type ApiClient, apiClient, type Data } from '../../support/client.ts';
import { factoryFor, type TestOrder, takeStepAs } from '../../support/factory.ts';
import { png } from '../../support/images.ts';
import { askOver, errorsIn, openGreetedSocket } from '../../support/raw-http.ts';
import { startServer } from '../../support/server.ts';
import { upload } from '../../support/uploads.ts';
import { useServer } from '../../support/use-server.ts';

// Failures are counted by address, and Redis remembers from one run to the next: here each server counts for itself.
const alone = { redisUrl: undefined };

const { server, factory } = useServer({ config: alone });

afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const content = { html: '<b>Tea.</b>', targetUrl: 'https://tea.example/' };
const readAds =
  '{ ads(first: 50) { edges { node { id name status html order { number } actions { step isAllowed } } } } }';
const adsSeenBy = async (holder: ApiClient): Promise<Data[]> =>
  (await holder.ask(readAds)).ads.edges.map(({ node }: Data) => node);

/** Every letter to the advertiser of an order, newest first, once all its mails have met their fate. */
async function lettersTo(order: TestOrder, on = server): Promise<readonly Email[]> {
  await expect
    .poll(() => on.app.db.email.count({ where: { status: 'QUEUED', order: { number: order.number } } }))
    .toBe(0);
  return (on.app.mailbox?.letters() ?? []).filter(({ to }) => to === order.advertiser.email);
}

const tokenIn = ({ text }: Pick<Email, 'text'>): string | undefined => /\/setup\/(setup_[\w-]+)/.exec(text)?.[1];

/** The token of the newest setup link that was mailed. */
async function mailedToken(order: TestOrder, on = server): Promise<string> {
  const tokens = (await lettersTo(order, on)).flatMap((letter) => tokenIn(letter) ?? []);
  return tokens[0] ?? '';
}

const holderOf = async (order: TestOrder, on = server): Promise<ApiClient> =>
  apiClient(on.url, await mailedToken(order, on));

async function change(person: ApiClient, order: TestOrder, name: 'rotateSetupLink' | 'revokeSetupLink'): Promise<Data> {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const answer = await person.ask(
    `mutation ($input: ${input}) { ${name}(input: $input) { __typename ... on Order { setupLink { expiresAt } } ... on Refusal { code } } }`,
    { input: { orderId: order.id } },
  );
  return answer[name];
}

async function take(holder: ApiClient, step: 'saveAdDraft' | 'submitAd' | 'publishAd', input: object): Promise<Data> {
  const type = `${step.charAt(0).toUpperCase()}${step.slice(1)}Input!`;
  const answer = await holder.ask(
    `mutation ($input: ${type}) { ${step}(input: $input) { __typename ... on Ad { status order { number } } ... on Refusal { code } } }`,
    { input },
  );
  return answer[step];
}

/** That a token is refused on every wire, and on the page. */
async function expectDead(token: string, on = server): Promise<void> {
  const { status, errors } = await apiClient(on.url, token).send('{ ads { edges { node { id } } } }');
  expect([status, errors?.[0]?.extensions?.['code']]).toEqual([401, 'SESSION_ENDED']);
  expect((await fetch(`${on.url}/setup/${token}`)).status).toBe(404);
}

async function createOrderOfTwo(): Promise<TestOrder> {
  const [advertiser, seller, operator] = [
    await factory.createPerson(),
    await factory.createPerson(),
    await factory.createOperator(),
  ];
  const priceOptionIds = [await factory.createPriceOption(seller), await factory.createPriceOption(seller)];
  const { placeOrder } = await advertiser.ask(
    'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id number } } }',
    { input: { priceOptionIds, brief: 'Tea.', paymentMethod: 'CASH' } },
  );
  return { ...placeOrder, advertiser, seller, operator };
}

/** Sends the form of an ad as a browser does. */
const sendForm = (url: string, fields: Record<string, string>): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

test('the mailed link sets up an ad without signing in, and the timeline says that it came through the link', async () => {
  const order = await factory.createOrder();
  const holder = await holderOf(order);

  const [ad] = await adsSeenBy(holder);
  expect(ad).toMatchObject({ name: `Order #${order.number}`, status: 'DRAFT', order: null });
  await take(holder, 'saveAdDraft', { adId: ad.id, ...content });
  expect(await take(holder, 'submitAd', { adId: ad.id })).toEqual({ __typename: 'Ad', status: 'PENDING', order: null });

  expect(await take(holder, 'saveAdDraft', { adId: ad.id, ...content })).toMatchObject({ code: 'WRONG_STATUS' });
  const { order: read } = await order.seller.ask(
    'query ($id: ID!) { order(id: $id) { timeline(last: 20) { edges { node { type actorRole actor { name } ... on AdSubmittedEntry { via } } } } } }',
    { id: order.id },
  );
  const entries = read.timeline.edges.map(({ node }: Data) => node);
  expect(entries.filter(({ type }: Data) => type === 'AD_SUBMITTED')).toEqual([
    { type: 'AD_SUBMITTED', actorRole: 'ADVERTISER', actor: null, via: 'SETUP_LINK' },
  ]);
});

test('the link uploads an image and submits it, also after it was renewed; another link cannot take that image', async () => {
  const order = await factory.createOrder();
  const uploaded = await upload(await holderOf(order));
  await change(order.advertiser, order, 'rotateSetupLink');
  const [holder, other] = [await holderOf(order), await holderOf(await factory.createOrder())];
  const [[ad], [otherAd]] = [await adsSeenBy(holder), await adsSeenBy(other)];
  const input = { imageId: uploaded.id, targetUrl: 'https://tea.example/' };

  expect(await take(other, 'saveAdDraft', { adId: otherAd.id, ...input })).toMatchObject({ code: 'INPUT_INVALID' });
  expect(await take(holder, 'saveAdDraft', { adId: ad.id, ...input })).toMatchObject({ __typename: 'Ad' });
  expect(await take(holder, 'submitAd', { adId: ad.id })).toMatchObject({ status: 'PENDING' });

  expect((await order.seller.ask('query ($id: ID!) { ad(id: $id) { image { width } } }', { id: ad.id })).ad).toEqual({
    image: { width: 4 },
  });
});

test('the link removes no image from an ad that it does not open', async () => {
  const order = await factory.createOrder();
  const holder = await holderOf(order);
  const { id: imageId } = await upload(order.seller);
  const { createAd } = await order.seller.ask('mutation { createAd(input: { name: "Own" }) { ... on Ad { id } } }');
  await take(order.seller, 'saveAdDraft', { adId: createAd.id, imageId });
  const [{ id: adId }] = await adsSeenBy(holder);

  expect(await take(holder, 'saveAdDraft', { adId, imageId })).toMatchObject({ code: 'INPUT_INVALID' });
});

test('a key is accepted once through the link, and refused for another action', async () => {
  const order = await factory.createOrder();
  const holder = await holderOf(order);
  const [{ id: adId }] = await adsSeenBy(holder);
  const input = { adId, ...content, idempotencyKey: 'k' };

  const answers = await Promise.all([1, 2].map(() => take(holder, 'saveAdDraft', input)));
  const other = await take(holder, 'saveAdDraft', { ...input, html: 'Coffee.' });

  expect(answers.map(({ __typename }) => __typename)).toEqual(['Ad', 'Ad']);
  expect(other).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await server.app.db.logEntry.count({ where: { type: 'saveAdDraft', order: { number: order.number } } })).toBe(
    1,
  );
  // The same key of another order is another key.
  const second = await holderOf(await factory.createOrder());
  const [{ id }] = await adsSeenBy(second);
  expect(await take(second, 'saveAdDraft', { ...input, adId: id })).toMatchObject({ __typename: 'Ad' });
});

describe('rule 5: the page', () => {
  test('lists all ads of the order, each is submitted on its own, and the seller gets the mail', async () => {
    const order = await createOrderOfTwo();
    const url = `${server.url}/setup/${await mailedToken(order)}`;
    const page = await (await fetch(url)).text();
    const ids = [...page.matchAll(/name="ad" value="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(page).toContain(`<h2>Order #${order.number}</h2>`);
    expect(page).toContain(`<h2>Order #${order.number} / 2</h2>`);

    const answer = await sendForm(url, { ad: ids[1] ?? '', ...content, action: 'submit' });

    expect([answer.status, answer.headers.get('location')]).toEqual([303, new URL(url).pathname]);
    const after = await adsSeenBy(await holderOf(order));
    expect(after.map(({ name, status }) => `${name} ${status}`).sort()).toEqual([
      `Order #${order.number} / 2 PENDING`,
      `Order #${order.number} DRAFT`,
    ]);
    const pending = server.app.mailbox
      ?.letters()
      .filter(({ to, subject }) => to === order.seller.email && subject.includes('is waiting for your review'));
    expect(pending?.map(({ text }) => text.includes(`Order #${order.number} / 2`))).toEqual([true]);
  });

  test('shows the texts of people as text, runs nothing, and leaks nothing', async () => {
    const order = await factory.createOrder();
    const url = `${server.url}/setup/${await mailedToken(order)}`;
    const [, ad = ''] = /name="ad" value="([^"]+)"/.exec(await (await fetch(url)).text()) ?? [];
    const html = `</textarea></pre><script>alert("x")</script>&amp;`;

    await sendForm(url, { ad, html, action: 'save' });
    const asDraft = await fetch(url);
    await sendForm(url, { ad, html, action: 'submit' });
    const asPending = await fetch(url);

    for (const answer of [asDraft, asPending]) {
      const page = await answer.text();
      expect(page).toContain('&lt;/textarea&gt;&lt;/pre&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;amp;');
      expect(page.match(/<script/g)).toHaveLength(1);
      expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'self'/);
      // Only the script of the page runs, which is named by its hash.
      const [, script = ''] = /<script>(.*?)<\/script>/s.exec(page) ?? [];
      const hash = createHash('sha256').update(script).digest('base64');
      expect(answer.headers.get('content-security-policy')).toContain(`script-src 'sha256-${hash}';`);
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  test.each([
    ['an invalid address', { html: 'Tea.', targetUrl: 'javascript:alert(1)' }, 'begins with http:// or https://'],
    ['empty content', { html: '', targetUrl: '' }, 'empty'],
    ['an unknown ad', { ad: '00000000-0000-7000-8000-000000000000', html: 'Tea.' }, 'This ad does not exist any more.'],
  ])('names the fault of a form with %s and changes nothing', async (_, fields, reason) => {
    const order = await factory.createOrder();
    const url = `${server.url}/setup/${await mailedToken(order)}`;
    const [, ad = ''] = /name="ad" value="([^"]+)"/.exec(await (await fetch(url)).text()) ?? [];

    const answer = await sendForm(url, { ad, ...fields, action: 'submit' });

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(reason);
    expect(await adsSeenBy(await holderOf(order))).toMatchObject([{ status: 'DRAFT', html: null }]);
  });

  test('takes an image, keeps it, shows it, and takes it out again', async () => {
    const order = await factory.createOrder();
    const url = `${server.url}/setup/${await mailedToken(order)}`;
    const [, ad = ''] = /name="ad" value="([^"]+)"/.exec(await (await fetch(url)).text()) ?? [];
    const image = new File([new Uint8Array(png({ width: 5 }))], 'tea.png', { type: 'image/png' });
    const sendParts = async (fields: Record<string, string | File>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ad, html: '', action: 'save', ...fields })) body.set(name, value);
      const { status } = await fetch(url, { method: 'POST', body, redirect: 'manual' });
      return { status, page: await (await fetch(url)).text() };
    };
    const noFile = new File([], '');

    const first = await sendParts({ image });
    const unchanged = await sendParts({ image: noFile, targetUrl: 'https://tea.example/' });
    const without = await sendParts({ image: noFile, withoutImage: 'on', html: 'Tea.' });
    const back = await sendParts({ image, targetUrl: 'https://tea.example/', action: 'submit' });

    const [, source = ''] = /<img src="([^"]+)"[^>]* width="5"/.exec(first.page) ?? [];
    expect((await fetch(new URL(source, url))).headers.get('content-type')).toBe('image/png');
    expect((await fetch(url)).headers.get('content-security-policy')).toContain("img-src 'self'");
    expect([unchanged.page.includes(source), without.page.includes('<img')]).toEqual([true, false]);
    expect([first.status, unchanged.status, without.status, back.status]).toEqual([303, 303, 303, 303]);
    expect(back.page).toContain('<img');
    expect(await adsSeenBy(await holderOf(order))).toMatchObject([{ status: 'PENDING', html: null }]);
  });

  test.each([
    ['is not an image', new File(['<script>'], 'tea.png', { type: 'image/png' }), '', 'is not an image of these kinds'],
    [
      'is too large',
      new File([new Uint8Array(png({ sizeBytes: limits.files.adImageBytes + 1 }))], 'a'),
      '',
      'The file is too large',
    ],
    ['comes with a text', new File([new Uint8Array(png())], 'tea.png'), 'Tea.', 'either a text or an image'],
    ['has no link', new File([new Uint8Array(png())], 'tea.png'), '', 'needs the web address'],
  ])('says why an image that %s is not submitted', async (_, image, html, reason) => {
    const order = await factory.createOrder();
    const url = `${server.url}/setup/${await mailedToken(order)}`;
    const [, ad = ''] = /name="ad" value="([^"]+)"/.exec(await (await fetch(url)).text()) ?? [];
    const body = new FormData();
    for (const [name, value] of Object.entries({ ad, html, action: 'submit' })) body.set(name, value);
    body.set('image', image);

    const answer = await fetch(url, { method: 'POST', body });

    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(reason)]);
    expect(await adsSeenBy(await holderOf(order))).toMatchObject([{ status: 'DRAFT' }]);
  });

  test('keeps everything that was chosen in a form that is refused', async () => {
    const order = await factory.createOrder();
    const url = `${server.url}/setup/${await mailedToken(order)}`;
    const [, ad = ''] = /name="ad" value="([^"]+)"/.exec(await (await fetch(url)).text()) ?? [];
    const send = async (fields: Record<string, string | File>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ad, action: 'save', ...fields })) body.set(name, value);
      return (await fetch(url, { method: 'POST', body })).text();
    };
    const image = new File([new Uint8Array(png())], 'tea.png', { type: 'image/png' });
    await send({ image, targetUrl: 'https://tea.example/', altText: 'Tea' });

    const refused = await send({ html: 'Fresh tea.', targetUrl: 'tea', altText: 'A "cup"', withoutImage: 'on' });
    const withFile = await send({ html: '', targetUrl: 'tea', altText: 'Tea', image });

    expect(refused).toContain('Fresh tea.</textarea>');
    expect(refused).toContain('value="tea"');
    expect(refused).toContain('value="A &quot;cup&quot;"');
    expect(refused).toContain('name="withoutImage" checked');
    expect(withFile).toContain('Your image tea.png was uploaded.');
    expect(withFile).not.toContain('name="withoutImage" checked');
    expect(await adsSeenBy(await holderOf(order))).toMatchObject([{ status: 'DRAFT', html: null }]);
  });

  test.each([
    [413, { 'content-type': 'multipart/form-data; boundary=x' }, 'x'.repeat(limits.formWithFilesBytes + 1)],
    [400, { 'content-type': 'multipart/form-data; boundary=x' }, 'nothing of the kind'],
    [400, { 'content-type': 'multipart/form-data' }, '--x--'],
    [413, { 'content-type': 'application/x-www-form-urlencoded' }, `html=${'x'.repeat(limits.formBytes)}`],
    [415, { 'content-type': 'application/json' }, '{}'],
    [400, { 'content-type': 'application/x-www-form-urlencoded' }, 'html=%00'],
  ])('refuses with %i a request that is not a form of the page', async (status, headers, body) => {
    const url = `${server.url}/setup/${await mailedToken(await factory.createOrder())}`;

    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(status);
  });
});

/** A value for an input, with ids of the order for fields that need ids. */
function sampleFor(name: string, type: GraphQLInputType, ids: Record<string, string>): unknown {
  if (isNonNullType(type)) return sampleFor(name, type.ofType, ids);
  if (isListType(type)) return [sampleFor(name, type.ofType, ids)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(fields.map((field) => [field.name, sampleFor(field.name, field.type, ids)]));
  }
  const named: Record<string, unknown> = {
    ID: ids[name] ?? ids['orderId'],
    Boolean: true,
    Int: 1,
    SafeInt: 1,
    Currency: 'EUR',
    DateTime: '2099-01-01T00:00:00Z',
  };
  if (/link|url/i.test(name)) return 'https://tea.example/';
  return named[type.name] ?? (name === 'email' ? 'someone@unknown.example' : 'x');
}

/** Asks a root field with samples of its arguments. */
function askRoot(
  client: ApiClient,
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  ids: Record<string, string>,
) {
  const args = field.args.filter(({ type, name }) => isNonNullType(type) || name === 'id');
  const variables = Object.fromEntries(args.map(({ name, type }) => [name, sampleFor(name, type, ids)]));
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passedArguments = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename ... on Refusal { code } }';
  const shown = kind === 'query' && selection ? '{ __typename }' : selection;
  return client.send(
    `${kind} ${declared ? `(${declared})` : ''} { ${field.name}${passedArguments ? `(${passedArguments})` : ''} ${shown} }`,
    variables,
  );
}

test('the link opens only the ads of the order: every other root field answers as to an anonymous caller', async () => {
  const order = await factory.createOrder();
  const [holder, anonymous] = [await holderOf(order), apiClient(server.url)];
  const [{ id: adId }] = await adsSeenBy(holder);
  const ids = { orderId: order.id, adId, id: order.id };
  const mayQuery = ['ads'];
  const mayTake = ['saveAdDraft', 'submitAd', 'recallAd', 'requestUpload'];
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

  for (const field of queries.filter(({ name }) => !mayQuery.includes(name))) {
    const [answer, anonymousAnswer] = [
      await askRoot(holder, 'query', field, ids),
      await askRoot(anonymous, 'query', field, ids),
    ];
    expect(answer, field.name).toEqual(anonymousAnswer);
  }
  for (const field of mutations.filter(({ name }) => !mayTake.includes(name))) {
    const { data } = await askRoot(holder, 'mutation', field, ids);
    const { data: anonymousAnswer } = await askRoot(anonymous, 'mutation', field, ids);
    // The holder acts as the advertiser of the ads: steps of other roles are refused as to the advertiser.
    if (isAdStep(field.name) && adRow(field.name).from.length > 0)
      expect(data[field.name], field.name).toEqual({ __typename: 'AdStepNotAllowed', code: 'WRONG_ROLE' });
    else expect(data, field.name).toEqual(anonymousAnswer);
  }
  expect(
    (
      await holder.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }', {
        ids: [order.id, toGlobalId('Account', order.advertiser.accountId)],
      })
    ).nodes,
  ).toEqual([null, null]);
  const stream = holder.follow('subscription ($id: ID!) { orderTimeline(orderId: $id) { __typename } }', {
    id: order.id,
  });
  expect(await stream.next()).toEqual({ orderTimeline: { __typename: 'OrderNotFound' } });
  stream.stop();
});

test('the link opens no ad of another order', async () => {
  const [holder, other] = [await holderOf(await factory.createOrder()), await holderOf(await factory.createOrder())];
  const [{ id: adId }] = await adsSeenBy(other);

  expect((await holder.ask('query ($id: ID!) { ad(id: $id) { name } }', { id: adId })).ad).toBeNull();
  expect(await take(holder, 'saveAdDraft', { adId, ...content })).toMatchObject({ code: 'AD_NOT_FOUND' });
});

describe('the link ends', () => {
  test('when its days have ended, also on an open socket', async () => {
    const aging = await startServer({ config: alone });
    const order = await factoryFor(aging).createOrder();
    const token = await mailedToken(order, aging);
    const socket = await openGreetedSocket(aging.url, token);
    aging.clock.advance({ days: limits.setupLink.days, ms: -60_000 });
    const ask = { query: '{ ads { edges { node { name } } } }' };
    expect((await askOver(socket, '1', ask))[0]).toMatchObject({ type: 'next' });

    aging.clock.advance({ ms: 60_000 });

    expect((await askOver(socket, '2', ask))[0]).toMatchObject({
      payload: [{ extensions: { code: 'SESSION_ENDED' } }],
    });
    await expectDead(token, aging);
    socket.cut();
    await aging.stop();
  });

  test.each(['advertiser', 'seller'] as const)(
    'when the %s renews it, and the new link is mailed and works',
    async (role) => {
      const order = await factory.createOrder();
      const before = await mailedToken(order);

      expect(await change(order[role], order, 'rotateSetupLink')).toMatchObject({ __typename: 'Order' });

      const after = await mailedToken(order);
      expect(after).not.toBe(before);
      await expectDead(before);
      expect(await adsSeenBy(apiClient(server.url, after))).toHaveLength(1);
    },
  );

  test.each(['advertiser', 'seller'] as const)(
    'when the %s revokes it, and a delayed mail about it is not sent',
    async (role) => {
      const order = await factory.createOrder();
      const token = await mailedToken(order);

      expect(await change(order[role], order, 'revokeSetupLink')).toEqual({ __typename: 'Order', setupLink: null });
      await expectDead(token);

      const letters = (await lettersTo(order)).length;
      await server.app.db.$transaction(async (tx) => {
        const { id } = await tx.order.findUniqueOrThrow({ where: { number: order.number } });
        const row = await tx.order.findUniqueOrThrow({ where: { id } });
        await server.app.queueEmails(tx, row, row.logNumber, [{ mail: 'ad-setup', role: 'advertiser' }]);
      });
      expect(await lettersTo(order)).toHaveLength(letters);
      expect(await server.app.db.email.count({ where: { status: 'DROPPED', order: { number: order.number } } })).toBe(
        1,
      );
    },
  );

  test('when the order ends, and there is no new link', async () => {
    const order = await factory.createOrder();
    const token = await mailedToken(order);

    await takeStepAs(order.advertiser, order, 'cancelOrder', { reason: 'Next year.' });

    await expectDead(token);
    expect(await change(order.seller, order, 'rotateSetupLink')).toMatchObject({ code: 'ORDER_ENDED' });
  });

  test('only by its parties', async () => {
    const order = await factory.createOrder();
    const token = await mailedToken(order);
    const others = [order.operator, await factory.createPerson(), apiClient(server.url), apiClient(server.url, token)];
    const codes = ['WRONG_ROLE', 'ORDER_NOT_FOUND', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN'];

    for (const name of ['rotateSetupLink', 'revokeSetupLink'] as const)
      expect(await Promise.all(others.map(async (one) => (await change(one, order, name)).code))).toEqual(codes);

    expect(await adsSeenBy(apiClient(server.url, token))).toHaveLength(1);
  });
});

test('the mail about a rejection has the link', async () => {
  const order = await factory.createOrder();
  const token = await mailedToken(order);
  const holder = apiClient(server.url, token);
  const [{ id: adId }] = await adsSeenBy(holder);
  await take(holder, 'saveAdDraft', { adId, ...content });
  await take(holder, 'submitAd', { adId });
  await order.seller.ask('mutation ($id: ID!) { rejectAd(input: { adId: $id }) { __typename } }', { id: adId });

  const letters = await lettersTo(order);

  expect(letters.filter(({ subject }) => subject.includes('rejected')).map(tokenIn)).toEqual([token]);
});

test('hidden ad setup stops the link and the setup mail, and nothing else', async () => {
  const seller = await factory.createPerson();
  const before = await factory.createOrder({ seller });
  const token = await mailedToken(before);
  const sendSetupEmails = (adSetupEmails: boolean) =>
    seller.ask(
      `mutation { updateAccountSettings(input: { adSetupEmails: ${adSetupEmails} }) { ... on Account { adSetupEmails } } }`,
    );

  expect((await sendSetupEmails(false)).updateAccountSettings).toEqual({ adSetupEmails: false });
  const order = await factory.createOrder({ seller });

  await expectDead(token);
  const subjects = (await lettersTo(order)).map(({ subject }) => subject);
  expect(subjects).toEqual([`Your order #${order.number} with ${seller.name}`]);
  expect(await change(seller, order, 'rotateSetupLink')).toMatchObject({ code: 'SETUP_HIDDEN' });
  const [ad] = await adsSeenBy(order.advertiser);
  expect(await take(order.advertiser, 'saveAdDraft', { adId: ad.id, ...content })).toMatchObject({ __typename: 'Ad' });
  expect(await take(order.advertiser, 'submitAd', { adId: ad.id })).toMatchObject({ __typename: 'Ad' });
  await lettersTo(order);
  expect(
    server.app.mailbox
      ?.letters()
      .some(({ to, subject }) => to === seller.email && subject.includes('is waiting for your review')),
  ).toBe(true);

  await sendSetupEmails(true);
  expect(await adsSeenBy(apiClient(server.url, token))).toHaveLength(1);
});

test('guessing is limited for each caller; links that work cost nothing', async () => {
  const guarded = await startServer({ config: alone });
  const token = await mailedToken(await factoryFor(guarded).createOrder(), guarded);
  const { points } = limits.rates.setupLinkTriesPerCaller;
  for (let count = 0; count <= points; count += 1)
    expect((await apiClient(guarded.url, token).send('{ viewer { id } }')).status).toBe(200);

  for (let count = 0; count < points; count += 1) {
    const guess = `setup_${count}`;
    const status =
      count % 2
        ? (await fetch(`${guarded.url}/setup/${guess}`)).status
        : (await apiClient(guarded.url, guess).send('{ viewer { id } }')).status;
    expect(status).toBe(count % 2 ? 404 : 401);
  }

  const { status, errors } = await apiClient(guarded.url, token).send('{ viewer { id } }');
  expect([status, errors?.[0]?.extensions?.['code']]).toEqual([429, 'RATE_LIMITED']);
  expect((await fetch(`${guarded.url}/setup/${token}`)).status).toBe(429);
  await guarded.stop();
});

test('a setting leads the mailed link to another front end', async () => {
  const elsewhere = await startServer({ config: { ...alone, setupUrl: 'https://ads.example/set-up' } });
  const [letter] = (await lettersTo(await factoryFor(elsewhere).createOrder(), elsewhere)).filter(({ subject }) =>
    subject.startsWith('Set up'),
  );

  expect(letter?.text).toMatch(/https:\/\/ads\.example\/set-up\/setup_[\w-]{43}$/m);
  await elsewhere.stop();
});

test('the token is neither stored nor logged in clear', async () => {
  const order = await factory.createOrder();
  const token = await mailedToken(order);
  await adsSeenBy(apiClient(server.url, token));
  await sendForm(`${server.url}/setup/${token}`, { ad: 'x', html: 'Tea.', action: 'submit' });
  const secret = token.replace('setup_', '');

  expect(secret).toMatch(/^[\w-]{43}$/);
  const client = await connectOnce(server.database.url);
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables) {
    const { rows } = await client.query(`select 1 from ${name} as one where strpos(one::text, $1) > 0 limit 1`, [
      secret,
    ]);
    expect(rows, name).toEqual([]);
  }
  await client.end();
  const logged = inspect(server.logged, { depth: null, maxArrayLength: null, maxStringLength: null });
  expect(logged).not.toContain(secret);
});
