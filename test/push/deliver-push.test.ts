/** Push notifications on their way to a push service, which decrypts them as a browser does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { sendDueDigests } from '../../src/messages/send-digests.ts';
import { vapidKeysOf } from '../../src/platform/vapid-keys.ts';
import { releaseDuePushNotifications } from '../../src/push/push-tasks.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { change } from '../support/partner.ts';
import { type PushService, startPushService, subscribe, type TestBrowser } from '../support/push-service.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const vapid = vapidKeysOf(Buffer.alloc(32, 7).toString('base64url'));
let service: PushService;
beforeAll(async () => {
  service = await startPushService();
});
afterAll(() => service.stop());

const { server, second, factory } = useServer({
  instances: 2,
  sessionDays: 1_000,
  config: { push: { vapid, subject: 'mailto:orders@mail.example', retrySeconds: 1, timeoutSeconds: 2 } },
});

/** A browser in which the person is notified. */
async function browserOf(person: TestPerson): Promise<TestBrowser> {
  const browser = service.openBrowser(vapid?.publicKey ?? '');
  await subscribe(person, browser);
  return browser;
}
const update = (person: TestPerson, input: object) =>
  change(person, 'updateNotificationPreferences', { ...input }, '... on InputInvalid { problems { field } }');
const hoursFromNow = (hours: number): string =>
  new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString().slice(11, 16);
const beQuiet = (person: TestPerson) => update(person, { quietHours: { from: hoursFromNow(-1), to: hoursFromNow(2) } });
const titlesIn = ({ received }: TestBrowser) => received.map(({ title }) => title);
const newOrder = ({ number, advertiser }: TestOrder) => `New order #${number} from ${advertiser.name}`;
/** Waits until no notification is left that does not wait for the end of quiet hours. */
const settled = () => expect.poll(() => server.app.db.pushNotification.count({ where: { dueAt: null } })).toBe(0);
const subscriptionsOf = ({ personId }: TestPerson) => server.app.db.pushSubscription.count({ where: { personId } });

/** Lets the quiet hours end on both instances at the same time. */
async function passQuietHours(): Promise<void> {
  server.clock.advance({ ms: 2 * 3_600_000 });
  await Promise.all([releaseDuePushNotifications(server.app), releaseDuePushNotifications(second.app)]);
  await settled();
}

