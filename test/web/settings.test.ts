/** The settings of people and accounts, invitations and terms, through the pages alone. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserMissing } from '../support/browser.ts';
import { png } from '../support/images.ts';
import { updateSettings } from '../support/marketplace.ts';
import { eventually } from '../support/wait.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { phone, takeOnPage } from '../support/web-person.ts';

describe.skipIf(browserMissing)('In the browser', () => {
  const { server, factory, openPage, mailedCode } = useWebClient();

  /** The text that an expression finds in the newest e-mail to an address. */
  const mailed = (email: string, pattern: RegExp): Promise<string> =>
    eventually(() => {
      const letters = server.app.mailbox?.letters() ?? [];
      const matches = letters.flatMap(({ to, text }) => (to === email ? (pattern.exec(text)?.[1] ?? []) : []));
      const [first] = matches;
      if (first === undefined) throw new Error(`Nothing like ${pattern} was mailed to ${email} yet`);
      return first;
    });
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const openSection = async (page: Page, name: string) => {
    await page
      .getByRole('navigation', { name: /^(Settings|Einstellungen)$/ })
      .getByRole('link', { name, exact: true })
      .click();
    await heading(page, name);
  };
  const signIn = async (page: Page, email: string) => {
    await heading(page, 'Sign in');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code').fill(await mailedCode(email));
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  };

  test('a person follows the link of an e-mail to the notifications, and changes them and the address', async () => {
    const person = await factory.createPerson({ name: 'Ada Rossi' });
    const page = await openPage('/settings/notifications', { as: person });
    await heading(page, 'Notifications');
    await page.getByRole('heading', { name: 'Always sent' }).waitFor();
    await expectAccessible(page);

    const payments = page.getByRole('group', { name: 'Payment requests' });
    await payments.getByLabel('By e-mail').selectOption('In the daily digest');
    await payments.getByLabel('In the browser').uncheck();
    await page.getByLabel('I want quiet hours').check();
    await page.getByLabel('From').fill('21:30');
    await page.getByLabel('To', { exact: true }).fill('21:30');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Please check the marked fields.').waitFor();
    await expectAccessible(page);
    await page.getByLabel('To', { exact: true }).fill('06:15');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your settings are saved.').waitFor();
    const { me } = await person.ask(
      '{ me { notificationPreferences { choices { kind email hasPush } quietHours { from to } } } }',
    );
    expect(me.notificationPreferences.choices).toContainEqual({ kind: 'PAYMENTS', email: 'DIGEST', hasPush: false });
    expect(me.notificationPreferences.quietHours).toEqual({ from: '21:30', to: '06:15' });

    await openSection(page, 'About you');
    await page.getByLabel('New e-mail address').fill('ada@new.example');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByLabel('Code').fill('000000');
    await page.getByRole('button', { name: 'Change the address' }).click();
    await page.getByRole('alert').getByText(/code/).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Code').fill(await mailed('ada@new.example', /(\d{6,})/));
    await page.getByRole('button', { name: 'Change the address' }).click();
    await page.getByText('Now: ada@new.example').waitFor();
    await expectAccessible(page);
  });

  test('an owner invites somebody, who joins with the mailed link alone and sees what the role allows', async () => {
    const owner = await factory.createPerson({ name: 'Harbour Daily' });
    const desk = await openPage('/settings/members', { as: owner });
    await desk.getByText('You are the only owner, so you cannot leave.', { exact: false }).waitFor();
    await expectAccessible(desk);
    const email = 'colleague@people.example';
    await desk.getByLabel('E-mail address').fill(email);
    await desk.getByLabel('Viewer').check();
    await desk.getByRole('button', { name: 'Send the invitation' }).click();
    await desk.getByRole('button', { name: `Withdraw the invitation of ${email}` }).waitFor();
    await expectAccessible(desk);

    const link = await mailed(email, /(\/invitations\/\S+)/);
    const stranger = await openPage(link, { as: await factory.createPerson() });
    await stranger.getByText(`the invitation was sent to ${email}`, { exact: false }).waitFor();
    await expectAccessible(stranger);
    const invited = await openPage(link, phone);
    await invited.getByText('Harbour Daily invites you to act for Harbour Daily.').waitFor();
    await expectAccessible(invited);
    await invited.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await signIn(invited, email);
    await invited.getByLabel('Your name').fill('Karl Kern');
    await expectAccessible(invited);
    await invited.getByRole('button', { name: 'Join Harbour Daily' }).click();
    await heading(invited, 'Orders');

    // A viewer sees why something is not offered.
    await invited.getByRole('link', { name: 'Settings' }).click();
    await openSection(invited, 'Account');
    await invited.getByText('You are a viewer of this account', { exact: false }).waitFor();
    await expectAccessible(invited);
    expect(await invited.getByRole('button', { name: 'Save' }).count()).toBe(0);
    await openSection(invited, 'Close the account');
    await invited.getByText('Only owners close the account.').waitFor();
    await openSection(invited, 'Members');
    await invited.getByText('Only owners invite and manage members.').waitFor();
    await invited.getByText('Karl Kern').waitFor();
    await expectAccessible(invited);

    // The owner makes the viewer a member, then removes the member, whose page follows.
    await desk.reload();
    await desk.getByRole('button', { name: 'Role of Karl Kern' }).click();
    await desk.getByRole('dialog').getByLabel('Member').check();
    await expectAccessible(desk);
    await desk.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await desk.getByText('The role of Karl Kern is changed.').waitFor();
    await desk.getByRole('button', { name: 'Remove Karl Kern' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await desk.getByText('Karl Kern is no longer a member.').waitFor();
    await heading(invited, 'Welcome to Placard');

    const again = await openPage(link);
    await again.getByText('This invitation was accepted already.', { exact: false }).waitFor();
    const wrong = await openPage('/invitations/nothing');
    await wrong.getByText('This link does not belong to an invitation.', { exact: false }).waitFor();
    await expectAccessible(wrong);
  });

  test('a wrong code is refused in German', async () => {
    const page = await openPage('/sign-in', { locale: 'de-DE' });
    await page.getByLabel('E-Mail-Adresse').fill('anna@example.com');
    await page.getByRole('button', { name: 'Code senden' }).click();
    await page.getByLabel('Code').fill('000000');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByText('Der Code ist ungültig oder abgelaufen. Fordern Sie einen neuen an.').waitFor();
  });

  test('an owner changes the account and closes it, in German on a phone', async () => {
    const owner = await factory.createPerson({ name: 'Teehaus' });
    await owner.ask('mutation { updatePerson(input: { language: DE }) { __typename } }');
    const page = await openPage('/settings/account', { as: owner, locale: 'de-DE', ...phone });
    await page.getByLabel('Rechtlicher Name').fill('Teehaus GmbH');
    await page.getByLabel('Website').fill('nonsense');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.getByText('Bitte prüfen Sie die markierten Felder.').waitFor();
    await page.getByText('muss eine Adresse mit http:// oder https:// sein, ohne Zugangsdaten').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Website').fill('https://tee.example/');
    await page.getByLabel('Zeitzone').selectOption('Asia/Tokyo');
    await page.getByRole('button', { name: 'Speichern', exact: true }).click();
    await page.getByText('Das Konto ist gespeichert.').waitFor();
    expect((await owner.ask('{ viewer { legalName timeZone website } }')).viewer).toEqual({
      legalName: 'Teehaus GmbH',
      timeZone: 'Asia/Tokyo',
      website: 'https://tee.example/',
    });

    await openSection(page, 'Anwendungen');
    await page.getByText('Keine Anwendung handelt für das Konto.').waitFor();
    await expectAccessible(page);
    await openSection(page, 'Konto schließen');
    await page.getByLabel('Zur Bestätigung Teehaus eingeben').fill('Kaffeehaus');
    await page.getByRole('button', { name: 'Konto endgültig schließen' }).click();
    await page.getByText('Das ist nicht der Name des Kontos.').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Zur Bestätigung Teehaus eingeben').fill('Teehaus');
    await page.getByRole('button', { name: 'Konto endgültig schließen' }).click();
    await page.getByText('Teehaus ist geschlossen.').waitFor();
  });

  test('an owner uploads a logo, sees how far it is, and reads why a file is refused', async () => {
    const owner = await factory.createPerson({ name: 'Harbour Daily' });
    const page = await openPage('/settings/account', { as: owner, ...phone });
    const logo = page.getByLabel(/^Logo/);
    const choose = (name: string, buffer: Buffer, mimeType = 'image/png') =>
      logo.setInputFiles({ name, mimeType, buffer });
    await choose('notes.txt', Buffer.from('Not an image.'), 'text/plain');
    await page.getByText('notes.txt was not uploaded: Files of this type cannot be used here.').waitFor();
    await choose('renamed.png', Buffer.from('Not an image.'));
    await page.getByText('renamed.png was not uploaded: Files of this type are not supported.').waitFor();
    await choose('large.png', png({ sizeBytes: 600_000 }));
    await page.getByText('large.png was not uploaded: It is empty or too large.').waitFor();
    await expectAccessible(page);

    // A slow line, so that the progress can be seen.
    const devtools = await page.context().newCDPSession(page);
    const line = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 100_000 };
    await devtools.send('Network.emulateNetworkConditions', line);
    await choose('logo.png', png({ width: 40, height: 30, sizeBytes: 400_000 }));
    await page.getByText(/^Uploading, \d+/).waitFor();
    await page.getByRole('button', { name: 'Remove logo.png' }).waitFor();
    await devtools.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: -1 });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The account is saved.').waitFor();
    await expectAccessible(page);
    expect((await owner.ask('{ viewer { logo { name } } }')).viewer.logo).toEqual({ name: 'logo.png' });
    await page.getByRole('button', { name: 'Remove logo.png' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(async () => (await owner.ask('{ viewer { logo { name } } }')).viewer.logo).toBeNull();
  });

  test('a person ends other sessions, downloads what is stored, and is deleted after a typed confirmation', async () => {
    const person = await factory.createPerson({ name: 'Ada Rossi' });
    const other = await openPage('/settings/sessions');
    await signIn(other, person.email);
    await heading(other, 'Sessions');
    const page = await openPage('/settings/sessions', { as: person });
    await page.getByText('This device').waitFor();
    await expectAccessible(page);
    await takeOnPage(page, 'End all other sessions', (form) => form.getByText('All other devices').waitFor());
    await page.getByText('The session has ended.').waitFor();
    // The page may notice the end before its next request, and has no sections then.
    const ended = other.getByText('Your session has ended. Please sign in again.');
    await Promise.race([ended.waitFor(), openSection(other, 'Your data').catch(() => undefined)]);
    await ended.waitFor();

    await openSection(page, 'Your data');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download your data' }).click(),
    ]);
    const stored = JSON.parse(await readFile(await file.path(), 'utf8'));
    expect(stored.profile).toMatchObject([{ name: 'Ada Rossi', email: person.email }]);
    await page.getByLabel(`Enter ${person.email} to confirm`).fill('somebody@else.example');
    await page.getByRole('button', { name: 'Delete yourself for ever' }).click();
    await page.getByText('Please check the marked fields.').waitFor();
    await expectAccessible(page);
    await page.getByLabel(`Enter ${person.email} to confirm`).fill(person.email);
    await page.getByRole('button', { name: 'Delete yourself for ever' }).click();
    await page.getByText('You were deleted.').waitFor();
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
  });

  test('new people accept the terms when they sign up, and the others when they change', async () => {
    const operator = await factory.createOperator();
    const terms = { termsUrl: 'https://market.example/terms', newTermsVersion: true };
    await updateSettings(operator, terms);
    const person = await factory.createPerson();
    const old = await openPage('/orders', { as: person, ...phone });
    await old.getByRole('button', { name: 'Accept the terms' }).waitFor();
    await expectAccessible(old);
    await old.getByRole('button', { name: 'Accept the terms' }).click();
    await old.getByText('You have accepted the terms.').waitFor();
    expect((await person.ask('{ me { hasTermsToAccept } }')).me.hasTermsToAccept).toBe(false);

    const newcomer = await openPage('/sign-in');
    await signIn(newcomer, 'newcomer@people.example');
    await newcomer.getByText('Please accept the terms of the marketplace', { exact: false }).waitFor();
    await newcomer.getByLabel(/I accept/).check();
    await expectAccessible(newcomer);
    await newcomer.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await heading(newcomer, 'Welcome to Placard');
  });
});
