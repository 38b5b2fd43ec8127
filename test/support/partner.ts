/** Applications of partners, created through the public API, and every wire that they can use. */
import { createHash } from 'node:crypto';
import { allScopes, type Scope } from '../../src/access/scopes.ts';
import type { ApiClient, Data } from './client.ts';
import type { Factory, TestPerson } from './factory.ts';
import { openGreetedSocket, sendRaw } from './raw-http.ts';
import type { TestServer } from './server.ts';

export interface TestPartner {
  readonly owner: TestPerson;
  readonly applicationId: string;
  readonly keyId: string;
  /** The key itself. */
  readonly key: string;
}

/** The id of a document: the SHA-256 of its text. */
export const idOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A manifest as GraphQL Code Generator writes it. */
export const manifestOf = (...texts: readonly string[]): string =>
  JSON.stringify(Object.fromEntries(texts.map((text) => [idOf(text), text])));

/** A scope as the value of its GraphQL enum. */
export const wordOf = (scope: Scope): string => scope.toUpperCase().replace(':', '_');

/** The result of a mutation; `selection` has the fields of the result. */
export async function change(
  who: ApiClient,
  mutation: string,
  input: Record<string, unknown>,
  selection = '',
): Promise<Data> {
  const Input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await who.ask(
    `mutation ($input: ${Input}!) { ${mutation}(input: $input) { __typename ... on Refusal { message code recovery } ${selection} } }`,
    { input },
  );
  return answer[mutation];
}

let versions = 0;

/** Registers these documents as a version of their own. @throws if that is refused */
export async function register(
  { owner, applicationId }: TestPartner,
  documents: readonly string[],
  { name = 'tests', version = `${++versions}` } = {},
): Promise<{ name: string; version: string }> {
  const input = { applicationId, name, version, manifest: manifestOf(...documents) };
  const answer = await change(owner, 'registerOperations', input, '... on OperationsRefused { problems { messages } }');
  if (answer.__typename !== 'OperationManifest') throw new Error(`Not registered: ${JSON.stringify(answer)}`);
  return { name, version };
}

/** An application of somebody with a key, these scopes (else all), and these documents registered. */
export async function createPartner(
  factory: Factory,
  {
    owner,
    scopes = allScopes,
    documents = [],
    name = 'Feed robot',
  }: {
    readonly owner?: TestPerson;
    readonly scopes?: readonly Scope[];
    readonly documents?: readonly string[];
    readonly name?: string;
  } = {},
): Promise<TestPartner> {
  const person = owner ?? (await factory.createPerson());
  const application = await change(
    person,
    'createApplication',
    { name, scopes: scopes.map(wordOf) },
    '... on Application { id }',
  );
  const { secret, key } = await change(
    person,
    'createApplicationKey',
    { applicationId: application.id },
    '... on ApplicationKeyCreated { secret key { id } }',
  );
  const partner = { owner: person, applicationId: application.id, keyId: key.id, key: secret };
  if (documents.length > 0) await register(partner, documents);
  return partner;
}

/** The request of an application: a text, or an id in one of two forms. */
export interface Payload {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

export interface WireAnswer {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, Data> }[];
  readonly extensions?: Data;
  /** Over HTTP. */
  readonly status?: number;
  readonly headers?: Data;
}

type Wire = (server: Pick<TestServer, 'url'>, token: string | undefined, payload: Payload) => Promise<WireAnswer>;

const credentials = (token: string | undefined): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {};

/** Every way to ask; each answers with the first thing that comes. */
export const wires: Readonly<Record<'POST' | 'GET' | 'SSE' | 'WebSocket', Wire>> = {
  POST: async ({ url }, token, payload) => {
    const accept = 'application/graphql-response+json';
    const headers = { 'content-type': 'application/json', accept, ...credentials(token) };
    const answer = await sendRaw(url, { headers, body: JSON.stringify(payload) });
    return { ...answer, ...JSON.parse(answer.text) };
  },
  GET: async ({ url }, token, payload) => {
    const fields = Object.entries(payload).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    const headers = { accept: 'application/graphql-response+json', ...credentials(token) };
    const answer = await sendRaw(url, {
      method: 'GET',
      path: `/graphql?${new URLSearchParams(Object.fromEntries(fields))}`,
      headers,
    });
    return { ...answer, ...JSON.parse(answer.text) };
  },
  SSE: async ({ url }, token, payload) => {
    const gone = new AbortController();
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream', ...credentials(token) };
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify(payload),
      signal: gone.signal,
    });
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      // A chunk may end anywhere in an event.
      if (/^data: ?\{.*\}\r?\n/m.test(text)) break;
    }
    gone.abort();
    const [json = '{}'] = /\{.*\}/.exec(text) ?? [];
    return { status: response.status, headers: Object.fromEntries(response.headers), ...JSON.parse(json) };
  },
  WebSocket: async ({ url }, token, payload) => {
    const socket = await openGreetedSocket(url, token);
    try {
      socket.send({ id: '1', type: 'subscribe', payload });
      const message = await socket.next();
      return message.type === 'error' ? { errors: message.payload } : message.payload;
    } finally {
      socket.cut();
    }
  },
};

/** The codes of the errors that came. */
export const codesOf = ({ errors }: WireAnswer): unknown[] | undefined =>
  errors?.map(({ extensions }) => extensions['code']);
