/** People in real browsers: each has a browser context, on the pages of the built client. */
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { startBrowser } from './browser.ts';
import { type UsedServers, type UseServerOptions, useServer } from './use-server.ts';
import { eventually, waitLimitMs } from './wait.ts';
import { buildIfStale } from './web-build.ts';

/** The origin of the pages. Names below localhost count as secure, so the pages may use all functions of the browser. */
const webOrigin = 'http://placard.localhost';

export interface WebClient extends UsedServers {
  /** Opens a page for a person who is signed in, or for a visitor, in a browser context of its own. */
  openPage(path: string, options?: PageOptions): Promise<Page>;
  /** The sign-in code that was mailed last to an address. */
  mailedCode(email: string): Promise<string>;
}

interface PageOptions extends BrowserContextOptions {
  readonly as?: { readonly sessionToken: string };
  /** The origin of another server; that of the file if absent. */
  readonly origin?: string;
}

interface WebClientOptions extends UseServerOptions {
  /** Further names in the browser, each with the address that it leads to. Called when the browser is started. */
  readonly hosts?: () => Readonly<Record<string, string>>;
}

/** Starts a server and a browser for the tests of a file. After each test no page may have reported an error. */
export function useWebClient({ config = {}, hosts, ...options }: WebClientOptions = {}): WebClient {
  const used = useServer({
    ...options,
    config: () => ({ publicUrl: webOrigin, ...(typeof config === 'function' ? config() : config) }),
  });
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const errors: string[] = [];
  beforeAll(async () => {
    await buildIfStale();
    browser = await startBrowser({ 'placard.localhost': used.server.url, ...hosts?.() });
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(errors.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());

  const openPage = async (
    path: string,
    { as, origin = webOrigin, ...contextOptions }: PageOptions = {},
  ): Promise<Page> => {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', ...contextOptions });
    contexts.push(context);
    context.setDefaultTimeout(waitLimitMs);
    if (as) await context.addCookies([{ name: 'placard-session', value: as.sessionToken, url: origin }]);
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      // Answers with an error status and lost connections are a part of some stories; the page shows them.
      if (message.type() === 'error' && !/^(Failed to load resource|WebSocket connection to)/.test(message.text()))
        errors.push(message.text());
    });
    await page.goto(`${origin}${path}`);
    return page;
  };

  const mailedCode = (email: string): Promise<string> =>
    eventually(() => {
      const letters = used.server.app.mailbox?.letters() ?? [];
      const codes = letters.flatMap(({ to, text }) =>
        to === email ? (/sign-in code is (\d+)/.exec(text)?.[1] ?? []) : [],
      );
      const code = codes.at(-1);
      if (code === undefined) throw new Error(`No code was mailed to ${email} yet`);
      return code;
    });

  return {
    get server() {
      return used.server;
    },
    get second() {
      return used.second;
    },
    get factory() {
      return used.factory;
    },
    openPage,
    mailedCode,
  };
}

/** Fails if axe finds a violation of WCAG 2.2 AA on the page, or the page scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    // The script above has defined it.
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations: found } = await checker.run(document, { runOnly: tags });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
  expect(violations, page.url()).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}
