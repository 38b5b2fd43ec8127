/** Headers and footers of e-mails: threads, automatic e-mails, and turning a kind off with one click. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseDueEmails } from '../../src/emails/release-emails.ts';
import { nextDigestAt } from '../../src/notifications/quiet-hours.ts';
import type { ApiClient, Data } from '../support/client.ts';
import type { TestOrder, TestPerson } from '../support/factory.ts';
import { type DeliveredMail, type MailService, startMailService } from '../support/mail-service.ts';
import { useServer } from '../support/use-server.ts';

let service: MailService;
beforeAll(async () => {
  service = await startMailService();
});
afterAll(() => service.stop());

const { server, factory } = useServer({
  config: () => ({
    publicUrl: 'https://room.example',
    mail: {
      resendApiKey: 're_test',
      resendUrl: service.url,
      from: 'Placard <orders@mail.example>',
      retrySeconds: 1,
      timeoutSeconds: 5,
    },
  }),
});

const mailsTo = ({ email }: TestPerson): DeliveredMail[] => service.delivered.filter(({ to }) => to === email);
const settled = ({ number }: TestOrder) =>
  expect.poll(() => server.app.db.email.count({ where: { status: 'QUEUED', order: { number } } })).toBe(0);

/** The choice of a person for the e-mails of each kind. */
async function choicesOf(person: ApiClient): Promise<Record<string, string>> {
  const { me } = await person.ask('query { me { notificationPreferences { choices { kind email } } } }');
  return Object.fromEntries(me.notificationPreferences.choices.map(({ kind, email }: Data) => [kind, email]));
}
const choose = (person: ApiClient, kind: string, email: string) =>
  person.ask(
    `mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) { __typename } }`,
    { input: { choices: [{ kind, email }] } },
  );

/** The address of the server in place of the public one. */
const here = (link: string): string => link.replace('https://room.example', server.url);
const linkIn = (mail: DeliveredMail | undefined): string => (mail?.headers['List-Unsubscribe'] ?? '').slice(1, -1);
const oneClick = (link: string) =>
  fetch(here(link), { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });

describe('An e-mail about an order', () => {
  test('belongs to one thread for each order, with an id of its own', async () => {
    const seller = await factory.createPerson();
    const [order, other] = [await factory.createOrder({ seller }), await factory.createOrder({ seller })];
    await order.advertiser.ask(
      'mutation ($id: ID!) { cancelOrder(input: { orderId: $id, reason: "No" }) { __typename } }',
      {
        id: order.id,
      },
    );
    await Promise.all([settled(order), settled(other)]);

    const headersOf = (number: number) =>
      mailsTo(seller)
        .filter(({ subject }) => subject.includes(`#${number}`))
        .map(({ headers }) => headers);
    const [placed, cancelled] = headersOf(order.number);
    const [elsewhere] = headersOf(other.number);
    expect(placed?.['References']).toMatch(/^<order\.[0-9a-f-]{36}@room\.example>$/);
    expect(placed?.['In-Reply-To']).toBe(placed?.['References']);
    expect(cancelled?.['References']).toBe(placed?.['References']);
    expect(elsewhere?.['References']).not.toBe(placed?.['References']);
    const ids = [placed, cancelled, elsewhere].map((headers) => headers?.['Message-ID'] ?? '');
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^<mail\.[0-9a-f-]{36}@room\.example>$/);
    const [toAdvertiser] = mailsTo(order.advertiser);
    expect(toAdvertiser?.headers['References']).toBe(placed?.['References']);
  });

  test('says that it is automatic, so that no program answers the other party', async () => {
    const order = await factory.createOrder();
    await settled(order);

    for (const { headers, replyTo } of [...mailsTo(order.seller), ...mailsTo(order.advertiser)]) {
      expect(replyTo).toBeDefined();
      expect(headers).toMatchObject({
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        Precedence: 'list',
        'List-Id': expect.stringMatching(/^<(orders|receipts|ads)\.notifications\.room\.example>$/),
      });
    }
  });

  test('says why it was sent, and leads to the settings and to turning its kind off', async () => {
    const seller = await factory.createPerson({ name: 'Harbour <b>Weekly</b>' });
    const order = await factory.createOrder({ seller });
    await settled(order);

    const [received] = mailsTo(seller);
    const link = linkIn(received);
    expect(link).toMatch(/^https:\/\/room\.example\/unsubscribe\/[\w~.-]+$/);
    expect(received?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(received?.text.split('\n\n-- \n')[1]).toBe(
      [
        'You receive this e-mail as a member of Harbour <b>Weekly</b>.',
        'Notification settings: https://room.example/settings/notifications',
        `No more e-mails about the progress of orders: ${link}`,
      ].join('\n'),
    );
    expect(received?.html).toContain('as a member of Harbour &lt;b&gt;Weekly&lt;/b&gt;.');
    expect(received?.html).toContain(`<a href="${link}"`);
  });

  test('of a required kind cannot be turned off, and says so', async () => {
    const order = await factory.createOrder();
    await settled(order);

    const confirmation = mailsTo(order.advertiser).find(({ subject }) => subject.startsWith('Your order'));
    expect(Object.keys(confirmation?.headers ?? {}).filter((name) => name.startsWith('List-Unsubscribe'))).toEqual([]);
    expect(confirmation?.text).toContain('E-mails of this kind are always sent.');
    expect(confirmation?.text).toContain('https://room.example/settings/notifications');
    expect(confirmation?.text).not.toContain('/unsubscribe/');
  });
});

