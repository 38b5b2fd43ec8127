/** Errors suggest names of the schema only to those who may read it, on every wire. */
import { buildClientSchema, buildSchema, getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiClient } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { change, createPartner, idOf, type Payload, wires } from '../support/partner.ts';
import { sendRaw } from '../support/raw-http.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let production: TestServer;
let person: TestPerson;

beforeAll(async () => {
  const mail = { ...server.app.config.mail, resendApiKey: 're_none', resendUrl: 'http://127.0.0.1:9' };
  production = await startServer({ config: { isProduction: true, mail }, beside: server });
  person = await factory.createPerson();
});
afterAll(() => production.stop());

/** Requests with a name that is nearly one of the schema. */
const misspelled: Readonly<Record<string, Payload>> = {
  'a field': { query: '{ viewr { name } }' },
  'a field that only another type has': { query: '{ node(id: "x") { brief } }' },
  'a type': { query: '{ node(id: "x") { ... on Ordr { id } } }' },
  'the type of a variable': { query: 'query ($id: Strin) { node(id: $id) { id } }' },
  'an argument': { query: '{ node(idd: "x") { id } }' },
  'an argument of a directive': { query: '{ viewer @skip(iff: true) { name } }' },
  'a directive': { query: '{ viewer @skipp(if: true) { name } }' },
  'a field of an input': { query: '{ orders(filter: { statu: [PENDING] }) { nodes { id } } }' },
  'an enum value': { query: '{ orders(filter: { status: [PENDIN] }) { nodes { id } } }' },
  'an enum value as a text': { query: '{ orders(filter: { status: ["PENDING"] }) { nodes { id } } }' },
  'an enum value in a variable': {
    query: 'query ($status: [OrderStatus!]) { orders(filter: { status: $status }) { nodes { id } } }',
    variables: { status: ['PENDIN'] },
  },
  'a field of an input in a variable': {
    query: 'query ($filter: OrderFilter) { orders(filter: $filter) { nodes { id } } }',
    variables: { filter: { statu: ['PENDING'] } },
  },
  'an enum value in a subscription': {
    query: 'subscription ($type: [OrderStatus!]) { inbox(statu: $type) { __typename } }',
    variables: { type: ['PENDIN'] },
  },
};

describe.each(Object.entries(wires))('over %s', (_name, wire) => {
  test.each(Object.entries(misspelled))('no name is suggested in production for %s', async (_what, payload) => {
    for (const token of [person.token, undefined]) {
      const answer = await wire(production, token, payload);

      expect(answer.errors?.length).toBeGreaterThan(0);
      expect(JSON.stringify(answer)).not.toMatch(/did you mean/i);
      expect(JSON.stringify(answer)).not.toContain('"PENDING"');
    }
  });

  test('names are suggested in development', async () => {
    for (const payload of [misspelled['a field'], misspelled['an enum value in a variable']])
      expect(JSON.stringify(await wire(server, person.token, payload ?? {}))).toContain('Did you mean');
  });

  test('a document that reads the schema is refused in production, also after an application has run it', async () => {
    for (const query of ['{ __schema { queryType { name } } }', '{ __type(name: "Order") { name } }'])
      for (const token of [person.token, undefined, person.token]) {
        const answer = await wire(production, token, { query });
        expect(answer.errors?.map(({ extensions }) => extensions['code'])).toContain('GRAPHQL_VALIDATION_FAILED');
      }
  });
});

describe.each(Object.entries(wires))('over %s an application', (name, wire) => {
  test('reads the schema in production, and nothing besides', async () => {
    const { key } = await createPartner(factory, { owner: person });
    const types = await wire(production, key, { query: getIntrospectionQuery() });
    expect(types.errors).toBeUndefined();
    expect(buildClientSchema(types.data).getType('Order')).toBeDefined();

    for (const query of [
      '{ __schema { queryType { name } } viewer { name } }',
      '{ __schema { queryType { name } } ...Rest } fragment Rest on Query { viewer { name } }',
      '{ __schema { queryType { name } } ... { viewer { name } } }',
      '{ __schema: viewer { name } }',
      '{ viewer { name } } # __schema',
      'query A { __schema { queryType { name } } } query B { viewer { name } }',
      'mutation { signOut(input: {}) { __typename } } # __type',
    ]) {
      const answer = await wire(production, key, {
        query,
        ...(query.startsWith('query A') ? { operationName: 'B' } : {}),
      });
      expect([query, answer.data ?? null, answer.errors?.[0]?.extensions['code']]).toEqual([
        query,
        null,
        // A mutation by GET is refused for that.
        name === 'GET' && query.startsWith('mutation') ? expect.any(String) : 'ARBITRARY_OPERATION_REFUSED',
      ]);
    }
  });
});

test('the schema is a file for applications, which is not sent again while it is the same', async () => {
  const { key } = await createPartner(factory, { owner: person });
  const read = (url: string, headers: Record<string, string> = {}) =>
    sendRaw(url, { method: 'GET', path: '/schema.graphql', headers });
  const authorization = `Bearer ${key}`;

  const first = await read(production.url, { authorization });
  expect([first.status, first.headers['cache-control'], first.headers['vary']]).toEqual([
    200,
    'private, no-cache',
    'authorization, cookie',
  ]);
  expect(buildSchema(first.text).getType('Order')).toBeDefined();
  const again = await read(production.url, { authorization, 'if-none-match': String(first.headers.etag) });
  expect([again.status, again.text]).toEqual([304, '']);
  for (const headers of [{}, { authorization: `Bearer ${person.sessionToken}` }]) {
    const { status, text } = await read(production.url, headers as Record<string, string>);
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([403, 'SCHEMA_REFUSED']);
  }
  expect((await read(production.url, { authorization: 'Bearer nonsense' })).status).toBe(401);
  expect((await read(server.url)).text).toBe(first.text);
});

test('the problems of registered documents suggest names to the application, and not to a person', async () => {
  const { applicationId, key } = await createPartner(factory, { owner: person });
  const text = 'query Misspelled { viewr { name } }';
  const input = { name: 'tests', version: '1', manifest: JSON.stringify({ [idOf(text)]: text }) };
  const problems = '... on OperationsRefused { problems { messages } }';
  const asPerson = await change(
    apiClient(production.url, person.token),
    'registerOperations',
    { ...input, applicationId },
    problems,
  );
  const documentId = 'ea4e2af40f53baffacd07bcbbfa114059db00b87c22b4261a307c7f98d268c2d';
  const asApplication = await wires.POST(production, key, { documentId, variables: { input } });

  expect(asPerson.problems[0].messages[0]).toBe('Cannot query field "viewr" on type "Query".');
  expect(JSON.stringify(asApplication)).toContain('Did you mean');
});
