/** Applications run only the operations that they have registered, by id; every wire uses the same check. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { registerOperations } from '../../src/applications/register-operations.ts';
import { resolveViewer } from '../../src/auth/sessions.ts';
import { createDeprecations } from '../../src/graphql/deprecations.ts';
import { inspectDocument } from '../../src/graphql/documents.ts';
import { rowIdOf } from '../../src/graphql/ids.ts';
import { limits } from '../../src/limits.ts';
import { schema } from '../../src/schema.ts';
import { killChildren, startChild } from '../support/child-process.ts';
import { apiClient, type Data } from '../support/client.ts';
import { deprecate } from '../support/deprecate.ts';
import type { TestOrder } from '../support/factory.ts';
import {
  change,
  codesOf,
  createPartner,
  idOf,
  manifestOf,
  type Payload,
  register,
  type TestPartner,
  wires,
} from '../support/partner.ts';
import { askOver, errorsIn, openGreetedSocket } from '../support/raw-http.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

const { server, second, factory } = useServer({ instances: 2 });
let order: TestOrder;
let partner: TestPartner;

const whoAmI = 'query WhoAmI { viewer { name } }';
const oneOrder = 'query OneOrder($id: ID!) { order(id: $id) { number } }';
const follow = `subscription Follow($id: ID!) { orderTimeline(orderId: $id) { __typename
  ... on TimelineEntryAdded { entry { number type } } ... on Refusal { code } } }`;
const say = `mutation Say($id: ID!) { sendMessage(input: { orderId: $id, text: "Hello" }) { __typename ... on Refusal { code } } }`;

beforeAll(async () => {
  order = await factory.createOrder();
  partner = await createPartner(factory, { owner: order.seller, documents: [whoAmI, oneOrder, follow, say] });
});
afterAll(async () => {
  await killChildren();
});
afterEach(() => expect(errorsIn([...server.logged, ...second.logged])).toEqual([]));

const named = (text: string): readonly Payload[] => [
  { documentId: idOf(text) },
  { documentId: `sha256:${idOf(text)}` },
  { query: '', documentId: idOf(text) },
  { extensions: { persistedQuery: { version: 1, sha256Hash: idOf(text) } } },
  { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: idOf(text) } } },
  { documentId: idOf(text), extensions: { persistedQuery: { sha256Hash: idOf(text) } } },
];

describe.each(Object.entries(wires))('over %s', (name, wire) => {
  test('a text is refused to an application, also one that it has registered', async () => {
    for (const payload of [
      { query: '{ viewer { name } }' },
      { query: whoAmI },
      { query: whoAmI, documentId: idOf(whoAmI) },
      { query: whoAmI, extensions: { persistedQuery: { version: 1, sha256Hash: idOf(whoAmI) } } },
    ]) {
      const answer = await wire(server, partner.key, payload);

      expect(codesOf(answer)).toEqual(['ARBITRARY_OPERATION_REFUSED']);
      expect(answer.data).toBeUndefined();
      expect(answer.errors?.[0]?.extensions).toMatchObject({ recovery: 'CORRECTABLE' });
    }
  });

  test('a registered operation runs, by each way to name it', async () => {
    for (const payload of named(oneOrder)) {
      const answer = await wire(server, partner.key, { ...payload, variables: { id: order.id } });

      expect(answer.errors).toBeUndefined();
      expect(answer.data).toEqual({ order: { number: order.number } });
    }
  });

  test('ids of another application, of our own clients and unknown ids are refused in the same way', async () => {
    const theirs = 'query Theirs { viewer { id } }';
    await createPartner(factory, { documents: [theirs] });
    const [ours = ''] = Object.keys(await readTrustedDocuments());
    const refused = [];
    for (const documentId of [idOf(theirs), ours, idOf('nothing')])
      refused.push((await wire(server, partner.key, { documentId })).errors?.[0]);

    expect(new Set(refused.map((error) => JSON.stringify(error))).size).toBe(1);
    expect(refused[0]?.extensions).toEqual({
      code: 'OPERATION_NOT_REGISTERED',
      recovery: 'CORRECTABLE',
      docUrl: `${server.app.config.publicUrl}/docs/errors#OPERATION_NOT_REGISTERED`,
    });
  });

  const malformed: [what: string, id: unknown][] = [
    ['no hash', 'WhoAmI'],
    ['empty', ''],
    ['too short', idOf(whoAmI).slice(1)],
    ['too long', `${idOf(whoAmI)}0`],
    ['in capitals', idOf(whoAmI).toUpperCase()],
    ['of another kind', `md5:${idOf(whoAmI)}`],
    ['with a character that cannot be stored', `${idOf(whoAmI).slice(1)}\0`],
    ['oversized', 'a'.repeat(name === 'GET' ? 8_000 : 90_000)],
  ];
  // In an address everything is text.
  if (name !== 'GET')
    malformed.push(
      ['a number', 42],
      ['a list', [idOf(whoAmI)]],
      ['an object', { toString: idOf(whoAmI) }],
      ['true', true],
    );
  test.each(malformed)('an id that is %s is refused', async (_what, id) => {
    for (const payload of [{ documentId: id }, { extensions: { persistedQuery: { sha256Hash: id } } }])
      expect(codesOf(await wire(server, partner.key, payload))).toEqual(['OPERATION_NOT_REGISTERED']);
  });

  test('two ids that differ are refused', async () => {
    const answer = await wire(server, partner.key, {
      documentId: idOf(whoAmI),
      extensions: { persistedQuery: { sha256Hash: idOf(oneOrder) } },
    });

    expect(codesOf(answer)).toEqual(['OPERATION_NOT_REGISTERED']);
  });

  test('an operation that is registered on one instance runs immediately on another', async () => {
    const text = `query Later${name} { viewer { name } }`;
    expect(codesOf(await wire(second, partner.key, { documentId: idOf(text) }))).toEqual(['OPERATION_NOT_REGISTERED']);

    await register(partner, [text]);
    const answer = await wire(second, partner.key, { documentId: idOf(text) });

    expect(answer.data).toEqual({ viewer: { name: partner.owner.name } });
  });

  test('a version that will be retired is announced in each answer, and is refused after its date', async () => {
    const text = `query Old${name} { viewer { name } }`;
    const version = await register(partner, [text]);
    const saidAt = server.clock.now();
    const at = new Date(saidAt.getTime() + 3_600_000);
    await change(partner.owner, 'retireOperations', {
      applicationId: partner.applicationId,
      ...version,
      retiresAt: at,
    });

    const before = await wire(second, partner.key, { documentId: idOf(text) });
    server.clock.advance({ ms: 3_600_000 });
    const after = await wire(second, partner.key, { documentId: idOf(text) });

    expect(before.data).toEqual({ viewer: { name: partner.owner.name } });
    expect(before.extensions.retiresAt).toBe(at.toISOString());
    if (before.headers) {
      expect(before.headers.sunset).toBe(at.toUTCString());
      expect(Number(before.headers.deprecation.slice(1))).toBeCloseTo(saidAt.getTime() / 1_000, -1);
    }
    expect(codesOf(after)).toEqual(['OPERATION_RETIRED']);
    expect(after.errors?.[0]?.extensions['retiredAt']).toBe(at.toISOString());
  });

  test('an operation that cannot be chosen, or lacks a variable, is an error like any other', async () => {
    const other = await wire(server, partner.key, { documentId: idOf(whoAmI), operationName: 'Other' });
    const lacking = await wire(server, partner.key, { documentId: idOf(oneOrder) });

    expect(codesOf(other)).toEqual(['OPERATION_RESOLUTION_FAILURE']);
    expect(lacking.errors).toHaveLength(1);
    expect(lacking.data).toBeUndefined();
  });
});

test('a stream whose operation is retired ends on the date of its retirement, also on another instance', async () => {
  const text = `${follow} # until it is retired`;
  const version = await register(partner, [text]);
  const socket = await openGreetedSocket(second.url, partner.key);
  socket.send({ id: '1', type: 'subscribe', payload: { documentId: idOf(text), variables: { id: order.id } } });
  await socket.next();
  const at = new Date(server.clock.now().getTime() + 60_000);
  await change(partner.owner, 'retireOperations', { applicationId: partner.applicationId, ...version, retiresAt: at });
  await change(order.advertiser, 'sendMessage', { orderId: order.id, text: 'Before' });
  const types: string[] = [];
  while (!types.includes('MESSAGE_SENT')) {
    const { payload } = await socket.next();
    types.push(payload.data.orderTimeline.entry.type);
  }

  server.clock.advance({ ms: 60_000 });
  let last: Data;
  do last = (await socket.next()).payload.data.orderTimeline;
  while (last.__typename === 'TimelineEntryAdded');

  expect(last).toEqual({ __typename: 'StreamEnded', code: 'OPERATION_RETIRED' });
  expect((await socket.next()).type).toBe('complete');
  socket.cut();
});

test('a retired version does not disable another version with the same document', async () => {
  const text = 'query Shared { viewer { name } }';
  const [old] = [await register(partner, [text]), await register(partner, [text, whoAmI])];

  await change(partner.owner, 'retireOperations', { applicationId: partner.applicationId, ...old });
  const answer = await wires.POST(server, partner.key, { documentId: idOf(text) });

  expect(answer.data).toEqual({ viewer: { name: partner.owner.name } });
  expect(answer.extensions.retiresAt).toBeUndefined();
});

test.each(['SSE', 'WebSocket'] as const)('a registered subscription can be followed over %s', async (wire) => {
  const answer = await wires[wire](server, partner.key, { documentId: idOf(follow), variables: { id: order.id } });

  expect(answer.data.orderTimeline).toEqual({
    __typename: 'TimelineEntryAdded',
    entry: { number: 1, type: 'ORDER_PLACED' },
  });
});

test('one bad operation never closes a socket', async () => {
  const socket = await openGreetedSocket(server.url, partner.key);
  const bad: Payload[] = [
    { query: '{ viewer { name } }' },
    { query: '{ not graphql' },
    { documentId: 'x' },
    { documentId: 42 as never },
    { extensions: { persistedQuery: { sha256Hash: ['a'] } } },
    { query: '', extensions: { persistedQuery: null } },
    { query: '' },
  ];

  for (const [index, payload] of bad.entries())
    expect(await askOver(socket, `${index}`, { ...payload })).toMatchObject([{ id: `${index}`, type: 'error' }]);

  const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
  socket.send(`{"id":"deep","type":"subscribe","payload":{"documentId":"${idOf(whoAmI)}","variables":{"a":${deep}}}}`);
  expect(await socket.next()).toMatchObject({ id: 'deep', type: 'error' });

  const [answer] = await askOver(socket, 'good', { documentId: idOf(whoAmI) });
  expect(answer).toMatchObject({ type: 'next', payload: { data: { viewer: { name: partner.owner.name } } } });
  socket.cut();
});

test('a mutation is not run by GET, also by its id', async () => {
  const payload = { documentId: idOf(say), variables: { id: order.id } };

  const byGet = await wires.GET(server, partner.key, payload);
  const byPost = await wires.POST(server, partner.key, payload);

  expect(byGet.status).toBe(405);
  expect(byPost.data.sendMessage.__typename).toBe('Message');
});

/** The texts of the operations that the server trusts, by their ids. */
async function readTrustedDocuments(): Promise<Record<string, string>> {
  const { default: manifest } = await import('../../src/server/trusted-documents/manifest.json');
  return Object.fromEntries(Object.entries(manifest).map(([id, { text }]) => [id, text]));
}

