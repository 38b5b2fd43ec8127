/** Applications act on behalf of an account and are named where they did something; their keys end immediately. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { type ApiClient, apiClient, type Data, type Subscriber } from '../support/client.ts';
import { type TestOrder, takeStepAs } from '../support/factory.ts';
import { change, codesOf, createPartner, idOf, register, type TestPartner, wires } from '../support/partner.ts';
import { errorsIn, openGreetedSocket, openSocket } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });
let order: TestOrder;

beforeAll(async () => {
  order = await factory.createOrder();
});
afterEach(() => expect(errorsIn([...server.logged, ...second.logged])).toEqual([]));

const whoAmI = 'query WhoAmI { viewer { name email } }';
const say = `mutation Say($id: ID!, $key: String) { sendMessage(input: { orderId: $id, text: "Hello", idempotencyKey: $key }) {
  __typename ... on Message { number } ... on Refusal { code } } }`;
const follow = `subscription Follow($id: ID!, $after: String) { orderTimeline(orderId: $id, after: $after) { __typename
  ... on TimelineEntryAdded { entry { number } } ... on Refusal { code recovery } ... on ScopeMissing { scopes } } }`;

const run = (partner: TestPartner, text: string, variables: Record<string, unknown> = {}, on = server) =>
  wires.POST(on, partner.key, { documentId: idOf(text), variables });
const managed =
  '... on Application { id name scopes account { name } keys { id lastUsedAt } quota { capacity restoreRate } }';
const newKey = '... on ApplicationKeyCreated { secret key { id } }';

describe('a key', () => {
  test('is known by its beginning, and works until it is revoked', async () => {
    const partner = await createPartner(factory, { documents: [whoAmI] });

    const before = await run(partner, whoAmI);
    await change(partner.owner, 'revokeApplicationKey', { keyId: partner.keyId });
    const after = await run(partner, whoAmI, {}, second);

    expect(partner.key).toMatch(/^placard_pk_[0-9a-f]{72}$/);
    expect(before.data).toEqual({ viewer: { name: partner.owner.name, email: null } });
    expect([after.status, codesOf(after)]).toEqual([401, ['KEY_INVALID']]);
    expect(after.headers['www-authenticate']).toBe('Bearer');
  });

  test('that is mistyped is named as mistyped, without a database read', async () => {
    const { key } = await createPartner(factory);
    const typos = [
      `${key.slice(0, -1)}${key.endsWith('0') ? 1 : 0}`,
      key.slice(0, -1),
      `${key}0`,
      key.toUpperCase().replace('PLACARD_PK_', 'placard_pk_'),
    ];
    const before = server.app.database.statements();

    const answers = await Promise.all(typos.map((typo) => wires.POST(server, typo, { documentId: idOf(whoAmI) })));

    expect(answers.map((answer) => [answer.status, codesOf(answer)])).toEqual(
      typos.map(() => [401, ['KEY_MALFORMED']]),
    );
    expect(server.app.database.statements()).toBe(before);
  });

  test('that does not work opens no socket', async () => {
    const partner = await createPartner(factory);
    await change(partner.owner, 'revokeApplicationKey', { keyId: partner.keyId });

    const socket = await openSocket(server.url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${partner.key}` } });

    expect((await socket.closed).code).toBe(4403);
  });

  test('can be replaced without a pause: two keys work at the same time, and a third is refused', async () => {
    const partner = await createPartner(factory, { documents: [whoAmI] });
    const { applicationId, owner } = partner;

    const added = await change(owner, 'createApplicationKey', { applicationId }, newKey);
    const third = await change(owner, 'createApplicationKey', { applicationId });
    const both = await Promise.all([run(partner, whoAmI), run({ ...partner, key: added.secret }, whoAmI)]);
    await change(owner, 'revokeApplicationKey', { keyId: partner.keyId });
    const left = await Promise.all([run(partner, whoAmI), run({ ...partner, key: added.secret }, whoAmI)]);

    expect(third).toMatchObject({ __typename: 'LimitReached' });
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(left.map(({ status }) => status)).toEqual([401, 200]);
    expect((await change(owner, 'createApplicationKey', { applicationId })).__typename).toBe('ApplicationKeyCreated');
  });

  test('is created only twice when many are requested at the same time on two instances', async () => {
    const owner = await factory.createPerson();
    const { id } = await change(owner, 'createApplication', { name: 'Hasty', scopes: [] }, managed);
    const clients = [owner, apiClient(second.url, owner.token)];

    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        change(clients[index % 2] ?? owner, 'createApplicationKey', { applicationId: id }),
      ),
    );

    expect(answers.filter(({ __typename }) => __typename === 'ApplicationKeyCreated')).toHaveLength(2);
  });

  test('says when it was last used, without a write for each call', async () => {
    const partner = await createPartner(factory, { documents: [whoAmI] });
    const lastUsed = async () => {
      const { keys } = await change(
        partner.owner,
        'updateApplicationScopes',
        { applicationId: partner.applicationId, scopes: [] },
        managed,
      );
      return keys[0].lastUsedAt;
    };
    expect(await lastUsed()).toBeNull();
    const at = server.clock.now();

    await run(partner, whoAmI);
    await run(partner, whoAmI);
    const before = server.app.database.statements();
    await server.app.keyUsage.flush();
    await server.app.keyUsage.flush();

    expect(server.app.database.statements()).toBe(before + 1);
    expect(Date.parse(await lastUsed())).toBeGreaterThanOrEqual(at.getTime());
  });

  test('is in no log and in no table', async () => {
    const partner = await createPartner(factory, { documents: [whoAmI] });
    await run(partner, whoAmI);
    await wires.POST(server, partner.key, { query: '{ viewer { name } }' });
    await wires.POST(server, `${partner.key}0`, { documentId: idOf(whoAmI) });
    const socket = await openGreetedSocket(server.url, partner.key);
    socket.cut();

    const tables = await server.app.db.$queryRaw<{ name: string }[]>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
    const secret = partner.key.slice('placard_pk_'.length, -8);
    const tablesWithKey = [];
    for (const { name } of tables) {
      const rows = await server.app.db.$queryRawUnsafe<unknown[]>(
        `select 1 from ${name} as row where row::text like $1`,
        `%${secret}%`,
      );
      if (rows.length > 0) tablesWithKey.push(name);
    }

    expect(tables.length).toBeGreaterThan(20);
    expect(tablesWithKey).toEqual([]);
    expect(JSON.stringify(server.logged)).not.toContain(secret);
  });
});

/** Follows an order with a key, over one of the wires, from its current end. */
async function followAs(partner: TestPartner, wire: 'SSE' | 'WebSocket', from: TestOrder): Promise<Subscriber> {
  const { cursor } = (await from.seller.ask('query ($id: ID!) { order(id: $id) { cursor } }', { id: from.id })).order;
  const client = apiClient(server.url, partner.key);
  const payload = { documentId: idOf(follow) };
  const variables = { id: from.id, after: cursor };
  return wire === 'SSE' ? client.followSse('', variables, payload) : client.follow('', variables, payload);
}

