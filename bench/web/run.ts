/**
 * The browser client in Chromium: the bytes of its first load, and the time until a page is usable. What is measured, and
 * how, is in ../README.md: `npm run bench:web`.
 */
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../test/support/browser.ts';
import { factoryFor } from '../../test/support/factory.ts';
import { maxFirstLoadBytes, watchFirstLoad } from '../../test/support/first-load.ts';
import { startServer } from '../../test/support/server.ts';
import { buildIfStale } from '../../test/support/web-build.ts';
import { type ChatSizes, type Delays, measureChat } from './chat.ts';

const { values } = parseArgs({ options: { smoke: { type: 'boolean', default: false } } });
const runs = values.smoke ? 1 : 5;
/** A name below localhost is a secure origin, as a page over TLS is. */
const origin = 'http://placard.localhost';

/** Networks as Lighthouse emulates them; null is the loopback without emulation. */
const networks = {
  fast: null,
  'slow 4G': { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 },
} as const;
const maxUsableMs: Readonly<Record<keyof typeof networks, number>> = { fast: 1_000, 'slow 4G': 3_000 };

const chatSizes: ChatSizes = values.smoke
  ? { messageCount: 200, scrollFrames: 30, messagesPerSecond: 100, typedCharacters: 10 }
  : { messageCount: 5_000, scrollFrames: 300, messagesPerSecond: 100, typedCharacters: 100 };
/** A longer frame is seen as a standstill, and a later character as one that was swallowed. */
const maxFrameMs = 200;
const maxTypingMs = 100;

interface Visit {
  /** Compressed bytes of all files of the client, with their headers. */
  readonly fileBytes: number;
  readonly usableMs: number;
}

/** Opens a page with an empty cache and waits until its control can be used. */
async function visit(
  browser: Browser,
  {
    path,
    selector,
    token,
    network,
  }: { path: string; selector: string; token?: string; network: keyof typeof networks },
): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB' });
  try {
    if (token) await context.addCookies([{ name: 'placard-session', value: token, url: origin }]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const countBytes = await watchFirstLoad(session);
    const conditions = networks[network];
    if (conditions) await session.send('Network.emulateNetworkConditions', { offline: false, ...conditions });
    const startedAt = performance.now();
    await page.goto(`${origin}${path}`, { waitUntil: 'commit' });
    await page.locator(selector).first().waitFor({ timeout: 120_000 });
    const usableMs = performance.now() - startedAt;
    return { fileBytes: await countBytes(), usableMs };
  } finally {
    await context.close();
  }
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

await buildIfStale();
const server = await startServer({ config: { publicUrl: origin } });
const browser = await startBrowser({ 'placard.localhost': server.url });
try {
  const factory = factoryFor(server);
  const order = await factory.createOrder();
  const pages = [
    { name: 'sign-in', path: '/sign-in', selector: 'input[type=email]' },
    { name: 'order', path: `/orders/${order.number}`, selector: 'textarea', token: order.seller.sessionToken },
  ];
  const missed: string[] = [];
  console.log('| page | network | first load | usable after |\n|---|---|---|---|');
  for (const { name, ...page } of pages)
    for (const network of Object.keys(networks) as (keyof typeof networks)[]) {
      const visits: Visit[] = [];
      for (let run = 0; run < runs; run += 1) visits.push(await visit(browser, { ...page, network }));
      const fileBytes = median(visits.map((one) => one.fileBytes));
      const usableMs = median(visits.map((one) => one.usableMs));
      console.log(`| ${name} | ${network} | ${(fileBytes / 1_000).toFixed(0)} kB | ${usableMs.toFixed(0)} ms |`);
      if (fileBytes > maxFirstLoadBytes)
        missed.push(`${name}: the first load has more than ${maxFirstLoadBytes / 1_000} kB`);
      if (name === 'order' && usableMs > maxUsableMs[network])
        missed.push(`${name}: usable after more than ${maxUsableMs[network]} ms (${network})`);
    }
  const chat = await measureChat({ browser, server, factory, origin, sizes: chatSizes });
  const row = (name: string, { p50, p95, max }: Delays) =>
    `| ${name} | ${p50.toFixed(0)} ms | ${p95.toFixed(0)} ms | ${max.toFixed(0)} ms |`;
  console.log('\n| chat | p50 | p95 | worst |\n|---|---|---|---|');
  console.log(row(`a frame, scrolling through ${chatSizes.messageCount} messages`, chat.frames));
  console.log(row(`from a key to its frame, ${chat.arrivedPerSecond.toFixed(0)} messages a second`, chat.typing));
  if (chat.frames.max > maxFrameMs) missed.push(`chat: a frame takes more than ${maxFrameMs} ms`);
  if (chat.typing.p95 > maxTypingMs) missed.push(`chat: one character in twenty takes more than ${maxTypingMs} ms`);
  if (missed.length > 0) console.log(`\nAbove the limits:\n${missed.map((text) => `- ${text}`).join('\n')}`);
} finally {
  await browser.close();
  await server.stop();
}
