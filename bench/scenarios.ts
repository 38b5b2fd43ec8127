/** What is measured: the same calls for both servers, and how to see that an answer is a good one. */
import { encodeTimelineCursor } from '../src/orders/timeline/timeline.ts';
import { sha256Hex } from '../src/platform/secrets.ts';

/** Ours, or the plain server beside it. */
export type Target = 'placard' | 'plain';

/** An order of the bench's database. */
export interface BenchOrder {
  /** The opaque id, as the API gives it out. */
  readonly id: string;
  readonly rowId: string;
  readonly advertiserToken: string;
}

/** What the database was filled with. */
export interface BenchWorld {
  /** The epoch of the database, which cursors name. */
  readonly epoch: string;
  readonly sellerToken: string;
  /** The key of an application of the seller that has registered `oneOrder`. */
  readonly sellerKey: string;
  readonly advertiserTokens: readonly string[];
  /** Orders in all statuses, to read and to talk in. The first has a chat of thousands. */
  readonly orders: readonly BenchOrder[];
  /** Orders that wait for the seller, to take steps in. */
  readonly stepOrders: readonly BenchOrder[];
  /** Groups of ads, to be shown. */
  readonly slugs: readonly string[];
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string | undefined;
  /** Empty for what is open to anybody. */
  readonly token: string;
}

export interface Scenario {
  readonly name: string;
  /** How many calls one turn has; they follow each other on one connection. */
  readonly callsPerTurn: number;
  /** The calls of turn number `turn`; `key` makes idempotency keys of this run unique. */
  turn(target: Target, world: BenchWorld, turn: number, key: string): readonly Call[];
  /** Both sides are our server, asked in two ways: what is compared is the asking. */
  readonly isOursTwice?: true;
  /** Stands in the body of every answer that did what was asked. */
  readonly sign: string;
}

const money = '{ minorUnits currency }';

const orderList = `query OrderList { orders(first: 20) {
  edges { cursor node {
    id number status statusTitle progress value ${money} needsAttention lastActivityAt
    advertiser { name } seller { name } items { title price ${money} } nextSteps { step title }
  } }
  pageInfo { hasNextPage endCursor } } }`;

/** Also registered by an application, so that it is asked for by its id. */
export const oneOrder = `query OneOrder($id: ID!) { order(id: $id) {
  id number status statusTitle progress brief value ${money} paymentStatus proof revision cursor
  viewerRole waitsFor createdAt lastActivityAt
  advertiser { id name } seller { id name } items { title price ${money} }
  actions { step title isAllowed blockedBecause blockedReason } nextSteps { step title }
  messages(last: 20) { edges { node { number text role author { name } createdAt } } pageInfo { hasPreviousPage startCursor } }
  timeline(last: 20) { edges { node { number type at actor by { name } fromStatus toStatus } } } } }`;

const sendMessage = `mutation SendMessage($input: SendMessageInput!) { sendMessage(input: $input) { __typename
  ... on Message { number cursor text role author { name } createdAt } ... on Refusal { code message } } }`;

const stepDocument = (
  step: string,
  input: string,
) => `mutation Step($input: ${input}!) { ${step}(input: $input) { __typename
  ... on Order { id status progress revision cursor lastActivityAt nextSteps { step title } } ... on Refusal { code message } } }`;
const requestFeedback = stepDocument('requestFeedback', 'RequestFeedbackInput');
const withdrawFeedbackRequest = stepDocument('withdrawFeedbackRequest', 'WithdrawFeedbackRequestInput');

/** The subscription whose events both servers push. */
export const timelineSubscription = `subscription Timeline($orderId: ID!, $after: String) { orderTimeline(orderId: $orderId, after: $after) { __typename
  ... on TimelineEntryAdded { cursor entry { number type at actor by { name } fromStatus toStatus message { text } } order { status revision } }
  ... on TimelineReset { reason } ... on Refusal { code message } } }`;

/** What both servers push for an entry. */
export interface PushedEvent {
  readonly __typename: string;
  readonly cursor: string;
  readonly entry: {
    readonly number: number;
    readonly type: string;
    readonly message: { readonly text: string } | null;
  };
}

const graphql = (query: string, variables: unknown, token: string): Call => ({
  method: 'POST',
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
  token,
});
const get = (path: string, token: string): Call => ({ method: 'GET', path, body: undefined, token });
const post = (path: string, body: unknown, token: string): Call => ({
  method: 'POST',
  path,
  body: JSON.stringify(body),
  token,
});

