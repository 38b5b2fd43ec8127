/** No request costs much processor time, whatever texts it contains. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { schema } from '../../src/schema.ts';
import type { TestPerson } from '../support/factory.ts';
import { sampleOf } from '../support/mutations.ts';
import { processorMsOf } from '../support/processor-time.ts';
import { sendRaw } from '../support/raw-http.ts';
import { useServer } from '../support/use-server.ts';

/** Processor time of a request, and of one that is refused before it is authenticated. */
const maxMs = 200;
const maxRefusedMs = 50;

// The limits of rates would refuse most of the requests.
const usualRates = structuredClone(limits.rates);
beforeAll(() => {
  for (const rate of Object.values(limits.rates)) Object.assign(rate, { points: 1_000_000 });
});
afterAll(() => {
  Object.assign(limits.rates, usualRates);
});

const { server, factory } = useServer();
let person: TestPerson;

beforeAll(async () => {
  person = await factory.createPerson({ isOperator: true });
});

/** Sends an operation and waits for the answer; of a subscription, for its beginning. */
async function post(body: unknown): Promise<Response> {
  const abort = new AbortController();
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      authorization: `Bearer ${person.token}`,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal: abort.signal,
  });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) abort.abort();
  else await response.arrayBuffer();
  return response;
}

/** A place for a text in an argument. */
interface TextPlace {
  /** The names of the input fields that lead to it. */
  readonly path: string;
  /** The value of the argument with this text. */
  readonly valueWith: (text: string) => unknown;
}

const numbers = ['Int', 'SafeInt', 'Float', 'Boolean'];

function textPlaces(type: GraphQLInputType, path: string): readonly TextPlace[] {
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return textPlaces(nullable.ofType, path).map((item) => ({ ...item, valueWith: (text) => [item.valueWith(text)] }));
  if (isLeafType(nullable)) return numbers.includes(nullable.name) ? [] : [{ path, valueWith: (text) => text }];
  if (!isInputObjectType(nullable)) return [];
  const fields = Object.values(nullable.getFields());
  const samples = fields.filter(isRequiredInputField).map((field) => [field.name, sampleOf(field.type)]);
  return fields.flatMap((field) =>
    textPlaces(field.type, `${path}.${field.name}`).map((place) => ({
      ...place,
      valueWith: (text: string) => ({ ...Object.fromEntries(samples), [field.name]: place.valueWith(text) }),
    })),
  );
}

/** The document that calls a field of a root type several times with the same arguments. */
function documentFor(root: string, field: GraphQLField<unknown, unknown>, given: readonly GraphQLArgument[]): string {
  const calls = root === 'query' ? 5 : 1;
  const definitions = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const values = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  const aliases = Array.from({ length: calls }, (_, index) => `a${index}: ${field.name}(${values}) ${selection}`);
  return `${root} (${definitions}) { ${aliases.join(' ')} }`;
}

const rootTypes = Object.entries({
  query: schema.getQueryType(),
  mutation: schema.getMutationType(),
  subscription: schema.getSubscriptionType(),
});
const textArguments = rootTypes.flatMap(([root, type]) =>
  Object.values(type?.getFields() ?? {}).flatMap((field) =>
    field.args.flatMap((argument) => {
      const others = field.args.filter((one) => one !== argument && isRequiredArgument(one));
      const samples = Object.fromEntries(others.map((one) => [one.name, sampleOf(one.type)]));
      return textPlaces(argument.type, argument.name).map(({ path, valueWith }) => ({
        place: `${root} ${field.name} ${path}`,
        query: documentFor(root, field, [...others, argument]),
        variablesWith: (text: string) => ({ ...samples, [argument.name]: valueWith(text) }),
      }));
    }),
  ),
);

const textBytes = 90_000;
const filled = (text: string) => text.repeat(textBytes / text.length);
const base64 = (text: string) => Buffer.from(text).toString('base64url').slice(0, textBytes);
/** Texts on which patterns backtrack: runs of what a quantifier matches, before something that it does not match. */
const longTexts = [`x${filled(' ')}x`, `x@${filled('.')}@`, base64(`Order:${filled('1:')}`)];

test.each(textArguments)('$place does not cost much with a long text', async ({ query, variablesWith }) => {
  for (const text of longTexts) {
    const ms = await processorMsOf(() => post({ query, variables: variablesWith(text) }), maxMs);
    expect(ms, text.slice(0, 20)).toBeLessThanOrEqual(maxMs);
  }
});

