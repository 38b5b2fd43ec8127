/** `npm run demo`: plays one whole order against a running server (PLACARD_URL), as two clients that see each other live. */
import { randomUUID } from 'node:crypto';
import { everyone, people } from '../src/demo/people.ts';
import { connect, DemoStopped, done } from './demo/client.ts';
import { type Party, partyOf } from './demo/party.ts';
import { noDemoData, readMailbox, signInByMail } from './demo/sign-in.ts';
import { bold, dim, green, inMoney, inMs, median, nextOf, red, say, standing } from './demo/tell.ts';
import {
  AdsOfOrderDocument,
  CompleteOrderDocument,
  PlaceOrderDocument,
  ProvideFeedbackDocument,
  PublishAdDocument,
  ReceivePaymentDocument,
  RequestFeedbackDocument,
  RequestPaymentDocument,
  SaveAdDraftDocument,
  SendMessageDocument,
  SpacesDocument,
  StartProcessingDocument,
  SubmitAdDocument,
  SubmitProofDocument,
  type TimelineEntryType,
  WhatWaitsForMeDocument,
} from './operations/generated/graphql.ts';

const url = process.env['PLACARD_URL'] || 'http://localhost:4000';

interface Room {
  readonly advertiser: Party;
  readonly seller: Party;
  readonly orderId: string;
  /** How long it took, deed by deed, from sending it until the other party had it. */
  readonly latencies: number[];
}

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
    bold('One order, from its first word to its last'),
    dim(`on ${url}; what stands after → came over a WebSocket while it happened`),
  );
  const { sellerEmail, priceOptionId } = await lookAtSpaces();
  const advertiser = await enter(people.ada.email, 'the advertiser');
  const seller = await enter(sellerEmail, 'the seller');
  const room = { advertiser, seller, orderId: await placeOrder(advertiser, seller, priceOptionId), latencies: [] };
  await workOnIt(room);
  summarize(room, performance.now() - startedAt);
}

/** Spaces are open to everybody: this needs no one to be signed in. */
async function lookAtSpaces(): Promise<{ sellerEmail: string; priceOptionId: string }> {
  const { spaces } = await connect(url).ask(SpacesDocument, {});
  const found = spaces.edges.map(({ node }) => node);
  // The API shows nobody's address; those of the demo people are known.
  const sellerOfFirst = everyone.find(([, { name }]) => name === found[0]?.seller.name)?.[1];
  const option = found[0]?.options[0];
  if (!sellerOfFirst || !option) throw new DemoStopped(`The first space is none of the demo people's. ${noDemoData}`);
  say('', 'On offer:');
  for (const { title, seller, options } of found)
    say(
      `  ${title} ${dim(`(${seller.name})`)} ${options.map((one) => `${one.title} ${inMoney(one.price)}`).join(', ')}`,
    );
  return { sellerEmail: sellerOfFirst.email, priceOptionId: option.id };
}

async function enter(email: string, as: string): Promise<Party> {
  const party = partyOf(await signInByMail(url, email));
  parties.push(party);
  say(dim(`${party.name} signs in with a mailed code, as ${as}.`));
  return party;
}

async function placeOrder(advertiser: Party, seller: Party, priceOptionId: string): Promise<string> {
  const brief = 'Our new espresso blend. Warm picture, one line: “Awake, gently.”';
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
  return order.id;
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
  await runTheAd(room);
  await deed(room, seller, 'completes the order: “It is online. Thank you!”', 'completeOrder', async () => {
    const input = { ...once(), note: 'It is online. Thank you!' };
    done((await seller.client.ask(CompleteOrderDocument, { input })).completeOrder);
  });
  await deed(room, seller, 'shows where the ad runs', 'submitProof', async () => {
    const input = { ...once(), link: 'https://tech-weekly.example/issues/212#sponsor' };
    done((await seller.client.ask(SubmitProofDocument, { input })).submitProof);
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

/** One party does something; both get it live. Tells what the other one saw, and where the order stands for each. */
async function deed(
  { advertiser, seller, latencies }: Room,
  by: Party,
  words: string,
  type: TimelineEntryType,
  send: () => Promise<void>,
): Promise<void> {
  const sentAt = performance.now();
  const [atAdvertiser, atSeller] = await Promise.all([advertiser.next(type), seller.next(type), send()]);
  const [other, pushed] = by === advertiser ? [seller, atSeller] : [advertiser, atAdvertiser];
  const latency = pushed.cameAt - sentAt;
  latencies.push(latency);
  say(
    '',
    `${bold(by.name)} ${words}`,
    `  → ${other.name} has entry ${pushed.entry.number} (${type}) after ${green(inMs(latency))}`,
    `  ${standing(pushed.order)}`,
    dim(`  next: ${nextOf(advertiser.name, atAdvertiser.order)} · ${nextOf(seller.name, atSeller.order)}`),
  );
}

function summarize({ advertiser, seller, latencies }: Room, tookMs: number): void {
  for (const { name, received } of [advertiser, seller]) {
    const isGapless = received.every(({ entry }, index) => entry.number === (received[0]?.entry.number ?? 0) + index);
    if (!isGapless) throw new DemoStopped(`${name} did not get every entry once and in order.`);
  }
  const last = seller.received.at(-1);
  if (last?.order.progress !== 100) throw new DemoStopped(`The order is not complete: ${last?.order.status}.`);
  const mails = seller.received.filter(({ entry }) => entry.type === 'mailSent').length;
  say(
    '',
    bold(`Order ${last.order.number} is ${last.order.status}.`),
    `  ${latencies.length + 1} steps and messages; ${last.entry.number} entries on the timeline so far, ${mails} of them mails (${new URL('/mailbox', url)})`,
    `  each party got every entry once and in order; from sending to being seen by the other took ${inMs(median(latencies))} (median)`,
    dim(`  ${(tookMs / 1_000).toFixed(1)} s in all`),
    '',
  );
}
