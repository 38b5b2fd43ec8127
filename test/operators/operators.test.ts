/** The work of operators: the access of every kind of viewer, reports, the audit log and the queue. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { setupTokenFor } from '../../src/access/setup-link-tokens.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { dayMs, later } from '../../src/platform/clock.ts';
import { hashOf } from '../../src/platform/secrets.ts';
import { adOf, ownAd } from '../support/ads.ts';
import { type ApiClient, apiClient, type Data } from '../support/client.ts';
import { type TestOrder, type TestPerson, takeStepAs } from '../support/factory.ts';
import { change, createPartner, idOf, register, type TestPartner, wires } from '../support/partner.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });
let operator: TestPerson;
let order: TestOrder;
let messageId: string;

beforeAll(async () => {
  operator = await factory.createOperator();
  order = await factory.createOrder({ status: 'FEEDBACK_PROVIDED' });
  const say = { orderId: order.id, text: 'Between us' };
  ({ id: messageId } = await change(order.seller, 'sendMessage', say, '... on Message { id }'));
});

const accountIdOf = ({ accountId }: { accountId: string }) => toGlobalId('Account', accountId);
const onSecond = (person: TestPerson) => ({ ...person, ...apiClient(second.url, person.sessionToken) });

/** A client with a setup link of the order. */
async function setupLinkClient(): Promise<ApiClient> {
  const id = randomUUID();
  const token = setupTokenFor(server.app.config.secret, id);
  const createdAt = server.clock.now();
  const times = { createdAt, expiresAt: later(createdAt, dayMs) };
  const { id: orderId } = await server.app.db.order.findUniqueOrThrow({ where: { number: order.number } });
  await server.app.db.setupLink.create({ data: { id, orderId, tokenHash: hashOf(token), ...times } });
  return apiClient(server.url, token);
}

/** A client of an application, which registers each operation before it runs the operation. */
function applicationClient(partner: TestPartner): ApiClient {
  const send: ApiClient['send'] = async (query, variables = {}) => {
    await register(partner, [query]);
    const { data, errors, status = 0 } = await wires.POST(server, partner.key, { documentId: idOf(query), variables });
    return { status, data, errors };
  };
  return { ...apiClient(server.url, partner.key), send, ask: async (...request) => (await send(...request)).data };
}

/** The kinds of viewers who are not operators, each with the refusal of a mutation for operators. */
const outsiders: Record<string, { client: () => Promise<ApiClient>; refusal: string }> = {
  'an anonymous caller': { client: async () => apiClient(server.url), refusal: 'NOT_SIGNED_IN' },
  'a stranger': { client: () => factory.createPerson(), refusal: 'OPERATOR_REQUIRED' },
  'a party': { client: async () => order.seller, refusal: 'OPERATOR_REQUIRED' },
  'a person who only reads': {
    client: async () => {
      const person = await factory.createPerson();
      await server.app.db.membership.updateMany({ where: { personId: person.personId }, data: { role: 'VIEWER' } });
      return person;
    },
    refusal: 'OPERATOR_REQUIRED',
  },
  'an operator who only reads': {
    client: async () => {
      const person = await factory.createOperator();
      await server.app.db.membership.updateMany({ where: { personId: person.personId }, data: { role: 'VIEWER' } });
      return person;
    },
    refusal: 'MEMBERSHIP_ROLE_INSUFFICIENT',
  },
  'the holder of a setup link': { client: () => setupLinkClient(), refusal: 'NOT_SIGNED_IN' },
  'an application of an operator': {
    client: async () => applicationClient(await createPartner(factory, { owner: await factory.createOperator() })),
    refusal: 'SCOPE_MISSING',
  },
};

/** The mutations for operators, each with an input. */
const mutations: Record<string, () => Promise<Record<string, unknown>> | Record<string, unknown>> = {
  suspendAccount: () => ({ accountId: accountIdOf(order.seller), reason: 'A reason' }),
  reinstateAccount: () => ({ accountId: accountIdOf(order.seller), reason: 'A reason' }),
  takeDownSpace: () => ({ spaceId: toGlobalId('Space', randomUUID()), reason: 'A reason' }),
  restoreSpace: () => ({ spaceId: toGlobalId('Space', randomUUID()), reason: 'A reason' }),
  takeDownAd: async () => ({ adId: await adOf(order), reason: 'A reason' }),
  restoreAd: async () => ({ adId: await adOf(order), reason: 'A reason' }),
  resolveReport: () => ({ reportId: toGlobalId('Report', randomUUID()), outcome: 'DISMISSED', note: 'A note' }),
  addOperator: () => ({ email: 'someone@people.example' }),
  removeOperator: () => ({ personId: toGlobalId('Person', operator.personId) }),
  updateMarketplace: () => ({ expectedRevision: 1, name: 'Renamed' }),
};