describe('A browser', () => {
  test('is notified of a new order, with a link to its page and without what people have written', async () => {
    const seller = await factory.createPerson();
    const [first, other] = [await browserOf(seller), await browserOf(await factory.createMember(seller, 'VIEWER'))];

    const order = await factory.createOrder({ seller });
    await settled();

    const { name } = order.advertiser;
    const tag = expect.stringMatching(/^[\da-f-]{36}$/);
    const notification = {
      title: newOrder(order),
      body: `Order #${order.number} with ${name}`,
      path: `/orders/${order.number}`,
      tag,
    };
    expect(first.received).toEqual([notification]);
    expect(other.received).toEqual([notification]);
    expect(first.requests[0]).toMatchObject({
      'content-encoding': 'aes128gcm',
      ttl: expect.stringMatching(/^86[34]\d\d$/),
    });
  });

  test('is notified of unread messages in the language of the person, without their text', async () => {
    const seller = await factory.createPerson();
    await seller.ask('mutation { updatePerson(input: { language: DE }) { __typename } }');
    const order = await factory.createOrder({ seller });
    await settled();
    const browser = await browserOf(seller);

    await change(order.advertiser, 'sendMessage', { orderId: order.id, text: 'The secret plan.' });
    server.clock.advance({ ms: 11 * 60_000 });
    await sendDueDigests(server.app);
    await settled();

    expect(titlesIn(browser)).toEqual([`Eine ungelesene Nachricht in Auftrag #${order.number}`]);
    expect(JSON.stringify(browser.received)).not.toContain('secret plan');
  });

  test('is notified of the kinds that the person has not turned off, whatever is chosen for e-mails', async () => {
    const seller = await factory.createPerson();
    const browser = await browserOf(seller);
    await update(seller, { choices: [{ kind: 'ORDERS', hasPush: false }] });

    await factory.createOrder({ seller });
    await settled();
    expect(browser.requests).toEqual([]);
    expect(await server.app.db.email.count({ where: { personId: seller.personId } })).toBe(1);

    await update(seller, { choices: [{ kind: 'ORDERS', email: 'OFF', hasPush: true }] });
    const order = await factory.createOrder({ seller });
    await settled();
    expect(titlesIn(browser)).toEqual([newOrder(order)]);
    expect(await server.app.db.email.count({ where: { personId: seller.personId } })).toBe(1);
  });

  test('is never notified of codes, and the kind cannot be chosen', async () => {
    const person = await factory.createPerson();
    const browser = await browserOf(person);

    const answer = await update(person, { choices: [{ kind: 'ACCOUNT', hasPush: true }] });
    await change(person, 'requestSignInCode', { email: person.email });
    await settled();

    expect(answer.problems).toEqual([{ field: 'choices' }]);
    expect(browser.requests).toEqual([]);
  });

  test('that the push service does not know any more is forgotten, with what waits for it', async () => {
    const seller = await factory.createPerson();
    const people = [seller, await factory.createMember(seller, 'MEMBER'), await factory.createMember(seller, 'MEMBER')];
    const [gone, missing, alive] = await Promise.all(people.map(browserOf));
    if (!gone || !missing || !alive) throw new Error('There are three people');
    gone.answer(410);
    missing.answer(404);

    await factory.createOrder({ seller });
    await settled();
    await factory.createOrder({ seller });
    await settled();

    expect([gone, missing, alive].map(({ requests }) => requests.length)).toEqual([1, 1, 2]);
    expect(await Promise.all(people.map(subscriptionsOf))).toEqual([0, 0, 1]);
  });

  test('is notified once by two instances, also after the push service was not available', async () => {
    const seller = await factory.createPerson();
    const browser = await browserOf(seller);
    browser.answer(503);

    const order = await factory.createOrder({ seller });
    await eventually(() => expect(browser.requests.length).toBeGreaterThan(1));
    browser.answer(201);
    await settled();

    expect(titlesIn(browser)).toEqual([newOrder(order)]);
    const topics = new Set(browser.requests.map(({ topic }) => topic));
    expect([...topics]).toEqual([browser.received[0]?.tag.replaceAll('-', '')]);
  });

  test.each([400, 403, 413])(
    'keeps its subscription when the push service answers %i, which is not tried again',
    async (status) => {
      const seller = await factory.createPerson();
      const browser = await browserOf(seller);
      browser.answer(status);

      await factory.createOrder({ seller });
      await settled();

      expect(browser.requests).toHaveLength(1);
      expect(await subscriptionsOf(seller)).toBe(1);
      const logged = server.logged
        .concat(second.logged)
        .filter(({ text }) => text === 'push notification not delivered');
      expect(logged.map(({ fields }) => fields['reason'])).toContain(`It answered ${status}.`);
      expect(JSON.stringify(logged)).not.toContain(browser.endpoint);
    },
  );

  test('is not notified of what is older than a day', async () => {
    const seller = await factory.createPerson();
    const browser = await browserOf(seller);
    await beQuiet(seller);
    await factory.createOrder({ seller });

    server.clock.advance({ days: 1 });
    await passQuietHours();

    expect(browser.requests).toEqual([]);
    expect(await server.app.db.pushNotification.count()).toBe(0);
  });
});

describe('In the quiet hours of a person', () => {
  test('a push notification waits until they end, and is then sent once by two instances', async () => {
    const seller = await factory.createPerson();
    const browser = await browserOf(seller);
    await beQuiet(seller);

    const order = await factory.createOrder({ seller });
    await settled();
    expect(browser.requests).toEqual([]);
    await passQuietHours();

    expect(titlesIn(browser)).toEqual([newOrder(order)]);
  });

  test('a change of the preferences applies to push notifications that wait', async () => {
    const [patient, hasty] = [await factory.createPerson(), await factory.createPerson()];
    const browsers = [await browserOf(patient), await browserOf(hasty)] as const;
    for (const seller of [patient, hasty]) {
      await beQuiet(seller);
      await factory.createOrder({ seller });
    }

    await update(patient, { choices: [{ kind: 'ORDERS', hasPush: false }] });
    await update(hasty, { quietHours: null });
    await releaseDuePushNotifications(server.app);
    await settled();
    expect(browsers.map(({ requests }) => requests.length)).toEqual([0, 1]);
    await passQuietHours();

    expect(browsers.map(({ requests }) => requests.length)).toEqual([0, 1]);
  });
});