/** The last event of a stream; mails of the order may still become entries before it. */
const theEnd = async (stream: Subscriber) =>
  (await stream.until(({ orderTimeline }) => orderTimeline.__typename === 'StreamEnded')).at(-1);

describe.each(['SSE', 'WebSocket'] as const)('a stream over %s', (wire) => {
  const ends: Record<string, (partner: TestPartner, on: ApiClient) => Promise<unknown>> = {
    'whose key is revoked': (partner, on) => change(on, 'revokeApplicationKey', { keyId: partner.keyId }),
    'whose application is deleted': ({ applicationId }, on) => change(on, 'deleteApplication', { applicationId }),
    'whose key is revoked without an announcement': ({ keyId }) =>
      server.app.db.$executeRaw`update application_key set revoked_at = now()
        where encode(convert_to('ApplicationKey:' || id, 'utf8'), 'base64') like ${`${keyId.slice(0, 40)}%`}`,
  };

  test.each(Object.entries(ends))('%s ends, also on another instance', async (_what, end) => {
    const watched = await factory.createOrder();
    const partner = await createPartner(factory, { owner: watched.seller, documents: [follow] });
    const stream = await followAs(partner, wire, watched);
    await saysSomething(watched);
    await stream.next();

    await end(partner, apiClient(second.url, partner.owner.token));
    const { orderTimeline } = await theEnd(stream);
    await stream.ended;

    expect(orderTimeline).toEqual({ __typename: 'StreamEnded', code: 'KEY_INVALID', recovery: 'CORRECTABLE' });
  });

  test('whose application loses the scope ends within a second', async () => {
    const watched = await factory.createOrder();
    const partner = await createPartner(factory, { owner: watched.seller, documents: [follow] });
    const stream = await followAs(partner, wire, watched);
    await saysSomething(watched);
    await stream.next();

    const { applicationId } = partner;
    await change(partner.owner, 'updateApplicationScopes', { applicationId, scopes: ['ADS_READ'] });
    const { orderTimeline } = await theEnd(stream);

    expect(orderTimeline).toMatchObject({ __typename: 'StreamEnded', code: 'ACCESS_LOST' });
  });
});

