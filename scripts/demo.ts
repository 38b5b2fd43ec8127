/**
 * `npm run demo`: plays the whole life of an order against a running server (PLACARD_URL), as two clients that see each
 * other live: the work, what comes of it and, where the server lets time be put forward, what only time brings.
 */
import { randomUUID } from 'node:crypto';
import { everyone, people } from '../src/demo/people.ts';
import { periods } from '../src/process/periods.ts';
import { answerTheSurvey, proveAndRate } from './demo/after-work.ts';
import { connect, DemoStopped, done } from './demo/client.ts';
import { hasMovableClock } from './demo/clock.ts';
import { payFirstMonth, renewAndStop } from './demo/months.ts';
import { checkGapless, deed, type Room } from './demo/order-room.ts';
import { type Party, partyOf } from './demo/party.ts';
import { bold, dim, inMoney, inMs, median, red, say, standing } from './demo/report.ts';
import { noDemoData, readMailbox, signInByMail } from './demo/sign-in.ts';
import {
  AdsOfOrderDocument,
  CompleteOrderDocument,
  PlaceOrderDocument,
  ProvideFeedbackDocument,
  PublishAdDocument,
  PutOnHoldDocument,
  ReceivePaymentDocument,
  RequestFeedbackDocument,
  RequestPaymentDocument,
  ResumeOrderDocument,
  SaveAdDraftDocument,
  SendMessageDocument,
  SpacesDocument,
  StartProcessingDocument,
  SubmitAdDocument,
  WhatWaitsForMeDocument,
} from './operations/generated/graphql.ts';

const url = process.env['PLACARD_URL'] || 'http://localhost:4000';

const maxMonthDays = 31;
const days = { untilSurvey: periods.survey, untilNextMonth: maxMonthDays - periods.renewalNotice - periods.survey };

const briefs = {
  once: 'Our new espresso blend. Warm picture, one line: “Awake, gently.”',
  monthly: 'The same blend, in every issue of the season.',
};

const parties: Party[] = [];
try {
  await play();
} catch (error) {
  if (!(error instanceof DemoStopped)) throw error;
  console.error(`\n${red('The demo stopped.')} ${error.message}`);
  process.exitCode = 1;
} finally {
  for (const { client } of parties) client.close();
}

async function play(): Promise<void> {
  const startedAt = performance.now();
  if (!URL.canParse(url)) throw new DemoStopped(`PLACARD_URL is no address: ${url}`);
  await readMailbox(url);
  say(
    '',
    bold('The life of an order, from its first word to its last'),
    dim(`on ${url}; what stands after → came over a WebSocket while it happened`),
  );
  const { sellerEmail, onceId, monthlyId } = await lookAtSpaces();
  const advertiser = await enter(people.ada.email, 'the advertiser');
  const seller = await enter(sellerEmail, 'the seller');
  const room = await placeOrder(advertiser, seller, { priceOptionId: onceId, brief: briefs.once });
  await workOnIt(room);
  await proveAndRate(room);
  const rooms = (await hasMovableClock(url)) ? [room, ...(await letTimePass(room, monthlyId))] : [room];
  if (rooms.length === 1)
    say(
      '',
      bold('The clock of this server cannot be put forward (MOVABLE_CLOCK=false)'),
      '  Left out is what only time brings: the survey of what the ad has brought, and the next month of a monthly space.',
    );
  summarize(rooms, performance.now() - startedAt);
}

/** A second order, of a space that is paid by the month, then the weeks in which both orders go on by themselves. */
async function letTimePass(room: Room, priceOptionId: string): Promise<Room[]> {
  say('', bold('What time brings'));
  const rooms: Room[] = [];
  const join = ({ advertiser, seller, latencies }: Room, orderId: string, cursor?: string): Room => {
    const joined = { advertiser: again(advertiser), seller: again(seller), orderId, latencies };
    for (const party of [joined.advertiser, joined.seller]) party.follow(orderId, cursor);
    rooms.push(joined);
    return joined;
  };
  const { advertiser, seller } = room;
  const monthly = await placeOrder(again(advertiser), again(seller), { priceOptionId, brief: briefs.monthly });
  const months = { ...monthly, latencies: room.latencies };
  rooms.push(months);
  await payFirstMonth(months);
  await answerTheSurvey(url, room, days.untilSurvey);
  await renewAndStop(url, months, { days: days.untilNextMonth, enter: join });
  return rooms;
}

