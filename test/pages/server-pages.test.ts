/** The pages of the server in a real browser: usable without JavaScript, accessible, on a phone, in the dark, in German. */
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { browserMissing } from '../support/browser.ts';
import type { Data } from '../support/client.ts';
import { type TestOrder, takeStepAs } from '../support/factory.ts';
import { png } from '../support/images.ts';
import { createOAuthPartner, readerScopes, redirectUri } from '../support/oauth.ts';
import { eventually } from '../support/wait.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { phone } from '../support/web-person.ts';

describe.skipIf(browserMissing)(`The pages of the server${browserMissing ? ` (${browserMissing})` : ''}`, () => {
  const { server, factory, openPage } = useWebClient();

  /** The path of a link in the e-mails to the advertiser of an order. */
  const mailedPath = ({ advertiser }: TestOrder, pattern: RegExp): Promise<string> =>
    eventually(() => {
      const letters = (server.app.mailbox?.letters() ?? []).filter(({ to }) => to === advertiser.email);
      const [url] = letters.flatMap(({ text }) => pattern.exec(text) ?? []);
      if (url === undefined) throw new Error(`No e-mail to ${advertiser.email} matches ${pattern} yet`);
      return new URL(url).pathname;
    });
  const setupLink = /http:\S+\/setup\/\S+/;

  test('the setup page works without JavaScript, keeps what was entered, and says why the seller rejected the ad', async () => {
    const order = await factory.createOrder();
    const page = await openPage(await mailedPath(order, setupLink), { javaScriptEnabled: false });
    const submit = () => page.getByRole('button', { name: 'Save and submit for review' }).click();

    await page.getByLabel('Web address that a click opens').fill('tea');
    await page.getByLabel('Or an image').setInputFiles({
      name: 'tea.png',
      mimeType: 'image/png',
      buffer: Buffer.from(png({ sizeBytes: 4 * limits.files.adImageBytes })),
    });
    await submit();
    await page.getByText('The file is too large').waitFor();
    expect(await page.getByLabel('Web address that a click opens').inputValue()).toBe('tea');

    await page.getByLabel('Or an image').setInputFiles({
      name: 'tea.png',
      mimeType: 'image/png',
      buffer: Buffer.from(png()),
    });
    await submit();
    await page.getByText('Enter a complete web address').waitFor();
    await page.getByText('Your image tea.png was uploaded').waitFor();
    await page.getByLabel('Web address that a click opens').fill('https://tea.example/');
    await submit();
    await page.getByText('is reviewing the ad').waitFor();
    await page.getByRole('img', { name: 'The image of the ad' }).waitFor();

    const { ads } = await order.seller.ask('{ ads(first: 50) { edges { node { id order { number } } } } }');
    const [{ node: ad }] = ads.edges.filter(({ node }: Data) => node.order?.number === order.number);
    await order.seller.ask('mutation ($input: RejectAdInput!) { rejectAd(input: $input) { __typename } }', {
      input: { adId: ad.id, note: 'Please show the price.' },
    });
    await page.reload();
    await page.getByText('did not accept the ad').waitFor();
    await page.getByText('Please show the price.').waitFor();
    await submit();
    await page.getByText('is reviewing the ad').waitFor();
    expect(await page.getByText('Please show the price.').count()).toBe(0);
  });

  test('the setup page refuses a file that is too large before it is sent, where JavaScript runs', async () => {
    const order = await factory.createOrder();
    const page = await openPage(await mailedPath(order, setupLink));
    const methods: string[] = [];
    page.on('request', (request) => methods.push(request.method()));
    const choose = (sizeBytes: number) =>
      page.getByLabel('Or an image').setInputFiles({
        name: 'tea.png',
        mimeType: 'image/png',
        buffer: Buffer.from(png({ sizeBytes })),
      });
    const problem = page.getByText('This file is larger than 1 MB.');

    expect(await problem.isVisible()).toBe(false);
    await page.getByLabel('Web address that a click opens').fill('https://tea.example/');
    await choose(limits.files.adImageBytes + 1);
    await problem.waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save and submit for review' }).click();
    expect(await page.getByLabel('Or an image').evaluate((input) => input === document.activeElement)).toBe(true);
    expect(methods).toEqual([]);

    await choose(0);
    await problem.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Save and submit for review' }).click();
    await page.getByText('is reviewing the ad').waitFor();
    expect(methods).toContain('POST');
  });

  test('each page is accessible, in light and dark and at the width of a phone', async () => {
    const open = await factory.createOrder();
    const setup = await mailedPath(open, setupLink);
    const paid = await factory.createOrder({ status: 'PAYMENT_RECEIVED' });
    await takeStepAs(paid.seller, paid, 'cancelPaidOrder');
    const { order } = await paid.seller.ask(
      'query ($id: ID!) { order(id: $id) { payments { receipts { url } } creditNotes { url } } }',
      { id: paid.id },
    );
    const tested = await factory.createOrder({ paymentMethod: 'TEST', status: 'PAYMENT_REQUIRED' });
    const payLink = await mailedPath(tested, /http:\S+\/pay\/\S+/);
    const payer = await openPage(payLink);
    await payer.getByRole('button', { name: /^Pay / }).click();
    await payer.getByRole('heading', { level: 1, name: 'Test payment' }).waitFor();
    const partner = await createOAuthPartner(factory);
    const authorization = new URLSearchParams({
      response_type: 'code',
      client_id: partner.clientId,
      redirect_uri: redirectUri,
      scope: readerScopes,
      state: 'a state',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    const pages: [path: string, heading: string | RegExp][] = [
      [setup, 'Set up your ads'],
      ['/setup/setup_expired', 'This link does not work'],
      [new URL(order.payments[0].receipts[0].url).pathname, /^Receipt/],
      [new URL(order.creditNotes[0].url).pathname, /^Credit note/],
      [payLink, /^Payment for order/],
      [new URL(payer.url()).pathname, 'Test payment'],
      [await mailedPath(open, /http:\S+\/unsubscribe\/\S+/), 'E-mail settings'],
      ['/docs/errors', 'Error codes'],
      ['/files/unknown', 'Page not found'],
      [`/oauth/authorize?${authorization}`, /asks to act for your account/],
    ];
    for (const options of [{}, { ...phone, colorScheme: 'dark' as const }]) {
      const page = await openPage('/docs/errors', options);
      for (const [path, heading] of pages) {
        await page.goto(new URL(path, page.url()).href);
        await page.getByRole('heading', { level: 1, name: heading }).waitFor();
        await expectAccessible(page);
      }
    }
    const german = await openPage(setup, { ...phone, locale: 'de-DE' });
    await german.getByRole('heading', { level: 1, name: 'Ihre Anzeigen einrichten' }).waitFor();
    expect(await german.locator('html').getAttribute('lang')).toBe('de');
    await german.getByRole('button', { name: 'Speichern und zur Prüfung einreichen' }).click();
    await german.getByText('Die Anzeige ist leer.').waitFor();
    await expectAccessible(german);
  });
});
