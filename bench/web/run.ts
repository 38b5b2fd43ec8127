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
  const order = await factoryFor(server).createOrder();
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
  if (missed.length > 0) console.log(`\nAbove the limits:\n${missed.map((text) => `- ${text}`).join('\n')}`);
} finally {
  await browser.close();
  await server.stop();
}
