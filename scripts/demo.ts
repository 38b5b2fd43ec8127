/**
 * `npm run demo`: a seller signs up on a running server (PLACARD_URL) and lists a space, a buyer finds it, and both take an
 * order through its whole life, with two clients that see each other live: the work, its results and, if the clock of the
 * server can be advanced, a survey and a renewal.
 */
import { randomUUID } from 'node:crypto';
import { people } from '../src/demo/people.ts';
import { periods } from '../src/process/periods.ts';
import { DemoError, unwrap } from './demo/client.ts';
import { hasMovableClock } from './demo/clock.ts';
import { checkGapless, type DemoOrder, playStep } from './demo/demo-order.ts';
import { renewAndStop } from './demo/months.ts';
import { createParty, type Party } from './demo/party.ts';
import { requestAndConfirmPayment } from './demo/payment.ts';
import { bold, dim, formatMs, formatProgress, median, print, red } from './demo/report.ts';
import { answerSurvey, submitProofAndRate } from './demo/results.ts';
import { readMailbox, signInByMail, signUpByMail } from './demo/sign-in.ts';
import { findSpace, offerSpace } from './demo/spaces.ts';
import {
  AdsOfOrderDocument,
  CompleteOrderDocument,
  OrdersNeedingAttentionDocument,
  PlaceOrderDocument,
  ProvideFeedbackDocument,
  PublishAdDocument,
  PutOnHoldDocument,
  RequestFeedbackDocument,
  ResumeOrderDocument,
  SaveAdDraftDocument,
  SendMessageDocument,
  StartProcessingDocument,
  SubmitAdDocument,
} from './operations/generated/graphql.ts';

const url = process.env['PLACARD_URL'] || 'http://localhost:4000';

const maxMonthDays = 31;
const days = { untilSurvey: periods.survey, untilNextMonth: maxMonthDays - periods.renewalNotice - periods.survey };

const briefs = {
  once: 'Our new espresso blend. Warm picture, one line: “Awake, gently.”',
  monthly: 'The same blend, in every issue of the season.',
};

const sellerAccount = {
  name: 'Green Letter',
  about: 'A weekly letter about cooking and gardens.',
  paymentInstructions: 'Green Letter, IBAN DE02 1203 0000 0000 2020 51.',
};

const parties: Party[] = [];
try {
  await play();
} catch (error) {
  if (!(error instanceof DemoError)) throw error;
  console.error(`\n${red('The demo stopped.')} ${error.message}`);
  process.exitCode = 1;
} finally {
  for (const { client } of parties) client.close();
}

async function play(): Promise<void> {
  const startedAt = performance.now();
  if (!URL.canParse(url)) throw new DemoError('PLACARD_URL must be an http:// or https:// URL.');
  await readMailbox(url);
  print(
    '',
    bold('The life of an order, from the first message to the last'),
    dim(`on ${url}; lines with → were received over a WebSocket at that moment`),
  );
  const seller = await signUpSeller();
  const spaceId = await offerSpace(seller);
  const { onceId, monthlyId } = await findSpace(url, spaceId);
  const advertiser = await signInAdvertiser();
  const demoOrder = await placeOrder(advertiser, seller, { priceOptionId: onceId, brief: briefs.once });
  await playOrder(demoOrder);
  await submitProofAndRate(demoOrder);
  const demoOrders = (await hasMovableClock(url))
    ? [demoOrder, ...(await playMonthlyOrder(demoOrder, monthlyId))]
    : [demoOrder];
  if (demoOrders.length === 1)
    print(
      '',
      bold('The clock of this server cannot be advanced (MOVABLE_CLOCK=false)'),
      '  The demo skips the survey about the results of the ad, and the renewal of a monthly order.',
    );
  summarize(demoOrders, performance.now() - startedAt);
}