describe('where text is refused to everybody', () => {
  let strict: TestServer;
  beforeAll(async () => {
    strict = await startServer({ config: { allowsArbitraryOperations: false }, beside: server });
  });
  afterAll(() => strict.stop());

  test.each(Object.entries(wires))(
    'over %s, signed-in and anonymous people run the operations of our own clients',
    async (_, wire) => {
      const documents = await readTrustedDocuments();
      const [spaces = ''] = Object.keys(documents).filter((id) => documents[id]?.includes('query FindSpaces'));
      const variables = { filter: {}, sort: 'NEWEST', first: 5 };
      for (const token of [undefined, order.seller.sessionToken]) {
        const byText = await wire(strict, token, { query: documents[spaces] });
        const byId = await wire(strict, token, { documentId: spaces, variables });
        const unknown = await wire(strict, token, { documentId: idOf(whoAmI) });

        expect(codesOf(byText)).toEqual(['ARBITRARY_OPERATION_REFUSED']);
        expect(byId.data.spaces.nodes).toBeInstanceOf(Array);
        expect(codesOf(unknown)).toEqual(['OPERATION_NOT_REGISTERED']);
      }
    },
  );

  test('an application runs its registered operations', async () => {
    const answer = await wires.POST(strict, partner.key, { documentId: idOf(whoAmI) });

    expect(answer.data).toEqual({ viewer: { name: partner.owner.name } });
  });
});

