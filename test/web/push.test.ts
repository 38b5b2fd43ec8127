/** Push notifications in a real browser: the settings page, and the service worker that shows them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { type PushService, startPushService } from '../support/push-service.ts';
import { eventually } from '../support/wait.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';

let service: PushService;
beforeAll(async () => {
  service = await startPushService();
});
afterAll(() => service.stop());

/**
 * Chromium subscribes at a push service of its vendor, which is out of reach here. In its place the page gets a subscription
 * to the push service of the test; everything else is the browser's own.
 */
const subscribeAt = (page: Page, subscription: object) =>
  page.addInitScript(
    ({ endpoint, ...keys }: Record<string, string>) => {
      PushManager.prototype.subscribe = async () =>
        ({ toJSON: () => ({ endpoint, keys }) }) as unknown as PushSubscription;
    },
    subscription as Record<string, string>,
  );

describe.skipIf(browserMissing)('In the browser', () => {
  const { server, factory, openPage } = useWebClient();
  const path = '/settings/notifications';

  test('a person turns notifications on and off, and gets one of a new order with the path of its page', async () => {
    const seller = await factory.createPerson();
    const browser = service.openBrowser(server.app.config.push.vapid?.publicKey ?? '');
    const page = await openPage(path, { as: seller });
    await page.context().grantPermissions(['notifications'], { origin: new URL(page.url()).origin });
    await subscribeAt(page, browser.subscription);
    await page.reload();

    await page.getByRole('button', { name: 'Notify me in this browser' }).click();
    await page.getByRole('button', { name: 'Stop notifications in this browser' }).waitFor();
    await expectAccessible(page);
    const order = await factory.createOrder({ seller });
    await eventually(() => expect(browser.received).toHaveLength(1));

    // The browser's own service worker shows what the push service has received.
    const devtools = await page.context().newCDPSession(page);
    const registrations: { registrationId: string; scopeURL: string }[] = [];
    devtools.on('ServiceWorker.workerRegistrationUpdated', (event) => registrations.push(...event.registrations));
    await devtools.send('ServiceWorker.enable');
    await eventually(() => expect(registrations).not.toEqual([]));
    const [registration] = registrations;
    await devtools.send('ServiceWorker.deliverPushMessage', {
      origin: new URL(page.url()).origin,
      registrationId: registration?.registrationId ?? '',
      data: JSON.stringify(browser.received[0]),
    });
    const shown = await eventually(async () => {
      const titles = await page.evaluate(async () => {
        const worker = await navigator.serviceWorker.ready;
        return (await worker.getNotifications()).map(({ title, body, data }) => ({ title, body, path: data.path }));
      });
      expect(titles).toHaveLength(1);
      return titles;
    });
    expect(shown).toEqual([
      {
        title: `New order #${order.number} from ${order.advertiser.name}`,
        body: `Order #${order.number} with ${order.advertiser.name}`,
        path: `/orders/${order.number}`,
      },
    ]);

    await page.getByRole('button', { name: 'Stop notifications in this browser' }).click();
    await page.getByRole('button', { name: 'Notify me in this browser' }).waitFor();
    expect(await server.app.db.pushSubscription.count({ where: { personId: seller.personId } })).toBe(0);
  });

  test('a person who has denied the permission sees why nothing can be turned on, in German on a phone', async () => {
    const person = await factory.createPerson();
    await person.ask('mutation { updatePerson(input: { language: DE }) { __typename } }');
    const page = await openPage(path, { as: person, locale: 'de-DE', viewport: { width: 360, height: 740 } });
    await page.addInitScript(() => {
      Object.defineProperty(Notification, 'permission', { value: 'denied' });
    });
    await page.reload();

    await page.getByText('Erlauben Sie sie in seinen Einstellungen', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'In diesem Browser benachrichtigen' }).count()).toBe(0);
    await expectAccessible(page);
  });
});