describe('Before a notification is sent', () => {
  /** A seller with a member whose notification about a new order waits, and the browser of the member. */
  async function waiting() {
    const seller = await factory.createPerson();
    const member = await factory.createMember(seller, 'MEMBER');
    const browser = await browserOf(member);
    await beQuiet(member);
    await factory.createOrder({ seller });
    expect(await server.app.db.pushNotification.count({ where: { personId: member.personId } })).toBe(1);
    return { seller, member, browser };
  }
  const expectNone = async ({ requests }: TestBrowser) => {
    await passQuietHours();
    expect(requests).toEqual([]);
  };

  test('a member who was removed from the account loses it', async () => {
    const { seller, member, browser } = await waiting();

    await change(seller, 'removeMember', { personId: toGlobalId('Person', member.personId) });

    await expectNone(browser);
    expect(await subscriptionsOf(member)).toBe(1);
  });

  test('a person who signs out, or ends the session elsewhere, loses it with the subscription', async () => {
    const [out, ended] = [await waiting(), await waiting()];
    const { sessions } = (await ended.member.ask('{ me { sessions { nodes { id isCurrent } } } }')).me;
    const current = sessions.nodes.find((session: { isCurrent: boolean }) => session.isCurrent);

    await change(out.member, 'signOut', {});
    await change(ended.member, 'revokeSession', { sessionId: current.id });

    expect([await subscriptionsOf(out.member), await subscriptionsOf(ended.member)]).toEqual([0, 0]);
    await expectNone(out.browser);
    await expectNone(ended.browser);
  });

  test('a person who is deleted loses it with the subscription', async () => {
    const { member, browser } = await waiting();

    await change(member, 'deletePerson', { confirmation: member.email });

    expect(await subscriptionsOf(member)).toBe(0);
    expect(await server.app.db.pushNotification.count({ where: { personId: member.personId } })).toBe(0);
    await expectNone(browser);
  });

  test('its subject can end, and then it is not sent', async () => {
    const seller = await factory.createPerson();
    const order = await factory.createOrder({ seller });
    const browser = await browserOf(seller);
    await beQuiet(seller);
    await change(order.advertiser, 'sendMessage', { orderId: order.id, text: 'Hello.' });
    server.clock.advance({ ms: 11 * 60_000 });
    await sendDueDigests(server.app);

    await change(seller, 'markRead', { orderId: order.id, upTo: 2_000_000_000 });

    await expectNone(browser);
  });
});

test('A step takes as many statements for five browsers as for one', async () => {
  const statementsWith = async (browsers: number): Promise<number> => {
    const seller = await factory.createPerson();
    const order = await factory.createOrder({ seller });
    for (let count = 0; count < browsers; count += 1)
      await browserOf(count === 0 ? seller : await factory.createMember(seller, 'MEMBER'));
    // Nothing is delivered while the statements are counted.
    for (const person of await server.app.db.membership.findMany({ where: { accountId: seller.accountId } }))
      await server.app.db.person.update({ where: { id: person.personId }, data: { quietFrom: 0, quietTo: 1_439 } });
    await settled();
    await eventually(async () => expect(await server.app.db.email.count({ where: { status: 'QUEUED' } })).toBe(0));
    const before = server.app.database.statements();
    await takeStepAs(order.advertiser, order, 'cancelOrder');
    return server.app.database.statements() - before;
  };

  const [none, one, five] = [await statementsWith(0), await statementsWith(1), await statementsWith(5)];

  expect(five).toBe(one);
  // The subscriptions and the notifications.
  expect(one - none).toBe(2);
});
