/** More than a year of an order in a second or two: the steps of the clock, their days, their order, and each only once. */
import { describe, expect, test } from 'vitest';
import { fireDueTimers } from '../../src/orders/fire-timers.ts';
import { dayMs } from '../../src/platform/clock.ts';
import { periods } from '../../src/process/periods.ts';
import type { Data } from '../support/client.ts';
import { type TestOrder, takeStepAs } from '../support/factory.ts';
import { useServer } from '../support/use-server.ts';

const { server, factory } = useServer({ sessionDays: 5_000 });

const days = 400;

async function pass(stepDays: number): Promise<void> {
  for (let passed = 0; passed < days; passed += stepDays) {
    server.clock.advance({ days: stepDays });
    await fireDueTimers(server.app);
  }
}

/** The steps of the clock in an order since a moment: each with its day, in the sequence of the timeline. */
async function doneByClock({ number }: TestOrder, since: Date): Promise<{ type: string; day: number }[]> {
  const entries = await server.app.db.logEntry.findMany({
    where: { order: { number }, role: 'system', toStatus: { not: null } },
    orderBy: { number: 'asc' },
  });
  return entries.map(({ type, at }) => ({ type, day: Math.floor((at.getTime() - since.getTime()) / dayMs) }));
}

/** Every mail about an order and the number of the entry that it is about, once all have gone out. */
async function mailsAbout({ number }: TestOrder): Promise<{ template: string; role: string; entry: number }[]> {
  const read = () =>
    server.app.db.email.findMany({
      where: { order: { number } },
      orderBy: [{ entryNumber: 'asc' }, { template: 'asc' }],
    });
  await expect.poll(async () => (await read()).every(({ status }) => status === 'SENT')).toBe(true);
  return (await read()).map(({ template, role, entryNumber }) => ({
    template,
    role: role ?? '',
    entry: entryNumber ?? 0,
  }));
}

const named = (mails: readonly { template: string; role: string }[], since: readonly unknown[]): string[] =>
  mails
    .slice(since.length)
    .map(({ template, role }) => `${template} to the ${role}`)
    .sort();

describe.each([
  ['day by day', 1],
  ['in one jump, as after a long standstill', days],
])('%s', (_name, stepDays) => {
  const isDaily = stepDays === 1;
  const onDay = (type: string, day: number) => ({ type, day: isDaily ? day : days });

  test('an untouched order is reminded of, then expires', async () => {
    const order = await factory.createOrder();
    const before = await mailsAbout(order);
    const start = server.clock.now();

    await pass(stepDays);

    expect(await doneByClock(order, start)).toEqual([onDay('expireOrder', periods.expiry)]);
    const after = await mailsAbout(order);
    expect(named(after, before)).toEqual([
      'order-expired to the advertiser',
      'order-expired to the seller',
      'order-expires-soon to the advertiser',
      'order-expires-soon to the seller',
    ]);
    const entryOf = (wanted: string) => after.find(({ template }) => template === wanted)?.entry ?? 0;
    expect(entryOf('order-expires-soon'), 'the reminder comes first').toBeLessThan(entryOf('order-expired'));
    await expectRest(order);
  });

  test('a completed order is asked for proof, for numbers and for ratings, and then rests', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await takeStepAs(order.advertiser, order, 'rateCollaboration', { stars: 4 });
    const before = await mailsAbout(order);
    const start = server.clock.now();

    await pass(stepDays);

    expect(await doneByClock(order, start)).toEqual([
      onDay('remindOfProof', periods.proofReminder),
      onDay('sendMetricsSurvey', periods.survey),
      onDay('publishRatings', periods.review),
      onDay('lapseMetricsSurvey', periods.survey + periods.surveyAnswer),
      onDay('lapseProof', periods.proof),
      onDay('closeDisputeWindow', periods.dispute),
    ]);
    expect(named(await mailsAbout(order), before)).toEqual([
      'metrics-survey to the advertiser',
      'proof-missing to the advertiser',
      'proof-missing to the seller',
      'proof-reminder to the seller',
      'ratings-published to the advertiser',
      'ratings-published to the seller',
    ]);
    const { order: finishedOrder } = await order.seller.ask(
      'query ($id: ID!) { order(id: $id) { status reviewStatus surveyStatus waitingOn ratings { stars } actions { step isAllowed } } }',
      { id: order.id },
    );
    expect(finishedOrder).toMatchObject({
      status: 'COMPLETED',
      reviewStatus: 'PUBLISHED',
      surveyStatus: 'LAPSED',
      ratings: [{ stars: 4 }],
    });
    expect(finishedOrder.actions.find(({ step }: Data) => step === 'OPEN_DISPUTE').isAllowed).toBe(false);
    await expectRest(order);
  });

  test('an order whose people did their part gets only the steps that the clock takes without them', async () => {
    const order = await factory.createOrder({ status: 'COMPLETED' });
    await takeStepAs(order.seller, order, 'submitProof');
    for (const party of [order.advertiser, order.seller])
      await takeStepAs(party, order, 'rateCollaboration', { stars: 5 });
    const before = await mailsAbout(order);
    const start = server.clock.now();
    server.clock.advance({ days: periods.survey });
    await fireDueTimers(server.app);
    await takeStepAs(order.advertiser, order, 'answerMetricsSurvey');

    await pass(stepDays);

    expect(await doneByClock(order, start)).toEqual([
      { type: 'sendMetricsSurvey', day: periods.survey },
      { type: 'closeDisputeWindow', day: isDaily ? periods.dispute : periods.survey + days },
    ]);
    expect(named(await mailsAbout(order), before)).toEqual([
      'metrics-answered to the seller',
      'metrics-survey to the advertiser',
    ]);
    await expectRest(order);
  });
});

/** Expects that the clock has no more steps to take. */
async function expectRest({ number }: TestOrder): Promise<void> {
  expect(await server.app.db.timer.count({ where: { order: { number } } })).toBe(0);
}
