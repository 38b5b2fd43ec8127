/** Every mutation takes an idempotency key: the same request with the same key has one effect and one answer. */
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { limits } from '../../src/limits.ts';
import { adSteps } from '../../src/process/ad.ts';
import { orderSteps } from '../../src/process/order.ts';
import { schema } from '../../src/schema.ts';
import type { ApiClient, Data } from '../support/client.ts';
import { mutations } from '../support/mutations.ts';
import { errorsIn } from '../support/raw-http.ts';
import { type Repeatable, repeatableMutations } from '../support/repeatable.ts';
import { useServer } from '../support/use-server.ts';
import { eventually } from '../support/wait.ts';

const { server, second, factory } = useServer({ instances: 2, config: { redisUrl: undefined } });
afterEach(() => expect(errorsIn([...server.logged, ...second.logged])).toEqual([]));

const repeatable = repeatableMutations(server, factory);

/** The mutations whose keys are on the timeline of an order or with their sandbox, each with tests of its own. */
const keptElsewhere = [
  ...[...orderSteps, ...adSteps].map(([step]) => step as string),
  ...['sendMessage', 'updateMessage', 'deleteMessage', 'advanceClock'],
  ...['createSandbox', 'deleteSandbox', 'createSandboxKey', 'completeTestPayment'],
];

test.each(mutations)('$name takes an optional idempotency key', ({ inputType }) => {
  const type = schema.getType(inputType);

  expect(isInputObjectType(type) && String(type.getFields()['idempotencyKey']?.type)).toBe('String');
});

test('every mutation is repeated by a test', () => {
  const names = mutations.map(({ name }) => name);

  expect(names.filter((name) => !repeatable[name] && !keptElsewhere.includes(name))).toEqual([]);
  expect(Object.keys(repeatable).filter((name) => !names.includes(name))).toEqual([]);
});

/**
 * Fields that change some time after a request: when its jobs have delivered an e-mail or made a payment page, or when the
 * other instance has read the settings of the marketplace again.
 */
const movingFields = ['cursor', 'lastActivityAt', 'checkoutUrl', 'hasTermsToAccept'];

/** The plain fields of a type, and those of the objects in it. */
function selectionOf(type: GraphQLObjectType, depth = 2): string {
  const fields = Object.values(type.getFields()).flatMap(({ name, args, type: fieldType }) => {
    const named = getNamedType(fieldType);
    if (args.some(isRequiredArgument) || movingFields.includes(name)) return [];
    if (isLeafType(named)) return [name];
    const isPlainObject = isObjectType(named) && !named.name.endsWith('Connection');
    return isPlainObject && depth > 1 && !isList(fieldType) ? [`${name} { ${selectionOf(named, depth - 1)} }`] : [];
  });
  return ['__typename', ...fields].join(' ');
}
const isList = (type: GraphQLOutputType) => isListType(getNullableType(type));

/** A document that selects the plain fields of the result, under names that cannot conflict. */
function documentOf(name: string): string {
  const mutation = mutations.find((one) => one.name === name);
  const union = mutation && getNamedType(mutation.result);
  if (!mutation || !isUnionType(union)) throw new Error(`${name} has no result union`);
  const fragments = union.getTypes().map((type) => {
    const isRefusal = type.getInterfaces().some((one) => one.name === 'Refusal');
    return `... on ${type.name} { ${isRefusal ? 'code message' : selectionOf(type)} }`;
  });
  return `mutation Repeat($input: ${mutation.inputType}!) { answer: ${name}(input: $input) { __typename ${fragments.join(' ')} } }`;
}

/** The same caller on the other instance. */
const beside = (who: ApiClient): ApiClient => ({
  ...who,
  send: (query, variables) => sendTo(second.url, who.token, query, variables),
});

async function sendTo(url: string, token: string | undefined, query: string, variables?: Data) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Data;
  return { status: response.status, data: body.data, errors: body.errors };
}

/** As `sendOnce`, for a request that ends its session: undefined if the other one has ended it before this one arrives. */
async function sendWithEndingSession(who: ApiClient, name: string, input: Data): Promise<Data | undefined> {
  const { status, data } = await who.send(documentOf(name), { input });
  return status === 401 ? undefined : data.answer;
}

async function sendOnce(who: ApiClient, name: string, input: Data): Promise<Data> {
  const { data, errors } = await who.send(documentOf(name), { input });
  expect([name, errors]).toEqual([name, undefined]);
  return data.answer;
}

