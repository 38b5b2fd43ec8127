/** The mailed link to pay: a page of this server that leads to the page of the provider when a person asks for it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Data } from '../../support/client.ts';
import { type TestOrder, takeStepAs } from '../../support/factory.ts';
import { expectBooksInOrder } from '../../support/invariants.ts';
import { moneyBecomes, moneyOf } from '../../support/money.ts';
import { paymentsVia, type StripeService, startStripeService } from '../../support/stripe-service.ts';
import { useServer } from '../../support/use-server.ts';

let stripe: StripeService;
beforeAll(async () => {
  stripe = await startStripeService({ now: () => server.clock.now() });
});
afterAll(() => stripe.stop());

const { server, second, factory } = useServer({
  instances: 2,
  sessionDays: 1_000,
  config: () => ({ payments: paymentsVia(stripe) }),
});

/** An order that is to be paid by card, the session of its first page, and the link that is mailed. */
async function createCardOrder(): Promise<{ order: TestOrder; session: Data; link: string }> {
  const order = await factory.createOrder({ paymentMethod: 'CARD', status: 'PAYMENT_REQUIRED' });
  const { payment } = await moneyBecomes(order.advertiser, order, { payment: { checkoutUrl: expect.any(String) } });
  const session = stripe.sessions.find(({ url }) => url === payment.checkoutUrl) as Data;
  return { order, session, link: payment.payUrl.replace(server.app.config.publicUrl, server.url) };
}

const open = async (link: string, language = 'en') =>
  (await fetch(link, { headers: { 'accept-language': language } })).text();

/** Presses the button; returns the address to which the answer leads. */
async function press(link: string): Promise<string | undefined> {
  const response = await fetch(link, { method: 'POST', body: new URLSearchParams(), redirect: 'manual' });
  const html = await response.text();
  return /http-equiv="refresh" content="0;url=([^"]+)"/.exec(html)?.[1];
}

async function sendAndWait(event: Data): Promise<void> {
  expect(await stripe.sendEvent(server.url, event, { at: server.clock.now() })).toBe(200);
  await expect
    .poll(async () => (await server.app.db.providerEvent.findUnique({ where: { id: event.id } }))?.status)
    .not.toBe('NEW');
}

const sessionAt = (url: string | undefined): Data => stripe.sessions.find((one) => one.url === url) as Data;

describe('the link', () => {
  test('changes nothing when a program opens it, and leads to the page of the provider when a person presses the button', async () => {
    const { order, session, link } = await createCardOrder();
    const before = stripe.requestCounts.sessions;

    const html = await open(link);
    const german = await open(link, 'de');
    await fetch(link, { method: 'HEAD' });
    const target = await press(link);

    expect(html).toMatch(/<button class="primary">Pay EUR 100\.00</);
    expect(html).not.toContain('checkout.stripe');
    expect(german).toContain(`Zahlung für Auftrag #${order.number}`);
    expect(target).toBe(session.url);
    expect(stripe.requestCounts.sessions).toBe(before);
  });

  test('works after the page of the provider has expired: a new one is made, once for two people at the same time', async () => {
    const { order, session, link } = await createCardOrder();
    server.clock.advance({ days: 2 });
    const onSecond = link.replace(server.url, second.url);
    const before = stripe.requestCounts.sessions;

    await open(link);
    const unchanged = stripe.requestCounts.sessions;
    const targets = await Promise.all([press(link), press(onSecond)]);

    expect(unchanged).toBe(before);
    expect(targets[0]).toBeDefined();
    expect(targets[0]).not.toBe(session.url);
    expect(targets[1]).toBe(targets[0]);
    await sendAndWait(stripe.paid(sessionAt(targets[0])));
    expect(await moneyOf(order.seller, order)).toMatchObject({ status: 'PAYMENT_RECEIVED', paid: 10_000, refunded: 0 });
    expect(await open(link)).toContain('Paid. Thank you.');
    expect(await press(link)).toBeUndefined();
    await expectBooksInOrder(server, order, 'when it is paid');
  });

  test('follows to the next request after a failed payment', async () => {
    const { order, session, link } = await createCardOrder();
    await sendAndWait(stripe.event('checkout.session.async_payment_failed', session));
    const { payment } = await moneyBecomes(order.advertiser, order, {
      ...{ paymentStatus: 'FAILED', payment: { checkoutUrl: expect.any(String) } },
    });

    expect(await press(link)).toBe(payment.checkoutUrl);
  });

  test('says why it can no longer be paid', async () => {
    const [withdrawn, cancelled, slow] = [await createCardOrder(), await createCardOrder(), await createCardOrder()];
    await takeStepAs(withdrawn.order.seller, withdrawn.order, 'withdrawPaymentRequest');
    await takeStepAs(cancelled.order.advertiser, cancelled.order, 'cancelOrder');
    await sendAndWait(stripe.event('checkout.session.completed', slow.session));

    const pages = await Promise.all([withdrawn, cancelled, slow].map(({ link }) => open(link)));
    const targets = await Promise.all([withdrawn, cancelled, slow].map(({ link }) => press(link)));

    expect(pages[0]).toContain('no longer requested');
    expect(pages[1]).toContain('The order has ended');
    expect(pages[2]).toContain('not received the money yet');
    for (const page of pages) expect(page).not.toContain('<form');
    expect(targets).toEqual([undefined, undefined, undefined]);
  });

  test('can be tried again if the provider is not available', async () => {
    const { link } = await createCardOrder();
    server.clock.advance({ days: 2 });
    stripe.misbehave('sessions', 'broken');

    const failed = await fetch(link, { method: 'POST', body: new URLSearchParams() });
    const again = await press(link);

    expect(failed.status).toBe(503);
    expect(await failed.text()).toContain('Try again in a few minutes.');
    expect(again).toContain('https://checkout.stripe.example/');
  });

  test('does not work if it is changed', async () => {
    const { link } = await createCardOrder();

    const answers = await Promise.all([fetch(`${link}x`), fetch(link.slice(0, -1)), press(`${link}x`)]);

    expect(answers.map((answer) => (typeof answer === 'object' ? answer.status : answer))).toEqual([
      404,
      404,
      undefined,
    ]);
  });
});
