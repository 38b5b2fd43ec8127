/** The pages of the consent: they work without scripts, and only an owner of an account can allow. */
import { afterEach, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import type { TestPerson } from '../support/factory.ts';
import {
  type Browser,
  choicesOn,
  createBrowser,
  createOAuthPartner,
  fetchFrom,
  newestCodeOf,
  type OAuthPartner,
  type Page,
  redirectUri,
  returnFrom,
  signInOnPage,
  startAuthorization,
} from '../support/oauth.ts';
import { change } from '../support/partner.ts';
import { errorsIn } from '../support/raw-http.ts';
import { startServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer({ config: { trustedProxies: 1 } });
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

/** The first page of an authorization, in a new browser. */
async function openConsent(partner: OAuthPartner): Promise<{ browser: Browser; page: Page; state: string }> {
  const { url, state } = await startAuthorization(server, partner);
  const browser = createBrowser(server);
  return { browser, page: await browser.open(url.href), state };
}

/** The page of the consent for a person who has signed in. */
async function openAs({ email }: Pick<TestPerson, 'email'>, partner?: OAuthPartner) {
  const { browser, page, state } = await openConsent(partner ?? (await createOAuthPartner(factory)));
  return { browser, page: await signInOnPage(server, browser, page, email), state };
}

describe('The page', () => {
  test('shows the application, its maker and the scopes in words, escaped, and cannot be framed', async () => {
    const owner = await factory.createPerson({ name: 'Maker & <b>Sons</b>' });
    const partner = await createOAuthPartner(factory, { owner, name: '<script>alert("x")</script>' });

    const { page, browser } = await openConsent(partner);

    expect(page.status).toBe(200);
    expect(page.text).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(page.text).toContain('Maker &amp; &lt;b&gt;Sons&lt;/b&gt;');
    expect(page.text).toContain('Sends messages in orders, and marks orders as read.');
    expect(page.text).not.toContain('Places orders');
    expect(page.text).not.toContain('<script');
    expect(page.headers.get('content-security-policy')?.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'"]),
    );
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect([...browser.cookies.values()].map(({ path }) => path.split('/').slice(0, -1).join('/')).sort()).toEqual([
      '/oauth/authorize',
      '/oauth/authorize',
      '/oauth/consent',
      '/oauth/consent',
    ]);
  });

  test('sends cookies that no script reads and no other site sends, and only over TLS if PUBLIC_URL has it', async () => {
    const { url } = await startAuthorization(server, await createOAuthPartner(factory));
    const withTls = await startServer({ config: { publicUrl: 'https://market.example' }, beside: server });

    const response = await fetchFrom(server)(url.href, { redirect: 'manual' });
    const overTls = await fetchFrom(withTls)(url.href, {
      redirect: 'manual',
      headers: { 'x-forwarded-proto': 'http', 'x-forwarded-host': 'thief.example' },
    });
    await withTls.stop();

    expect(overTls.headers.get('location')).toMatch(/^https:\/\/market\.example\/oauth\/consent\//);
    for (const cookie of overTls.headers.getSetCookie()) expect(cookie).toMatch(/; samesite=lax; secure; httponly$/i);
    for (const cookie of response.headers.getSetCookie()) expect(cookie).toMatch(/; samesite=lax; httponly$/i);
    expect(response.headers.getSetCookie().map((cookie) => cookie.split('=')[0])).toEqual([
      'placard_consent',
      'placard_consent.sig',
      'placard_consent_resume',
      'placard_consent_resume.sig',
    ]);
  });

  test('sends a denial back to the application, also before signing in', async () => {
    const person = await factory.createPerson();
    for (const { browser, page, state } of [
      await openConsent(await createOAuthPartner(factory)),
      await openAs(person),
    ]) {
      const { location } = await returnFrom(browser, await browser.submit(page, { action: 'deny' }));

      expect(`${location?.origin}${location?.pathname}`).toBe(redirectUri);
      expect(Object.fromEntries(location?.searchParams ?? [])).toMatchObject({
        error: 'access_denied',
        state,
        iss: 'http://localhost:4000',
      });
    }
  });

  test('answers alike for known and unknown addresses, and an unknown one becomes a person without an account', async () => {
    const registered = await factory.createPerson();
    const answers: string[] = [];
    for (const email of [registered.email, 'newcomer@people.example']) {
      const { browser, page } = await openConsent(await createOAuthPartner(factory, { owner: registered }));
      const asked = await browser.submit(page, { action: 'requestCode', email });
      answers.push(asked.text.replaceAll(email, 'ADDRESS'));
    }
    const { page } = await openAs({ email: 'newcomer@people.example' });

    expect(answers[0]).toBe(answers[1]);
    expect(page.text).toContain('You do not belong to an account');
    expect(choicesOn(page)).toEqual([]);
  });

  test('shows the form again after a wrong address or a wrong code, and limits attempts', async () => {
    const person = await factory.createPerson();
    const { browser, page } = await openConsent(await createOAuthPartner(factory));
    for (const email of ['', 'x', 'x'.repeat(90_000), 'a\u0001@b.example', '"><script>@b.example']) {
      const answer = await browser.submit(page, { action: 'requestCode', email });
      expect([answer.status, answer.text.includes('must be an e-mail address')]).toEqual([422, true]);
      expect(answer.text).not.toContain('<script');
    }
    const asked = await browser.submit(page, { action: 'requestCode', email: person.email });
    const right = await newestCodeOf(server, person.email);
    for (let attempt = 0; attempt < limits.signInCode.tries; attempt += 1) {
      const answer = await browser.submit(asked, { action: 'signIn', email: person.email, code: `wrong ${attempt}` });
      expect([answer.status, answer.text.includes('Invalid or expired code')]).toEqual([422, true]);
    }
    const late = await browser.submit(asked, { action: 'signIn', email: person.email, code: right });
    expect(late.text).toContain('Invalid or expired code');

    const limited: Page[] = [];
    for (let count = 0; count <= limits.rates.signInCodesPerCallerAndAddress.points; count += 1)
      limited.push(await browser.submit(page, { action: 'requestCode', email: person.email }));
    expect(limited.at(-1)).toMatchObject({ status: 422, text: expect.stringMatching(/Try again in|Too many/) });
  });

  test('opens no session', async () => {
    const person = await factory.createPerson();
    const before = await server.app.db.session.count({ where: { personId: person.personId } });

    await openAs(person);

    expect(await server.app.db.session.count({ where: { personId: person.personId } })).toBe(before);
  });
});

describe('The consent', () => {
  test('is given for one of the accounts that the person owns', async () => {
    const person = await factory.createPerson();
    const other = await factory.createPerson();
    const createdAt = server.clock.now();
    const membership = { personId: person.personId, accountId: other.accountId, role: 'OWNER' as const, createdAt };
    await server.app.db.membership.create({ data: membership });
    const { browser, page } = await openAs(person);

    expect(choicesOn(page)).toEqual([person.accountId, other.accountId]);
    expect(page.text).not.toContain('checked');
    const { location } = await returnFrom(
      browser,
      await browser.submit(page, { action: 'allow', account: other.accountId }),
    );
    const grants = await server.app.db.applicationGrant.findMany({ where: { consentedById: person.personId } });
    expect(location?.searchParams.get('code')).toMatch(/./);
    expect(grants).toMatchObject([{ accountId: other.accountId, scopes: ['ORDERS_READ', 'MESSAGES_WRITE'] }]);
  });

  test.each(['MEMBER', 'VIEWER'] as const)(
    'of a %s is refused, and the page says that an owner must consent',
    async (role) => {
      const { accountId } = await factory.createPerson();
      const { browser, page } = await openAs(await factory.createMember({ accountId }, role));

      const forced = await browser.submit(page, { action: 'allow', account: accountId });

      expect(page.text).toContain('an owner of the account must consent');
      expect(choicesOn(page)).toEqual([]);
      expect(page.text).not.toContain('value="allow"');
      expect([forced.status, forced.text.includes('Choose an account of which you are an owner.')]).toEqual([
        422,
        true,
      ]);
      expect(await server.app.db.applicationGrant.count({ where: { accountId } })).toBe(0);
    },
  );

  test('of a suspended account is refused, also if it is suspended while the page is open', async () => {
    const owner = await factory.createPerson();
    const operator = await factory.createOperator();
    const { browser, page } = await openAs(owner);
    expect(choicesOn(page)).toEqual([owner.accountId]);
    await change(operator, 'suspendAccount', { accountId: toGlobalId('Account', owner.accountId), reason: 'Spam' });

    const forced = await browser.submit(page, { action: 'allow', account: owner.accountId });

    expect([forced.status, forced.text.includes('The account is suspended')]).toEqual([422, true]);
    expect(forced.text).not.toContain('value="allow"');
    expect(await server.app.db.applicationGrant.count({ where: { accountId: owner.accountId } })).toBe(0);
  });

  test('for an account of others, or one that does not exist, is refused', async () => {
    const stranger = await factory.createPerson();
    const { browser, page } = await openAs(await factory.createPerson());
    const accounts = [
      stranger.accountId,
      '00000000-0000-0000-0000-000000000000',
      'x'.repeat(90_000),
      "';",
      '\u0001',
      '',
    ];

    for (const account of accounts) expect((await browser.submit(page, { action: 'allow', account })).status).toBe(422);
  });

  test('before signing in, or of an unknown action, leads back to the form', async () => {
    const owner = await factory.createPerson();
    const { browser, page } = await openConsent(await createOAuthPartner(factory));

    const early = await browser.submit(page, { action: 'allow', account: owner.accountId });
    const unknown = await browser.submit(page, { action: '__proto__' });

    expect([early.status, unknown.status]).toEqual([422, 200]);
    for (const { text } of [early, unknown]) expect(text).toContain('value="requestCode"');
  });

  test('is limited to the scopes that the application has when it is given', async () => {
    const partner = await createOAuthPartner(factory);
    const owner = await factory.createPerson();
    const { browser, page } = await openAs(owner, partner);
    const { applicationId } = partner;
    await change(partner.owner, 'updateApplicationScopes', { applicationId, scopes: ['ORDERS_READ'] });

    await browser.submit(page, { action: 'allow', account: owner.accountId });

    const grants = await server.app.db.applicationGrant.findMany({ where: { accountId: owner.accountId } });
    expect(grants).toMatchObject([{ scopes: ['ORDERS_READ'] }]);
  });

  test('leads to no redirect URI that the application has removed in between', async () => {
    const partner = await createOAuthPartner(factory);
    const owner = await factory.createPerson();
    const { browser, page } = await openAs(owner, partner);
    const { applicationId } = partner;
    await change(partner.owner, 'updateApplicationRedirectUris', {
      applicationId,
      redirectUris: ['https://new.example/'],
    });

    const { status } = await browser.submit(page, { action: 'allow', account: owner.accountId });

    expect(status).toBe(400);
    expect(await server.app.db.applicationGrant.count({ where: { accountId: owner.accountId } })).toBe(0);
  });

  test('from a page of another site, or another browser, is refused', async () => {
    const owner = await factory.createPerson();
    const { browser, page } = await openAs(owner);
    const form = { action: 'allow', account: owner.accountId };

    const crossSite = await browser.submit(page, form, { 'sec-fetch-site': 'cross-site' });
    const sameSite = await browser.submit(page, form, { 'sec-fetch-site': 'same-site' });
    const withoutCookie = await createBrowser(server).submit(page, form);
    const another = await openConsent(await createOAuthPartner(factory));
    const ofAnother = await another.browser.submit(page, form);
    const forged = createBrowser(server);
    forged.cookies.set('placard_consent', { value: page.address.split('/').at(-1) ?? '', path: '/' });
    const withoutSignature = await forged.submit(page, form);

    expect([crossSite.status, sameSite.status]).toEqual([403, 403]);
    expect([withoutCookie.status, ofAnother.status, withoutSignature.status]).toEqual([400, 400, 400]);
    expect(await server.app.db.applicationGrant.count({ where: { accountId: owner.accountId } })).toBe(0);
  });

  test('ends with the time of the authorization, and happens once', async () => {
    const owner = await factory.createPerson();
    const { browser, page } = await openAs(owner);
    const allowed = await browser.submit(page, { action: 'allow', account: owner.accountId });
    await returnFrom(browser, allowed);
    const again = await browser.submit(page, { action: 'allow', account: owner.accountId });
    const late = await openAs(owner);
    server.clock.advance({ ms: limits.oauth.consentMinutes * 60_000 });
    const expired = await late.browser.submit(late.page, { action: 'allow', account: owner.accountId });

    expect([again.status, expired.status]).toEqual([400, 400]);
    expect(expired.text).toContain('has expired or was completed');
    expect(await server.app.db.applicationGrant.count({ where: { accountId: owner.accountId } })).toBe(1);
  });
});
