/** Every error says where its code is documented, on every surface, and the page has an entry for it. */
import { beforeAll, expect, test } from 'vitest';
import { errorDefinitions } from '../../src/platform/error-definitions.ts';
import { apiClient } from '../support/client.ts';
import type { TestPerson } from '../support/factory.ts';
import { sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer();
let person: TestPerson;
beforeAll(async () => {
  person = await factory.createPerson();
});

const docUrlOf = (code: string) => `${server.app.config.publicUrl}/docs/errors#${code}`;
const errorsOf = (text: string) => JSON.parse(text).errors;

test('a refusal in a result union has the address of its documentation', async () => {
  const { deletePlacement } = await person.ask(
    'mutation { deletePlacement(input: { placementId: "UGxhY2VtZW50OjE" }) { ... on Refusal { code docUrl } } }',
  );

  expect(deletePlacement).toEqual({ code: 'PLACEMENT_NOT_FOUND', docUrl: docUrlOf('PLACEMENT_NOT_FOUND') });
});

test.each([
  ['GRAPHQL_PARSE_FAILED', '{'],
  ['GRAPHQL_VALIDATION_FAILED', '{ nope }'],
  ['ID_MALFORMED', '{ node(id: "nope") { id } }'],
  ['BAD_USER_INPUT', 'query ($number: Int!) { order(number: $number) { id } }'],
  ['INPUT_INVALID', '{ order { id } }'],
])('a GraphQL error with the code %s has the address of its documentation', async (code, query) => {
  const { errors } = await person.send(query);

  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    expect.objectContaining({ code, recovery: 'CORRECTABLE', docUrl: docUrlOf(code) }),
  ]);
});

test.each([
  ['NOT_FOUND', 404, { method: 'GET', path: '/unknown' }],
  ['METHOD_NOT_ALLOWED', 405, { method: 'DELETE', path: '/health/live' }],
  ['BODY_NOT_JSON', 400, { headers: { 'content-type': 'application/json' }, body: '{' }],
  ['MEDIA_TYPE', 415, { body: '{}' }],
  [
    'NOT_ACCEPTABLE',
    406,
    { headers: { 'content-type': 'application/json', accept: 'image/png' }, body: '{"query":"{ __typename }"}' },
  ],
  ['UPLOAD_NOT_FOUND', 404, { method: 'PUT', path: '/uploads/x', body: 'x' }],
  ['FILE_NOT_FOUND', 404, { method: 'GET', path: '/files/x' }],
  ['PLACEMENT_NOT_FOUND', 404, { method: 'GET', path: '/p/unknown' }],
])('an HTTP error with the code %s has the address of its documentation', async (code, status, request) => {
  const response = await sendRaw(server.url, request);

  expect(response.status).toBe(status);
  expect(errorsOf(response.text)).toEqual([
    { message: expect.any(String), extensions: expect.objectContaining({ code, docUrl: docUrlOf(code) }) },
  ]);
});

test('an error on a WebSocket and a rejected token have the address of their documentation', async () => {
  const stranger = apiClient(server.url, 'nonsense');
  const { errors } = await stranger.send('{ viewer { id } }');
  const socket = person.socket();

  const failure = await new Promise<unknown>((resolve) => {
    socket.subscribe({ query: '{ nope }' }, { next: () => undefined, error: resolve, complete: () => undefined });
  });
  await socket.dispose();

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'SESSION_ENDED', docUrl: docUrlOf('SESSION_ENDED') });
  expect(failure).toEqual([
    expect.objectContaining({
      extensions: expect.objectContaining({ docUrl: docUrlOf('GRAPHQL_VALIDATION_FAILED') }),
    }),
  ]);
});

test('the address leads to a page that has an entry for every code', async () => {
  const { pathname } = new URL(docUrlOf('ORDER_NOT_FOUND'));
  const response = await fetch(`${server.url}${pathname}`);

  const text = await response.text();

  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  for (const code of errorDefinitions.keys()) expect(text).toContain(`<section id="${code}" class="card">`);
});

test('an internal error has the id of its request, which is in the log', async () => {
  const { db } = server.app;
  await db.$executeRaw`alter table placement rename to placement_moved`;

  const { errors } = await person.send('{ placements(first: 1) { edges { cursor } } }');
  const response = await sendRaw(server.url, { method: 'GET', path: '/p/some-placement' });
  await db.$executeRaw`alter table placement_moved rename to placement`;

  const failures = [errors?.[0], errorsOf(response.text)[0]];
  const logged = server.logged.filter(({ level }) => level === 'error').map(({ fields }) => fields['requestId']);
  expect(response.status).toBe(500);
  for (const failure of failures) {
    expect(failure).toMatchObject({
      message: 'Internal server error. It has been logged.',
      extensions: { code: 'INTERNAL', recovery: 'RETRYABLE', docUrl: docUrlOf('INTERNAL') },
    });
    expect(failure?.extensions?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  }
  expect(logged).toEqual(failures.map((failure) => failure?.extensions?.requestId));
  expect(new Set(logged).size).toBe(2);
});
