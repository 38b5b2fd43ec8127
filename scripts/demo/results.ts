/** The end of an order: proof, ratings, and the results of the ad. */
import { randomUUID } from 'node:crypto';
import {
  AnswerMetricsSurveyDocument,
  OrderResultsDocument,
  RateCollaborationDocument,
  SubmitProofDocument,
} from '../operations/generated/graphql.ts';
import { DemoError, unwrap } from './client.ts';
import { advanceClock } from './clock.ts';
import { type DemoOrder, playClockStep, playStep } from './demo-order.ts';
import type { Party } from './party.ts';
import { dim, print } from './report.ts';

/** The seller submits proof of the ad. Both parties rate each other, and a rating is hidden until both have rated. */
export async function submitProofAndRate(demoOrder: DemoOrder): Promise<void> {
  const { advertiser, seller, orderId } = demoOrder;
  await playStep(demoOrder, seller, 'submits the proof that the ad ran', 'PROOF_SUBMITTED', async () => {
    const input = { orderId, idempotencyKey: randomUUID(), link: 'https://green-letter.example/issues/12#sponsor' };
    unwrap((await seller.client.ask(SubmitProofDocument, { input })).submitProof);
  });
  await rate(demoOrder, advertiser, { stars: 5, text: 'Quick, and a pleasure to work with.' });
  const ratingsBefore = await readRatings(demoOrder, seller);
  if (ratingsBefore.length > 0)
    throw new DemoError(`${seller.name} could read a rating before both parties had rated.`);
  print(dim(`  ${seller.name} sees that there is a rating, but not its content`));
  await rate(demoOrder, seller, { stars: 4, text: 'A clear brief.' });
  const ratingsAfter = await readRatings(demoOrder, seller);
  if (ratingsAfter.length !== 2)
    throw new DemoError('The ratings are not published, although both parties have rated.');
  print(
    `  both ratings are published now: ${ratingsAfter.map(({ stars, text }) => `${'★'.repeat(stars)} “${text}”`).join(' and ')}`,
  );
}

const rate = (demoOrder: DemoOrder, actor: Party, { stars, text }: { stars: number; text: string }): Promise<void> =>
  playStep(demoOrder, actor, 'rates the collaboration', 'COLLABORATION_RATED', async () => {
    const input = { orderId: demoOrder.orderId, idempotencyKey: randomUUID(), stars, text };
    unwrap((await actor.client.ask(RateCollaborationDocument, { input })).rateCollaboration);
  });

async function readRatings({ orderId }: DemoOrder, { client }: Party) {
  return (await client.ask(OrderResultsDocument, { orderId })).order?.ratings ?? [];
}

/** Some days later the advertiser is asked for the results of the ad, which the profile of the seller sums up. */
export async function answerSurvey(url: string, demoOrder: DemoOrder, days: number): Promise<void> {
  const { advertiser, seller, orderId } = demoOrder;
  await advanceClock(url, days);
  await playClockStep(demoOrder, 'sends the survey about the results of the ad', 'METRICS_SURVEY_SENT');
  const metrics = { traffic: 1_840, leads: 64, conversions: 17 };
  await playStep(
    demoOrder,
    advertiser,
    'answers: 1,840 visits, 64 leads, 17 sales',
    'METRICS_SURVEY_ANSWERED',
    async () => {
      const input = { orderId, idempotencyKey: randomUUID(), ...metrics };
      unwrap((await advertiser.client.ask(AnswerMetricsSurveyDocument, { input })).answerMetricsSurvey);
    },
  );
  const { order } = await advertiser.client.ask(OrderResultsDocument, { orderId });
  const profile = order?.seller.profile;
  if (!profile) throw new DemoError(`${seller.name} has no profile.`);
  const { completedOrderCount, ratingAverage, ratingCount, metrics: results } = profile;
  const visits = results
    ? `${results.averageTraffic} visits on average in ${results.answerCount} surveys`
    : 'results of its ads from three surveys on';
  print(
    `  public profile of ${seller.name}: ${completedOrderCount} completed orders, ★ ${ratingAverage} in ${ratingCount} ratings, ${visits}`,
  );
}
