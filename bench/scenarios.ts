/** The scenarios: the same calls for both servers, and the text by which a successful answer is known. */
import { encodeTimelineCursor } from '../src/orders/timeline/timeline.ts';
import { sha256Hex } from '../src/platform/secrets.ts';

/** Placard, or the hand-written server beside it. */
export type Target = 'placard' | 'baseline';

/** An order of the bench's database. */
export interface BenchOrder {
  /** The opaque id, as the API gives it out. */
  readonly id: string;
  readonly rowId: string;
  readonly advertiserToken: string;
}

/** The rows of the database that the load needs to know. */
export interface Dataset {
  /** The epoch of the database, which cursors name. */
  readonly epoch: string;
  readonly sellerToken: string;
  /** The key of an application of the seller that has registered `oneOrder`. */
  readonly sellerKey: string;
  readonly advertiserTokens: readonly string[];
  /** Orders in all statuses, for reads and messages. The first has the longest chat. */
  readonly orders: readonly BenchOrder[];
  /** Orders that wait for the seller, for steps. */
  readonly stepOrders: readonly BenchOrder[];
  /** The slugs of placements with a group of ads. */
  readonly slugs: readonly string[];
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string | undefined;
  /** Empty for a public path. */
  readonly token: string;
}

export interface Scenario {
  readonly name: string;
  /** The number of calls of one iteration, made one after the other on one connection. */
  readonly callsPerIteration: number;
  /** The calls of one iteration, numbered from 0. `key` makes the idempotency keys of this run unique. */
  calls(target: Target, dataset: Dataset, iteration: number, key: string): readonly Call[];
  /** Both sides are Placard: an operation by its id is compared with the same operation as text. */
  readonly comparesRequestForms?: true;
  /** Part of the body of every successful answer. */
  readonly expectedText: string;
}

const money = '{ minorUnits currency }';

const orderList = `query OrderList { orders(first: 20) {
  edges { cursor node {
    id number status statusTitle progress total ${money} needsAttention lastActivityAt
    advertiser { name } seller { name } items { title price ${money} } nextSteps { step title }
  } }
  pageInfo { hasNextPage endCursor } } }`;

/** Also registered by an application, which runs it by its id. */
export const oneOrder = `query OneOrder($id: ID!) { order(id: $id) {
  id number status statusTitle progress brief total ${money} paymentStatus proofStatus revision cursor
  viewerRole waitingOn createdAt lastActivityAt
  advertiser { id name } seller { id name } items { title price ${money} }
  actions { step title isAllowed blockedReasonCode blockedReason } nextSteps { step title }
  messages(last: 20) { edges { node { number text authorRole author { name } createdAt } } pageInfo { hasPreviousPage startCursor } }
  timeline(last: 20) { edges { node { number type occurredAt actorRole actor { name } fromStatus toStatus } } } } }`;

const sendMessage = `mutation SendMessage($input: SendMessageInput!) { sendMessage(input: $input) { __typename
  ... on Message { number cursor text authorRole author { name } createdAt } ... on Refusal { code message } } }`;

const stepDocument = (
  step: string,
  input: string,
) => `mutation Step($input: ${input}!) { ${step}(input: $input) { __typename
  ... on Order { id status progress revision cursor lastActivityAt nextSteps { step title } } ... on Refusal { code message } } }`;
const requestFeedback = stepDocument('requestFeedback', 'RequestFeedbackInput');
const withdrawFeedbackRequest = stepDocument('withdrawFeedbackRequest', 'WithdrawFeedbackRequestInput');

/** The subscription whose events both servers push. */
export const timelineSubscription = `subscription Timeline($orderId: ID!, $after: String) { orderTimeline(orderId: $orderId, after: $after) { __typename
  ... on TimelineEntryAdded { cursor entry { number type occurredAt actorRole actor { name } fromStatus toStatus message { text } } order { status revision } }
  ... on TimelineReset { reason } ... on Refusal { code message } } }`;

/** The event that both servers push for an entry. */
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

/** The elements of a list in rotation. @throws for an empty list */
export function pick<One>(list: readonly One[], index: number): One {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('The list is empty');
  return one;
}

/** Every fifth call is made by the seller, who has the longest list; the others by advertisers. */
const isSellerIteration = (iteration: number) => iteration % 5 === 0;

export const scenarios: readonly Scenario[] = [
  {
    name: 'order list',
    callsPerIteration: 1,
    expectedText: '"hasNextPage":',
    calls: (target, { sellerToken, advertiserTokens }, iteration) => {
      const token = isSellerIteration(iteration) ? sellerToken : pick(advertiserTokens, iteration);
      return [target === 'placard' ? graphql(orderList, {}, token) : get('/orders?first=20', token)];
    },
  },
  {
    name: 'one order',
    callsPerIteration: 1,
    expectedText: '"viewerRole":',
    calls: (target, { sellerToken, orders }, iteration) => {
      const { id, advertiserToken } = pick(orders, iteration);
      const token = isSellerIteration(iteration) ? sellerToken : advertiserToken;
      return [target === 'placard' ? graphql(oneOrder, { id }, token) : get(`/orders/${id}`, token)];
    },
  },
  {
    name: 'one order by id',
    callsPerIteration: 1,
    comparesRequestForms: true,
    expectedText: '"viewerRole":',
    calls: (target, { sellerToken, sellerKey, orders }, iteration) => {
      const variables = { id: pick(orders, iteration).id };
      return [
        target === 'placard'
          ? post('/graphql', { documentId: sha256Hex(oneOrder), variables }, sellerKey)
          : graphql(oneOrder, variables, sellerToken),
      ];
    },
  },
  {
    name: 'sendMessage',
    callsPerIteration: 1,
    expectedText: '"__typename":"Message"',
    calls: (target, { sellerToken, orders }, iteration, key) => {
      const { id, advertiserToken } = pick(orders, iteration);
      const token = isSellerIteration(iteration) ? sellerToken : advertiserToken;
      const message = {
        text: `The banner may be a little wider, please (${iteration}).`,
        idempotencyKey: `${key}:${iteration}`,
      };
      return [messageCall(target, token, id, message)];
    },
  },
  {
    name: 'step',
    callsPerIteration: 2,
    expectedText: '"__typename":"Order"',
    calls: (target, { sellerToken, stepOrders }, iteration, key) => {
      const { id } = pick(stepOrders, iteration);
      return stepCalls(target, sellerToken, id, `${key}:${iteration}`);
    },
  },
  {
    name: 'placement',
    callsPerIteration: 1,
    expectedText: '"frameUrl":',
    calls: (_target, { slugs }, iteration) => [get(`/p/${pick(slugs, iteration)}.json`, '')],
  },
  {
    name: 'placement, static',
    callsPerIteration: 1,
    expectedText: '"frameUrl":',
    calls: (target, { slugs }, iteration) => [
      get(`${target === 'placard' ? '/p' : '/static'}/${pick(slugs, iteration)}.json`, ''),
    ],
  },
];

/** Sends a message in an order. */
export const messageCall = (
  target: Target,
  token: string,
  orderId: string,
  message: { readonly text: string; readonly idempotencyKey: string },
): Call =>
  target === 'placard'
    ? graphql(sendMessage, { input: { orderId, ...message } }, token)
    : post(`/orders/${orderId}/messages`, message, token);

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

/** The cursor before the newest entry. A follower from there gets that entry first, which shows that the stream is live. */
export const cursorBeforeNewest = ({ epoch }: Dataset, orderId: string, logNumber: number): string =>
  encodeTimelineCursor(epoch, { orderId, number: logNumber - 1 });
