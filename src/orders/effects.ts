/** The work of steps that belongs to the order itself. */
import type { PersonRole } from '../process/define.ts';
import type { Effect, Effects } from '../services/order-services.ts';

/** Sets what a hold waits for. */
const holdForWhoMustAct: Effect = async (_tx, { input }) => ({
  holdFor: String(input['mustAct']).toLowerCase() as PersonRole,
});

/** Asks for proof, unless it was given before or comes along. */
const askForProof: Effect = async (_tx, { order, input }) => ({
  proof: order.proof === 'GIVEN' || input['proofLink'] || input['proofScreenshots'] ? 'GIVEN' : 'ASKED',
});

/** Notes that proof was given; the proof itself is the entry on the timeline. */
const recordProof: Effect = async () => ({ proof: 'GIVEN' });

/** From now on no party may open a dispute. */
const endDisputes: Effect = async () => ({ mayBeDisputed: false });

export const orderEffects = { holdForWhoMustAct, askForProof, recordProof, endDisputes } satisfies Partial<Effects>;