describe('registering', () => {
  const details = `... on OperationManifest { name version documents { documentId operationName kind cost } }
    ... on OperationsRefused { problems { documentId messages } } ... on InputInvalid { faults: problems { field message } }`;
  const send = (input: Record<string, unknown>, who = partner.owner): Promise<Data> =>
    change(who, 'registerOperations', { applicationId: partner.applicationId, name: 'web', ...input }, details);

  test('accepts documents with a range of days or months in variables, at the cost of a page of the default size', async () => {
    const range = '($id: ID!, $from: Date!, $to: Date!)';
    const documents = [
      `query Free${range} { space(id: $id) { availability(from: $from, to: $to) { freePlaces } } }`,
      `query Days${range} { ad(id: $id) { dailyResults(from: $from, to: $to) { clicks } } }`,
      `query Months${range} { node(id: $id) { ... on Account { monthlyResults(from: $from, to: $to) { orderCount } } } }`,
    ];
    const input = {
      applicationId: partner.applicationId,
      name: 'ranges',
      version: '1',
      manifest: manifestOf(...documents),
    };

    const manifest = await change(
      order.seller,
      'registerOperations',
      input,
      '... on OperationManifest { documents { cost } }',
    );

    expect(manifest.documents.map(({ cost }: Data) => cost)).toEqual(documents.map(() => 2 + limits.defaultPageSize));
  });

  test('accepts the manifests of GraphQL Code Generator and of Apollo, and reports the cost of each document', async () => {
    const documents = [oneOrder, whoAmI];
    const manifests = {
      generator: manifestOf(...documents),
      prefixed: JSON.stringify(Object.fromEntries(documents.map((text) => [`sha256:${idOf(text)}`, text]))),
      apollo: JSON.stringify({
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: documents.map((body) => ({ id: idOf(body), body, name: 'any', type: 'query' })),
      }),
    };

    for (const [version, manifest] of Object.entries(manifests)) {
      const answer = await send({ version, manifest });
      expect(answer).toMatchObject({ __typename: 'OperationManifest', name: 'web', version });
      expect(answer.documents).toEqual(
        [
          { documentId: idOf(oneOrder), operationName: 'OneOrder', kind: 'QUERY', cost: 2 },
          { documentId: idOf(whoAmI), operationName: 'WhoAmI', kind: 'QUERY', cost: 2 },
        ].sort((one, other) => (one.documentId < other.documentId ? -1 : 1)),
      );
    }
  });

  test('changes nothing for the same version with the same documents, and is refused for other documents', async () => {
    const first = await send({ version: 'once', manifest: manifestOf(whoAmI, oneOrder) });
    const count = () => server.app.db.operationManifest.count();
    const before = await count();

    const again = await send({ version: 'once', manifest: manifestOf(oneOrder, whoAmI) });
    const other = await send({ version: 'once', manifest: manifestOf(whoAmI) });

    expect(again).toEqual(first);
    expect(other).toMatchObject({ __typename: 'VersionAlreadyExists', code: 'VERSION_ALREADY_EXISTS' });
    expect(await count()).toBe(before);
  });

  test('is refused for one of two callers that register a version at the same time on two instances', async () => {
    const [mine, theirs] = [partner.owner, { ...partner.owner, ...apiClient(second.url, partner.owner.token) }];

    const answers = await Promise.all([
      send({ version: 'race', manifest: manifestOf(whoAmI) }, mine),
      send({ version: 'race', manifest: manifestOf(oneOrder) }, theirs),
    ]);

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['OperationManifest', 'VersionAlreadyExists']);
  });

  test('names everything that is wrong with each document, and registers nothing', async () => {
    const costly = `query Costly { orders(first: 50) { edges { node { messages(first: 50) { edges { node { number text authorRole createdAt cursor author { name } } } } } } } }`;
    const faulty = {
      syntax: '{ viewer {',
      unknown: 'query Unknown { nothing }',
      two: 'query A { viewer { name } } query B { viewer { name } }',
      none: 'fragment F on Account { name }',
      introspection: 'query Look { __schema { types { name } } }',
      costly,
    };
    const texts = Object.values(faulty);
    const manifest = JSON.stringify({
      ...Object.fromEntries(texts.map((text) => [idOf(text), text])),
      [idOf('another text')]: 'query Renamed { viewer { name } }',
      [idOf(whoAmI)]: whoAmI,
    });

    const answer = await send({ version: 'faulty', manifest });

    expect(answer).toMatchObject({ __typename: 'OperationsRefused', code: 'OPERATIONS_REFUSED' });
    const messagesById = Object.fromEntries(
      answer.problems.map(({ documentId, messages }: Data) => [documentId, messages.join(' ')]),
    );
    expect(Object.keys(messagesById).sort()).toEqual([...texts.map(idOf), idOf('another text')].sort());
    expect(messagesById[idOf(faulty.syntax)]).toContain('Syntax Error');
    expect(messagesById[idOf(faulty.unknown)]).toContain('"nothing"');
    expect(messagesById[idOf(faulty.two)]).toContain('2 operations');
    expect(messagesById[idOf(faulty.none)]).toContain('0 operations');
    expect(messagesById[idOf(faulty.introspection)]).toContain('introspection');
    expect(messagesById[idOf(costly)]).toContain(`at most ${limits.cost}`);
    expect(messagesById[idOf('another text')]).toContain('SHA-256');
    expect(await server.app.db.operationManifest.count({ where: { version: 'faulty' } })).toBe(0);
  });

  test.each([
    ['text that is not JSON', 'query'],
    ['a list', '[]'],
    ['null', 'null'],
    ['an object with something else than texts', '{"a": 1}'],
    ['an unknown format', '{"format": "other", "version": 1, "operations": []}'],
    ['an unknown version', '{"format": "apollo-persisted-query-manifest", "version": 2, "operations": []}'],
    [
      'an operation without a text',
      '{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [null]}',
    ],
    ['nothing', '{}'],
    [
      'too much',
      JSON.stringify(
        Object.fromEntries(
          Array.from({ length: limits.applications.documentsPerManifest + 1 }, (_, index) => [index, '']),
        ),
      ),
    ],
  ])('refuses %s as a manifest', async (_what, manifest) => {
    const answer = await send({ version: 'none', manifest });

    expect(answer).toMatchObject({ __typename: 'InputInvalid', faults: [{ field: 'manifest' }] });
  });

  test('a version cannot be retired twice, or in the past', async () => {
    const version = await register(partner, ['query Gone { viewer { name } }']);
    const retire = (more: Record<string, unknown>) =>
      change(partner.owner, 'retireOperations', { applicationId: partner.applicationId, ...version, ...more });
    const past = new Date(server.clock.now().getTime() - 60_000);

    expect((await retire({ retiresAt: past })).__typename).toBe('InputInvalid');
    expect((await retire({ version: 'never' })).__typename).toBe('VersionNotFound');
    expect((await retire({})).__typename).toBe('OperationManifest');
    expect((await retire({})).__typename).toBe('InputInvalid');
  });

  test('works as a registered operation of the application too', async () => {
    const text = `mutation Own($input: RegisterOperationsInput!) { registerOperations(input: $input) {
      __typename ... on OperationManifest { documents { documentId } } } }`;
    const registrar = await createPartner(factory, { documents: [text] });
    const input = { name: 'own', version: '1', manifest: manifestOf('query Mine { viewer { name } }') };

    const { data, errors } = await wires.POST(server, registrar.key, { documentId: idOf(text), variables: { input } });

    expect(errors).toBeUndefined();
    expect(data.registerOperations.__typename).toBe('OperationManifest');
  });

  test('with the key of an application works only for its own operations', async () => {
    const documents = await readTrustedDocuments();
    const [documentId = ''] = Object.keys(documents).filter((id) => documents[id]?.includes('RegisterOperations('));
    const text = 'query Mine { viewer { name } }';
    const input = { name: 'own', version: '1', manifest: manifestOf(text) };
    const other = await createPartner(factory);

    const own = await wires.POST(server, partner.key, { documentId, variables: { input } });
    const foreign = await wires.POST(server, partner.key, {
      documentId,
      variables: { input: { ...input, applicationId: other.applicationId } },
    });

    expect(own.data.registerOperations).toMatchObject({ documents: [{ documentId: idOf(text) }] });
    expect(foreign.data.registerOperations).toMatchObject({ code: 'APPLICATION_NOT_FOUND' });
    expect((await wires.POST(server, partner.key, { documentId: idOf(text) })).errors).toBeUndefined();
  });

  test('works with the partner program, with a key or with the token of a session, and the program prints the result', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'placard-partner-'));
    const [fine, faulty] = [join(folder, 'fine.json'), join(folder, 'faulty.json')];
    await writeFile(fine, manifestOf(whoAmI));
    await writeFile(faulty, manifestOf('query Unknown { nothing }'));
    const runPartner = async (file: string, env: Record<string, string>) => {
      const args = ['register', file, '--name', 'program', '--as', '1'];
      const child = startChild('scripts/partner.ts', { args, env: { PLACARD_URL: server.url, ...env } });
      return [await child.ended, child.output()];
    };

    const byKey = await runPartner(fine, { PLACARD_TOKEN: partner.key });
    const bySession = await runPartner(fine, {
      PLACARD_TOKEN: partner.owner.sessionToken,
      PLACARD_APPLICATION: partner.applicationId,
    });
    const refused = await runPartner(faulty, { PLACARD_TOKEN: partner.key });
    const nameless = await runPartner(fine, {});
    await rm(folder, { recursive: true });

    expect(byKey).toEqual([0, expect.stringContaining(`${idOf(whoAmI)}  query WhoAmI, cost 2`)]);
    expect(bySession).toEqual(byKey);
    expect(refused).toEqual([1, expect.stringContaining('Cannot query field "nothing"')]);
    expect(nameless).toEqual([1, expect.stringContaining('PLACARD_TOKEN must be set')]);
  });

  test('the versions are listed in pages, and only for people who may see the application', async () => {
    const query = `query ($id: ID!, $after: String) { operationManifests(applicationId: $id, first: 2, after: $after) {
      edges { node { name version documents { documentId text } } } pageInfo { endCursor hasNextPage } } }`;
    const stranger = await factory.createPerson();

    const first = await partner.owner.ask(query, { id: partner.applicationId });
    const after = first.operationManifests.pageInfo.endCursor;
    const next = await partner.owner.ask(query, { id: partner.applicationId, after });

    const versionsIn = (page: Data) =>
      page.operationManifests.edges.map(({ node }: Data) => `${node.name} ${node.version}`);
    expect(new Set([...versionsIn(first), ...versionsIn(next)]).size).toBe(4);
    expect((await stranger.ask(query, { id: partner.applicationId })).operationManifests.edges).toEqual([]);
  });
});

