/** Rule 4: the HTML of an ad is never executed in an origin of ours. It is shown in a frame that reaches nothing. */
import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setupTokenFor } from '../../../src/access/setup-link-tokens.ts';
import type { AdStep } from '../../../src/process/ad.ts';
import { createHouseAd } from '../../support/ads.ts';
import { browserMissing, startBrowser } from '../../support/browser.ts';
import { type ApiClient, apiClient, type Data } from '../../support/client.ts';
import type { TestOrder } from '../../support/factory.ts';
import { png } from '../../support/images.ts';
import { errorsIn } from '../../support/raw-http.ts';
import { upload } from '../../support/uploads.ts';
import { useServer } from '../../support/use-server.ts';

const here = 'http://placard.test';

const { server, factory } = useServer({ config: { publicUrl: here } });

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

interface DraftOptions {
  /** True if its space allows remote content. */
  readonly isRemoteAllowed?: boolean;
}

/** A draft with this content. */
async function createDraft(saved: Data = content, { isRemoteAllowed = false }: DraftOptions = {}): Promise<TestAd> {
  const order = await factory.createOrder();
  if (isRemoteAllowed) await allowRemoteContent(order, true);
  const { order: read } = await order.seller.ask('query ($id: ID!) { order(id: $id) { ads { id frameUrl } } }', {
    id: order.id,
  });
  const [{ id, frameUrl }] = read.ads;
  expect(frameUrl).toBeNull();
  const ad = { id, order };
  await take(order.advertiser, ad, 'saveAdDraft', saved);
  return ad;
}

/** Lets the seller of an order allow the ads of its space to load content from other hosts, or withdraw that. */
async function allowRemoteContent({ id, seller }: TestOrder, allowsRemoteContent: boolean): Promise<void> {
  const { order } = await seller.ask('query ($id: ID!) { order(id: $id) { items { priceOption { space { id } } } } }', {
    id,
  });
  const spaceId = order.items[0].priceOption.space.id;
  const { updateCreativeRules: space } = await seller.ask(
    'mutation ($input: UpdateCreativeRulesInput!) { updateCreativeRules(input: $input) { ... on Space { creativeRules { allowsRemoteContent } } } }',
    { input: { spaceId, kinds: ['HTML', 'IMAGE'], ...(allowsRemoteContent ? { allowsRemoteContent } : {}) } },
  );
  expect(space.creativeRules).toEqual({ allowsRemoteContent });
}

const frameUrlFor = async (person: ApiClient, { id }: TestAd): Promise<string | undefined> =>
  (await person.ask('query ($id: ID!) { ad(id: $id) { frameUrl } }', { id })).ad?.frameUrl;

/** The address of the frame of an ad that has one. */
const addressFor = async (ad: TestAd): Promise<string> => (await frameUrlFor(ad.order.seller, ad)) ?? '';

/** Opens the page at an address of ours, on the current port. */
const open = (url: string): Promise<Response> => fetch(new URL(new URL(url, here).pathname, server.url));

/** The policies of a frame, without what both refuse. */
const policies = {
  strict: {
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
    'style-src': "'unsafe-inline'",
    'img-src': `${here}/files/ data:`,
    'font-src': 'data:',
    'media-src': 'data:',
  },
  remote: {
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    'script-src': "'unsafe-inline'",
    'style-src': "'unsafe-inline' https: data:",
    'img-src': `${here}/files/ https: data:`,
    'font-src': 'https: data:',
    'media-src': 'https: data:',
  },
};

const policyOf = ({ headers }: Response): Data =>
  Object.fromEntries(
    headers
      .get('content-security-policy')
      ?.split('; ')
      .map((directive) => [directive.replace(/ .*/, ''), directive.replace(/^\S+ ?/, '')]) ?? [],
  );