const repeat = (count: number, of: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');
/** A document that spreads this number of fragments with the same fields. */
const withFragments = (count: number, fields: string) =>
  `{ node(id: "x") { ${repeat(count, (index) => `...F${index}`)} } } ${repeat(count, (index) => `fragment F${index} on Order { ${fields} }`)}`;
const money = 'items { price { currency } }';

/** Documents whose validation takes longer than their length suggests. */
const documents = {
  'more fragments than are allowed': withFragments(120, money),
  'as many fragments as are allowed': withFragments(
    limits.fragments,
    repeat(5, () => money),
  ),
  'one field many times': `{ ${repeat(280, () => 'viewer { id }')} }`,
  'a scalar many times': `{ viewer { ${repeat(1_900, () => 'id')} } }`,
  'unknown fields': `{ ${repeat(1_900, (index) => `viewerr${index}`)} }`,
  'unknown fields with long names': `{ ${repeat(900, (index) => `${'x'.repeat(95)}${index}`)} }`,
  'unknown types': `{ node(id: "x") { ${repeat(300, (index) => `... on Ordr${index} { id }`)} } }`,
  'one long name': `{ ${'v'.repeat(textBytes)} }`,
  'many operations': repeat(250, (index) => `query Q${index} { viewer { id } }`),
  'unused variables': `query (${repeat(450, (index) => `$v${index}: ID`)}) { viewer { id } }`,
  'a long comment': `{ viewer { id } } #${'x'.repeat(textBytes)}`,
  'a block string of many lines': `{ node(id: """${'\n  x'.repeat(18_000)}""") { id } }`,
  'nested inline fragments': `{ viewer ${'{ ... '.repeat(600)} { id } ${'}'.repeat(600)} }`,
};

test.each(Object.entries(documents))('a document with %s does not cost much', async (_name, query) => {
  // Another comment, so that the document is not cached.
  let run = 0;

  const ms = await processorMsOf(() => post({ query: `${query} # ${run++}` }), maxMs);

  expect(ms).toBeLessThanOrEqual(maxMs);
});

const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, index]));
const query = '{ viewer { id } }';
const deepList = `${'['.repeat(textBytes / 2)}${']'.repeat(textBytes / 2)}`;
/** Bodies of the wrong types, and long texts in the place of ids. Those in the form of a text are sent unchanged. */
const bodies: Readonly<Record<string, unknown>> = {
  'a string': `"${'x'.repeat(textBytes)}"`,
  'a list': Array(textBytes / 2).fill(1),
  'a list of lists': deepList,
  'an object with many keys': keys(6_000),
  'an object with a query and many keys': { query, ...keys(6_000) },
  'variables that are a string': { query, variables: 'x'.repeat(textBytes) },
  'deep variables': `{ "query": "${query}", "variables": { "deep": ${deepList} } }`,
  'deep extensions': `{ "query": "${query}", "extensions": { "persistedQuery": ${deepList} } }`,
  'variables with many keys': { query, variables: keys(6_000) },
  'variables that are a list': { query, variables: Array(textBytes / 2).fill(1) },
  'extensions that are a string': { query, extensions: 'x'.repeat(textBytes) },
  'extensions with many keys': { query, extensions: keys(6_000) },
  'a query that is a list': { query: Array(textBytes / 2).fill(1) },
  'a query that is an object': { query: keys(6_000) },
  'a long name of an operation': { query, operationName: 'x'.repeat(textBytes) },
  'a name of an operation that is a list': { query, operationName: Array(textBytes / 2).fill(1) },
  'a long id': { documentId: 'a'.repeat(textBytes) },
  'a long id with a prefix': { documentId: `sha256:${'a'.repeat(textBytes)}` },
  'a long id in its extensions': { extensions: { persistedQuery: { sha256Hash: 'a'.repeat(textBytes) } } },
};

test.each(Object.entries(bodies))('a body that is or has %s does not cost much', async (_name, body) => {
  const ms = await processorMsOf(() => post(body), maxRefusedMs);

  expect(ms).toBeLessThanOrEqual(maxRefusedMs);
});

const headers: Readonly<Record<string, Record<string, string>>> = {
  'a long token': { authorization: `Bearer ${'x'.repeat(14_000)}` },
  'a token after many spaces': { authorization: `Bearer${' '.repeat(14_000)}x y` },
  'a long token of a sandbox': { authorization: `Bearer placard_sandbox_${'0'.repeat(14_000)}` },
  'a long key': { authorization: `Bearer placard_pk_${'0'.repeat(14_000)}` },
  'a long account': { 'placard-account': 'x'.repeat(14_000) },
  'many languages': { 'accept-language': 'x;q=1,'.repeat(2_000) },
  'many cookies': { cookie: 'a=b; '.repeat(2_800), 'placard-csrf': '1' },
  'many media types': { accept: 'text/x;q=0.1,'.repeat(900) },
  'a long content type': { 'content-type': `application/json;${' '.repeat(14_000)}` },
};

test.each(Object.entries(headers))('a request with %s does not cost much', async (_name, more) => {
  const request = { headers: { 'content-type': 'application/json', ...more }, body: JSON.stringify({ query }) };

  const ms = await processorMsOf(() => sendRaw(server.url, request), maxRefusedMs);

  expect(ms).toBeLessThanOrEqual(maxRefusedMs);
});
