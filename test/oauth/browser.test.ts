/** A person consents in a real browser: its rules for forms, redirects and cookies let the pages work without scripts. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserMissing, startBrowser } from '../support/browser.ts';
import { createOAuthPartner, newestCodeOf, readerScopes } from '../support/oauth.ts';
import { errorsIn } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const market = 'http://market.test';
const { server, factory } = useServer({ config: { publicUrl: market } });

describe.skipIf(browserMissing)(`The consent in a browser${browserMissing ? ` (${browserMissing})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser({ 'market.test': server.url });
  });
  afterAll(() => browser?.close());

  test('leads from the address to the redirect URI, with scripts disabled', async () => {
    const partner = await createOAuthPartner(factory);
    const owner = await factory.createPerson();
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const violations: string[] = [];
    page.on('console', (message) => {
      if (/policy/i.test(message.text())) violations.push(message.text());
    });
    const request = new URLSearchParams({
      response_type: 'code',
      client_id: partner.clientId,
      redirect_uri: 'http://127.0.0.1:9/callback',
      scope: readerScopes,
      state: 'a state',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });

    await page.goto(`${market}/oauth/authorize?${request}`);
    await page.getByLabel('E-mail address').fill(owner.email);
    await page.getByRole('button', { name: 'E-mail a code' }).click();
    await page.getByLabel('Code').fill(await newestCodeOf(server, owner.email));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel(owner.name).check();
    const callback = page.waitForRequest(/127\.0\.0\.1:9\/callback/);
    await page.getByRole('button', { name: 'Allow' }).click();

    const { searchParams } = new URL((await callback).url());
    expect(searchParams.get('code')).toMatch(/./);
    expect([searchParams.get('state'), searchParams.get('iss')]).toEqual(['a state', market]);
    expect(violations).toEqual([]);
    expect(errorsIn(server.logged)).toEqual([]);
  });
});
