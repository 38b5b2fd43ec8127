/** The whole life of an order through the pages alone: a buyer, a seller and the operator, each in a browser of their own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { type Child, killChildren, startChild } from '../support/child-process.ts';
import type { ChildServer } from '../support/child-server.ts';
import { png } from '../support/images.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { tabTo, takeOnPage } from '../support/web-person.ts';

const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: png({ width: 40, height: 30 }) });

describe.skipIf(browserMissing)('In the browser', () => {
  let port: number;
  beforeAll(async () => {
    port = await findFreePort();
  });
  afterAll(killChildren);
  const web = useWebClient({ hosts: () => ({ 'killed.localhost': `http://127.0.0.1:${port}` }) });
  const { factory, openPage } = web;

  test('an order lives from its first question to its ratings, and each side sees the other without reloading', async () => {
    const seller = await factory.createPerson({ name: 'Harbour Daily' });
    const advertiser = await factory.createPerson({ name: 'Ada Coffee' });
    const operator = await factory.createOperator();
    await factory.createPriceOption(seller);

    const buyer = await openPage('/', { as: advertiser });
    await buyer.getByRole('link', { name: /^Space/ }).click();
    await buyer.getByRole('link', { name: 'Order one week' }).click();
    await buyer.getByLabel('Brief').fill('Our new espresso blend.');
    await buyer.getByRole('button', { name: 'Place the order' }).click();
    await buyer.getByRole('link', { name: 'Set up the ads' }).waitFor();
    const path = new URL(buyer.url()).pathname;
    const desk = await openPage(path, { as: seller });

    // A question and its answer.
    await takeOnPage(desk, 'Request feedback', (form) => form.getByLabel('Question').fill('Which colour has the cup?'));
    await buyer.getByText('Which colour has the cup?').first().waitFor();
    await takeOnPage(buyer, 'Provide feedback', async (form) => {
      // The description of an option belongs to it, as its label does.
      const option = form.getByRole('radio', { name: 'Information', exact: true });
      const helpId = await option.getAttribute('aria-describedby');
      await form.locator(`[id="${helpId}"]`).click();
      expect(await option.isChecked()).toBe(true);
      await form.getByLabel('Answer').fill('It is blue.');
    });
    await desk.getByText('It is blue.').first().waitFor();

    // The payment.
    await takeOnPage(desk, 'Request the payment', (form) => form.getByLabel(/^Amount/).fill('100.00'));
    await buyer.getByText('IBAN DE02 1203 0000 0000 2020 51').waitFor();
    await expectAccessible(buyer);
    await takeOnPage(desk, 'Confirm the payment', (form) => form.getByLabel('Reference').fill('Statement 7'));
    await buyer.getByRole('link', { name: /^Receipt/ }).waitFor();

    // The work, and the ad.
    await takeOnPage(desk, 'Start processing');
    await buyer.getByText(/^The seller is working, since/).waitFor();
    await desk.getByText(/^You are working on it, since/).waitFor();
    await takeOnPage(buyer, 'Save the draft', async (form) => {
      await form.getByLabel(/^Image/).setInputFiles(picture('espresso.png'));
      await form.getByRole('button', { name: 'Remove espresso.png' }).waitFor();
      await form.getByLabel('Target url').fill('https://coffee.example/');
    });
    await takeOnPage(buyer, 'Mail a new link', (form) => form.getByText('is mailed to the advertiser').waitFor());
    await buyer.getByText('The new link is mailed to you.').first().waitFor();
    // What cannot be undone asks before.
    await buyer.getByRole('button', { name: 'End the link' }).click();
    await buyer.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await buyer.getByText('The advertiser was mailed a link').waitFor();
    await takeOnPage(buyer, 'End the link', (form) => form.getByText('cannot be used again').waitFor());
    await buyer.getByText('No setup link works now.').waitFor();
    await takeOnPage(buyer, 'Submit the ad for review');
    await desk.getByText('Waiting for review').waitFor();
    await takeOnPage(desk, 'Publish the ad', async (form) => {
      // The effects are shown before: no placement is chosen.
      await form.getByText(/^The ad is not shown anywhere/).waitFor();
      await form.getByText(/^It ends on/).waitFor();
      await expectAccessible(desk);
    });
    await buyer.getByText('Published', { exact: true }).first().waitFor();

    // The proof, and the end of the work.
    await takeOnPage(desk, 'Submit proof', async (form) => {
      await form.getByLabel(/^Screenshots/).setInputFiles(picture('proof.png'));
      await form.getByRole('button', { name: 'Remove proof.png' }).waitFor();
    });
    const proof = buyer.getByRole('region', { name: 'Proof' });
    await proof.getByRole('link', { name: 'Open proof.png' }).waitFor();
    await takeOnPage(desk, 'Complete the order');
    await buyer.getByText('Completed', { exact: true }).first().waitFor();
    await expectAccessible(desk);

    // Both rate; the ratings are shown when both have.
    await takeOnPage(buyer, 'Rate the collaboration', (form) => form.getByLabel('Stars').fill('5'));
    await buyer.getByRole('img', { name: '5 of 5 stars' }).waitFor();
    expect(await desk.getByRole('img', { name: '5 of 5 stars' }).count()).toBe(0);
    await takeOnPage(desk, 'Rate the collaboration', (form) => form.getByLabel('Stars').fill('4'));
    await desk.getByRole('img', { name: '5 of 5 stars' }).waitFor();
    await buyer.getByRole('img', { name: '4 of 5 stars' }).waitFor();
    await expectAccessible(buyer);

    // A dispute, which the operator resolves.
    await takeOnPage(buyer, 'Open a dispute', (form) =>
      form.getByLabel('Reason').fill('The ad was shown upside down.'),
    );
    await desk.getByRole('heading', { name: 'The operator of the marketplace decides' }).waitFor();
    const mediator = await openPage(path, { as: operator });
    await mediator.getByRole('heading', { name: 'It is your turn' }).waitFor();
    await takeOnPage(mediator, 'Resolve the dispute', async (form) => {
      await form.getByRole('radio', { name: 'Completed' }).check();
      await form.getByLabel('Reasoning').fill('The picture shows it the right way up.');
    });
    await buyer.getByText('The picture shows it the right way up.').waitFor();
    await desk.getByText('The picture shows it the right way up.').waitFor();
    await expectAccessible(mediator);
  });

  test('a page outlives its server: it says that the connection is lost, misses nothing, and sends a message once', async () => {
    const order = await factory.createOrder();
    const origin = 'http://killed.localhost';
    const first = await startServerOn(port, origin);
    const page = await openPage(`/orders/${order.number}`, { as: order.advertiser, origin });
    await page.getByRole('heading', { level: 1, name: `Order #${order.number}` }).waitFor();
    const desk = await openPage(`/orders/${order.number}`, { as: order.seller });
    await desk.getByRole('heading', { name: 'It is your turn' }).waitFor();

    first.signal('SIGKILL');
    await first.ended;
    await page.getByText('The connection was lost. Trying again').waitFor();
    await page.getByLabel('Message', { exact: true }).fill('Written without a server.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Being sent').waitFor();
    await desk.getByLabel('Message', { exact: true }).fill('Are you there?');
    await desk.getByLabel('Message', { exact: true }).press('Enter');
    await startServerOn(port, origin);

    await page.getByText('Are you there?', { exact: true }).waitFor();
    await page.getByText('Being sent').waitFor({ state: 'detached' });
    await page.getByText('The connection was lost. Trying again').waitFor({ state: 'detached' });
    await desk.getByText('Written without a server.', { exact: true }).waitFor();
    for (const each of [page, desk]) {
      expect(await each.getByText('Written without a server.', { exact: true }).count()).toBe(1);
      expect(await each.getByText('Are you there?', { exact: true }).count()).toBe(1);
    }
  });

  test('the keyboard alone places an order and sends a message', async () => {
    const seller = await factory.createPerson({ name: 'Morning Post' });
    const advertiser = await factory.createPerson({ name: 'Tea House' });
    await factory.createPriceOption(seller);
    const page = await openPage('/', { as: advertiser });
    await page.getByRole('heading', { level: 1, name: 'Ad spaces' }).waitFor();
    const { keyboard } = page;

    await tabTo(page, page.getByRole('link', { name: /^Space/ }).first());
    await keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'Order one week' }));
    await keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Brief'));
    await keyboard.type('Our green tea.');
    await tabTo(page, page.getByLabel('Payment'));
    const method = await page.getByLabel('Payment').inputValue();
    await keyboard.press('ArrowDown');
    expect(await page.getByLabel('Payment').inputValue()).not.toBe(method);
    await tabTo(page, page.getByRole('button', { name: 'Place the order' }));
    await keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: /^Order #/ }).waitFor();
    await tabTo(page, page.getByLabel('Message', { exact: true }));
    await keyboard.type('Good morning.');
    await keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'Good morning.' }).waitFor();
    await page.getByText('Being sent').waitFor({ state: 'detached' });
    expect(await page.getByText('Good morning.', { exact: true }).count()).toBe(1);
  });

  /** Starts a server in a process of its own, on the database of this file. */
  async function startServerOn(childPort: number, publicUrl: string): Promise<Child> {
    const { url: databaseUrl, isEmbedded: isShared } = web.server.database;
    const config = { port: childPort, publicUrl };
    const childServer: ChildServer = { databaseUrl, isShared, dataDir: '', template: '', config, order: null };
    const child = startChild('test/support/child-server.ts', { args: [JSON.stringify(childServer)] });
    await child.says(/^ready /m);
    return child;
  }
});

async function findFreePort(): Promise<number> {
  const closedServer = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => closedServer.once('listening', resolve));
  const { port } = closedServer.address() as AddressInfo;
  await new Promise((resolve) => closedServer.close(resolve));
  return port;
}
