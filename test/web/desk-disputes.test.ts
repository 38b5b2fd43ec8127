/** The decisions of operators, with the people that they are about watching: disputes, money, and what is taken down. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { createAd, createPlacement, publish } from '../support/ads.ts';
import { browserMissing } from '../support/browser.ts';
import type { Data } from '../support/client.ts';
import type { TestOrder, TestPerson } from '../support/factory.ts';
import { moneyBecomes } from '../support/money.ts';
import { paymentsVia, type StripeService, startStripeService } from '../support/stripe-service.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { phone, takeOnPage } from '../support/web-person.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  let stripe: StripeService;
  beforeAll(async () => {
    stripe = await startStripeService();
  });
  afterAll(() => stripe.stop());
  const { server, factory, openPage } = useWebClient({ config: () => ({ payments: paymentsVia(stripe) }) });
  let operator: TestPerson;
  beforeAll(async () => {
    operator = await factory.createPerson({ name: 'The operator', isOperator: true });
  });

  const german = { ...phone, locale: 'de-DE', colorScheme: 'dark' } as const;
  const speakGerman = (person: TestPerson) =>
    person.ask('mutation { updatePerson(input: { language: DE }) { __typename } }');
  const openOrder = async ({ number }: TestOrder, as: TestPerson, options: object = {}): Promise<Page> => {
    const page = await openPage(`/orders/${number}`, { as, ...options });
    await page.getByRole('heading', { level: 1, name: `#${number}` }).waitFor();
    return page;
  };

  test('an operator opens a dispute from the queue, asks, and decides, while both parties watch', async () => {
    const order = await factory.createOrder({
      status: 'PROCESSING',
      advertiser: await factory.createPerson({ name: 'Ada Coffee' }),
      seller: await factory.createPerson({ name: 'Harbour Daily' }),
    });
    await speakGerman(order.seller);
    const buyer = await openOrder(order, order.advertiser);
    const seller = await openOrder(order, order.seller, german);

    await takeOnPage(buyer, 'Open a dispute', async (form) => {
      await form.getByLabel('Reason').fill('The ad was shown upside down.');
      await form.getByRole('textbox', { name: /^Evidence/ }).fill('https://evidence.example/photo');
      await expectAccessible(buyer);
    });
    await buyer.getByRole('heading', { name: 'The operator of the marketplace decides' }).waitFor();
    await seller.getByText('The ad was shown upside down.').waitFor();
    await seller.getByText('Im Streitfall').first().waitFor();
    await expectAccessible(seller);

    const desk = await openPage('/desk', { as: operator });
    await desk.getByText('1 case waits for a decision.').waitFor();
    await desk.getByText('Ada Coffee and Harbour Daily').waitFor();
    // The card says who complained, and why.
    await desk.getByRole('heading', { name: 'Dispute opened' }).waitFor();
    await desk.getByText('Ada Coffee (Advertiser)').waitFor();
    await desk.getByText('The ad was shown upside down.').waitFor();
    await desk.getByRole('link', { name: 'https://evidence.example/photo' }).waitFor();
    await expectAccessible(desk);
    await desk.getByRole('link', { name: `Order #${order.number}` }).click();
    await desk.getByRole('heading', { name: 'It is your turn' }).waitFor();
    await expectAccessible(desk);
    await desk.getByLabel('Message', { exact: true }).fill('Is there a photo?');
    await desk.getByLabel('Message', { exact: true }).press('Enter');
    for (const page of [buyer, seller]) await page.getByText('Is there a photo?', { exact: true }).waitFor();
    await seller.getByLabel('Nachricht', { exact: true }).fill('There is: it was the right way up.');
    await seller.getByLabel('Nachricht', { exact: true }).press('Enter');
    await desk.getByText('There is: it was the right way up.', { exact: true }).waitFor();

    await desk.getByRole('main').getByRole('button', { name: 'Resolve the dispute' }).first().click();
    const form = desk.getByRole('dialog');
    await form.getByRole('button', { name: 'Resolve the dispute' }).click();
    await form.getByText('Please check the marked fields.').waitFor();
    await expectAccessible(desk);
    await form.getByRole('radio', { name: 'Resumed' }).check();
    await form.getByLabel('Reasoning').fill('The photo shows it the right way up.');
    await form.getByRole('button', { name: 'Resolve the dispute' }).click();
    for (const page of [desk, buyer, seller]) await page.getByText('The photo shows it the right way up.').waitFor();
    await buyer.getByText(/^The seller is working, since/).waitFor();
    await seller.getByRole('heading', { name: 'Sie sind am Zug' }).waitFor();
    for (const page of [desk, buyer, seller]) await expectAccessible(page);
    await desk.getByRole('link', { name: 'Operator desk' }).click();
    await desk.getByText('Nothing waits for a decision.').waitFor();
  });

  test('an operator decides about payments that do not match, in words that people understand', async () => {
    const { order, session } = await createCardOrder();
    const buyer = await openOrder(order, order.advertiser);
    await buyer.getByRole('link', { name: 'Pay now' }).waitFor();
    await sendPayment(session, { amount_total: 9_000 });
    await buyer.getByText('Too little').waitFor();
    await expectAccessible(buyer);

    await speakGerman(operator);
    const desk = await openPage('/desk', { as: operator, ...german });
    await desk.getByText('Zu wenig').waitFor();
    await expectAccessible(desk);
    await desk.getByRole('button', { name: /^Erledigen:/ }).click();
    const form = desk.getByRole('dialog');
    await form.getByText('Beide Seiten lesen').waitFor();
    await form.getByRole('button', { name: 'Erledigen' }).click();
    await form.getByText('Bitte prüfen Sie die markierten Felder.').waitFor();
    await expectAccessible(desk);
    await form.getByLabel('Begründung').fill('Agreed by phone.');
    await form.getByRole('button', { name: 'Erledigen' }).click();
    await desk.getByText('Nichts wartet auf eine Entscheidung.').waitFor();
    await buyer.getByText('Agreed by phone.').waitFor();
    await buyer.getByRole('link', { name: /^Receipt/ }).waitFor();
    await expectAccessible(buyer);

    // Money of an unknown order can be returned, and not accepted.
    await sendPayment(session, { client_reference_id: 'unknown', metadata: {}, payment_intent: 'pi_unknown' });
    await operator.ask('mutation { updatePerson(input: { language: EN }) { __typename } }');
    await desk.reload();
    await desk.getByText('There is no such order').waitFor();
    await desk.getByRole('button', { name: /^Resolve:/ }).click();
    expect(await form.getByRole('radio').count()).toBe(2);
    await form.getByRole('radio', { name: 'Refund it' }).check();
    await form.getByLabel('Reasoning').fill('Sent to us by mistake.');
    await form.getByRole('button', { name: 'Resolve' }).click();
    await desk.getByText('Nothing waits for a decision.').waitFor();
    await expect.poll(() => stripe.refunds.some((refund) => refund['payment_intent'] === 'pi_unknown')).toBe(true);
    await desk.getByRole('link', { name: 'Audit log' }).click();
    await desk.getByText('Sent to us by mistake.').waitFor();
    await expectAccessible(desk);
  });

  test('an operator takes an ad and a space down and restores them, and the parties see it', async () => {
    const seller = await factory.createPerson({ name: 'Evening Post' });
    const ad = await createAd(factory, seller);
    await publish(seller, ad, await createPlacement(seller));
    const parties = [await openOrder(ad.order, seller), await openOrder(ad.order, ad.order.advertiser, phone)];
    const desk = await openOrder(ad.order, operator);

    await takeOnPage(desk, `Take down: ${ad.name}`, (form) => form.getByLabel('Reason').fill('Shows a competitor.'));
    for (const page of [desk, ...parties]) {
      await page.getByText('The operator has taken this ad down: Shows a competitor.').waitFor();
      await expectAccessible(page);
    }
    await takeOnPage(desk, `Restore: ${ad.name}`, async (form) => {
      expect(await form.getByLabel('Reason').inputValue()).toBe('');
      await form.getByLabel('Reason').fill('It does not.');
    });
    for (const page of [desk, ...parties])
      await page.getByText('The operator has taken this ad down').waitFor({ state: 'detached' });

    const { ownSpaces } = await seller.ask('{ ownSpaces(first: 1) { nodes { id title } } }');
    const [space] = ownSpaces.nodes;
    await desk.goto(new URL(`/spaces/${space.id}`, desk.url()).href);
    await takeOnPage(desk, `Take down: ${space.title}`, (form) => form.getByLabel('Reason').fill('It is not theirs.'));
    await desk.getByText('The operator has taken this space down: It is not theirs.').waitFor();
    // What cannot be ordered has no link to order it.
    expect(await desk.getByRole('link', { name: /^Order one week/ }).count()).toBe(0);
    await expectAccessible(desk);
    const owner = await openPage('/selling', { as: seller, ...phone });
    await owner.getByText('The operator has taken this ad space down: It is not theirs.').waitFor();
    await expectAccessible(owner);
    const visitor = await openPage(`/spaces/${space.id}`);
    await visitor.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
    await takeOnPage(desk, `Restore: ${space.title}`, (form) => form.getByLabel('Reason').fill('It is theirs.'));
    await desk.getByText('The operator has taken this space down').waitFor({ state: 'detached' });
    await visitor.reload();
    await visitor.getByRole('link', { name: /^Order one week/ }).waitFor();
    await desk.getByRole('link', { name: 'Operator desk' }).click();
    await desk.getByRole('link', { name: 'Audit log' }).click();
    await desk.getByText('Space restored').waitFor();
    await expectAccessible(desk);
  });

  test('the members of a suspended account read the reason on every page until it is reinstated', async () => {
    const seller = await factory.createPerson({ name: 'Night Times' });
    const desk = await openPage('/desk/accounts', { as: operator });
    await desk.getByLabel('Name, address, website or tax id').waitFor();
    await desk.getByLabel('Status').selectOption('Active');
    const account = new URL(`/desk/accounts/${toGlobalId('Account', seller.accountId)}`, desk.url()).href;
    await desk.goto(account);
    await takeOnPage(desk, 'Suspend: Night Times', (form) =>
      form.getByLabel('Reason').fill('Sold what is not theirs.'),
    );
    await desk.getByText('Account suspended').waitFor();

    const member = await openPage('/orders', { as: seller, ...phone });
    await member.getByText('The operator has suspended this account: Sold what is not theirs.').waitFor();
    await member.getByText('You can finish your orders', { exact: false }).waitFor();
    await expectAccessible(member);
    await member.getByRole('link', { name: 'Selling' }).click();
    await member.getByRole('heading', { level: 1, name: 'Selling' }).waitFor();
    await member.getByText('Sold what is not theirs.').waitFor();
    await takeOnPage(desk, 'Reinstate: Night Times', (form) => form.getByLabel('Reason').fill('They have proved it.'));
    await desk.getByText('Account reinstated').waitFor();
    await expectAccessible(desk);
    await member.reload();
    await member.getByRole('heading', { level: 1, name: 'Selling' }).waitFor();
    expect(await member.getByText('Sold what is not theirs.').count()).toBe(0);
  });

  /** An order that waits for its payment by card, and the session of that payment at the service. */
  async function createCardOrder(): Promise<{ order: TestOrder; session: Data }> {
    const order = await factory.createOrder({ paymentMethod: 'CARD', status: 'PAYMENT_REQUIRED' });
    const { payment } = await moneyBecomes(order.advertiser, order, {
      payment: { checkoutUrl: expect.stringContaining('https://checkout.stripe.example/') },
    });
    return { order, session: stripe.sessions.find((session) => session['url'] === payment.checkoutUrl) };
  }

  /** Has the service report a payment, and waits until it was handled. */
  async function sendPayment(session: Data, changes: Data): Promise<void> {
    const event = stripe.paid(session, changes);
    expect(await stripe.sendEvent(server.url, event, { at: server.clock.now() })).toBe(200);
    await expect
      .poll(async () => (await server.app.db.providerEvent.findUnique({ where: { id: event.id } }))?.status)
      .not.toBe('NEW');
  }
});
