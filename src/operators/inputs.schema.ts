/** Fields, refusals and names that all mutations for operators share. */
import { actorRefusals } from '../access/actor.ts';
import { OperatorRequired } from '../access/operator-access.ts';
import type { InputFieldBuilder } from '../graphql/fields.ts';
import { idempotencyKeyField } from '../graphql/idempotency.ts';
import { limits } from '../limits.ts';
import { InputInvalid } from '../platform/errors.ts';

/** The refusals of every mutation for operators. */
export const operatorRefusals = [...actorRefusals, OperatorRequired, InputInvalid] as const;

/** The reason of an act, and the idempotency key. */
export const reasonFields = (t: InputFieldBuilder) => ({
  reason: t.string({
    required: true,
    description: `Reason for the act, at most ${limits.operators.reasonCharacters} characters; it is in the audit log.`,
  }),
  idempotencyKey: t.string(idempotencyKeyField),
});