/** The same person, for another order. */
function again({ name, client }: Party): Party {
  return partyOf({ ...client, name });
}

/** Spaces are open to everybody: this needs no one to be signed in. */
async function lookAtSpaces(): Promise<{ sellerEmail: string; onceId: string; monthlyId: string }> {
  const { spaces } = await connect(url).ask(SpacesDocument, {});
  const found = spaces.edges.map(({ node }) => node);
  // The API shows nobody's address; those of the demo people are known.
  const sellerOfFirst = everyone.find(([, { name }]) => name === found[0]?.seller.name)?.[1];
  const offered = found.filter(({ seller }) => seller.name === sellerOfFirst?.name).flatMap(({ options }) => options);
  const once = offered.find(({ isMonthly }) => !isMonthly);
  const monthly = offered.find(({ isMonthly }) => isMonthly);
  if (!sellerOfFirst || !once || !monthly)
    throw new DemoStopped(`The newest spaces are not those of the demo people. ${noDemoData}`);
  say('', 'On offer:');
  for (const { title, seller, options } of found)
    say(
      `  ${title} ${dim(`(${seller.name})`)} ${options.map((one) => `${one.title} ${inMoney(one.price)}`).join(', ')}`,
    );
  return { sellerEmail: sellerOfFirst.email, onceId: once.id, monthlyId: monthly.id };
}

async function enter(email: string, as: string): Promise<Party> {
  const party = partyOf(await signInByMail(url, email));
  parties.push(party);
  say(dim(`${party.name} signs in with a mailed code, as ${as}.`));
  return party;
}

async function placeOrder(
  advertiser: Party,
  seller: Party,
  { priceOptionId, brief }: { priceOptionId: string; brief: string },
): Promise<Room> {
  const { placeOrder: answer } = await advertiser.client.ask(PlaceOrderDocument, {
    input: { priceOptionIds: [priceOptionId], brief, paymentMethod: 'BANK_TRANSFER', idempotencyKey: randomUUID() },
  });
  const order = done(answer);
  say('', `${bold(advertiser.name)} places order ${order.number}: ${brief}`, `  ${standing(order)}`);
  // What came until here is in the answer: the cursor goes on from it, without a gap.
  advertiser.follow(order.id, order.cursor);

  const { orders } = await seller.client.ask(WhatWaitsForMeDocument, {});
  const waiting = orders.edges.map(({ node }) => node).find(({ id }) => id === order.id);
  if (!waiting) throw new DemoStopped(`Order ${order.number} does not stand among those that wait for ${seller.name}.`);
  // This one has read nothing of the timeline yet: it begins with the first entry.
  seller.follow(order.id);
  await seller.next('placeOrder');
  say(`  ${seller.name} finds it among the orders that wait for an answer, and reads it from its beginning.`);
  return { advertiser, seller, orderId: order.id, latencies: [] };
}

