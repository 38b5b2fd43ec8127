/**
 * A real browser, for tests of a browser's own decisions. Without a browser these tests are skipped; they are also skipped on
 * a database server, where their results would be the same.
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = places.find((place) => existsSync(place));

/** The reason why tests in a browser are skipped; undefined if they run. With BROWSER_TESTS=required they always do. */
export const browserMissing = whyMissing();

function whyMissing(): string | undefined {
  if (process.env['DATABASE_URL']) return 'skipped: only with the embedded database';
  if (executablePath || process.env['BROWSER_TESTS'] === 'required') return undefined;
  return `skipped: no Chromium in ${places.join(', ')}; apt-get install chromium`;
}

/** Starts the browser; `hosts` maps names to addresses, e.g. `{ 'seller.test': 'http://127.0.0.1:8080' }`. */
export function startBrowser(hosts: Readonly<Record<string, string>>): Promise<Browser> {
  if (!executablePath) throw new Error(`There is no Chromium in ${places.join(', ')}, but BROWSER_TESTS is "required"`);
  const rules = Object.entries(hosts).map(([name, url]) => `MAP ${name}:80 ${new URL(url).host}`);
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Other names do not resolve, whatever an ad asks for.
      `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND'].join(', ')}`,
    ],
  });
}