const saysSomething = ({ advertiser, id }: TestOrder) =>
  advertiser.ask('mutation ($id: ID!) { sendMessage(input: { orderId: $id, text: "Hello?" }) { __typename } }', { id });

describe('an application', () => {
  test('is seen and changed only by its owner and by operators', async () => {
    const { applicationId, keyId, owner } = await createPartner(factory);
    const [stranger, operator] = [await factory.createPerson(), await factory.createOperator()];
    const look = async (who: ApiClient) =>
      (
        await who.ask('query ($id: ID!) { node(id: $id) { ... on Application { name keys { id } } } }', {
          id: applicationId,
        })
      ).node;
    const listed = async (who: ApiClient) =>
      (await who.ask('{ applications(first: 50) { edges { node { id } } } }')).applications.edges.map(
        ({ node }: Data) => node.id,
      );

    expect([await look(owner), await look(operator), await look(stranger)]).toEqual([
      { name: 'Feed robot', keys: [{ id: keyId }] },
      { name: 'Feed robot', keys: [{ id: keyId }] },
      null,
    ]);
    expect(await listed(owner)).toEqual([applicationId]);
    expect(await listed(operator)).toContain(applicationId);
    expect(await listed(stranger)).toEqual([]);
    const changes: [string, Record<string, unknown>, string][] = [
      ['updateApplicationScopes', { applicationId, scopes: [] }, 'ApplicationNotFound'],
      ['createApplicationKey', { applicationId }, 'ApplicationNotFound'],
      ['deleteApplication', { applicationId }, 'ApplicationNotFound'],
      [
        'registerOperations',
        { applicationId, name: 'a', version: '1', manifest: `{"${idOf(whoAmI)}": ${JSON.stringify(whoAmI)}}` },
        'ApplicationNotFound',
      ],
      ['retireOperations', { applicationId, name: 'a', version: '1' }, 'ApplicationNotFound'],
      ['revokeApplicationKey', { keyId }, 'ApplicationKeyNotFound'],
      ['updateApplicationQuota', { applicationId, capacity: 1 }, 'OperatorRequired'],
    ];
    for (const [mutation, input, refusal] of changes)
      expect([mutation, (await change(stranger, mutation, input)).__typename]).toEqual([mutation, refusal]);
  });

  test('is created by an account for itself, and by an operator for any account', async () => {
    const [person, operator] = [await factory.createPerson(), await factory.createOperator()];
    const accountId = async (who: ApiClient) => (await who.ask('{ viewer { id } }')).viewer.id;
    const input = { name: 'Helper', scopes: ['ORDERS_READ'] };

    const own = await change(person, 'createApplication', input, managed);
    const forPerson = await change(
      operator,
      'createApplication',
      { ...input, accountId: await accountId(person) },
      managed,
    );
    const forOperator = await change(person, 'createApplication', { ...input, accountId: await accountId(operator) });

    expect(own).toMatchObject({ name: 'Helper', scopes: ['ORDERS_READ'], account: { name: person.name }, keys: [] });
    expect(forPerson.account).toEqual({ name: person.name });
    expect(forOperator).toMatchObject({
      __typename: 'InputInvalid',
      message: expect.stringContaining('your own account'),
    });
  });

  test('has a name of limited length, and an account has a limited number of applications', async () => {
    const person = await factory.createPerson();
    const make = async (name: string) => (await change(person, 'createApplication', { name, scopes: [] })).__typename;
    const { applicationsPerAccount, nameCharacters } = limits.applications;

    expect(await make('x'.repeat(nameCharacters + 1))).toBe('InputInvalid');
    for (let count = 0; count < applicationsPerAccount; count += 1)
      expect(await make('x'.repeat(nameCharacters))).toBe('Application');
    expect(await make('one more')).toBe('LimitReached');
  });

  test('of an operator is not an operator', async () => {
    const operator = await factory.createOperator();
    const one =
      'query One($id: ID!) { order(id: $id) { number } orders { edges { node { number } } } spaces(first: 1) { edges { cursor } } }';
    const override = `mutation Force($id: ID!) { overrideOrderStatus(input: { orderId: $id, status: COMPLETED, reason: "x" }) { __typename } }`;
    const partner = await createPartner(factory, { owner: operator, documents: [one, override] });

    const seen = await run(partner, one, { id: order.id });
    const forced = await run(partner, override, { id: order.id });

    expect(seen.data).toMatchObject({ order: null, orders: { edges: [] } });
    expect(forced.data.overrideOrderStatus.__typename).toBe('OrderNotFound');
  });

  test('is named by the timeline and by the log lines of its steps, and the other party sees its name', async () => {
    const partner = await createPartner(factory, { owner: order.seller, documents: [say], name: 'Chat robot' });
    const step =
      'mutation Ask($id: ID!) { requestFeedback(input: { orderId: $id, question: "Which?" }) { __typename } }';
    const publish = `mutation Save($id: ID!) { saveAdDraft(input: { adId: $id, html: "Hi" }) { __typename } }`;
    await register(partner, [step, publish]);
    const { ads } = (await order.seller.ask('query ($id: ID!) { order(id: $id) { ads { id } } }', { id: order.id }))
      .order;

    await run(partner, say, { id: order.id });
    await run(partner, step, { id: order.id });
    await run(partner, publish, { id: ads[0].id });
    await takeStepAs(order.seller, order, 'withdrawFeedbackRequest');
    await change(partner.owner, 'deleteApplication', { applicationId: partner.applicationId });
    const read = await order.advertiser.ask(
      'query ($id: ID!) { order(id: $id) { timeline { edges { node { type actor { name } application { name } } } } } }',
      { id: order.id },
    );

    const entries = read.order.timeline.edges.map(({ node }: Data) => node);
    const through = (type: string) => entries.find((entry: Data) => entry.type === type);
    const by = { name: order.seller.name };
    for (const type of ['MESSAGE_SENT', 'FEEDBACK_REQUESTED', 'AD_DRAFT_SAVED'])
      expect(through(type)).toMatchObject({ actor: by, application: { name: 'Chat robot' } });
    for (const type of ['ORDER_PLACED', 'FEEDBACK_REQUEST_WITHDRAWN']) expect(through(type).application).toBeNull();
    const { id } = await server.app.db.application.findFirstOrThrow({ where: { name: 'Chat robot' } });
    expect(server.logged.map(({ fields }) => fields)).toContainEqual(
      expect.objectContaining({ operation: 'Say', viewer: 'application', application: id }),
    );
  });

  test('has its own idempotency keys', async () => {
    const chat = await factory.createOrder();
    const [one, other] = [
      await createPartner(factory, { owner: chat.seller, documents: [say] }),
      await createPartner(factory, { owner: chat.seller, documents: [say] }),
    ];
    const variables = { id: chat.id, key: 'k' };

    const first = await run(one, say, variables);
    const again = await run(one, say, variables);
    const byOther = await run(other, say, variables);
    const { sendMessage } = await chat.seller.ask(say, variables);

    expect(again.data).toEqual(first.data);
    const numbers = [first, byOther].map(({ data }) => data.sendMessage.number);
    expect(new Set([...numbers, sendMessage.number]).size).toBe(3);
  });
});