/** The element that has its turn. Throws for an empty list. */
export function pick<One>(list: readonly One[], turn: number): One {
  const one = list[turn % list.length];
  if (one === undefined) throw new Error('There is nothing to pick from');
  return one;
}

/** Every fifth call is the seller's, whose list is the longest; the others are the advertisers'. */
const isSellersTurn = (turn: number) => turn % 5 === 0;

export const scenarios: readonly Scenario[] = [
  {
    name: 'order list',
    callsPerTurn: 1,
    sign: '"hasNextPage":',
    turn: (target, { sellerToken, advertiserTokens }, turn) => {
      const token = isSellersTurn(turn) ? sellerToken : pick(advertiserTokens, turn);
      return [target === 'placard' ? graphql(orderList, {}, token) : get('/orders?first=20', token)];
    },
  },
  {
    name: 'one order',
    callsPerTurn: 1,
    sign: '"viewerRole":',
    turn: (target, { sellerToken, orders }, turn) => {
      const { id, advertiserToken } = pick(orders, turn);
      const token = isSellersTurn(turn) ? sellerToken : advertiserToken;
      return [target === 'placard' ? graphql(oneOrder, { id }, token) : get(`/orders/${id}`, token)];
    },
  },
  {
    name: 'one order by id',
    callsPerTurn: 1,
    isOursTwice: true,
    sign: '"viewerRole":',
    turn: (target, { sellerToken, sellerKey, orders }, turn) => {
      const variables = { id: pick(orders, turn).id };
      return [
        target === 'placard'
          ? post('/graphql', { documentId: sha256Hex(oneOrder), variables }, sellerKey)
          : graphql(oneOrder, variables, sellerToken),
      ];
    },
  },
  {
    name: 'sendMessage',
    callsPerTurn: 1,
    sign: '"__typename":"Message"',
    turn: (target, { sellerToken, orders }, turn, key) => {
      const { id, advertiserToken } = pick(orders, turn);
      const token = isSellersTurn(turn) ? sellerToken : advertiserToken;
      const said = { text: `The banner may be a little wider, please (${turn}).`, idempotencyKey: `${key}:${turn}` };
      return [messageCall(target, token, id, said)];
    },
  },
  {
    name: 'step',
    callsPerTurn: 2,
    sign: '"__typename":"Order"',
    turn: (target, { sellerToken, stepOrders }, turn, key) => {
      const { id } = pick(stepOrders, turn);
      return stepCalls(target, sellerToken, id, `${key}:${turn}`);
    },
  },
  {
    name: 'placement',
    callsPerTurn: 1,
    sign: '"frameUrl":',
    turn: (_target, { slugs }, turn) => [get(`/p/${pick(slugs, turn)}.json`, '')],
  },
  {
    name: 'placement, static',
    callsPerTurn: 1,
    sign: '"frameUrl":',
    turn: (target, { slugs }, turn) => [
      get(`${target === 'placard' ? '/p' : '/static'}/${pick(slugs, turn)}.json`, ''),
    ],
  },
];

/** Says something in an order. */
export const messageCall = (
  target: Target,
  token: string,
  orderId: string,
  said: { readonly text: string; readonly idempotencyKey: string },
): Call =>
  target === 'placard'
    ? graphql(sendMessage, { input: { orderId, ...said } }, token)
    : post(`/orders/${orderId}/messages`, said, token);

/** Two steps of the seller that lead from PENDING to FEEDBACK_REQUIRED and back. */
export function stepCalls(target: Target, sellerToken: string, id: string, key: string): readonly [Call, Call] {
  const asked = { question: 'Which of the two headlines do you prefer?', idempotencyKey: `${key}:ask` };
  const withdrawn = { idempotencyKey: `${key}:withdraw` };
  return target === 'placard'
    ? [
        graphql(requestFeedback, { input: { orderId: id, ...asked } }, sellerToken),
        graphql(withdrawFeedbackRequest, { input: { orderId: id, ...withdrawn } }, sellerToken),
      ]
    : [
        post(`/orders/${id}/steps/requestFeedback`, asked, sellerToken),
        post(`/orders/${id}/steps/withdrawFeedbackRequest`, withdrawn, sellerToken),
      ];
}

/** The place before the newest entry: whoever follows from there gets that entry at once, and knows that the stream is live. */
export const cursorBeforeLast = ({ epoch }: BenchWorld, orderId: string, logNumber: number): string =>
  encodeTimelineCursor(epoch, { orderId, number: logNumber - 1 });
