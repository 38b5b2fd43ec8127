/** The work of steps that belongs to the order itself. */
import type { PersonRole } from '../process/define.ts';
import type { Effect, Effects } from '../services/order-services.ts';

/** Sets what a hold waits for. */
const holdForWhoMustAct: Effect = async (_tx, { input }) => ({
  heldFor: String(input['mustAct']).toLowerCase() as PersonRole,
});

/** Asks for proof, unless it was given before or comes along. */
const askForProof: Effect = async (_tx, { order, input }) => ({
  proofStatus: order.proofStatus === 'GIVEN' || input['proofLink'] || input['proofScreenshots'] ? 'GIVEN' : 'ASKED',
});

/** Notes that proof was given; the proof itself is the entry on the timeline. */
const recordProof: Effect = async () => ({ proofStatus: 'GIVEN' });

/** From now on no party may open a dispute. */
const endDisputes: Effect = async () => ({ canBeDisputed: false });

export const orderEffects = { holdForWhoMustAct, askForProof, recordProof, endDisputes } satisfies Partial<Effects>;
