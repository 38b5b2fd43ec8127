/** Parts that all acts of operators share: the check of a reason, and the lock on the operator. */
import { limits } from '../limits.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import { textProblem } from '../process/fields.ts';

/** @throws InputInvalid */
export function requireReason(field: string, text: string): void {
  const problem = textProblem(text, limits.operators.reasonCharacters);
  if (problem) throw new InputInvalid([{ field, message: problem }]);
}

/**
 * Locks the operator before all other rows, as the deletion of a person does, so that two transactions never wait for each
 * other.
 */
export async function lockOperator(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`select 1 from person where id = ${personId}::uuid for key share`;
}