const lists = ['accounts', 'reports', 'auditLog', 'operatorQueue'];

describe.each(Object.entries(outsiders))('To %s', (name, { client, refusal }) => {
  test.each(Object.entries(mutations))('the mutation %s is refused', async (mutation, inputFor) => {
    expect(await change(await client(), mutation, await inputFor())).toMatchObject({ code: refusal });
  });

  test.each(lists)('the list %s is empty or refused', async (list) => {
    const { data, errors } = await (await client()).send(`{ ${list} { edges { cursor } } }`);

    if (refusal === 'NOT_SIGNED_IN') expect(errors?.[0]?.extensions?.['code']).toBe('NOT_SIGNED_IN');
    else if (name.startsWith('an operator')) expect(errors).toBeUndefined();
    else expect(data?.[list].edges).toEqual([]);
  });
});

test.each(lists)('the list %s refuses cursors of other lists', async (list) => {
  for (const after of ['nonsense', Buffer.from('x:1:2').toString('base64url'), 'x'.repeat(1_000)]) {
    const { errors } = await operator.send(`query ($after: String) { ${list}(after: $after) { edges { cursor } } }`, {
      after,
    });
    expect(errors?.[0]?.extensions?.['code']).toBe('CURSOR_MALFORMED');
  }
});

const report = (who: ApiClient, subjectId: string, more: Record<string, unknown> = {}) =>
  change(who, 'report', { subjectId, reason: 'SPAM', text: 'Look', ...more }, '... on Report { id status text }');

describe('A report', () => {
  test('is made once by the same reporter while it is open', async () => {
    const person = await factory.createPerson();
    const subject = accountIdOf(order.seller);

    const results = await Promise.all([report(person, subject), report(onSecond(person), subject)]);

    expect(results.map(({ __typename }) => __typename)).toEqual(['Report', 'Report']);
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    const [{ id: reportId }] = results;
    const resolve = (who: TestPerson) =>
      change(
        who,
        'resolveReport',
        { reportId, outcome: 'DISMISSED', note: 'Fine' },
        '... on Report { status outcome }',
      );
    const decisions = await Promise.all([resolve(operator), resolve(onSecond(operator))]);
    expect(decisions.map(({ __typename }) => __typename).sort()).toEqual(['Report', 'ReportNotFound']);
    expect((await report(person, subject)).id).not.toBe(reportId);
  });

  test('is possible for what the reporter may see, and for nothing else', async () => {
    const stranger = await factory.createPerson();
    const anonymous = apiClient(server.url);
    const hiddenAd = await ownAd(order.seller);

    expect((await report(order.advertiser, messageId)).__typename).toBe('Report');
    expect((await report(anonymous, accountIdOf(order.seller))).__typename).toBe('Report');
    for (const who of [stranger, anonymous])
      for (const subject of [
        messageId,
        hiddenAd,
        order.id,
        accountIdOf(order.advertiser),
        toGlobalId('Message', `${randomUUID()}:1`),
        toGlobalId('Space', randomUUID()),
      ])
        expect((await report(who, subject)).__typename).toBe('ReportSubjectNotFound');
    const space = await server.app.db.space.findFirstOrThrow({ where: { sellerId: order.seller.accountId } });
    expect((await report(anonymous, toGlobalId('Space', space.id))).__typename).toBe('Report');
  });

  test('with a text that is too long, or too many of one caller, is refused', async () => {
    const person = await factory.createPerson();
    const subject = accountIdOf(order.seller);

    expect((await report(person, subject, { text: 'x'.repeat(2_001) })).__typename).toBe('InputInvalid');
    for (let count = 1; count < limits.rates.reports.points; count += 1) await report(person, subject);
    expect((await report(person, subject)).__typename).toBe('RateLimited');
  });
});