test.each([
  ['loads nothing from elsewhere and runs no script', false, policies.strict],
  ['with the consent of its space loads content and runs inline scripts', true, policies.remote],
])(
  'rule 4: a frame is a document of its own that reaches nothing of ours, and %s',
  async (_, isRemoteAllowed, policy) => {
    const ad = await createDraft(content, { isRemoteAllowed });

    const answer = await open(await addressFor(ad));

    expect(answer.status).toBe(200);
    expect(policyOf(answer)).toEqual({
      ...policy,
      'default-src': "'none'",
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
    expect(await answer.text()).toMatch(/srcdoc="[^"<]*&lt;b&gt;Tea&lt;\/b&gt; &amp; &quot;cake&quot;"/);
  },
);

test('the address is known only to people who may see the ad', async () => {
  const ad = await createDraft();
  const url = await addressFor(ad);

  for (const person of [ad.order.seller, ad.order.operator]) expect(await frameUrlFor(person, ad)).toBe(url);
  for (const person of [await factory.createPerson(), apiClient(server.url)])
    expect(await frameUrlFor(person, ad)).toBeUndefined();
});

test('an address that the server did not issue shows nothing, whatever is wrong with it', async () => {
  const [ad, other] = [await createDraft(), await createDraft()];
  const [, , id = '', key = ''] = new URL(await addressFor(ad)).pathname.split('/');
  const [, , , keyOfOther = ''] = new URL(await addressFor(other)).pathname.split('/');
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
])('when %s changes, the old address stops working and there is a new address', async (_, changed) => {
  const ad = await createDraft();
  const before = await addressFor(ad);

  await take(ad.order.advertiser, ad, 'saveAdDraft', changed);
  const after = await addressFor(ad);

  expect((await open(before)).status).toBe(404);
  expect((await open(after)).status).toBe(200);
});

test('a published ad may be cached and stops working when it is withdrawn; a draft may not be cached', async () => {
  const ad = await createDraft();
  const preview = await addressFor(ad);
  const previewed = await open(preview);

  const { frameUrl } = await take(ad.order.seller, ad, 'publishAdDirectly');
  const published = await open(frameUrl);
  await take(ad.order.seller, ad, 'unpublishAd');

  expect(previewed.headers.get('cache-control')).toBe('no-store');
  expect(published.headers.get('cache-control')).toBe('public, max-age=86400, immutable');
  expect((await open(frameUrl)).status).toBe(404);
  expect(await addressFor(ad)).toBe(preview);
});

test('the seller grants and withdraws the consent; it applies to published ads immediately, and people with access see it', async () => {
  const ad = await createDraft();
  const { frameUrl } = await take(ad.order.seller, ad, 'publishAdDirectly');
  const read = async () => {
    const answer = await open(frameUrl);
    const seen = await ad.order.advertiser.ask('query ($id: ID!) { ad(id: $id) { allowsRemoteContent } }', {
      id: ad.id,
    });
    return [policyOf(answer).sandbox, answer.headers.get('cache-control'), seen.ad.allowsRemoteContent];
  };
  const stored = 'public, max-age=86400, immutable';

  expect(await read()).toEqual([policies.strict.sandbox, stored, false]);
  await allowRemoteContent(ad.order, true);
  expect(await read()).toEqual([policies.remote.sandbox, 'no-store', true]);
  await allowRemoteContent(ad.order, false);
  expect(await read()).toEqual([policies.strict.sandbox, stored, false]);
});

test("a seller's own ad has no space, and so no consent", async () => {
  const seller = await factory.createPerson();
  const { id } = await createHouseAd(seller, 'House', content);

  const { ad } = await seller.ask('query ($id: ID!) { ad(id: $id) { frameUrl allowsRemoteContent } }', { id });

  expect(ad.allowsRemoteContent).toBe(false);
  expect(policyOf(await open(ad.frameUrl)).sandbox).toBe(policies.strict.sandbox);
});

test.each([content.targetUrl, undefined])(
  'with the target %s the frame links to our counter, or has no link',
  async (targetUrl) => {
    const html = '</iframe></a>--><a href="https://elsewhere.example/">"';
    const ad = await createDraft({ html, targetUrl });

    const page = await (await open(await addressFor(ad))).text();

    const links = [...page.matchAll(/<a [^>]*>/g)].map(([link]) => link);
    expect(links).toEqual(
      targetUrl
        ? [
            expect.stringMatching(
              /^<a href="\.\.\/\.\.\/c\/[\w-]{36}" target="_blank" rel="noopener" referrerpolicy="origin"/,
            ),
          ]
        : [],
    );
  },
);

test('no other page of ours may be framed', async () => {
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

/** The attempts of an ad's script; each throws if it is refused, and returns the value that it could read. */
const attempts = {
  'the cookies': 'return document.cookie',
  'setting a cookie': 'document.cookie = "stolen=1"',
  'the local storage': 'return localStorage.getItem("secret")',
  'the session storage': 'return sessionStorage.length',
  'a database': 'return indexedDB.open("x")',
  'the caches': 'return await caches.keys()',
  'a service worker': 'return await navigator.serviceWorker.register("/f/worker.js")',
  'the page around it': 'return parent.parent.document.title',
  'the frame around it': 'return parent.document.title',
  'the frame through its parent': 'return parent.frames[0].frameElement.id',
  'the address of the page': 'return top.location.href',
  'leading the page elsewhere': `top.location = "${here}/mailbox"`,
  'leading the page elsewhere by its parent': `parent.location.replace("${here}/mailbox")`,
  'a fetch from the API': `return await (await fetch("${here}/graphql?query={__typename}")).text()`,
  'a blind fetch': `return await fetch("${here}/mailbox.json", { mode: "no-cors", credentials: "include" })`,
  'a request': `const request = new XMLHttpRequest(); request.open("GET", "${here}/mailbox.json", false); request.send(); return request.responseText`,
  'a socket': `const socket = new WebSocket("ws://placard.test/graphql", "graphql-transport-ws"); await of(socket, "open")`,
  'an event source': `await of(new EventSource("${here}/graphql"), "open")`,
  'a script of ours': `const script = document.createElement("script"); script.src = "${here}/mailbox.json"; document.body.append(script); await of(script, "load")`,
  'a worker': 'await of(new Worker("data:text/javascript,postMessage(1)"), "message")',
  'new code from text': 'return eval("1")',
  'another base':
    'const base = document.createElement("base"); base.href = "http://elsewhere.test/"; document.head.append(base); if (!document.baseURI.startsWith("http://elsewhere.test")) throw new Error("not moved")',
  'a window of ours': `const opened = open("${here}/mailbox"); while (isOpen(() => opened.document)) await pause(); return opened.document.title`,
  'the storage of a new window': 'return open("about:blank").localStorage.length',
  'the cookies of a new window': 'return open("about:blank").document.cookie',
};

/** An ad that tries everything and reports each outcome; the attempts with an unknown outcome come first. */
const thief = `<form id="form" method="post" action="${here}/graphql" target="_top"><input name="query" value="{__typename}"></form>
<a id="up" href="${here}/mailbox" target="_top">up</a>
<script>
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
const isOpen = (look) => { try { look(); return true } catch { return false } };
const of = (target, event) => new Promise((resolve, reject) => { target.addEventListener(event, resolve); target.addEventListener("error", () => reject(new Error("error event"))) });
const attempts = { ${Object.entries(attempts)
  .map(([name, code]) => `${JSON.stringify(name)}: async () => { ${code} }`)
  .join(', ')} };
addEventListener("load", async () => {
  form.submit();
  form.requestSubmit();
  up.click();
  navigator.sendBeacon("${here}/graphql", "x");
  for (const window of [parent, top]) window.postMessage("let me in", "*");
  const report = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    const late = new Promise((resolve) => setTimeout(resolve, 2_000, "neither done nor refused"));
    report[name] = await Promise.race([late, attempt().then((got) => "done: " + got, (error) => "refused: " + error.name)]);
  }
  document.body.append(Object.assign(document.createElement("pre"), { id: "report", textContent: JSON.stringify(report) }));
});
</script>`;

/** The ways in which HTML loads something from an address, each from a host of its own. */
const remoteWays: Readonly<Record<string, (url: string) => string>> = {
  image: (url) => `<img src="${url}">`,
  picture: (url) => `<picture><source srcset="${url}"><img></picture>`,
  'image-input': (url) => `<input type="image" src="${url}">`,
  'svg-image': (url) => `<svg><image href="${url}" width="9" height="9"></image></svg>`,
  background: (url) => `<i style="display:block;width:9px;height:9px;background:url(${url})"></i>`,
  poster: (url) => `<video poster="${url}"></video>`,
  video: (url) => `<video src="${url}" autoplay muted></video>`,
  audio: (url) => `<audio src="${url}" preload="auto"></audio>`,
  stylesheet: (url) => `<link rel="stylesheet" href="${url}">`,
  import: (url) => `<style>@import "${url}";</style>`,
  font: (url) => `<style>@font-face{font-family:far;src:url(${url})}</style><b style="font-family:far">text</b>`,
  prefetch: (url) => `<link rel="prefetch" href="${url}">`,
  'preloaded-script': (url) => `<link rel="preload" as="script" href="${url}">`,
  module: (url) => `<link rel="modulepreload" href="${url}">`,
  script: (url) => `<script async src="${url}"></script>`,
  frame: (url) => `<iframe src="${url}"></iframe>`,
  object: (url) => `<object data="${url}"></object>`,
  embed: (url) => `<embed src="${url}">`,
  fetch: (url) => `<script>fetch("${url}", { mode: "no-cors" }).catch(() => {})</script>`,
  'script-image': (url) => `<script>new Image().src = "${url}"</script>`,
  'event-handler': (url) => `<img src="data:," onerror="new Image().src = '${url}'">`,
};

/** Those that the consent of a space allows. */
const waysWithConsent = [
  'image',
  'picture',
  'image-input',
  'svg-image',
  'background',
  'poster',
  'video',
  'audio',
  'stylesheet',
  'import',
  'font',
  // Browsers allow a prefetch if they may load anything from the host.
  'prefetch',
  'script-image',
  'event-handler',
];
const hostOf = (way: string): string => `${way}.elsewhere.test`;
const image = png();

describe.skipIf(browserMissing)(`in a real browser${browserMissing ? ` (${browserMissing})` : ''}`, () => {
  const seller = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(sellersPage);
  });
  /** A server that browsers connect to under every name of `remoteWays`. It reads the name at the start of TLS, and hangs up. */
  const elsewhere = createTcpServer((socket) => {
    let start = '';
    socket
      .on('error', () => {})
      .on('data', (bytes) => {
        start += bytes.toString('latin1');
        const host = /[a-z-]+\.elsewhere\.test/.exec(start)?.[0];
        if (!host) return;
        hostsAsked.add(host);
        socket.destroy();
      });
  });
  const hostsAsked = new Set<string>();
  let sellersPage = '';
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** The requests of the browser to our server, e.g. "GET /mailbox". */
  const asked: string[] = [];
  const note = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    if (request.headers.host === 'placard.test') asked.push(`${request.method} ${request.url}`);
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => seller.listen(0, '127.0.0.1', resolve));
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const urlOf = (one: Server) => `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
    browser = await startBrowser({
      'placard.test': server.url,
      'seller.test': urlOf(seller),
      '*.elsewhere.test': urlOf(elsewhere),
    });
    subscribe('http.server.request.start', note);
  });
  afterAll(async () => {
    unsubscribe('http.server.request.start', note);
    await browser?.close();
    seller.close();
    elsewhere.close();
  });
  beforeEach(async () => {
    asked.length = 0;
    context = await browser.newContext();
    page = await context.newPage();
    await context.addCookies([{ name: 'session', value: 'secret', url: here }]);
    await page.goto(`${here}/mailbox`);
    await page.evaluate('localStorage.setItem("secret", "secret")');
    expect(await page.evaluate('document.cookie + localStorage.secret')).toBe('session=secretsecret');
    await context.addInitScript('window.heard = []; addEventListener("message", ({ origin }) => heard.push(origin))');
    asked.length = 0;
  });
  afterEach(() => context.close());

  /** The places where an ad is shown, each with the address of the page. */
  const scenes = {
    'on the setup page, which is ours': async ({ order }: TestAd) => {
      const { id } = await server.app.db.setupLink.findFirstOrThrow({ where: { order: { number: order.number } } });
      return `${here}/setup/${setupTokenFor(server.app.config.secret, id)}`;
    },
    'on a page of the seller, without a sandbox there': async (ad: TestAd) => {
      sellersPage = `<!doctype html><title>News</title><iframe width="300" height="250" src="${await addressFor(ad)}"></iframe>`;
      return 'http://seller.test/';
    },
    'opened on its own': addressFor,
  };

  /** The document of the ad itself, once it is there. */
  const innerFrame = async (): Promise<Frame> => {
    const isInner = (frame: Frame) => frame.url() === 'about:srcdoc';
    await expect.poll(() => page.frames().some(isInner)).toBe(true);
    return page.frames().find(isInner) as Frame;
  };

  test.each(Object.entries(scenes))('rule 4: %s, the script of an ad reaches nothing', async (_, addressOf) => {
    const ad = await createDraft({ html: thief }, { isRemoteAllowed: true });
    const address = await addressOf(ad);
    await page.goto(address);

    const report = JSON.parse((await (await innerFrame()).locator('#report').textContent()) ?? '');

    expect(Object.keys(report)).toEqual(Object.keys(attempts));
    for (const [name, outcome] of Object.entries(report)) expect(outcome, name).toMatch(/^refused: /);
    expect(page.url()).toBe(address);
    // The window that the ad may open is a page of ours as an anonymous visitor opens it; the ad's messages to pages have no origin.
    const { pathname } = new URL(await addressFor(ad));
    const expectedRequests = [
      ...(address.startsWith(here) ? [`GET ${new URL(address).pathname}`] : []),
      `GET ${pathname}`,
      'GET /mailbox',
    ];
    expect(new Set(asked)).toEqual(new Set(expectedRequests));
    expect(new Set((await page.evaluate('heard')) as string[])).toEqual(new Set(['null']));
    expect(await context.cookies()).toMatchObject([{ name: 'session', value: 'secret' }]);
  });

  test('an ad cannot load our pages into a frame: by its location, a refresh, a click of its own, or a frame in it', async () => {
    const ways = [
      `<script>location = "${here}/mailbox"</script>`,
      `<meta http-equiv="refresh" content="0;url=${here}/mailbox">`,
      `<a id="out" href="${here}/mailbox">out</a><script>out.click()</script>`,
      `<iframe src="${here}/mailbox"></iframe>`,
    ];
    const urls = await Promise.all(
      ways.map(async (html) => addressFor(await createDraft({ html }, { isRemoteAllowed: true }))),
    );
    sellersPage = urls.map((url) => `<iframe src="${url}"></iframe>`).join('');
    await page.goto('http://seller.test/');

    const refused = () => page.frames().filter((frame) => frame.url() === 'chrome-error://chromewebdata/');
    await expect.poll(() => refused().length).toBe(ways.length);

    expect(asked.filter((one) => one.includes('mailbox'))).toEqual([]);
  });

  test('a click on an ad with a target goes only to our counter, whatever the HTML of the ad is', async () => {
    const html = `</iframe></body><style>*{position:fixed;inset:0;z-index:2147483647;pointer-events:all}</style>
      <a id="own" href="http://elsewhere.test/" target="_blank">own</a>
      <script>addEventListener("click", () => open("http://elsewhere.test/")); open("http://elsewhere.test/"); own.click();
      try { parent.document.querySelector("a").remove() } catch {} own.focus()</script>`;
    const ad = await createDraft({ html, targetUrl: 'http://seller.test/target' }, { isRemoteAllowed: true });
    await page.goto(await scenes['on a page of the seller, without a sandbox there'](ad));
    await (await innerFrame()).locator('#own').waitFor({ state: 'attached' });

    const opened = context.waitForEvent('page');
    await page.mouse.click(150, 125);
    await opened;

    const { pathname } = new URL(await addressFor(ad));
    await expect.poll(() => asked).toContain(`GET /c/${pathname.split('/')[2]}`);
    expect(context.pages()).toHaveLength(2);
  });

  test.each([
    [true, 'Fresh tea.', 'HTML may load images, styles and fonts over https and run inline scripts'],
    [false, 'Tea.', 'HTML loads nothing from other websites and runs no script'],
  ])(
    'where remote content is allowed: %s, the preview on the setup page shows "%s"',
    async (isRemoteAllowed, shown, rule) => {
      const html = '<h1>Tea.</h1><script>document.querySelector("h1").textContent = "Fresh tea."</script><p>end';
      const ad = await createDraft({ html }, { isRemoteAllowed });
      await page.goto(await scenes['on the setup page, which is ours'](ad));

      const inner = await innerFrame();
      await inner.locator('p').waitFor();

      expect(await inner.locator('h1').textContent()).toBe(shown);
      expect(await page.getByRole('listitem').allTextContents()).toContain(rule);
    },
  );

  test('rule 4: without the consent of its space an ad requests nothing from any host, and shows what is inline or was uploaded', async () => {
    const uploaded = await upload(await factory.createPerson(), image);
    // Over http a request is readable; over https the name of the host is.
    const htmlOf = (scheme: string) => `<!doctype html><style>#styled{color:rgb(1, 2, 3)}</style>
      <img id="own" src="${new URL(new URL(uploaded.url).pathname, here)}">
      <img id="inline" src="data:image/png;base64,${image.toString('base64')}">
      ${Object.entries(remoteWays)
        .map(([way, markup]) => markup(`${scheme}://${hostOf(way)}:80/`))
        .join('\n')}<p id="styled">end`;
    const [strict, strictOverHttps, withConsent] = [
      await createDraft({ html: htmlOf('http') }),
      await createDraft({ html: htmlOf('https') }),
      await createDraft({ html: htmlOf('https') }, { isRemoteAllowed: true }),
    ];
    const show = async (ad: TestAd): Promise<void> => {
      hostsAsked.clear();
      await page.goto(await addressFor(ad), { waitUntil: 'load' });
      const inner = await innerFrame();
      const widthOf = (id: string) => inner.locator(id).evaluate((one) => (one as HTMLImageElement).naturalWidth);
      await expect.poll(() => widthOf('#own')).toBe(4);
      await expect.poll(() => widthOf('#inline')).toBe(4);
      expect(await inner.locator('#styled').evaluate((one) => getComputedStyle(one).color)).toBe('rgb(1, 2, 3)');
    };

    const notAsked = () => waysWithConsent.filter((way) => !hostsAsked.has(hostOf(way)));
    // Chromium connects to the host of a frame before it checks the policy, and then sends nothing.
    const askedWithoutFrame = () => [...hostsAsked].filter((host) => host !== hostOf('frame')).sort();

    await show(withConsent);
    await expect.poll(notAsked).toEqual([]);
    expect(askedWithoutFrame()).toEqual(waysWithConsent.map(hostOf).sort());
    await show(strictOverHttps);
    expect(askedWithoutFrame()).toEqual([]);
    await show(strict);
    expect([...hostsAsked]).toEqual([]);
  });
});
