/** The pages of the operators and of partners, and how the settings of the marketplace show on all pages. */
import { beforeAll, describe, expect, test } from 'vitest';
import { writeMissingAccountTexts } from '../../src/accounts/account-texts.ts';
import { browserMissing } from '../support/browser.ts';
import type { TestPerson } from '../support/factory.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { phone } from '../support/web-person.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { server, factory, openPage } = useWebClient();
  let operator: TestPerson;
  beforeAll(async () => {
    operator = await factory.createPerson({ name: 'The operator', isOperator: true });
  });
  test('a visitor reports a seller, and an operator suspends the account and resolves the report', async () => {
    const seller = await factory.createPerson({ name: 'Harbour Daily' });
    await factory.createPriceOption(seller);

    const visitor = await openPage('/', phone);
    await visitor.getByRole('link', { name: /^Space/ }).click();
    await visitor.getByRole('link', { name: 'Harbour Daily' }).click();
    await visitor.getByRole('heading', { level: 1, name: 'Harbour Daily' }).waitFor();
    await visitor.getByRole('heading', { name: 'Record' }).waitFor();
    await visitor
      .getByRole('main')
      .getByRole('link', { name: /^Space/ })
      .waitFor();
    await expectAccessible(visitor);
    await visitor.getByRole('button', { name: 'Report: Harbour Daily' }).click();
    await visitor.getByLabel('Reason').selectOption('Breaks the law');
    await visitor.getByLabel('What is wrong?').fill('They sell what is not theirs.');
    await expectAccessible(visitor);
    await visitor.getByRole('dialog').getByRole('button', { name: 'Report' }).click();
    await visitor.getByText('The operators will look at your report').waitFor();

    const desk = await openPage('/', { as: operator });
    await desk.getByRole('link', { name: 'Operator desk' }).click();
    await desk.getByText('1 case waits for a decision.').waitFor();
    await desk.getByText('They sell what is not theirs.').waitFor();
    await desk.getByRole('button', { name: 'Suspend: Harbour Daily' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await desk.getByText('Please check the marked fields.').waitFor();
    await expectAccessible(desk);
    await desk.getByLabel('Reason').fill('Sold the space of others.');
    await desk.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await desk.getByRole('button', { name: 'Reinstate: Harbour Daily' }).waitFor();
    await expectAccessible(desk);
    await desk.getByRole('button', { name: /^Resolve:/ }).click();
    await desk.getByLabel('Note for operators').fill('The account is suspended.');
    await desk.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click();
    await desk.getByText('Nothing waits for a decision.').waitFor();

    await desk.getByRole('link', { name: 'Reports' }).click();
    await desk.getByLabel('Status').selectOption('Resolved');
    await desk.getByText('Action was taken').waitFor();
    await expectAccessible(desk);
    await writeMissingAccountTexts(server.app.db);
    await desk.getByRole('link', { name: 'Accounts', exact: true }).click();
    await desk.getByLabel('Name, address, website or tax id').fill('harbour');
    await desk.getByLabel('Name, address, website or tax id').press('Enter');
    await desk.getByRole('main').getByText('The operator', { exact: true }).first().waitFor({ state: 'detached' });
    await expectAccessible(desk);
    await desk.getByRole('link', { name: 'Harbour Daily' }).click();
    await desk.getByText('The operator has suspended this account: Sold the space of others.').waitFor();
    await desk.getByText('Account suspended').waitFor();
    await expectAccessible(desk);
    await desk.getByRole('link', { name: 'Audit log' }).click();
    await desk.getByText('Report resolved').waitFor();
    await expectAccessible(desk);
  });

  test('an operator takes down a space and adds an operator, in German and on a phone', async () => {
    const seller = await factory.createPerson({ name: 'Evening Post' });
    await factory.createPriceOption(seller);
    const { ownSpaces } = await seller.ask('{ ownSpaces(first: 1) { nodes { id } } }');
    for (const person of [seller, operator])
      await person.ask('mutation { updatePerson(input: { language: DE }) { __typename } }');
    const german = { ...phone, locale: 'de-DE', colorScheme: 'dark' } as const;

    const page = await openPage(`/spaces/${ownSpaces.nodes[0].id}`, { as: operator, ...german });
    await page.getByRole('button', { name: /^Sperren:/ }).click();
    await page.getByLabel('Grund').fill('Irreführend.');
    await page.getByRole('dialog').getByRole('button', { name: 'Sperren' }).click();
    await page.getByText('Der Betreiber hat diese Werbefläche gesperrt: Irreführend.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Betrieb' }).click();
    await page.getByText('Nichts wartet auf eine Entscheidung.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Betreiber' }).click();
    await page.getByRole('button', { name: 'Betreiber hinzufügen' }).click();
    await page.getByLabel('E-Mail-Adresse').fill('second@operators.example');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Betreiber hinzufügen' }).click();
    await page.getByText('second@operators.example').waitFor();
    await expectAccessible(page);
    for (const link of ['Marktplatz', 'Konten', 'Meldungen', 'Protokoll']) {
      await page.getByRole('navigation', { name: 'Betrieb' }).getByRole('link', { name: link }).click();
      await page.getByRole('heading', { level: 1, name: link }).waitFor();
      await page.getByText('Wird geladen').waitFor({ state: 'detached' });
      await expectAccessible(page);
    }

    const stranger = await openPage('/desk', { as: seller, ...german });
    await stranger.getByRole('heading', { level: 1, name: 'Kein Zugriff' }).waitFor();
    await expectAccessible(stranger);
  });

  test('an operator changes the name and the colour of the marketplace, and a visitor sees them', async () => {
    await operator.ask('mutation { updatePerson(input: { language: EN }) { __typename } }');
    const [desk, other] = [
      await openPage('/desk/marketplace', { as: operator }),
      await openPage('/desk/marketplace', { as: operator }),
    ];
    await other.getByLabel('Name of the marketplace').waitFor();
    await desk.getByLabel('Name of the marketplace').fill('Billboard');
    await desk.getByLabel('Primary colour').fill('#f2d900');
    await desk.getByLabel('Address of the terms').fill('https://billboard.example/terms');
    await desk.getByLabel('Fee in percent').fill('much');
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('must be a number such as 2.5').waitFor();
    await expectAccessible(desk);
    await desk.getByLabel('Fee in percent').fill('2,5');
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('Your settings are saved.').waitFor();
    await desk.getByRole('link', { name: 'Billboard' }).waitFor();
    await expectAccessible(desk);

    // The settings that this page shows are those before the change.
    await other.getByLabel('Name of the marketplace').fill('Hoarding');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByText('Another operator has changed the settings').waitFor();
    await other.getByText('Version 1, since').waitFor();
    expect(await other.getByLabel('Name of the marketplace').inputValue()).toBe('Billboard');
    expect(await other.getByLabel('Fee in percent').inputValue()).toBe('2.5');
    await expectAccessible(other);

    for (const colorScheme of ['light', 'dark'] as const) {
      const visitor = await openPage('/sign-in', { colorScheme });
      await visitor.getByRole('link', { name: 'Billboard' }).waitFor();
      await visitor.getByRole('link', { name: 'Terms' }).waitFor();
      await expect.poll(() => visitor.title()).toBe('Sign in – Billboard');
      const button = visitor.getByRole('button', { name: 'Send me a code' });
      expect(await button.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(242, 217, 0)');
      await expectAccessible(visitor);
    }
  });

  test('a partner creates an application, and a key that is shown once', async () => {
    const partner = await factory.createPerson({ name: 'Feed Works' });
    const page = await openPage('/', { as: partner, ...phone });
    await page.getByRole('button', { name: 'Feed Works' }).click();
    await page.getByRole('menuitemradio', { name: 'Applications' }).click();
    await page.getByText('You have no applications yet.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Create an application' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Create an application' }).click();
    await page.getByText('Please check the marked fields.').waitFor();
    await expectAccessible(page);
    await page.getByRole('dialog').getByLabel('Name').fill('Feed');
    await page.getByLabel('Receive webhooks').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Create an application' }).click();
    await page.getByRole('heading', { level: 1, name: 'Feed' }).waitFor();
    await page.getByText('No operations are registered yet.').waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Create a key' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Create a key' }).click();
    await page.getByText(/^placard_pk_[0-9a-f]{72}$/).waitFor();
    await page.getByText('Never used').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.reload();
    await page.getByText('Never used').waitFor();
    expect(await page.getByText('placard_pk_').count()).toBe(0);
    await page.getByRole('button', { name: /^Revoke:/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('There is no key yet.').waitFor();
    await expectAccessible(page);
  });
});
