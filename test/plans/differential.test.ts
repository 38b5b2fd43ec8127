/** Random queries, answered by plans and by resolvers: the answers are the same, byte by byte. */
import { execute, GraphQLError, NoUnusedVariablesRule, parse, specifiedRules, validate } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Scope } from '../../src/access/scopes.ts';
import { anonymous, soleOwnerOf, type Viewer } from '../../src/access/viewer.ts';
import { loadDemoData } from '../../src/demo/load.ts';
import { type Context, createContext } from '../../src/graphql/context.ts';
import { toGlobalId } from '../../src/graphql/ids.ts';
import { compilePlan, NotPlanned } from '../../src/plans/compile.ts';
import { answerByPlan } from '../../src/plans/use-plans.ts';
import { schema } from '../../src/schema.ts';
import { seededRandom } from '../support/random.ts';
import { useServer } from '../support/use-server.ts';
import { unplannedFields } from './unplanned-fields.ts';
import { type RandomQuery, randomQuery } from './random-documents.ts';

const { server } = useServer();
const documentCount = Number(process.env['PLAN_DOCUMENTS'] ?? 300);
const seed = Number(process.env['PLAN_SEED'] ?? Date.now() % 1_000_000);

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
    ...accounts.flatMap(({ id }) => [application(id, ['orders:read']), application(id, ['ads:read'])]),
    { ...soleOwnerOf(first?.id ?? ''), memberships: accounts.slice(0, 3).map(({ id }) => ({ accountId: id, role: 'MEMBER', isOperator: false })) },
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
    retirement: undefined,
    deprecated: [],
    deprecations: new Map() as never,
    countRefusal: () => undefined,
    lease: { start: () => () => undefined, cancel: () => undefined },
  });

/** The answers of both; undefined if the query has no plan, or if the resolvers say what is wrong with it. */
async function bothAnswers({ text, variables }: RandomQuery, viewer: Viewer) {
  const document = parse(text);
  const problems = validate(schema, document, rules);
  if (problems.length > 0) throw new Error(`The generated query is not valid: ${problems[0]?.message}\n${text}`);
  const resolved = await execute({ schema, document, variableValues: variables, contextValue: contextOf(viewer) });
  try {
    const plan = compilePlan({ schema, document, operationName: undefined, variables });
    const planned = await answerByPlan(plan, contextOf(viewer), variables);
    return { resolved, planned };
  } catch (error) {
    return { resolved, failure: error as Error };
  }
}

describe('Plans', () => {
  test(`answer as the resolvers do (PLAN_SEED=${seed})`, async () => {
    const random = seededRandom(seed);
    const unplanned = new Map<string, number>();
    const counts = { planned: 0, refused: 0, unplanned: 0, withOrders: 0 };
    for (let index = 0; index < documentCount; index += 1) {
      const query = randomQuery({ random, ids, numbers, except: new Set(Object.keys(unplannedFields)) });
      const viewer = viewers[Math.floor(random() * viewers.length)] ?? anonymous;
      const { resolved, planned, failure } = await bothAnswers(query, viewer);
      const where = `PLAN_SEED=${seed}, query ${index}: ${query.text} ${JSON.stringify(query.variables)} as ${JSON.stringify(viewer)}`;
      if (failure) {
        if (failure instanceof NotPlanned) unplanned.set(failure.message, (unplanned.get(failure.message) ?? 0) + 1);
        // An argument that is not allowed: the resolvers say so, unless there is no object to ask.
        else if (!resolved.errors) expect(failure, `${where}\n${failure.stack}`).toBeInstanceOf(GraphQLError);
        counts[failure instanceof NotPlanned ? 'unplanned' : 'refused'] += 1;
        continue;
      }
      expect(resolved.errors, where).toBeUndefined();
      expect(JSON.stringify(planned), where).toBe(JSON.stringify(resolved.data));
      counts.planned += 1;
      if (JSON.stringify(planned).includes('"Order"')) counts.withOrders += 1;
    }
    console.log(counts, unplanned);

    // Most viewers of most orders are somebody else.
    expect(counts.withOrders).toBeGreaterThan(documentCount / 8);
  });
});
