/** What comes of an order once it is completed: proof, ratings, and what the ad has brought. */
import { randomUUID } from 'node:crypto';
import {
  AnswerMetricsSurveyDocument,
  RateCollaborationDocument,
  SubmitProofDocument,
  WhatCameOfItDocument,
} from '../operations/generated/graphql.ts';
import { DemoStopped, done } from './client.ts';
import { passDays } from './clock.ts';
import { deed, deedOfClock, type Room } from './order-room.ts';
import type { Party } from './party.ts';
import { dim, say } from './report.ts';

/** The seller shows the ad; both rate each other, and neither reads what the other gave before both have. */
export async function proveAndRate(room: Room): Promise<void> {
  const { advertiser, seller, orderId } = room;
  await deed(room, seller, 'shows where the ad runs', 'submitProof', async () => {
    const input = { orderId, idempotencyKey: randomUUID(), link: 'https://tech-weekly.example/issues/212#sponsor' };
    done((await seller.client.ask(SubmitProofDocument, { input })).submitProof);
  });
  await rate(room, advertiser, { stars: 5, text: 'Quick, and a pleasure to work with.' });
  const hidden = await readRatings(room, seller);
  if (hidden.length > 0) throw new DemoStopped(`${seller.name} reads a rating before both have rated.`);
  say(dim(`  ${seller.name} learns that there is a rating, and nothing of what it says`));
  await rate(room, seller, { stars: 4, text: 'A clear brief.' });
  const shown = await readRatings(room, seller);
  if (shown.length !== 2) throw new DemoStopped('The ratings are not published although both have rated.');
  say(`  both can be read now: ${shown.map(({ stars, text }) => `${'★'.repeat(stars)} “${text}”`).join(' and ')}`);
}

const rate = (room: Room, by: Party, { stars, text }: { stars: number; text: string }): Promise<void> =>
  deed(room, by, `rates the collaboration`, 'rateCollaboration', async () => {
    const input = { orderId: room.orderId, idempotencyKey: randomUUID(), stars, text };
    done((await by.client.ask(RateCollaborationDocument, { input })).rateCollaboration);
  });

async function readRatings({ orderId }: Room, { client }: Party) {
  return (await client.ask(WhatCameOfItDocument, { orderId })).order?.ratings ?? [];
}

/** Some days later the advertiser is asked what the ad has brought, and the seller's profile says it. */
export async function answerTheSurvey(url: string, room: Room, days: number): Promise<void> {
  const { advertiser, seller, orderId } = room;
  await passDays(url, days);
  await deedOfClock(room, 'asks what the ad has brought', 'sendMetricsSurvey');
  const metrics = { traffic: 1_840, leads: 64, conversions: 17 };
  await deed(room, advertiser, 'tells it: 1,840 visits, 64 leads, 17 sales', 'answerMetricsSurvey', async () => {
    const input = { orderId, idempotencyKey: randomUUID(), ...metrics };
    done((await advertiser.client.ask(AnswerMetricsSurveyDocument, { input })).answerMetricsSurvey);
  });
  const { order } = await advertiser.client.ask(WhatCameOfItDocument, { orderId });
  const profile = order?.seller.profile;
  if (!profile) throw new DemoStopped(`${seller.name} has no profile.`);
  const { ordersCompleted, ratingAverage, ratingCount, metrics: brought } = profile;
  const visits = brought
    ? `${brought.averageTraffic} visits on average of ${brought.answers} answers`
    : 'and, from three answers on, what its ads bring';
  say(
    `  the public profile of ${seller.name}: ${ordersCompleted} completed, ★ ${ratingAverage} of ${ratingCount} ratings, ${visits}`,
  );
}
