/** Refusals in the API: one interface, and one type for each class. */
import { errorDocUrl, type Recovery } from '../platform/error-definitions.ts';
import { recoveryMeanings } from '../platform/error-docs.ts';
import {
  IdempotencyKeyReused,
  InputInvalid,
  type InputProblem,
  LimitReached,
  NotSignedIn,
  RateLimited,
  type Refusal,
  type RefusalClass,
  type RefusalType,
  ResultUnavailable,
} from '../platform/errors.ts';
import { builder } from './builder.ts';

const RecoveryEnum = builder.enumType('Recovery', {
  description: 'The way in which a client can recover from an error.',
  values: {
    CORRECTABLE: { description: recoveryMeanings.CORRECTABLE },
    RETRYABLE: { description: recoveryMeanings.RETRYABLE },
    FINAL: { description: recoveryMeanings.FINAL },
  } satisfies Record<Recovery, object>,
});

/** The interface of expected errors. */
const RefusalInterface = builder.interfaceRef<Refusal>('Refusal').implement({
  description: 'An expected error. Nothing was changed.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'The cause and the remedy, in English.' }),
    code: t.exposeString('code', { description: 'A stable code for programs. docs/errors.md lists all codes.' }),
    recovery: t.field({
      type: RecoveryEnum,
      description: 'The way in which the client can recover.',
      resolve: (refusal) => refusal.recovery,
    }),
    docUrl: t.string({
      description: 'The address of the documentation of the code.',
      resolve: ({ code }, _args, { app }) => errorDocUrl(app.config, code),
    }),
  }),
});

/** Adds the object type of each class, with the fields of the interface only. */
export function refusalTypes(...classes: readonly RefusalClass[]): void {
  for (const refusal of classes) builder.objectType(refusal as new () => Refusal, refusalType(refusal));
}

/** Name, description and interface of the object type of a class, for types with fields of their own. */
export const refusalType = ({ name, description }: RefusalType) => ({
  name,
  description,
  interfaces: [RefusalInterface],
});

const InputProblemType = builder.objectRef<InputProblem>('InputProblem').implement({
  description: 'A problem with one field of an input.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The name of the field.' }),
    message: t.exposeString('message', { description: 'The problem, and what is allowed.' }),
  }),
});

builder.objectType(InputInvalid, {
  ...refusalType(InputInvalid),
  fields: (t) => ({
    problems: t.field({
      type: [InputProblemType],
      description: 'All problems of the input.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
});

builder.objectType(RateLimited, {
  ...refusalType(RateLimited),
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      description: 'Seconds after which the request may be repeated.',
    }),
  }),
});

refusalTypes(IdempotencyKeyReused, LimitReached, NotSignedIn, ResultUnavailable);
