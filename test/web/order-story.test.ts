/** The first story of a marketplace, through the pages alone: sign up, find a space, order it, and work on the order live. */
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { browserMissing } from '../support/browser.ts';
import type { Data } from '../support/client.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { hasFocus, phone, tabTo } from '../support/web-person.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { factory, openPage, mailedCode } = useWebClient();

  test('a new buyer signs up, orders a space, and sees each step of the seller without reloading', async () => {
    const seller = await factory.createPerson({ name: 'Harbour Daily' });
    await factory.createPriceOption(seller);

    const buyer = await openPage('/');
    await buyer.getByRole('heading', { level: 1, name: 'Ad spaces' }).waitFor();
    await buyer.getByRole('link', { name: /^Space/ }).waitFor();
    await expectAccessible(buyer);
    await buyer.getByRole('link', { name: /^Space/ }).click();
    await buyer.getByRole('heading', { level: 1, name: /^Space/ }).waitFor();
    await expectAccessible(buyer);

    // Ordering leads to the sign-in page, and back afterwards.
    await buyer.getByRole('link', { name: 'Order one week' }).click();
    await buyer.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await expectAccessible(buyer);
    const email = 'new-buyer@people.example';
    await buyer.getByLabel('E-mail address').fill(email);
    await buyer.getByRole('button', { name: 'Send me a code' }).click();
    await buyer.getByLabel('Code').fill(await mailedCode(email));
    await buyer.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await buyer.getByRole('heading', { level: 1, name: 'Welcome to Placard' }).waitFor();
    await expectAccessible(buyer);
    await buyer.getByLabel('Your name').fill('Ada Rossi');
    await buyer.getByLabel('Name of the account').fill('Ada Coffee');
    await buyer.getByRole('button', { name: 'Create the account' }).click();

    await buyer.getByRole('heading', { level: 1, name: 'Place an order' }).waitFor();
    await expectAccessible(buyer);
    await buyer.getByRole('button', { name: 'Place the order' }).click();
    await buyer.getByText('Please check the marked fields.').waitFor();
    await expectAccessible(buyer);
    await buyer.getByLabel('Brief').fill('Our new espresso blend.');
    await buyer.getByRole('button', { name: 'Place the order' }).click();
    await buyer.getByRole('heading', { level: 1, name: /^Order #/ }).waitFor();
    await buyer.getByRole('link', { name: 'Set up the ads' }).waitFor();
    await expectAccessible(buyer);

    const desk = await openPage('/orders', { as: seller });
    await desk.getByText('Waits for you').waitFor();
    await expectAccessible(desk);
    await desk.getByRole('link', { name: /^Order #/ }).click();
    await desk.getByRole('heading', { name: 'It is your turn' }).waitFor();
    await buyer.getByText('Harbour Daily is here').waitFor();

    // A step: its form is made from the description of its fields.
    await desk.getByRole('button', { name: 'Request feedback' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Request feedback' }).click();
    await dialog.getByText('is required').waitFor();
    await expectAccessible(desk);
    await dialog.getByLabel('Question').fill('Which colour has the cup?');
    await dialog.getByRole('button', { name: 'Request feedback' }).click();
    await desk.getByRole('heading', { name: 'It is the turn of Ada Coffee' }).waitFor();

    await buyer.getByRole('heading', { name: 'It is your turn' }).waitFor();
    await buyer.getByText('Which colour has the cup?').first().waitFor();

    await desk.getByLabel('Message', { exact: true }).pressSequentially('Take your time.');
    await buyer.getByText('Harbour Daily is typing').waitFor();
    await desk.getByLabel('Message', { exact: true }).press('Enter');
    await buyer.getByText('Take your time.', { exact: true }).waitFor();
    await desk.getByText('Ada Coffee has read everything').waitFor();
    await expectAccessible(desk);
    await expectAccessible(buyer);
    expect(await desk.getByText('Being sent').count()).toBe(0);
  });

  test('all pages fit on a phone, in German and in the dark', async () => {
    const order = await factory.createOrder({ status: 'PAYMENT_REQUIRED' });
    await order.advertiser.ask('mutation { updatePerson(input: { language: DE }) { __typename } }');
    const german = { ...phone, locale: 'de-DE', colorScheme: 'dark' } as const;
    const page = await openPage(`/orders/${order.number}`, { as: order.advertiser, ...german });
    await page.getByRole('heading', { level: 1, name: `Auftrag #${order.number}` }).waitFor();
    await page.getByRole('heading', { name: 'Sie sind am Zug' }).waitFor();
    await expectAccessible(page);
    for (const [link, title] of [
      ['Werbeflächen', 'Werbeflächen'],
      ['Aufträge', 'Aufträge'],
      ['Einstellungen', 'Über Sie'],
    ] as const) {
      await page.getByRole('navigation').getByRole('link', { name: link }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await expectAccessible(page);
    }
  });

  test('a message that is written without a connection is kept, and sent once when it is back', async () => {
    const order = await factory.createOrder();
    const page = await openPage(`/orders/${order.number}`, { as: order.advertiser });
    await page.getByRole('heading', { level: 1, name: `Order #${order.number}` }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();

    await page.getByLabel('Message', { exact: true }).fill('Written on a train.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Being sent').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Being sent').waitFor({ state: 'detached' });

    const { order: read } = await order.seller.ask(
      'query ($id: ID!) { order(id: $id) { messages(first: 10) { nodes { text } } } }',
      { id: order.id },
    );
    expect(read.messages.nodes).toEqual([{ text: 'Written on a train.' }]);
    expect(await page.getByText('Written on a train.', { exact: true }).count()).toBe(1);
  });

  test('a session that is ended elsewhere leads to the sign-in page, and back to the same page afterwards', async () => {
    const order = await factory.createOrder();
    const { advertiser } = order;
    const page = await openPage(`/orders/${order.number}`, { as: advertiser });
    await page.getByRole('heading', { level: 1, name: `Order #${order.number}` }).waitFor();

    await advertiser.ask('mutation { signOut(input: {}) { __typename } }');
    await page.getByText('Your session has ended. Please sign in again.').waitFor();
    await expectAccessible(page);
    await page.getByLabel('E-mail address').fill(advertiser.email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code').fill(await mailedCode(advertiser.email));
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();

    await page.getByRole('heading', { level: 1, name: `Order #${order.number}` }).waitFor();
  });

  test('an ad is written, reviewed and published on the page of its order', async () => {
    const order = await factory.createOrder();
    const buyer = await openPage(`/orders/${order.number}`, { as: order.advertiser });
    await buyer.getByRole('button', { name: /^Save the draft/ }).click();
    const form = buyer.getByRole('dialog');
    await form.getByLabel('Html').fill('<b>Fresh tea</b>');
    await form.getByLabel('Target url').fill('https://tea.example/');
    await form.getByRole('button', { name: 'Save the draft' }).click();
    await buyer.locator('iframe').waitFor();
    await buyer.getByRole('button', { name: /^Submit the ad/ }).click();
    await buyer
      .getByRole('dialog')
      .getByRole('button', { name: /^Submit the ad/ })
      .click();
    await buyer.getByText('Waiting for review').waitFor();
    await expectAccessible(buyer);

    const desk = await openPage(`/orders/${order.number}`, { as: order.seller });
    await desk.getByRole('button', { name: /^Publish the ad/ }).click();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /^Publish the ad/ })
      .click();

    await buyer.getByText('Published', { exact: true }).first().waitFor();
    // The HTML of the ad is drawn by its frame alone.
    expect(await buyer.locator('main b').count()).toBe(0);
  });

  test('an address without a page shows a page that says so, with status 404', async () => {
    const page = await openPage('/nothing/here');

    await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
    expect((await page.reload())?.status()).toBe(404);
    await expectAccessible(page);
  });

  test('an order has several items of a seller, which are added and removed with the keyboard alone', async () => {
    const seller = await factory.createPerson({ name: 'Morning Post' });
    const buyer = await factory.createPerson({ name: 'Tea House' });
    await factory.createPriceOption(seller, { price: 12_000 });
    await factory.createPriceOption(seller, { price: 5_000, bought: { measure: 'CLICKS', quantity: 1_000 } });
    await factory.createPriceOption(seller, { currency: 'USD' });
    await factory.createPriceOption(await factory.createPerson());
    const { ownSpaces } = await seller.ask(
      '{ ownSpaces(first: 3) { nodes { id title options { id measure price { currency } } } } }',
    );
    const [byDays, byClicks] = ['DAYS', 'CLICKS'].map((measure) =>
      ownSpaces.nodes.find(
        ({ options: [option] }: Data) => option.measure === measure && option.price.currency === 'EUR',
      ),
    );
    const page = await openPage(`/orders/new?space=${byDays.id}&option=${byDays.options[0].id}`, {
      as: buyer,
      ...phone,
    });
    const { keyboard } = page;
    const item = (number: number) => page.getByRole('group', { name: `Item ${number}` });
    const addItem = page.getByRole('button', { name: 'Add an item' });
    const titles = async () => item(1).getByLabel('Price option').locator('option').allInnerTexts();
    // Neither another seller nor another currency belongs to the order.
    await expect
      .poll(titles)
      .toEqual([`${byDays.title}: one week, €120.00`, `${byClicks.title}: one week, €50.00`].toSorted());

    for (const number of [2, 3]) {
      await tabTo(page, addItem);
      await keyboard.press('Enter');
      await hasFocus(item(number).getByLabel('Price option'));
    }
    await item(2).getByLabel('Price option').selectOption(byClicks.options[0].id);
    await page.getByText('€290.00', { exact: true }).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Remove item 3' }));
    await keyboard.press('Enter');
    await item(3).waitFor({ state: 'detached' });
    await hasFocus(addItem);
    await page.getByText('€170.00', { exact: true }).waitFor();

    // The problem of an item is shown at the field of that item.
    await page.getByLabel('Brief').fill('Our green tea.');
    await item(2).getByLabel('First day').fill('2999-01-01');
    await page.getByRole('button', { name: 'Place the order' }).click();
    await item(2)
      .getByText(/^must be from/)
      .waitFor();
    await hasFocus(item(2).getByLabel('First day'));
    expect(
      await item(1)
        .getByText(/^must be from/)
        .count(),
    ).toBe(0);
    await expectAccessible(page);
    await item(2).getByLabel('First day').fill('');
    await page.getByRole('button', { name: 'Place the order' }).click();
    await page.getByRole('heading', { level: 1, name: /^Order #/ }).waitFor();
    const { orders } = await buyer.ask('{ orders(first: 1) { nodes { total { minorUnits } items { title } } } }');
    expect(orders.nodes[0]).toEqual({
      total: { minorUnits: 17_000 },
      items: [{ title: `${byDays.title}: one week` }, { title: `${byClicks.title}: one week` }],
    });
  });

  test('an order form stops at the most items that an order can have, and lists all spaces of the seller', async () => {
    const seller = await factory.createPerson({ name: 'Evening Post' });
    const options: string[] = [];
    for (let count = 0; count < 21; count += 1) options.push(await factory.createPriceOption(seller));
    const { ownSpaces } = await seller.ask('{ ownSpaces(first: 21) { nodes { id options { id } } } }');
    const [space] = ownSpaces.nodes;
    const buyer = await factory.createPerson();
    await buyer.ask('mutation { updatePerson(input: { language: DE }) { __typename } }');
    const path = `/orders/new?space=${space.id}&option=${space.options[0].id}`;
    const page = await openPage(path, { as: buyer, ...phone });
    await page.getByRole('button', { name: 'Weitere Werbeflächen des Anbieters auflisten' }).click();
    const option = page.getByLabel('Preisoption').first();
    await expect.poll(() => option.locator('option').count()).toBe(options.length);
    for (let count = 1; count < limits.itemsPerOrder; count += 1)
      await page.getByRole('button', { name: 'Position hinzufügen' }).click();
    await page.getByText(`Ein Auftrag hat höchstens ${limits.itemsPerOrder} Positionen.`).waitFor();
    expect(await page.getByRole('button', { name: 'Position hinzufügen' }).count()).toBe(0);
    await expectAccessible(page);
  });
});
