/**
 * The peer of the live bench: graphql-yoga's pub/sub with graphql-ws, set up as their documentation says, over the same
 * tables and with the statements of the baseline. Access is checked once, and events are pushed from memory.
 */
import { createServer } from 'node:http';
import { GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { createPubSub, createSchema, createYoga, type YogaInitialContext } from 'graphql-yoga';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { rowIdOf } from '../../src/graphql/ids.ts';
import { decodeTimelineCursor, encodeTimelineCursor } from '../../src/orders/timeline/timeline.ts';
import { hashOf } from '../../src/platform/secrets.ts';
import { shownEntry, upper, type Viewer } from '../baseline-shapes.ts';
import { prepare, type Row, statementsSent } from '../baseline-sql.ts';
import { receiveTask, reportListening } from '../child.ts';

const stops: (() => Promise<unknown>)[] = [];
const { url, isEmbedded } = await receiveTask<{ url: string; isEmbedded: boolean }>(async () => {
  for (const stop of stops) await stop();
});
const pool = new pg.Pool({ connectionString: url, max: 10 });
const sql = prepare(pool, isEmbedded);
const { rows: epochs } = await pool.query<{ epoch: string }>('select epoch from database_epoch');
const cursorAt = (orderId: string, number: unknown) =>
  encodeTimelineCursor(epochs[0]?.epoch ?? '', { orderId, number: Number(number) });

const pubSub = createPubSub<{ timeline: [orderId: string, event: object] }>();

type Context = YogaInitialContext & { readonly viewer: Viewer };

async function viewerOf(authorization: unknown): Promise<Viewer> {
  const token = /^Bearer +(\S+)$/i.exec(String(authorization))?.[1];
  const [viewer] = token ? await sql.session([hashOf(token), new Date()]) : [];
  if (!viewer) throw new GraphQLError('Sign in.');
  // The columns of the statement.
  return viewer as unknown as Viewer;
}

const eventOf = (orderId: string, row: Row) => ({
  __typename: 'TimelineEntryAdded',
  cursor: cursorAt(orderId, row['number']),
  entry: { ...shownEntry(row), message: row['text'] ? { text: row['text'] } : null },
  order: { status: row['status'], revision: row['revision'] },
});

/** Reads first and then listens. An entry in between is lost, as in the examples of the documentation. */
async function* follow(viewer: Viewer, orderId: string, after: string | null) {
  const [allowed] = await sql.mayFollow([viewer.accountId, orderId]);
  if (!allowed) throw new GraphQLError('Order not found.');
  const last = decodeTimelineCursor(after ?? '')?.number ?? 0;
  for (const row of await sql.entriesAfter([viewer.accountId, orderId, last])) yield eventOf(orderId, row);
  yield* pubSub.subscribe('timeline', orderId);
}

async function sendMessage(viewer: Viewer, { orderId, text, idempotencyKey }: Record<string, string>) {
  const id = rowIdOf('Order', String(orderId));
  const [written] = await sql.sendMessage([viewer.accountId, id, text, idempotencyKey, new Date()]);
  if (!written) throw new GraphQLError('Order not found.');
  const { number, role, createdAt, status, revision } = written;
  const entry = { number, type: 'sendMessage', at: createdAt, role, name: viewer.name, fromStatus: null };
  pubSub.publish('timeline', id, eventOf(id, { ...entry, toStatus: null, text, status, revision }));
  return {
    __typename: 'Message',
    number,
    cursor: cursorAt(id, number),
    text,
    authorRole: upper(role),
    author: { name: viewer.name },
    createdAt,
  };
}

const schema = createSchema<Context>({
  typeDefs: /* GraphQL */ `
    scalar DateTime
    type Query { ok: Boolean }
    type Account { name: String }
    type Message { number: Int cursor: String text: String authorRole: String author: Account createdAt: DateTime }
    type Refusal { code: String message: String }
    union SendMessageResult = Message | Refusal
    input SendMessageInput { orderId: ID! text: String! idempotencyKey: String }
    type Mutation { sendMessage(input: SendMessageInput!): SendMessageResult }
    type TimelineEntry { number: Int type: String occurredAt: DateTime actorRole: String actor: Account fromStatus: String toStatus: String message: Message }
    type Order { status: String revision: Int }
    type TimelineEntryAdded { cursor: String entry: TimelineEntry order: Order }
    type TimelineReset { reason: String }
    union OrderTimelineEvent = TimelineEntryAdded | TimelineReset | Refusal
    type Subscription { orderTimeline(orderId: ID!, after: String): OrderTimelineEvent }
  `,
  resolvers: {
    Mutation: {
      sendMessage: (_root: unknown, { input }: { input: Record<string, string> }, { viewer }) =>
        sendMessage(viewer, input),
    },
    Subscription: {
      orderTimeline: {
        subscribe: (_root: unknown, { orderId, after }: { orderId: string; after: string | null }, { viewer }) =>
          follow(viewer, rowIdOf('Order', orderId), after),
        resolve: (event: unknown) => event,
      },
    },
  },
});

const yoga = createYoga<object, { viewer: Viewer }>({
  schema,
  logging: false,
  context: async ({ request, connectionParams }: YogaInitialContext & { connectionParams?: Row }) => ({
    viewer: await viewerOf(connectionParams?.['authorization'] ?? request.headers.get('authorization')),
  }),
});
const server = createServer(yoga);
const sockets = new WebSocketServer({ server, path: yoga.graphqlEndpoint, perMessageDeflate: false });

/** The envelope that the engine receives with an operation, as in its documentation. */
type Enveloped = { rootValue: { execute: (args: unknown) => never; subscribe: (args: unknown) => never } };

useServer(
  {
    execute: (args: unknown) => (args as Enveloped).rootValue.execute(args),
    subscribe: (args: unknown) => (args as Enveloped).rootValue.subscribe(args),
    onSubscribe: async (ctx, _id, params) => {
      const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
        ...ctx,
        req: ctx.extra.request,
        socket: ctx.extra.socket,
        params,
      });
      const args = {
        schema,
        operationName: params.operationName,
        document: parse(params.query),
        variableValues: params.variables,
        contextValue: await contextFactory(),
        rootValue: { execute, subscribe },
      };
      const errors = validate(args.schema, args.document);
      return errors.length > 0 ? errors : args;
    },
  },
  sockets,
);

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  reportListening(typeof address === 'object' && address ? address.port : 0, statementsSent);
});
stops.push(async () => {
  for (const socket of sockets.clients) socket.terminate();
  server.closeAllConnections();
  await pool.end();
});