describe('after a release has deprecated something', () => {
  const reasons = {
    'Order.number': 'Use `id`.',
    'Query.orders(filter:)': 'Use `search`.',
    'OrderFilter.text': 'It finds too much.',
    'OrderStatus.PENDING': 'It is called NEW now.',
    'TimelineEntryAdded.entry': 'Use `entries`.',
  };
  const deprecationsOf = (...coordinates: (keyof typeof reasons)[]) =>
    coordinates.map((coordinate) => ({ coordinate, reason: reasons[coordinate] }));
  const everything = `query Everything($status: OrderStatus = PENDING, $filter: OrderFilter) {
    a: orders(filter: { text: "number", statuses: [PENDING, $status] }) { edges { node { ...Part } } }
    b: orders(filter: $filter) { edges { node { number } } } }
    fragment Part on Order { number }`;
  /** These documents have a deprecated name, but use it for something else or pass the value in a variable. */
  const nothing = [
    'query Aliased { viewer { number: name } }',
    'query Elsewhere { orders(first: 1) { edges { node { entry: id } } } } # text PENDING filter',
    'query Other($filter: ID!) { order(id: $filter) { timeline(first: 1) { edges { node { number } } } } }',
  ];
  const asked = `... on OperationManifest { documents { documentId deprecations { coordinate reason } } }
    ... on OperationsRefused { problems { messages } }`;
  let takeBack: () => void;
  let later: TestServer;
  beforeAll(async () => {
    takeBack = deprecate(reasons);
    later = await startServer({ beside: server });
  });
  afterAll(async () => {
    await later.stop();
    takeBack();
    expect(errorsIn([...later.logged])).toEqual([]);
  });

  test.each(Object.entries(wires))(
    'each answer over %s names the deprecations that its operation uses',
    async (name, wire) => {
      const [using, free] = [
        `query Using${name}($id: ID!) { order(id: $id) { number } }`,
        `query Free${name} { viewer { name } }`,
      ];
      await register(partner, [using, free]);
      const run = (where: TestServer, text: string) =>
        wire(where, partner.key, { documentId: idOf(text), variables: text === using ? { id: order.id } : {} });

      const [first, again] = [await run(later, using), await run(later, using)];

      expect(first).toMatchObject({
        data: { order: { number: order.number } },
        extensions: { cost: { capacity: 40_000 } },
      });
      expect([first, again].map(({ extensions }) => extensions.deprecations)).toEqual([
        deprecationsOf('Order.number'),
        deprecationsOf('Order.number'),
      ]);
      expect((await run(later, free)).extensions.deprecations).toBeUndefined();
      expect((await run(server, using)).extensions.deprecations).toBeUndefined();
    },
  );

  test.each(['SSE', 'WebSocket'] as const)('a stream over %s names them with its first event', async (wire) => {
    const answer = await wires[wire](later, partner.key, { documentId: idOf(follow), variables: { id: order.id } });

    expect(answer.data.orderTimeline.__typename).toBe('TimelineEntryAdded');
    expect(answer.extensions.deprecations).toEqual(deprecationsOf('TimelineEntryAdded.entry'));
  });

  test('only the first event of a stream names them', async () => {
    const socket = await openGreetedSocket(later.url, partner.key);
    const busy = await factory.createOrder({ seller: order.seller });
    await change(busy.advertiser, 'sendMessage', { orderId: busy.id, text: 'Second' });
    socket.send({ id: '1', type: 'subscribe', payload: { documentId: idOf(follow), variables: { id: busy.id } } });

    const events = [await socket.next(), await socket.next()];
    socket.cut();

    expect(events.map(({ payload }) => payload.extensions?.deprecations)).toEqual([
      deprecationsOf('TimelineEntryAdded.entry'),
      undefined,
    ]);
  });

  test('registering is not refused, and lists for each document the deprecated fields, arguments, input fields and values', async () => {
    const owner = { ...partner.owner, ...apiClient(later.url, partner.owner.token) };
    const input = { applicationId: partner.applicationId, name: 'deprecated', version: '1' };

    const manifest = manifestOf(everything, ...nothing);
    const answer = await change(owner, 'registerOperations', { ...input, manifest }, asked);

    expect(answer).toMatchObject({ __typename: 'OperationManifest' });
    const deprecationsById = Object.fromEntries(
      answer.documents.map(({ documentId, deprecations }: Data) => [documentId, deprecations]),
    );
    expect(deprecationsById).toEqual({
      ...Object.fromEntries(nothing.map((text) => [idOf(text), []])),
      [idOf(everything)]: deprecationsOf(
        'Order.number',
        'OrderFilter.text',
        'OrderStatus.PENDING',
        'Query.orders(filter:)',
      ),
    });
  });

  test('the partner program warns of them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'placard-partner-'));
    const file = join(folder, 'manifest.json');
    await writeFile(file, manifestOf(everything, whoAmI));
    const child = startChild('scripts/partner.ts', {
      args: ['register', file, '--name', 'warned', '--as', '1'],
      env: { PLACARD_URL: later.url, PLACARD_TOKEN: partner.key },
    });

    expect(await child.ended).toBe(0);
    await rm(folder, { recursive: true });

    const warnings = child
      .output()
      .split('\n')
      .filter((line) => line.includes('Warning'));
    expect(warnings).toHaveLength(4);
    expect(warnings[0]).toContain('Order.number, which is deprecated: Use `id`.');
  });
});

