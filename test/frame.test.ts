/** Rule 4: the HTML of an ad is never executed in an origin of ours. It is shown in a frame that reaches nothing. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { AdStep } from '../src/process/ad.ts';
import { startServer, type TestServer } from './support/app.ts';
import { type ApiClient, apiClient, type Data } from './support/client.ts';
import { type Given, givenOn, type TestOrder } from './support/given.ts';
import { errorsIn } from './support/raw.ts';

const here = 'http://placard.test';

let server: TestServer;
let given: Given;

beforeAll(async () => {
  server = await startServer({ config: { publicUrl: here } });
  given = givenOn(server);
});
afterAll(() => server.stop());
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const content = { html: '<b>Tea</b> & "cake"', targetUrl: 'https://tea.example/' };

interface TestAd {
  readonly id: string;
  readonly order: TestOrder;
}

async function take(person: ApiClient, { id }: TestAd, step: AdStep, input: Data = {}): Promise<Data> {
  const name = step.charAt(0).toUpperCase() + step.slice(1);
  const answer = await person.ask(
    `mutation ($input: ${name}Input!) { ${step}(input: $input) { __typename ... on Ad { status frameUrl } ... on Refusal { code } } }`,
    { input: { adId: id, ...input } },
  );
  expect(answer[step].__typename, step).toBe('Ad');
  return answer[step];
}

/** A draft with this content. */
async function aDraft(saved: Data = content): Promise<TestAd> {
  const order = await given.anOrder();
  const { order: read } = await order.seller.ask('query ($id: ID!) { order(id: $id) { ads { id frameUrl } } }', {
    id: order.id,
  });
  const [{ id, frameUrl }] = read.ads;
  expect(frameUrl).toBeNull();
  const ad = { id, order };
  await take(order.advertiser, ad, 'saveAdDraft', saved);
  return ad;
}

const frameUrlFor = async (person: ApiClient, { id }: TestAd): Promise<string | undefined> =>
  (await person.ask('query ($id: ID!) { ad(id: $id) { frameUrl } }', { id })).ad?.frameUrl;

/** Opens what is at an address of ours, wherever that is today. */
const open = (url: string | undefined): Promise<Response> =>
  fetch(new URL(new URL(url ?? '', here).pathname, server.url));

test('a frame is a document of its own that may run scripts and reaches nothing of ours', async () => {
  const ad = await aDraft();

  const answer = await open(await frameUrlFor(ad.order.advertiser, ad));

  const policy = new Map(
    answer.headers
      .get('content-security-policy')
      ?.split('; ')
      .map((directive) => [directive.replace(/ .*/, ''), directive.replace(/^\S+ ?/, '')]),
  );
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(policy)).toEqual({
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    'default-src': "'none'",
    'script-src': "'unsafe-inline'",
    'style-src': "'unsafe-inline' https: data:",
    'img-src': 'https: data:',
    'font-src': 'https: data:',
    'media-src': 'https: data:',
    'connect-src': "'none'",
    'frame-src': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
  });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': expect.stringContaining('camera=()'),
    'cross-origin-resource-policy': 'same-origin',
    'x-robots-tag': 'noindex',
  });
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(await answer.text()).toContain('srcdoc="&lt;b&gt;Tea&lt;/b&gt; &amp; &quot;cake&quot;"');
});

test('the address is known to whoever may see the ad, and to nobody else', async () => {
  const ad = await aDraft();
  const url = await frameUrlFor(ad.order.advertiser, ad);

  for (const person of [ad.order.seller, ad.order.operator]) expect(await frameUrlFor(person, ad)).toBe(url);
  for (const person of [await given.aPerson(), apiClient(server.url)])
    expect(await frameUrlFor(person, ad)).toBeUndefined();
});

test('an address that was not given out shows nothing, whatever is wrong with it', async () => {
  const [ad, other] = [await aDraft(), await aDraft()];
  const [, , id = '', key = ''] = new URL((await frameUrlFor(ad.order.seller, ad)) ?? '').pathname.split('/');
  const [, , , keyOfOther = ''] = new URL((await frameUrlFor(other.order.seller, other)) ?? '').pathname.split('/');
  const guesses = [
    '',
    id,
    `${id}/`,
    `${id}/${keyOfOther}`,
    `${id}/${key}/`,
    `${id}/${key}x`,
    `${randomUUID()}/${key}`,
    'x/y',
  ];

  const answers = await Promise.all(guesses.map((guess) => open(`/f/${guess}`)));

  for (const answer of answers) {
    expect([answer.status, await answer.text()]).toEqual([404, '']);
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox /);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});

test.each([
  ['the text', { ...content, html: 'Coffee.' }],
  ['the target', { ...content, targetUrl: 'https://coffee.example/' }],
])('when %s changes, the old address is dead and there is a new one', async (_, changed) => {
  const ad = await aDraft();
  const before = await frameUrlFor(ad.order.seller, ad);

  await take(ad.order.advertiser, ad, 'saveAdDraft', changed);
  const after = await frameUrlFor(ad.order.seller, ad);

  expect((await open(before)).status).toBe(404);
  expect((await open(after)).status).toBe(200);
});

test('what is published is kept by whoever shows it, and dead once it is taken back; a draft is kept by nobody', async () => {
  const ad = await aDraft();
  const preview = await frameUrlFor(ad.order.seller, ad);
  const previewed = await open(preview);

  const { frameUrl } = await take(ad.order.seller, ad, 'publishAdDirectly');
  const published = await open(frameUrl);
  await take(ad.order.seller, ad, 'unpublishAd');

  expect(previewed.headers.get('cache-control')).toBe('no-store');
  expect(published.headers.get('cache-control')).toBe('public, max-age=86400, immutable');
  expect((await open(frameUrl)).status).toBe(404);
  expect(await frameUrlFor(ad.order.seller, ad)).toBe(preview);
});

test.each([content.targetUrl, undefined])(
  'with the target %s it links to our counter, or nowhere',
  async (targetUrl) => {
    const html = '</iframe></a>--><a href="https://elsewhere.example/">"';
    const ad = await aDraft({ html, targetUrl });

    const page = await (await open(await frameUrlFor(ad.order.seller, ad))).text();

    const links = [...page.matchAll(/<a [^>]*>/g)].map(([link]) => link);
    expect(links).toEqual(
      targetUrl
        ? [
            expect.stringMatching(
              /^<a href="http:\/\/placard\.test\/c\/[\w-]{36}" target="_blank" rel="noopener noreferrer"/,
            ),
          ]
        : [],
    );
  },
);

test('nothing else of ours may be framed', async () => {
  for (const path of [
    '/',
    '/mailbox',
    '/setup/x',
    '/health/live',
    '/nothing',
    '/graphql?query={__typename}',
    '/graphql',
  ]) {
    const { headers } = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } });

    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
  }
});
