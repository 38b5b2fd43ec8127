/**
 * A real browser, for what only a browser decides. Where there is none, the tests that need it are skipped; so they are on
 * a database server: with what is embedded they say the same.
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const found = places.find((place) => existsSync(place));

/** Why tests in a browser are skipped; undefined if they run. With BROWSER_TESTS=required they always do. */
export const browserMissing = whyMissing();

function whyMissing(): string | undefined {
  if (process.env['DATABASE_URL']) return 'skipped: only with the embedded database';
  if (found || process.env['BROWSER_TESTS'] === 'required') return undefined;
  return `skipped: no Chromium in ${places.join(', ')}; apt-get install chromium`;
}

/** Starts the browser; `hosts` says which address is behind which name, e.g. `{ 'seller.test': 'http://127.0.0.1:8080' }`. */
export function startBrowser(hosts: Readonly<Record<string, string>>): Promise<Browser> {
  if (!found) throw new Error(`There is no Chromium in ${places.join(', ')}, but BROWSER_TESTS is "required"`);
  const rules = Object.entries(hosts).map(([name, url]) => `MAP ${name}:80 ${new URL(url).host}`);
  return chromium.launch({
    executablePath: found,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // What is not named here is not to be found, whatever an ad asks for.
      `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND'].join(', ')}`,
    ],
  });
}