test('the documents of a manifest may have a limited number of tokens together', async () => {
  const { owner, applicationId } = await createPartner(factory);
  const documents = Array.from({ length: 11 }, (_, index) => `query Q${index} { viewer { ${'id '.repeat(1_950)} } }`);

  const input = { applicationId, name: 'many tokens', version: '1', manifest: manifestOf(...documents) };
  const answer = await change(owner, 'registerOperations', input, '... on InputInvalid { problems { field message } }');

  expect(answer).toMatchObject({ __typename: 'InputInvalid', problems: [{ field: 'manifest' }] });
  expect(answer.problems[0].message).toContain(String(limits.applications.tokensPerManifest));
});

test('other requests are handled between the documents of a manifest', async () => {
  const { owner, applicationId } = await createPartner(factory);
  const { app } = server;
  const viewer = await resolveViewer(app, { token: owner.token, rateLimitKey: 'none' });
  let turn = 0;
  const counting = new AbortController();
  const countTurns = () => {
    turn += 1;
    if (!counting.signal.aborted) setImmediate(countTurns);
  };
  setImmediate(countTurns);
  const turns: number[] = [];
  const documents = Array.from({ length: 20 }, (_, index) => `query Turn${index} { viewer { id } }`);

  await registerOperations(app, viewer, {
    applicationId: rowIdOf('Application', applicationId),
    name: 'turns',
    version: '1',
    manifest: manifestOf(...documents),
    inspect: (text) => {
      turns.push(turn);
      return inspectDocument(schema, text);
    },
    deprecations: createDeprecations(schema),
  });
  counting.abort();

  expect(new Set(turns).size).toBe(documents.length);
});