/** Tables that change without a request: keys themselves, and what records the use of something. */
const changingTables = ['idempotency_key', '_prisma_migrations'];
/** Columns that are written some time after a request. */
const changingColumns = ['last_used_at', 'last_seen_at'];

interface TableState {
  readonly name: string;
  readonly rows: number;
  readonly digest: string;
}

/** The number of rows and a digest of each table, once all e-mails are delivered and all payment pages exist. */
async function readTables(): Promise<readonly TableState[]> {
  const { db } = server.app;
  await eventually(async () => {
    // A page that is made queues an e-mail, so the pages are counted first.
    expect(await db.payment.count({ where: { provider: 'TEST', status: 'OPEN', checkoutUrl: null } })).toBe(0);
    expect(await db.email.count({ where: { status: 'QUEUED' } })).toBe(0);
  });
  const tables = await db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`;
  const statements = tables
    .filter(({ name }) => !changingTables.includes(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*)::int as rows, coalesce(md5(string_agg(text, '' order by text)), '') as digest
         from (select (to_jsonb(row) - '{${changingColumns.join(',')}}'::text[])::text as text from public."${name}" row) all_rows`,
    );
  return db.$queryRawUnsafe<TableState[]>(`${statements.join(' union all ')} order by name`);
}

/** The number of rows that each table has gained or lost; tables without a difference are left out. */
function differenceOf(before: readonly TableState[], after: readonly TableState[]): Record<string, number> {
  const rowsBefore = new Map(before.map(({ name, rows }) => [name, rows]));
  const differences = after.map(({ name, rows }) => [name, rows - (rowsBefore.get(name) ?? 0)] as const);
  return Object.fromEntries(differences.filter(([, difference]) => difference !== 0));
}

/** Another valid input for the same key: one field has another value of its type. */
function otherInput({ input, other }: Repeatable): Data {
  if (other) return { ...input, ...other };
  const [name, value] = Object.entries(input)[0] ?? [];
  if (name === undefined) return undefined;
  return { ...input, [name]: otherValue(value) };
}

function otherValue(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  const [, typename] = /^([A-Za-z]+):[0-9a-f-]{36}$/.exec(Buffer.from(String(value), 'base64url').toString()) ?? [];
  return typename
    ? Buffer.from(`${typename}:00000000-0000-7000-8000-000000000001`).toString('base64url')
    : `${value} again`;
}

describe.each(Object.entries(repeatable))('%s', (name, prepare) => {
  test('has one effect and one answer for one key, also concurrently and on two instances', async () => {
    const single = await prepare();
    const beforeSingle = await readTables();
    const expected = await sendOnce(single.who, name, single.input);
    const effect = differenceOf(beforeSingle, await readTables());

    const request = await prepare();
    const { who, input, endsSession = false } = request;
    const keyed = { ...input, idempotencyKey: `key of ${name}` };
    const beforeKeyed = await readTables();
    for (const invalidKey of ['', 'x'.repeat(limits.idempotencyKeyCharacters + 1)])
      expect(await sendOnce(who, name, { ...input, idempotencyKey: invalidKey })).toMatchObject({
        __typename: 'InputInvalid',
        message: expect.stringContaining('idempotencyKey'),
      });
    const send = endsSession ? sendWithEndingSession : sendOnce;
    const answers = await Promise.all([send(who, name, keyed), send(beside(who), name, keyed)]);
    const [answer = {}, sameAnswer = answer] = answers.filter((one) => one !== undefined);
    const afterKeyed = await readTables();

    expect(expected).not.toHaveProperty('code');
    expect(answer).toMatchObject({ __typename: expected.__typename });
    expect(sameAnswer).toEqual(answer);
    expect(differenceOf(beforeKeyed, afterKeyed)).toEqual(effect);

    if (endsSession) {
      expect(await sendWithEndingSession(who, name, keyed)).toBeUndefined();
    } else {
      expect(await sendOnce(who, name, keyed)).toEqual(answer);
      const other = otherInput(request);
      const reused = other
        ? await sendOnce(who, name, { ...other, idempotencyKey: keyed.idempotencyKey })
        : await sendOnce(who, 'updatePerson', { name: 'Other', idempotencyKey: keyed.idempotencyKey });
      expect(reused).toMatchObject({ __typename: 'IdempotencyKeyReused' });
    }
    // A wrong code is counted as an attempt, which is the only change.
    const ignored = name === 'signIn' ? ['sign_in_code'] : [];
    const stable = (tables: readonly TableState[]) => tables.filter((table) => !ignored.includes(table.name));
    expect(stable(await readTables())).toEqual(stable(afterKeyed));
  });
});
