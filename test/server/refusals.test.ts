/** Refused requests use up a budget of the caller that sends them, and of no other caller. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { createPartner, idOf, register } from '../support/partner.ts';
import { errorsIn, openSocket, type RawAnswer, sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

// Few enough that they are used up within the window on any machine.
const points = 20;
const usualPoints = limits.rates.refusals.points;
beforeAll(() => {
  Object.assign(limits.rates.refusals, { points });
});
afterAll(() => {
  Object.assign(limits.rates.refusals, { points: usualPoints });
});

const { server, factory } = useServer();
afterEach(() => expect(errorsIn(server.logged)).toEqual([]));

let addresses = 0;
/** An address that no other test uses. */
const newAddress = () => `127.0.9.${++addresses}`;

interface Caller {
  readonly localAddress: string;
  readonly token?: string | undefined;
}

const post = ({ localAddress, token }: Caller, body: unknown): Promise<RawAnswer> =>
  sendRaw(server.url, {
    localAddress,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const codeOf = ({ text }: RawAnswer) => JSON.parse(text).errors?.[0].extensions.code;
const valid = { query: '{ __typename }' };

/** Sends a refused request as often as is allowed. Returns the codes of the answers. */
async function useUp(caller: Caller, body: (index: number) => unknown): Promise<ReadonlySet<string>> {
  const codes = new Set<string>();
  for (let index = 0; index < points; index += 1) codes.add(codeOf(await post(caller, body(index))));
  return codes;
}

const unknownId = (index: number) => ({ documentId: idOf(`unknown ${index}`) });
const refusedBodies: readonly (readonly [string, string, (index: number) => unknown])[] = [
  ['documents that cannot be parsed', 'GRAPHQL_PARSE_FAILED', (index) => ({ query: `{ ${index}` })],
  ['documents that are not valid', 'GRAPHQL_VALIDATION_FAILED', (index) => ({ query: `{ unknown${index} }` })],
  ['unknown ids', 'OPERATION_NOT_REGISTERED', unknownId],
  ['invalid variables', 'BAD_USER_INPUT', () => ({ query: 'query ($id: ID!) { node(id: $id) { id } }' })],
  ['bodies that are not JSON', 'BODY_NOT_JSON', () => '{'],
  ['bodies that are strings', 'BODY_NOT_OBJECT', () => '"text"'],
];

test.each(refusedBodies)('%s use up the budget of the address', async (_name, code, body) => {
  const caller = { localAddress: newAddress() };

  expect([...(await useUp(caller, body))]).toEqual([code]);

  const refused = await post(caller, body(points));
  expect([refused.status, codeOf(refused)]).toEqual([429, 'RATE_LIMITED']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await post({ localAddress: newAddress() }, valid)).status).toBe(200);
});

test.each([
  ['sessions', (index: number) => `made-up-${index}`],
  ['sandboxes', (index: number) => `placard_sandbox_${String(index).padStart(32, '0')}_x`],
  ['application keys', (index: number) => `placard_pk_${index}`],
])('made-up tokens of %s use up the budget of the address', async (_name, token) => {
  const localAddress = newAddress();
  for (let index = 0; index < points; index += 1)
    expect((await post({ localAddress, token: token(index) }, valid)).status).toBe(401);

  expect((await post({ localAddress, token: token(points) }, valid)).status).toBe(429);
});

test('an address that is used up does not lock out the people behind it', async () => {
  const localAddress = newAddress();
  const person = await factory.createPerson();
  await useUp({ localAddress, token: 'made-up' }, () => valid);
  await useUp({ localAddress }, () => '{');

  expect((await post({ localAddress }, valid)).status).toBe(429);
  expect((await post({ localAddress, token: person.token }, valid)).status).toBe(200);
});

test('the refusals of a person and of an application count for them, and not for their address', async () => {
  const localAddress = newAddress();
  const person = await factory.createPerson();
  const text = 'query Who { viewer { id } }';
  const partner = await createPartner(factory);
  await register(partner, [text]);

  await useUp({ localAddress, token: person.token }, (index) => ({ query: `{ unknown${index} }` }));
  await useUp({ localAddress, token: partner.key }, unknownId);

  expect((await post({ localAddress, token: person.token }, valid)).status).toBe(429);
  expect((await post({ localAddress, token: partner.key }, { documentId: idOf(text) })).status).toBe(429);
  expect((await post({ localAddress }, valid)).status).toBe(200);
  const colleague = await factory.createPerson();
  expect((await post({ localAddress, token: colleague.token }, valid)).status).toBe(200);
});

test('operations that are refused over a socket count too', async () => {
  const person = await factory.createPerson();
  const socket = await openSocket(server.url);
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${person.token}` } });
  await socket.next();
  const codes: string[] = [];
  for (let index = 0; index <= points; index += 1) {
    socket.send({ id: `${index}`, type: 'subscribe', payload: { query: `{ unknown${index} }` } });
    codes.push((await socket.next()).payload[0].extensions.code);
  }

  expect(new Set(codes.slice(0, points))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
  expect(codes.at(-1)).toBe('RATE_LIMITED');
  socket.cut();
});
