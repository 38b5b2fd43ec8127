/** Every page of the client on a small phone: in both languages, light and dark, with long texts, for who may open it. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import de from '../../web/messages/de.json' with { type: 'json' };
import en from '../../web/messages/en.json' with { type: 'json' };
import { paths } from '../../web/src/app/paths.ts';
import { createAd, createPlacement, publish } from '../support/ads.ts';
import { browserMissing } from '../support/browser.ts';
import type { TestPerson } from '../support/factory.ts';
import { change, createPartner, idOf, register } from '../support/partner.ts';
import { createListedSpace } from '../support/spaces.ts';
import { expectAccessible, useWebClient } from '../support/web-client.ts';
import { addressOf } from '../support/web-paths.ts';
import { phone } from '../support/web-person.ts';
import { verifyEndpoint } from '../support/webhook-receiver.ts';

/** A word that is wider than the window of a phone. */
const longWord = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen';
const longAddress = `https://example.com/${'a-very-long-path/'.repeat(8)}`;
const query = `query ${'OrdersOfTheMonth'.repeat(3)} { orders(first: 1) { nodes { number } } }`;

const languages = {
  en: { locale: 'en-GB', messages: en },
  de: { locale: 'de-DE', messages: de },
} as const;

/** The pages that somebody opens who has not signed in: the person would be led on. */
const forVisitors: readonly string[] = [paths.signIn, paths.invitation];

describe.skipIf(browserMissing)('In the browser', () => {
  const { server, factory, openPage } = useWebClient();
  let seller: TestPerson;
  let operator: TestPerson;
  /** The values of the parameters of the paths. */
  let params: Readonly<Record<string, string>>;
  let optionId: string;

  beforeAll(async () => {
    operator = await factory.createPerson({ name: `Betreiber ${longWord}`, isOperator: true });
    seller = await factory.createPerson({ name: longWord });
    const space = await createListedSpace(seller, {
      space: { title: `${longWord} 1`, description: `${longAddress}\n${longWord}`, audience: longWord },
      option: { title: longWord, price: { minorUnits: 123_456_789, currency: 'EUR' } },
    });
    optionId = space.optionId;
    const ad = await createAd(factory, seller);
    await publish(seller, ad, await createPlacement(seller));
    await createAd(factory, seller);
    const orderId = ad.order.id;
    await change(ad.order.advertiser, 'sendMessage', { orderId, text: `${longWord} ${longAddress}` });
    await factory.createOrder({ status: 'DISPUTED', seller, brief: `${longWord} ${longAddress}` });
    await change(ad.order.advertiser, 'report', { subjectId: space.id, reason: 'SPAM', text: longAddress });
    await server.app.db.paymentMovement.create({
      data: {
        ...{ kind: 'RECEIVED', status: 'DONE', provider: 'STRIPE', amountMinorUnits: 100n, currency: 'EUR' },
        ...{ isCounted: false, needsOperator: true, reference: `pi_${'0123456789'.repeat(6)}`, reason: longWord },
        createdAt: server.clock.now(),
      },
    });
    const partner = await createPartner(factory, { owner: seller, name: longWord });
    await register(partner, [query], { name: longWord });
    const { endpoint } = await change(
      seller,
      'createWebhookEndpoint',
      { applicationId: partner.applicationId, url: longAddress, documentId: idOf(query) },
      '... on WebhookSecretPayload { endpoint { id } }',
    );
    await verifyEndpoint(server, endpoint.id);
    await change(seller, 'sendTestEvent', { endpointId: endpoint.id });
    await change(seller, 'inviteMember', { email: `${longWord.slice(0, 50)}@people.example`, role: 'MEMBER' });
    params = {
      spaceId: space.id,
      number: String(ad.order.number),
      token: 'nothing',
      accountId: toGlobalId('Account', seller.accountId),
      applicationId: partner.applicationId,
      endpointId: endpoint.id,
    };
  });

  const viewerOf = (path: string): TestPerson | undefined => {
    if (forVisitors.includes(path)) return undefined;
    return path.startsWith(paths.desk) ? operator : seller;
  };

  test.each(['en', 'de'] as const)(
    'every page fits on a phone and is accessible in %s, light and dark',
    async (name) => {
      const { locale, messages } = languages[name];
      const failures = (['notFound', 'noAccess', 'failed'] as const).map((error) => messages[`error.${error}.title`]);
      for (const person of [seller, operator]) await change(person, 'updatePerson', { language: name.toUpperCase() });
      const pages = new Map<TestPerson | undefined, Page>();
      const problems: string[] = [];

      for (const path of Object.values(paths)) {
        const viewer = viewerOf(path);
        const page =
          pages.get(viewer) ?? (await openPage('/sign-in', { ...(viewer ? { as: viewer } : {}), ...phone, locale }));
        pages.set(viewer, page);
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(new URL(addressOf(path, { params, optionId }), page.url()).href);
        const heading = page.getByRole('heading', { level: 1 });
        await heading.waitFor();
        await expect.poll(() => page.getByText(messages['common.loading']).count()).toBe(0);
        expect(new URL(page.url()).pathname, 'the page is led away').toBe(
          new URL(addressOf(path, { params, optionId }), page.url()).pathname,
        );
        expect(failures, path).not.toContain(await heading.innerText());
        expect(await page.locator('html').getAttribute('lang')).toBe(name);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await expectAccessible(page).catch((error: Error) =>
            problems.push(`${path} ${colorScheme}: ${error.message}`),
          );
        }
      }

      expect(problems).toEqual([]);
    },
  );
});
