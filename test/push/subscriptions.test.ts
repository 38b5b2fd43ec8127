/** Push subscriptions in the API of a server that calls public addresses only. */
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { openSession } from '../../src/auth/sessions.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { dayMs } from '../../src/platform/clock.ts';
import { pruneRows } from '../../src/platform/prune-rows.ts';
import { vapidKeysOf } from '../../src/platform/vapid-keys.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { change, createPartner, idOf, wires } from '../support/partner.ts';
import { pushSubscription } from '../support/push-service.ts';
import { errorsIn } from '../support/raw-http.ts';
import { startServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

const webhooks = { allowsAnyTarget: false, retrySeconds: 5, timeoutSeconds: 15 };
const { server, factory } = useServer({ config: { webhooks } });

afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

const create = (client: ApiClient, input: object): Promise<Data> =>
  change(
    client,
    'createPushSubscription',
    { ...input },
    '... on PushSubscription { id isCurrent } ... on InputInvalid { problems { field message } }',
  );
const list = async (client: ApiClient): Promise<Data> =>
  (await client.ask('{ me { pushSubscriptions { id isCurrent userAgent createdAt } } }')).me.pushSubscriptions;
/** A client of another session of a person. */
async function otherSession({ personId }: TestPerson): Promise<ApiClient> {
  const options = { userAgent: 'Firefox/150 Linux' };
  const { token } = await server.app.db.$transaction((tx) => openSession(server.app, tx, personId, options));
  return apiClient(server.url, token);
}

describe('A person', () => {
  test('subscribes one browser for each session, sees all of them, and ends one of them', async () => {
    const person = await factory.createPerson();
    const other = await otherSession(person);

    await create(person, pushSubscription());
    const own = await create(person, pushSubscription());
    const second = await create(other, pushSubscription());

    expect(await list(person)).toMatchObject([
      { id: second.id, isCurrent: false, userAgent: 'Firefox/150 Linux' },
      { id: own.id, isCurrent: true },
    ]);
    const deleted = await change(person, 'deletePushSubscription', { pushSubscriptionId: second.id });
    expect(deleted.__typename).toBe('PushSubscriptionDeleted');
    expect(await list(other)).toMatchObject([{ id: own.id, isCurrent: false }]);
  });

  test('takes over the browser that another person has used', async () => {
    const [before, after] = [await factory.createPerson(), await factory.createPerson()];
    const browser = pushSubscription();

    await create(before, browser);
    await create(after, browser);

    expect([(await list(before)).length, (await list(after)).length]).toEqual([0, 1]);
  });

  test('has a limited number of browsers, of which the newest remain', async () => {
    const person = await factory.createPerson();
    const ids: string[] = [];
    for (let count = 0; count <= limits.push.subscriptionsPerPerson; count += 1)
      ids.push((await create(await otherSession(person), pushSubscription())).id);

    const remaining = (await list(person)).map(({ id }: Data) => id);

    expect(remaining).toEqual(ids.slice(1).reverse());
  });

  test('who subscribes several times at the same moment has one subscription for the browser', async () => {
    const person = await factory.createPerson();
    const other = await otherSession(person);
    const browser = pushSubscription();

    const answers = await Promise.all([person, other, person, other].map((client) => create(client, browser)));

    expect(answers.map(({ __typename }) => __typename)).not.toContain('InputInvalid');
    expect(await list(person)).toHaveLength(1);
  });

  test('cannot see or end the subscription of a colleague, nor that of an unknown id', async () => {
    const person = await factory.createPerson();
    const colleague = await factory.createMember(person, 'OWNER');
    const { id } = await create(person, pushSubscription());

    const { me } = await colleague.ask(
      '{ me { memberships { account { members { person { pushSubscriptions { id } } } } } } }',
    );
    const answers = await Promise.all(
      [id, toGlobalId('Person', person.personId), 'nonsense', ''].map((pushSubscriptionId) =>
        change(colleague, 'deletePushSubscription', { pushSubscriptionId }),
      ),
    );

    expect(me.memberships[0].account.members.map((member: Data) => member.person.pushSubscriptions)).toEqual([[], []]);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['PUSH_SUBSCRIPTION_NOT_FOUND']));
    expect(await list(person)).toHaveLength(1);
  });

  test.each([
    ['endpoint', 'http://push.example/send/1'],
    ['endpoint', 'https://127.0.0.1/send/1'],
    ['endpoint', 'https://[::1]/send/1'],
    ['endpoint', 'https://0x7f000001/send/1'],
    ['endpoint', 'https://169.254.169.254/latest/meta-data'],
    ['endpoint', 'https://push.example:22/send/1'],
    ['endpoint', 'https://user:password@push.example/'],
    ['endpoint', 'javascript:alert(1)'],
    ['endpoint', 'file:///etc/passwd'],
    ['endpoint', ''],
    ['endpoint', `https://push.example/${'a'.repeat(1_000)}`],
    ['endpoint', 'https://push.example/\r\nHost: localhost'],
    ['endpoint', 'https://püsh.example/send/1'],
    ['p256dh', ''],
    ['p256dh', Buffer.alloc(65, 4).toString('base64url')],
    ['p256dh', Buffer.alloc(33, 2).toString('base64url')],
    ['p256dh', 'a'.repeat(50_000)],
    ['p256dh', '!'.repeat(87)],
    ['auth', ''],
    ['auth', randomBytes(15).toString('base64url')],
    ['auth', 'a'.repeat(50_000)],
    ['auth', '\u{1f600}'.repeat(11)],
  ])('cannot subscribe with the %s %j', async (field, value) => {
    const person = await factory.createPerson();

    const { __typename, problems } = await create(person, { ...pushSubscription(), [field]: value });

    expect([__typename, problems?.map((problem: Data) => problem.field)]).toEqual(['InputInvalid', [field]]);
    expect(await list(person)).toEqual([]);
  });

  test('sees the subscriptions in the exported data, without their secrets', async () => {
    const person = await factory.createPerson();
    const browser = pushSubscription();
    await create(person, browser);

    const { exportPersonalData } = await person.ask('{ exportPersonalData { document } }');

    expect(JSON.parse(exportPersonalData.document).pushSubscriptions).toMatchObject([{ endpoint: browser.endpoint }]);
    expect(exportPersonalData.document).not.toContain(browser.auth);
  });
});

