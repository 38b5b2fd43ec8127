/** The pages of partners: webhook endpoints with their deliveries, sandboxes, and applications that act for other accounts. */
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { createOAuthPartner, newestCodeOf, readerScopes } from '../support/oauth.ts';
import { createPartner, register } from '../support/partner.ts';
import { registerIn, runIn, withTemplate } from '../support/sandbox.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { phone, takeOnPage } from '../support/web-person.ts';
import { isGenuine, type Receiver, startReceiver, untilTellable } from '../support/webhook-receiver.ts';

const follow = `subscription Follow($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) { __typename
  ... on TimelineEntryAdded { entry { number type } } ... on Refusal { code } } }`;
const asking = 'query Viewer { viewer { name } }';

describe.skipIf(browserMissing)('In the browser', () => {
  const { server, factory, openPage } = useWebClient();
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.stop());

  /** The secret that the page shows once, after its notice was closed. */
  const readSecret = async (page: Page, pattern: RegExp): Promise<string> => {
    await page.getByText('Store this now.', { exact: false }).waitFor();
    const secret = await page.getByText(pattern).innerText();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByText(pattern).waitFor({ state: 'detached' });
    return secret;
  };

  test('a partner adds a webhook endpoint, sees each delivery, replaces its secret and deletes it', async () => {
    const partner = await createPartner(factory, { name: 'Feed' });
    const page = await openPage(`/partner/applications/${partner.applicationId}`, { as: partner.owner, ...phone });
    // Without operations there is no event to choose; the form says what is missing.
    await page.getByRole('button', { name: 'Add an endpoint' }).click();
    await page.getByRole('dialog').getByText('There is no operation yet.', { exact: false }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await register(partner, [follow]);
    await page.reload();

    const add = page.getByRole('button', { name: 'Add an endpoint' });
    await add.click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Address').fill('nonsense');
    await form.getByRole('button', { name: 'Add an endpoint' }).click();
    await form.getByText('Please check the marked fields.').waitFor();
    await expectAccessible(page);
    await form.getByLabel('Address').fill(receiver.url);
    await form.getByLabel('Operation').selectOption('Follow');
    await form.getByRole('button', { name: 'Add an endpoint' }).click();
    const first = await readSecret(page, /^whsec_/);

    await page.getByRole('link', { name: receiver.url }).click();
    await page.getByRole('heading', { level: 1, name: receiver.url }).waitFor();
    // The endpoint is verified before events are sent to it.
    receiver.answerChallenges(() => 404);
    await page.getByText('Waiting for verification').waitFor();
    await expectAccessible(page);
    await server.app.sendWebhooks();
    await page.getByRole('button', { name: 'Read again' }).click();
    await page.getByText(/^Attempt 1, .*404/).waitFor();
    receiver.answerChallenges((challenge) => challenge);
    await takeOnPage(page, 'Send another challenge');
    await server.app.sendWebhooks();
    await page.reload();
    await page.getByText('Enabled', { exact: true }).waitFor();
    expect(receiver.challenges.map((one) => isGenuine(first, one))).toEqual([true, true]);
    const sendTestEvent = async (status: number) => {
      receiver.answer(() => status);
      await takeOnPage(page, 'Send a test event');
      await untilTellable(server.app);
      await server.app.sendWebhooks();
      await page.getByRole('button', { name: 'Read again' }).click();
    };
    await sendTestEvent(204);
    await page.getByText(/^Attempt 1, .*204/).waitFor();
    await page.getByText('Delivered').first().waitFor();
    await expectAccessible(page);
    expect(receiver.received.map((one) => isGenuine(first, one))).toEqual([true]);

    await takeOnPage(page, 'New secret for signatures');
    const second = await readSecret(page, /^whsec_/);
    expect(second).not.toBe(first);
    await sendTestEvent(500);
    await page.getByText(/^Attempt 1, .*500/).waitFor();
    await page.getByText(/^Next attempt/).waitFor();
    expect(isGenuine(second, receiver.received[1] ?? { body: '', headers: {} })).toBe(true);
    await page.reload();
    await page.getByText('Failing', { exact: true }).waitFor();
    await expectAccessible(page);

    await takeOnPage(page, 'Disable');
    await page.getByText('Disabled', { exact: true }).waitFor();
    await expectAccessible(page);
    await takeOnPage(page, 'Delete the endpoint');
    // Its application has the other endpoints.
    await page.getByRole('heading', { level: 1, name: 'Feed' }).waitFor();
    await page.getByText('Events are not sent anywhere yet.').waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
  });

  test('a partner creates a sandbox, uses a key in it, and deletes it', async () => {
    await withTemplate(server);
    const owner = await factory.createPerson({ name: 'Feed Works' });
    const page = await openPage('/partner', { as: owner, ...phone, colorScheme: 'dark' });
    await takeOnPage(page, 'Create a sandbox', async (form) => {
      await form.getByLabel('Name').fill('Trying out');
      await expectAccessible(page);
    });
    const sandbox: Locator = page.getByRole('listitem').filter({ hasText: 'Trying out' });
    await sandbox.getByText('Ready').waitFor();
    await expectAccessible(page);
    await takeOnPage(page, 'Create a key: Trying out', (form) => form.getByLabel('Acts as').selectOption('Seller'));
    const key = await readSecret(page, /^placard_/);
    await registerIn(server, key, [asking]);
    // The key acts for a demo person of the sandbox, and not for its owner.
    expect((await runIn(server, key, asking)).viewer.name).not.toBe('Feed Works');

    await takeOnPage(page, 'Delete: Trying out');
    await sandbox.waitFor({ state: 'detached' });
    await page.getByText('You have no sandboxes yet.').waitFor();
    await expectAccessible(page);
  });

  test('an owner lets the application of another account act, sees that, and ends it', async () => {
    const partner = await createOAuthPartner(factory, { name: 'Order robot' });
    const otherUri = 'http://127.0.0.1:9/other';
    const maker = await openPage(`/partner/applications/${partner.applicationId}`, { as: partner.owner });
    await takeOnPage(maker, 'Change the redirect URIs', async (form) => {
      await form.getByLabel('Redirect URIs').fill('http://insecure.example/callback');
      await form.getByRole('button', { name: 'Change the redirect URIs' }).click();
      await form.getByText('Please check the marked fields.').waitFor();
      await expectAccessible(maker);
      await form.getByLabel('Redirect URIs').fill(otherUri);
    });
    await maker.getByText(otherUri).waitFor();
    await takeOnPage(maker, 'New secret');
    await readSecret(maker, /^placard_cs_/);
    await takeOnPage(maker, 'Delete the secret');

    const owner = await factory.createPerson({ name: 'Harbour Daily' });
    const page = await openPage('/settings/applications', { as: owner, ...phone });
    await page.getByText('No application acts for the account.').waitFor();
    const request = new URLSearchParams({
      ...{ response_type: 'code', client_id: partner.clientId, redirect_uri: otherUri, scope: readerScopes },
      ...{ state: 'a state', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' },
    });
    await page.goto(new URL(`/oauth/authorize?${request}`, page.url()).href);
    await page.getByRole('heading', { level: 1, name: 'Order robot' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('E-mail address').fill(owner.email);
    await page.getByRole('button', { name: 'E-mail a code' }).click();
    await page.getByLabel('Code').fill('00000000');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Code').fill(await newestCodeOf(server, owner.email));
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Harbour Daily').check();
    await expectAccessible(page);
    await page.route(`${otherUri}?*`, (route) => route.fulfill({ body: 'You are back.' }));
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByText('You are back.').waitFor();
    expect(new URL(page.url()).searchParams.get('code')).toMatch(/./);

    await page.goto('http://placard.localhost/settings/applications');
    await page.getByRole('heading', { level: 2, name: 'Order robot' }).waitFor();
    await expectAccessible(page);
    await takeOnPage(page, 'End the access of Order robot', () => expectAccessible(page));
    await page.getByText('No application acts for the account.').waitFor();
    await expectAccessible(page);
  });
});
