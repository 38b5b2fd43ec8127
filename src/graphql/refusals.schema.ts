/** How refusals look in the API: one interface, one type for each class. */
import {
  IdempotencyKeyReused,
  InputInvalid,
  type InputProblem,
  NotSignedIn,
  RateLimited,
  type Recovery,
  type Refusal,
} from '../platform/errors.ts';
import { builder } from './builder.ts';

const recoveries: Record<Recovery, { description: string }> = {
  CORRECTABLE: { description: 'Change the call as the message says and try again.' },
  RETRYABLE: { description: 'The same call may succeed later.' },
  FINAL: { description: 'The call cannot succeed as things are.' },
};

const RecoveryEnum = builder.enumType('Recovery', { description: 'What a refused caller can do.', values: recoveries });

/** An expected "no". */
export const RefusalInterface = builder.interfaceRef<Refusal>('Refusal').implement({
  description: 'Why something was not done, in words for people and in codes for programs. Nothing has changed.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What was wrong and what is allowed, in English.' }),
    code: t.exposeString('code', { description: 'The same for programs; it does not change.' }),
    recovery: t.field({
      type: RecoveryEnum,
      description: 'What the caller can do.',
      resolve: (refusal) => refusal.recovery,
    }),
  }),
});

const InputProblemType = builder.objectRef<InputProblem>('InputProblem').implement({
  description: 'What is wrong with one field of an input.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The name of the field.' }),
    message: t.exposeString('message', { description: 'What is wrong and what would be right.' }),
  }),
});

builder.objectType(InputInvalid, {
  name: 'InputInvalid',
  description: 'Something in the input cannot be taken.',
  interfaces: [RefusalInterface],
  fields: (t) => ({
    problems: t.field({
      type: [InputProblemType],
      description: 'Everything that is wrong, at once.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
});

builder.objectType(IdempotencyKeyReused, {
  name: 'IdempotencyKeyReused',
  description: 'The idempotency key was used before, for something else.',
  interfaces: [RefusalInterface],
});

builder.objectType(NotSignedIn, {
  name: 'NotSignedIn',
  description: 'Only somebody who signed in can do this.',
  interfaces: [RefusalInterface],
});

builder.objectType(RateLimited, {
  name: 'RateLimited',
  description: 'Too many calls in a short time.',
  interfaces: [RefusalInterface],
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', { description: 'How long to wait, in seconds.' }),
  }),
});
