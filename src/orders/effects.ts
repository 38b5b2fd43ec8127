/** The work of steps that belongs to the order itself. */

import type { Tx } from '../platform/db.ts';
import type { PersonRole } from '../process/define.ts';
import type { OrderEffect } from '../process/order.ts';
import type { Effects, OrderServices, RunEffect, StepContext } from '../services/order-services.ts';
import { requireAgreeableDate } from './agreed-dates.ts';

/** Sets what a hold waits for. */
const holdForWhoMustAct: RunEffect = async (_app, _tx, { input }) => ({
  heldFor: String(input['mustAct']).toLowerCase() as PersonRole,
});

/** Asks for proof, unless it was given before or comes along. */
const askForProof: RunEffect = async (_app, _tx, { order, input }) => ({
  proofStatus:
    order.proofStatus === 'SUBMITTED' || input['proofLink'] || input['proofScreenshots'] ? 'SUBMITTED' : 'REQUESTED',
});

/** Notes that proof was given; the proof itself is the entry on the timeline. */
const recordProof: RunEffect = async () => ({ proofStatus: 'SUBMITTED' });

/** Ends the wait for the proof. */
const endProof: RunEffect = async () => ({ proofStatus: 'MISSING' });

/** Keeps the date on which the ad is expected to run. */
const recordPromise: RunEffect = async (_app, _tx, { entry, input }) => {
  const promisedFor = (input['promisedFor'] as Date | undefined) ?? null;
  if (promisedFor) requireAgreeableDate('promisedFor', promisedFor, entry.at);
  return { promisedFor };
};

/** From now on an operator is expected to act. */
const recordDelay: RunEffect = async (_app, _tx, { entry }) => ({ overdueSince: entry.at });

/** Notes that the other party was reminded. */
const recordReminder: RunEffect = async (_app, _tx, { entry }) =>
  entry.role === 'advertiser' ? { sellerRemindedAt: entry.at } : { advertiserRemindedAt: entry.at };

/** From now on no party may open a dispute. */
const endDisputes: RunEffect = async () => ({ canBeDisputed: false });

/** Notes the party that opened the dispute, which can withdraw it. */
const recordDisputer: RunEffect = async (_app, _tx, { entry }) => ({ disputedBy: entry.role as PersonRole });

export const orderEffects = {
  recordDisputer,
  ...{ holdForWhoMustAct, askForProof, recordProof, endProof, recordPromise, recordDelay, recordReminder, endDisputes },
} satisfies Partial<Effects>;

/** Does the work of an effect of the table. @throws Refusal if it cannot be done */
export function runEffect(app: OrderServices, tx: Tx, name: OrderEffect, context: StepContext): ReturnType<RunEffect> {
  const effect = app.effects[name];
  return (typeof effect === 'function' ? effect : effect.run)(app, tx, context);
}