/** Plays a second order, of a space that is paid monthly, and the weeks in which both orders advance automatically. */
async function playMonthlyOrder(demoOrder: DemoOrder, priceOptionId: string): Promise<DemoOrder[]> {
  print('', bold('The following weeks'));
  const demoOrders: DemoOrder[] = [];
  const subscribe = ({ advertiser, seller, latencies }: DemoOrder, orderId: string, cursor?: string): DemoOrder => {
    const renewal = { advertiser: inAnotherOrder(advertiser), seller: inAnotherOrder(seller), orderId, latencies };
    for (const party of [renewal.advertiser, renewal.seller]) party.follow(orderId, cursor);
    demoOrders.push(renewal);
    return renewal;
  };
  const { advertiser, seller } = demoOrder;
  const monthlyOrder = await placeOrder(inAnotherOrder(advertiser), inAnotherOrder(seller), {
    priceOptionId,
    brief: briefs.monthly,
  });
  const firstMonth = { ...monthlyOrder, latencies: demoOrder.latencies };
  demoOrders.push(firstMonth);
  await requestAndConfirmPayment(firstMonth, {
    payment: 'the payment of the first month',
    reference: 'Statement 47, line 4',
  });
  await answerSurvey(url, demoOrder, days.untilSurvey);
  await renewAndStop(url, firstMonth, { days: days.untilNextMonth, subscribe });
  return demoOrders;
}

/** The same person, with a subscription of another order. */
function inAnotherOrder({ name, client }: Party): Party {
  return createParty({ ...client, name });
}

/** A new person with an account that sells. The address is a new one each time, so that the demo can be played again. */
async function signUpSeller(): Promise<Party> {
  const email = `vera-${randomUUID().slice(0, 8)}@green-letter.example`;
  const seller = createParty(await signUpByMail(url, email, sellerAccount));
  parties.push(seller);
  print(
    '',
    `${bold(seller.name)} signs up as a seller, with a code from an e-mail to ${email}, and creates an account.`,
  );
  return seller;
}

async function signInAdvertiser(): Promise<Party> {
  const advertiser = createParty(await signInByMail(url, people.ada.email));
  parties.push(advertiser);
  print(`${bold(advertiser.name)} chooses it, and signs in as the advertiser.`);
  return advertiser;
}

async function placeOrder(
  advertiser: Party,
  seller: Party,
  { priceOptionId, brief }: { priceOptionId: string; brief: string },
): Promise<DemoOrder> {
  const { placeOrder: result } = await advertiser.client.ask(PlaceOrderDocument, {
    input: { priceOptionIds: [priceOptionId], brief, paymentMethod: 'BANK_TRANSFER', idempotencyKey: randomUUID() },
  });
  const order = unwrap(result);
  print('', `${bold(advertiser.name)} places order ${order.number}: ${brief}`, `  ${formatProgress(order)}`);
  // The response is the state up to its cursor. The subscription continues from there, without a gap.
  advertiser.follow(order.id, order.cursor);

  const { orders } = await seller.client.ask(OrdersNeedingAttentionDocument, {});
  const needsAttention = orders.edges.map(({ node }) => node).find(({ id }) => id === order.id);
  if (!needsAttention)
    throw new DemoError(`Order ${order.number} is not among the orders that need the attention of ${seller.name}.`);
  // The seller has not read the timeline yet, so this subscription begins with the first entry.
  seller.follow(order.id);
  await seller.next('ORDER_PLACED');
  print(`  ${seller.name} finds it among the orders that need attention, and reads its timeline from the beginning.`);
  return { advertiser, seller, orderId: order.id, latencies: [] };
}

async function playOrder(demoOrder: DemoOrder): Promise<void> {
  const { advertiser, seller, orderId } = demoOrder;
  // Two requests with the same key are done once, so `post` in demo/client.ts may repeat a request.
  const once = () => ({ orderId, idempotencyKey: randomUUID() });
  const speak = (party: Party, text: string) =>
    playStep(demoOrder, party, `writes: “${text}”`, 'MESSAGE_SENT', async () => {
      unwrap((await party.client.ask(SendMessageDocument, { input: { ...once(), text } })).sendMessage);
    });

  await speak(advertiser, 'Hello! Would next week still be possible?');
  await speak(seller, 'Hello, yes. I am looking at it now.');
  await playStep(
    demoOrder,
    seller,
    'asks: “Which of the two pictures should it be?”',
    'FEEDBACK_REQUESTED',
    async () => {
      const input = { ...once(), question: 'Which of the two pictures should it be?' };
      unwrap((await seller.client.ask(RequestFeedbackDocument, { input })).requestFeedback);
    },
  );
  await playStep(demoOrder, advertiser, 'answers: “The second one, please.”', 'FEEDBACK_PROVIDED', async () => {
    const input = { ...once(), kind: 'APPROVAL', answer: 'The second one, please.' } as const;
    unwrap((await advertiser.client.ask(ProvideFeedbackDocument, { input })).provideFeedback);
  });
  await requestAndConfirmPayment(demoOrder, { payment: 'the payment', reference: 'Statement 47, line 3' });
  await playStep(demoOrder, seller, 'starts the work', 'PROCESSING_STARTED', async () => {
    unwrap((await seller.client.ask(StartProcessingDocument, { input: once() })).startProcessing);
  });
  await holdAndResume(demoOrder);
  await playAd(demoOrder);
  await playStep(demoOrder, seller, 'completes the order: “It is online. Thank you!”', 'ORDER_COMPLETED', async () => {
    const input = { ...once(), note: 'It is online. Thank you!' };
    unwrap((await seller.client.ask(CompleteOrderDocument, { input })).completeOrder);
  });
}

