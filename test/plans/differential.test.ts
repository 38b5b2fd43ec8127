/** Random queries, answered by plans and by resolvers: the answers are the same, byte by byte. */
import {
  type ExecutionResult,
  execute,
  GraphQLError,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../../src/access/scopes.ts';
import { anonymous, soleOwnerOf, type Viewer } from '../../src/access/viewer.ts';
import { loadDemoData } from '../../src/demo/load.ts';
import { type Context, createContext } from '../../src/graphql/context.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { compilePlan } from '../../src/plans/compile.ts';
import type { FieldPlan, FindPlan, ListPlan } from '../../src/plans/declarations.ts';
import { RowSource } from '../../src/plans/row-source.ts';
import { NotPlanned } from '../../src/plans/selection.ts';
import { answerByPlan } from '../../src/plans/use-plans.ts';
import { Refusal } from '../../src/platform/errors.ts';
import { schema } from '../../src/schema.ts';
import { pick, seededRandom } from '../support/random.ts';
import { useServer } from '../support/use-server.ts';
import { type RandomQuery, randomQuery } from './random-documents.ts';
import { singleFieldQueries } from './single-field-queries.ts';
import { unplannedEntryFields, unplannedFields } from './unplanned-fields.ts';

const { server } = useServer();
const documentCount = Number(process.env['PLAN_DOCUMENTS'] ?? 300);
const seed = Number(process.env['PLAN_SEED'] ?? Date.now() % 1_000_000);

const except = new Set([...Object.values(unplannedFields).flat(), ...unplannedEntryFields]);
let viewers: readonly Viewer[];
let ids: readonly string[];
let numbers: readonly number[];

beforeAll(async () => {
  const { app } = server;
  await loadDemoData(app, () => undefined);
  const orders = await app.db.order.findMany({ select: { id: true, number: true } });
  ids = [...orders.map(({ id }) => toGlobalId('Order', id)), toGlobalId('Order', crypto.randomUUID()), 'none'];
  numbers = [...orders.map(({ number }) => number), 2_000_000_000];
  const accounts = await app.db.account.findMany({ orderBy: { createdAt: 'asc' } });
  const [first] = accounts;
  const application = (accountId: string, scopes: readonly Scope[]): Viewer => ({
    kind: 'application',
    accountId,
    applicationId: crypto.randomUUID(),
    keyId: crypto.randomUUID(),
    scopes,
    operationsRevision: 0,
    quotaCapacity: null,
    quotaRestorePerSecond: null,
  });
  viewers = [
    anonymous,
    ...accounts.map(({ id, isOperator }) => soleOwnerOf(id, { isOperator })),
    ...accounts.flatMap(({ id }) => [application(id, ['ORDERS_READ']), application(id, ['ADS_READ'])]),
    {
      ...soleOwnerOf(first?.id ?? ''),
      memberships: accounts.slice(0, 3).map(({ id }) => ({ accountId: id, role: 'MEMBER', isOperator: false })),
    },
  ];
});

const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

/** The context of an operation, as the server makes it. */
const contextOf = (viewer: Viewer): Context =>
  createContext({
    app: server.app,
    viewer,
    rateLimitKey: 'test',
    query: '',
    userAgent: undefined,
    source: 'text',
    retirement: undefined,
    deprecated: [],
    deprecations: new Map() as never,
    countRefusal: () => undefined,
    lease: { start: () => () => undefined, cancel: () => undefined },
  });

type Answers =
  | { readonly kind: 'planned'; readonly resolved: ExecutionResult; readonly planned: unknown }
  | { readonly kind: 'not planned'; readonly resolved: ExecutionResult; readonly reason: unknown };

/** The answers of the resolvers and of the plan. */
async function bothAnswers({ text, variables }: RandomQuery, viewer: Viewer): Promise<Answers> {
  const document = parse(text);
  const problems = validate(schema, document, rules);
  if (problems.length > 0) throw new Error(`The generated query is not valid: ${problems[0]?.message}\n${text}`);
  const resolved = await execute({ schema, document, variableValues: variables, contextValue: contextOf(viewer) });
  try {
    const plan = compilePlan({ schema, document, operationName: undefined, variables });
    return { kind: 'planned', resolved, planned: await answerByPlan(plan, contextOf(viewer), variables) };
  } catch (reason) {
    return { kind: 'not planned', resolved, reason };
  }
}

/** The first query that is answered in two ways, in words; undefined if there is none. */
async function findDifference(ofSeed: number, count: number, compared = { orders: 0 }): Promise<string | undefined> {
  const random = seededRandom(ofSeed);
  for (let index = 0; index < count; index += 1) {
    const query = randomQuery({ random, ids, numbers, except });
    const viewer = pick(random, viewers);
    const answers = await bothAnswers(query, viewer);
    const { resolved } = answers;
    const where = `PLAN_SEED=${ofSeed}, query ${index}: ${query.text} ${JSON.stringify(query.variables)} as ${JSON.stringify(viewer)}`;
    if (answers.kind === 'not planned') {
      // An argument that is not allowed. The resolvers say so, unless there is no object to ask.
      if (answers.reason instanceof GraphQLError || answers.reason instanceof Refusal) continue;
      if (answers.reason instanceof NotPlanned && except.has(answers.reason.message)) continue;
      return `not planned: ${answers.reason}\n${where}`;
    }
    const [planned, expected] = [JSON.stringify(answers.planned), JSON.stringify(resolved.data)];
    if (resolved.errors || planned !== expected)
      return `planned ${planned}\nresolved ${JSON.stringify(resolved)}\n${where}`;
    if (planned.includes('"Order"')) compared.orders += 1;
  }
  return undefined;
}

describe('Plans', () => {
  test(`answer ${documentCount} random queries as the resolvers do (PLAN_SEED=${seed})`, async () => {
    const compared = { orders: 0 };

    expect(await findDifference(seed, documentCount, compared)).toBeUndefined();
    // Many viewers see none of the orders that they ask for.
    expect(compared.orders).toBeGreaterThan(documentCount / 8);
  });

  test('leave to the resolvers the fields of the list, and no others', async () => {
    const people = viewers.filter(({ kind }) => kind === 'person');
    const names = new Set<string>();
    for (const text of singleFieldQueries())
      for (const viewer of people) {
        const answers = await bothAnswers({ text, variables: {} }, viewer);
        if (answers.kind === 'not planned') names.add(String((answers.reason as Error).message));
      }

    for (const name of unplannedEntryFields) names.delete(name);
    expect([...names].sort()).toEqual(Object.values(unplannedFields).flat().sort());
  });
});

const queryField = (name: string) => {
  const field = schema.getQueryType()?.getFields()[name];
  if (!field) throw new Error(`There is no query ${name}`);
  return field;
};
const planOf = (name: string) => queryField(name).extensions['plan'] as FieldPlan;

/** Changes the plan of a field of the query. Returns what changes it back. */
function plant(name: string, change: object): () => void {
  const { extensions } = queryField(name);
  const original = planOf(name);
  Object.assign(extensions, { plan: { ...original, ...change } });
  return () => Object.assign(extensions, { plan: original });
}

// Before any fault is planted.
const findOrder = planOf('order') as FindPlan;
const listOrders = planOf('orders') as ListPlan;

/** Faults that a change could bring in; each must be found. */
const faults: Readonly<Record<string, () => () => void>> = {
  'a condition of access is left out': () =>
    plant('order', {
      condition: (args: unknown, context: Context) =>
        findOrder.condition(args, { ...context, viewer: soleOwnerOf(crypto.randomUUID(), { isOperator: true }) }),
    }),
  'an order is reversed': () =>
    plant('orders', {
      list: (args: unknown, context: Context) => {
        const window = listOrders.list(args, context);
        return { ...window, page: (rows: readonly unknown[]) => window.page([...rows].reverse()) };
      },
    }),
  'rows are those of another object': () => {
    const { selectRows } = RowSource.prototype;
    RowSource.prototype.selectRows = function (plan) {
      return selectRows.call(this, {
        ...plan,
        match: (row) => `${row}.order_id = (select min(id::text)::uuid from "order")`,
      });
    };
    return () => Object.assign(RowSource.prototype, { selectRows });
  },
  'a value is null where none may be': () => {
    const { decode } = RowSource.prototype;
    RowSource.prototype.decode = function (content) {
      return { ...decode.call(this, content), status: null };
    };
    return () => Object.assign(RowSource.prototype, { decode });
  },
  'two pages of a list are taken for one': () => {
    const { selectPage } = RowSource.prototype;
    RowSource.prototype.selectPage = function (_name, ...others) {
      return selectPage.call(this, 'page', ...others);
    };
    return () => Object.assign(RowSource.prototype, { selectPage });
  },
};

describe('The comparison', () => {
  const [knownSeed, queryCount] = [7, 400];

  test('finds no fault where none is planted', async () => {
    expect(await findDifference(knownSeed, queryCount)).toBeUndefined();
  });

  test.each(Object.entries(faults))('finds the fault that %s', async (_name, plantFault) => {
    const remove = plantFault();
    try {
      expect(await findDifference(knownSeed, queryCount)).toBeDefined();
    } finally {
      remove();
    }
  });
});