describe('The audit log', () => {
  const query = `query ($subject: ID) { auditLog(subjectId: $subject) { nodes { action reason subjectId details person { name } } } }`;
  const actionsOn = async (subject: string): Promise<string[]> =>
    (await operator.ask(query, { subject })).auditLog.nodes.map(({ action }: Data) => action);

  test('has the acts of operators, newest first', async () => {
    const person = await factory.createPerson();
    const act = (mutation: string) => change(operator, mutation, { accountId: accountIdOf(person), reason: 'Because' });

    for (const mutation of ['suspendAccount', 'suspendAccount', 'reinstateAccount']) await act(mutation);

    expect(await actionsOn(accountIdOf(person))).toEqual(['ACCOUNT_REINSTATED', 'ACCOUNT_SUSPENDED']);
    const overridden = await factory.createOrder();
    await takeStepAs(operator, overridden, 'overrideOrderStatus', { status: 'CANCELLED', reason: 'A fraud' });
    const { auditLog } = await operator.ask(query, { subject: overridden.id });
    expect(auditLog.nodes).toMatchObject([
      { action: 'ORDER_STATUS_OVERRIDDEN', reason: 'A fraud', person: { name: 'The operator' } },
    ]);
  });

  test('has the changes of the operators', async () => {
    const email = `new-${randomUUID()}@people.example`;
    const added = await change(operator, 'addOperator', { email }, '... on Person { id }');
    expect(added.__typename).toBe('Person');

    const removed = await change(operator, 'removeOperator', { personId: added.id });

    expect(removed.__typename).toBe('Person');
    expect((await change(operator, 'removeOperator', { personId: added.id })).__typename).toBe('OperatorNotFound');
    expect(await actionsOn(added.id)).toEqual(['OPERATOR_REMOVED', 'OPERATOR_ADDED']);
    expect((await change(operator, 'addOperator', { email: 'nonsense' })).__typename).toBe('InputInvalid');
  });

  test('is only appended to', async () => {
    const entries = server.app.db.auditEntry;
    await expect(entries.updateMany({ data: { reason: 'Another' } })).rejects.toThrow('append-only');
    await expect(entries.deleteMany()).rejects.toThrow('append-only');
  });
});

describe('The queue of the operators', () => {
  const query = `query ($first: Int, $after: String) { operatorQueue(first: $first, after: $after) {
    nodes { since subject { __typename ... on Order { id } ... on Report { id } ... on PaymentException { id kind } } }
    pageInfo { endCursor hasNextPage } } operatorQueueCount }`;

  test('has disputed orders, payment exceptions and open reports, oldest first, in pages', async () => {
    const disputed = await factory.createOrder({ status: 'DISPUTED' });
    server.clock.advance({ ms: 1_000 });
    const exception = await server.app.db.paymentMovement.create({
      data: {
        kind: 'RECEIVED',
        status: 'DONE',
        provider: 'STRIPE',
        amountMinorUnits: 100n,
        currency: 'EUR',
        isCounted: false,
        needsOperator: true,
        createdAt: server.clock.now(),
      },
    });
    server.clock.advance({ ms: 1_000 });
    const reporter = await factory.createPerson();
    const { id: reportId } = await report(reporter, accountIdOf(order.seller));

    const nodes: Data[] = [];
    for (let after: string | null = null; ; ) {
      const { operatorQueue: page }: Data = await operator.ask(query, { first: 1, after });
      nodes.push(...page.nodes);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }

    const times = nodes.map(({ since }) => since);
    expect(times).toEqual([...times].sort());
    const subjects = nodes.map(({ subject }) => subject);
    const ids = [disputed.id, toGlobalId('PaymentException', exception.id), reportId];
    expect(subjects.filter(({ id }) => ids.includes(id)).map(({ __typename }) => __typename)).toEqual([
      'Order',
      'PaymentException',
      'Report',
    ]);
    expect(subjects.find(({ __typename }) => __typename === 'PaymentException').kind).toBe('RECEIVED');
    const { operatorQueueCount } = await operator.ask(query);
    expect(operatorQueueCount).toBe(nodes.length);
    await change(operator, 'resolveReport', { reportId, outcome: 'ACTION_TAKEN', note: 'Done' });
    expect((await operator.ask(query)).operatorQueueCount).toBe(nodes.length - 1);
  });

  test('has for each order the entry by which it entered its status, with the reason', async () => {
    const disputed = await factory.createOrder({ status: 'PROCESSING' });
    await takeStepAs(disputed.seller, disputed, 'openDispute', { reason: 'It was not paid.' });
    await change(disputed.advertiser, 'sendMessage', { orderId: disputed.id, text: 'It was.' });
    const statusEntry =
      '... on Order { id statusEntry { type number actor { name } ... on DisputeOpenedEntry { reason } } }';
    const read = async (): Promise<Data> => {
      const { operatorQueue } = await operator.ask(
        `{ operatorQueue(last: 10) { nodes { subject { ${statusEntry} } } } }`,
      );
      return operatorQueue.nodes.find(({ subject }: Data) => subject.id === disputed.id)?.subject.statusEntry;
    };

    expect(await read()).toMatchObject({
      type: 'DISPUTE_OPENED',
      actor: { name: disputed.seller.name },
      reason: 'It was not paid.',
    });
    // Resumed, the order is in the status that it had entered before the dispute.
    await takeStepAs(operator, disputed, 'resolveDispute', { outcome: 'RESUMED', reasoning: 'It was.' });
    const query = `query ($id: ID!) { order(id: $id) { status statusEntry { type toStatus } } }`;
    const { order: resumed } = await disputed.advertiser.ask(query, { id: disputed.id });
    expect(resumed).toEqual({
      status: 'PROCESSING',
      statusEntry: { type: 'PROCESSING_STARTED', toStatus: 'PROCESSING' },
    });
  });
});