/** The order is put on hold, and returns to its status. */
async function holdAndResume(demoOrder: DemoOrder): Promise<void> {
  const { seller, orderId } = demoOrder;
  await playStep(
    demoOrder,
    seller,
    'puts it on hold: “The shop page does not load.”',
    'ORDER_PUT_ON_HOLD',
    async () => {
      const reason = 'The shop page does not load.';
      const input = { orderId, idempotencyKey: randomUUID(), reason, mustAct: 'ADVERTISER' } as const;
      unwrap((await seller.client.ask(PutOnHoldDocument, { input })).putOnHold);
    },
  );
  await playStep(demoOrder, seller, 'finds the page fixed, and resumes the order', 'ORDER_RESUMED', async () => {
    const input = { orderId, idempotencyKey: randomUUID() };
    unwrap((await seller.client.ask(ResumeOrderDocument, { input })).resumeOrder);
  });
}

/** Plays the ad of the order, from draft to publication. Its steps are on the same timeline. */
async function playAd(demoOrder: DemoOrder): Promise<void> {
  const { advertiser, seller, orderId } = demoOrder;
  const { order } = await advertiser.client.ask(AdsOfOrderDocument, { orderId });
  const ad = order?.ads[0];
  if (!ad) throw new DemoError('The order has no ad.');
  const once = () => ({ adId: ad.id, idempotencyKey: randomUUID() });
  const content = { html: '<h2>Awake, gently.</h2><p>Ada Coffee</p>', targetUrl: 'https://ada-coffee.example/' };
  await playStep(demoOrder, advertiser, `sets up the ad “${ad.name}”`, 'AD_DRAFT_SAVED', async () => {
    unwrap((await advertiser.client.ask(SaveAdDraftDocument, { input: { ...once(), ...content } })).saveAdDraft);
  });
  await playStep(demoOrder, advertiser, 'submits it for review', 'AD_SUBMITTED', async () => {
    unwrap((await advertiser.client.ask(SubmitAdDocument, { input: once() })).submitAd);
  });
  await playStep(demoOrder, seller, 'publishes it', 'AD_PUBLISHED', async () => {
    unwrap((await seller.client.ask(PublishAdDocument, { input: once() })).publishAd);
  });
}

function summarize(demoOrders: readonly DemoOrder[], tookMs: number): void {
  for (const demoOrder of demoOrders) checkGapless(demoOrder);
  const [first] = demoOrders;
  const last = first?.seller.received.at(-1);
  if (!first || last?.order.progress !== 100) throw new DemoError(`The order is not complete: ${last?.order.status}.`);
  const entries = demoOrders.flatMap(({ seller }) => seller.received);
  const mails = entries.filter(({ entry }) => entry.type === 'EMAIL_SENT').length;
  print(
    '',
    bold(`Order ${last.order.number} is ${last.order.status}.`),
    `  ${first.latencies.length} steps and messages by people; ${entries.length} entries received live, ${mails} of them e-mails (${new URL('/mailbox', url)})`,
    `  each party received every entry once and in order, ${formatMs(median(first.latencies))} after the other party sent it (median)`,
    ...(demoOrders.length > 1
      ? [
          dim(
            `  the clock of this server is now ${days.untilSurvey + days.untilNextMonth} days ahead, for its other orders too`,
          ),
        ]
      : []),
    dim(`  ${(tookMs / 1_000).toFixed(1)} s in total`),
    '',
  );
}