test('A subscription is deleted after its session has expired', async () => {
  const person = await factory.createPerson();
  await create(person, pushSubscription());
  const where = { personId: person.personId };
  const { expiresAt } = await server.app.db.pushSubscription.findFirstOrThrow({ where });
  await pruneRows(server.app, { table: 'push_subscription', since: 'expires_at', days: 0 });
  expect(await server.app.db.pushSubscription.count({ where })).toBe(1);

  const clock = { now: () => new Date(expiresAt.getTime() + dayMs) };
  await pruneRows({ db: server.app.db, clock }, { table: 'push_subscription', since: 'expires_at', days: 0 });

  expect(await server.app.db.pushSubscription.count({ where })).toBe(0);
});

test('An anonymous caller and an application have no push notifications', async () => {
  const text = `mutation { answer: createPushSubscription(input: { endpoint: "https://push.example/1", p256dh: "", auth: "" }) { __typename } }`;
  const partner = await createPartner(factory, { documents: [text] });

  const { data } = await wires.POST(server, partner.key, { documentId: idOf(text), variables: {} });

  expect(data.answer.__typename).toBe('ScopeMissing');
  expect(await create(apiClient(server.url), pushSubscription())).toMatchObject({ __typename: 'NotSignedIn' });
});

test('A server without a key offers no push notifications and refuses subscriptions; with another key none is left', async () => {
  const person = await factory.createPerson();
  await create(person, pushSubscription());
  const { push } = server.app.config;
  const keys = [undefined, vapidKeysOf(randomBytes(32).toString('base64url'))];

  for (const vapid of keys) {
    const other = await startServer({ config: { webhooks, push: { ...push, vapid } }, beside: server });
    try {
      const client = apiClient(other.url, person.token);
      const { marketplace } = await client.ask('{ marketplace { pushPublicKey } }');
      expect(marketplace.pushPublicKey).toBe(vapid?.publicKey ?? null);
      expect(await list(client)).toEqual([]);
      if (!vapid) expect((await create(client, pushSubscription())).code).toBe('PUSH_UNAVAILABLE');
    } finally {
      await other.stop();
    }
  }
  expect((await person.ask('{ marketplace { pushPublicKey } }')).marketplace.pushPublicKey).toBe(push.vapid?.publicKey);
});