test('An e-mail with a code has no thread, no list and no settings', async () => {
  const person = await factory.createPerson();

  await person.ask('mutation ($email: String!) { requestSignInCode(input: { email: $email }) { __typename } }', {
    email: person.email,
  });

  const { headers, text } = await service.mailTo(person.email);
  expect(headers).toEqual({
    'Message-ID': expect.stringMatching(/^<mail\./),
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
  });
  expect(text.split('\n\n-- \n')[1]).toBe('You receive this e-mail because this address was entered to sign in.');
});

describe('The link that turns a kind of e-mails off', () => {
  const createLink = async () => {
    const seller = await factory.createPerson();
    const order = await factory.createOrder({ seller });
    await settled(order);
    return { seller, link: linkIn(mailsTo(seller)[0]) };
  };

  test('turns the kind off when a mail program posts to it, without signing in, and again without effect', async () => {
    const { seller, link } = await createLink();

    for (let times = 0; times < 2; times += 1) {
      const response = await oneClick(link);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('You receive no more e-mails about the progress of orders.');
    }

    expect(await choicesOf(seller)).toMatchObject({ ORDERS: 'OFF', ADS: 'IMMEDIATELY', MESSAGES: 'IMMEDIATELY' });
    const order = await factory.createOrder({ seller });
    await settled(order);
    expect(mailsTo(seller)).toHaveLength(1);
  });

  test('takes the form of a browser and of a program, also as multipart', async () => {
    const { seller, link } = await createLink();
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');

    const response = await fetch(here(link), { method: 'POST', body: form });

    expect(response.status).toBe(200);
    expect(await choicesOf(seller)).toMatchObject({ ORDERS: 'OFF' });
  });

  test.each(['GET', 'HEAD'])('changes nothing when a program follows it with %s', async (method) => {
    const { seller, link } = await createLink();

    const response = await fetch(here(link), { method });

    expect(response.status).toBe(200);
    expect(await choicesOf(seller)).toMatchObject({ ORDERS: 'IMMEDIATELY' });
    if (method === 'HEAD') return;
    const html = await response.text();
    expect(html).toContain('Do you want to receive no more e-mails about the progress of orders?');
    expect(html).toContain('<form method="post">');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('shows its page in the language of the person', async () => {
    const { seller, link } = await createLink();
    await seller.ask('mutation { updatePerson(input: { language: DE }) { __typename } }');

    const html = await (await fetch(here(link))).text();

    expect(html).toContain('<html lang="de" dir="ltr">');
    expect(html).toContain('Möchten Sie keine E-Mails mehr über den Fortgang von Aufträgen erhalten?');
  });

  test('works for that person and that kind only', async () => {
    const { seller, link } = await createLink();
    const { seller: other, link: otherLink } = await createLink();
    const [base = '', token = ''] = link.split('/unsubscribe/');
    const [id = '', proof = ''] = token.split('.');
    const otherProof = otherLink.split('.').at(-1) ?? '';
    const forged = [
      `${id.replace('~ORDERS', '~ADS')}.${proof}`,
      `${id}.${otherProof}`,
      `${other.personId}~ORDERS.${proof}`,
      `${id}.${proof.slice(1)}`,
      id,
      '',
      '.',
      `${id}.${'x'.repeat(5_000)}`,
      '%00.%ff',
    ];

    for (const one of forged)
      for (const method of ['GET', 'POST']) {
        const response = await fetch(here(`${base}/unsubscribe/${one}`), {
          method,
          ...(method === 'POST' ? { body: new URLSearchParams() } : {}),
        });
        expect([one, response.status]).toEqual([one, 404]);
      }

    for (const person of [seller, other])
      expect(new Set(Object.values(await choicesOf(person)))).toEqual(new Set(['IMMEDIATELY']));
  });

  test('is not accepted for a person who was deleted', async () => {
    const { seller, link } = await createLink();
    await server.app.db.person.update({ where: { id: seller.personId }, data: { email: null } });

    expect((await oneClick(link)).status).toBe(404);
  });

  test('of a digest turns off all kinds that are collected in it', async () => {
    const seller = await factory.createPerson();
    await choose(seller, 'ORDERS', 'DIGEST');
    await choose(seller, 'ADS', 'DIGEST');
    await factory.createOrder({ seller });
    const at = server.clock.now();
    const next = nextDigestAt({ timeZone: 'UTC', quietFrom: null, quietTo: null }, at);
    server.clock.advance({ ms: next.getTime() - at.getTime() });
    await releaseDueEmails(server.app);
    const digest = await service.mailTo(seller.email);

    expect(digest.text).toContain('because you chose a digest');
    expect(digest.headers['References']).toBeUndefined();
    expect((await oneClick(linkIn(digest))).status).toBe(200);

    expect(await choicesOf(seller)).toMatchObject({ ORDERS: 'OFF', ADS: 'OFF', MESSAGES: 'IMMEDIATELY' });
  });
});