async function workOnIt(room: Room): Promise<void> {
  const { advertiser, seller, orderId } = room;
  // The same key twice is done once: see `post` in demo/client.ts.
  const once = () => ({ orderId, idempotencyKey: randomUUID() });
  const speak = (party: Party, text: string) =>
    deed(room, party, `writes: “${text}”`, 'sendMessage', async () => {
      done((await party.client.ask(SendMessageDocument, { input: { ...once(), text } })).sendMessage);
    });

  await speak(advertiser, 'Hello! Would next week still be possible?');
  await speak(seller, 'Hello, yes. I am looking at it now.');
  await deed(room, seller, 'asks: “Which of the two pictures should it be?”', 'requestFeedback', async () => {
    const input = { ...once(), question: 'Which of the two pictures should it be?' };
    done((await seller.client.ask(RequestFeedbackDocument, { input })).requestFeedback);
  });
  await deed(room, advertiser, 'answers: “The second one, please.”', 'provideFeedback', async () => {
    const input = { ...once(), kind: 'APPROVAL', answer: 'The second one, please.' } as const;
    done((await advertiser.client.ask(ProvideFeedbackDocument, { input })).provideFeedback);
  });
  await deed(room, seller, 'asks for the payment', 'requestPayment', async () => {
    done((await seller.client.ask(RequestPaymentDocument, { input: once() })).requestPayment);
  });
  await deed(room, seller, 'finds the money on the bank statement', 'receivePayment', async () => {
    const input = { ...once(), reference: 'Statement 47, line 3' };
    done((await seller.client.ask(ReceivePaymentDocument, { input })).receivePayment);
  });
  await deed(room, seller, 'starts the work', 'startProcessing', async () => {
    done((await seller.client.ask(StartProcessingDocument, { input: once() })).startProcessing);
  });
  await waitForTheAdvertiser(room);
  await runTheAd(room);
  await deed(room, seller, 'completes the order: “It is online. Thank you!”', 'completeOrder', async () => {
    const input = { ...once(), note: 'It is online. Thank you!' };
    done((await seller.client.ask(CompleteOrderDocument, { input })).completeOrder);
  });
}

/** The order is set aside, and comes back to where it was. */
async function waitForTheAdvertiser(room: Room): Promise<void> {
  const { seller, orderId } = room;
  await deed(room, seller, 'puts it on hold: “The shop page does not load.”', 'putOnHold', async () => {
    const reason = 'The shop page does not load.';
    const input = { orderId, idempotencyKey: randomUUID(), reason, mustAct: 'ADVERTISER' } as const;
    done((await seller.client.ask(PutOnHoldDocument, { input })).putOnHold);
  });
  await deed(room, seller, 'finds it mended, and resumes the order', 'resumeOrder', async () => {
    const input = { orderId, idempotencyKey: randomUUID() };
    done((await seller.client.ask(ResumeOrderDocument, { input })).resumeOrder);
  });
}

/** The ad of the order, from draft to publication: its steps stand on the same timeline. */
async function runTheAd(room: Room): Promise<void> {
  const { advertiser, seller, orderId } = room;
  const { order } = await advertiser.client.ask(AdsOfOrderDocument, { orderId });
  const ad = order?.ads[0];
  if (!ad) throw new DemoStopped('The order has no ad.');
  const once = () => ({ adId: ad.id, idempotencyKey: randomUUID() });
  const content = { html: '<h2>Awake, gently.</h2><p>Ada Coffee</p>', targetUrl: 'https://ada-coffee.example/' };
  await deed(room, advertiser, `sets up the ad “${ad.name}”`, 'saveAdDraft', async () => {
    done((await advertiser.client.ask(SaveAdDraftDocument, { input: { ...once(), ...content } })).saveAdDraft);
  });
  await deed(room, advertiser, 'submits it for review', 'submitAd', async () => {
    done((await advertiser.client.ask(SubmitAdDocument, { input: once() })).submitAd);
  });
  await deed(room, seller, 'publishes it', 'publishAd', async () => {
    done((await seller.client.ask(PublishAdDocument, { input: once() })).publishAd);
  });
}

function summarize(rooms: readonly Room[], tookMs: number): void {
  for (const room of rooms) checkGapless(room);
  const [first] = rooms;
  const last = first?.seller.received.at(-1);
  if (!first || last?.order.progress !== 100)
    throw new DemoStopped(`The order is not complete: ${last?.order.status}.`);
  const entries = rooms.flatMap(({ seller }) => seller.received);
  const mails = entries.filter(({ entry }) => entry.type === 'mailSent').length;
  say(
    '',
    bold(`Order ${last.order.number} is ${last.order.status}.`),
    `  ${first.latencies.length} steps and messages of people; ${entries.length} entries that came live, ${mails} of them mails (${new URL('/mailbox', url)})`,
    `  each party got every entry once and in order; from sending to being seen by the other took ${inMs(median(first.latencies))} (median)`,
    ...(rooms.length > 1
      ? [
          dim(
            `  it is ${days.untilSurvey + days.untilNextMonth} days later on this server now, for its other orders too`,
          ),
        ]
      : []),
    dim(`  ${(tookMs / 1_000).toFixed(1)} s in all`),
    '',
  );
}
