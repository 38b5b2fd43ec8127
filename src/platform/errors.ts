/** Errors that several features report. */
import {
  type DetailedErrorOptions,
  defineError,
  type ErrorDefinition,
  type ErrorOccurrence,
  type PlainErrorOptions,
  type Recovery,
} from './error-definitions.ts';
import type { Charge } from './rate-limits/token-buckets.ts';

/** The process cannot start. The message is printed without a stack trace. */
export class StartupError extends Error {}

/**
 * An expected error: part of the API, not a fault. Thrown inside a transaction it rolls everything back. A mutation
 * has refusals in its result union; elsewhere they are GraphQL errors or the bodies of HTTP errors.
 */
export abstract class Refusal extends Error implements ErrorOccurrence {
  readonly definition: ErrorDefinition;
  readonly code: string;
  readonly recovery: Recovery;
  readonly extensions: Readonly<Record<string, unknown>>;
  constructor({ definition, message, recovery, extensions }: ErrorOccurrence) {
    super(message);
    this.definition = definition;
    this.code = definition.code;
    this.recovery = recovery;
    this.extensions = extensions;
  }
}

/** The common part of the classes of refusals: their name is that of the GraphQL type. */
export interface RefusalType {
  readonly name: string;
  /** Description of the GraphQL type. */
  readonly description: string;
}

/** A class of refusals, whatever its constructor takes. */
export type RefusalClass = RefusalType & (new (...details: never[]) => Refusal);

/**
 * Makes a class of refusals with one code. The details that its message is made from are properties of the refusal.
 * @throws if the code is defined already
 * @example
 * export const OrderLocked = defineRefusal('OrderLocked', {
 *   code: 'ORDER_LOCKED',
 *   recovery: 'RETRYABLE',
 *   message: ({ seconds }: { readonly seconds: number }) => `The order is locked for ${seconds} s.`,
 *   example: { seconds: 5 },
 *   description: 'Another request is changing the order.',
 *   remedy: 'Repeat the request after the time given.',
 * });
 * throw new OrderLocked({ seconds: 5 });
 */
export function defineRefusal(
  name: string,
  options: PlainErrorOptions & { readonly code: string },
): RefusalType & (new () => Refusal);
export function defineRefusal<Details extends object>(
  name: string,
  options: DetailedErrorOptions<Details> & { readonly code: string },
): RefusalType & (new (details: Details) => Refusal & Readonly<Details>);
export function defineRefusal<Details extends object>(
  name: string,
  { code, ...options }: (PlainErrorOptions | DetailedErrorOptions<Details>) & { readonly code: string },
): RefusalType & (new (details: Details) => Refusal) {
  // Either kind of options is one of the overloads.
  const definition = defineError(code, options as DetailedErrorOptions<Details>);
  return named(
    name,
    class extends Refusal {
      static readonly description = options.description;
      constructor(details: Details) {
        super(definition.occur(details));
        Object.assign(this, details);
      }
    },
  );
}

/** Makes a class of refusals with several codes. A refusal may have a message that says more than its definition. */
export function defineRefusalGroup<Code extends string>(
  name: string,
  { description, codes }: { description: string; codes: Readonly<Record<Code, ErrorDefinition<void>>> },
): RefusalType & (new (code: Code, message?: string) => Refusal) {
  return named(
    name,
    class extends Refusal {
      static readonly description = description;
      constructor(code: Code, message?: string) {
        super(message === undefined ? codes[code].occur() : codes[code].occurWith(message));
      }
    },
  );
}

/**
 * Makes the class of refusals for an object that does not exist or is not visible to the viewer, without saying which.
 * `notFound('WebhookEndpoint')` is WebhookEndpointNotFound with the code WEBHOOK_ENDPOINT_NOT_FOUND.
 */
export function notFound(typename: string, { remedy = '' } = {}): RefusalType & (new () => Refusal) {
  const words = typename.split(/(?=[A-Z])/);
  const noun = words.join(' ').toLowerCase();
  return defineRefusal(`${typename}NotFound`, {
    code: `${words.join('_').toUpperCase()}_NOT_FOUND`,
    recovery: 'FINAL',
    message: `${noun.charAt(0).toUpperCase()}${noun.slice(1)} not found.`,
    description: `The ${noun} does not exist, or the viewer has no access to it.`,
    remedy: `Check the id and the account that you are signed in with.${remedy && ` ${remedy}`}`,
    httpStatus: 404,
  });
}

/** The class under the name that its GraphQL type has. */
function named<Class extends new (...given: never[]) => Refusal>(name: string, refusal: Class): Class {
  Object.defineProperty(refusal, 'name', { value: name });
  return refusal;
}

/** A problem with one field of an input. The message continues a sentence that begins with the name of the field. */
export interface InputProblem {
  readonly field: string;
  readonly message: string;
}

/** The input is not valid. All problems are reported together. */
export class InputInvalid extends Refusal {
  static readonly description: string = 'Validation error: fields of the input are not valid.';
  static readonly #definition = defineError<readonly InputProblem[]>('INPUT_INVALID', {
    recovery: 'CORRECTABLE',
    message: (problems) => problems.map(({ field, message }) => `\`${field}\` ${message}.`).join(' '),
    example: [{ field: 'brief', message: 'must not be blank' }],
    extensions: (problems) => ({ problems }),
    description: InputInvalid.description,
    remedy: 'Correct each field as its problem says, and send the request again.',
    httpStatus: 422,
  });
  readonly problems: readonly InputProblem[];
  constructor(problems: readonly InputProblem[]) {
    super(InputInvalid.#definition.occur(problems));
    this.problems = problems;
  }
}

export const IdempotencyKeyReused = defineRefusal('IdempotencyKeyReused', {
  code: 'IDEMPOTENCY_KEY_REUSED',
  recovery: 'CORRECTABLE',
  message:
    'This idempotency key was already used for a different request. Use a new key per request, and reuse a key only to retry the same request.',
  description: 'The idempotency key was already used for a different request.',
  remedy: 'Use a new key for each request. Reuse a key only to retry the same request unchanged.',
});

export const ResultUnavailable = defineRefusal('ResultUnavailable', {
  code: 'RESULT_UNAVAILABLE',
  recovery: 'FINAL',
  message:
    'The request was done earlier with this idempotency key, but its result no longer exists or you no longer have access to it.',
  description: 'The request was done earlier with this idempotency key, but its result cannot be read any more.',
  remedy: 'Do not repeat the request. Query what you need, or send a new request with a new key.',
});

export const NotSignedIn = defineRefusal('NotSignedIn', {
  code: 'NOT_SIGNED_IN',
  recovery: 'CORRECTABLE',
  message: 'Sign in first: requestSignInCode e-mails a code, and signIn exchanges it for a token.',
  description: 'The request needs a signed-in viewer.',
  remedy: 'Send the token of `signIn`, or the key of an application, as `Authorization: Bearer …`.',
});

export type NotSignedIn = InstanceType<typeof NotSignedIn>;

export const RateLimited = defineRefusal('RateLimited', {
  code: 'RATE_LIMITED',
  recovery: 'RETRYABLE',
  message: ({ retryAfterSeconds }: { readonly retryAfterSeconds: number }) =>
    `Too many requests. Try again in ${retryAfterSeconds} s.`,
  example: { retryAfterSeconds: 30 },
  extensions: ({ retryAfterSeconds }) => ({ retryAfterSeconds }),
  description: 'The caller sent too many requests in a short time.',
  remedy: 'Repeat the request after `retryAfterSeconds`; over HTTP the header Retry-After says the same.',
  httpStatus: 429,
});

export const LimitReached = defineRefusal('LimitReached', {
  code: 'LIMIT_REACHED',
  recovery: 'CORRECTABLE',
  message: ({ owner, max, objects, advice }: LimitDetails) => `${owner} can have at most ${max} ${objects}. ${advice}`,
  example: { owner: 'An account', max: 10, objects: 'applications', advice: 'Delete one first.' },
  description: 'The highest number of such objects already exists.',
  remedy: 'Delete an object that is no longer needed, then try again.',
});

/** Parts of the message: "OWNER can have at most MAX OBJECTS. ADVICE" */
interface LimitDetails {
  readonly owner: string;
  readonly max: number;
  readonly objects: string;
  readonly advice: string;
}

/** Seconds until the quota holds the cost; undefined if it never does. */
const secondsUntilCharged = ({ requested, remaining, capacity, restoreRate }: Charge): number | undefined =>
  requested > capacity ? undefined : Math.max(1, Math.ceil((requested - remaining) / restoreRate));

export const QuotaExceeded = defineRefusal('QuotaExceeded', {
  code: 'QUOTA_EXCEEDED',
  recovery: 'RETRYABLE',
  recoveryOf: ({ charge }) => (secondsUntilCharged(charge) === undefined ? 'CORRECTABLE' : 'RETRYABLE'),
  message: ({ charge }: { readonly charge: Charge }) => {
    const { requested, remaining, capacity, restoreRate } = charge;
    const seconds = secondsUntilCharged(charge);
    return seconds === undefined
      ? `The operation costs ${requested} points, and the quota of the application holds at most ${capacity}. Request less data per operation.`
      : `The operation costs ${requested} points; ${remaining} of ${capacity} are left. Try again in ${seconds} s (${restoreRate} points are restored per second).`;
  },
  example: { charge: { requested: 120, remaining: 20, capacity: 1_000, restoreRate: 50 } },
  extensions: ({ charge }) => {
    const retryAfterSeconds = secondsUntilCharged(charge);
    return { ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }), cost: charge };
  },
  description: 'The application has used up its quota.',
  remedy:
    'Repeat the request after `retryAfterSeconds`. If that is absent, the operation costs more than the quota can hold (then the recovery is CORRECTABLE): request smaller pages or fewer fields.',
  httpStatus: 429,
});

export const internalError = defineError('INTERNAL', {
  recovery: 'RETRYABLE',
  message: () => 'Internal server error. It has been logged.',
  example: { requestId: 'c1b6a2f0-5f0e-4a86-9a33-0d6f5f6f2b1d' },
  extensions: ({ requestId }: { readonly requestId: string }) => ({ requestId }),
  description: 'The server failed to answer the request. The cause is in its log, under `requestId`.',
  remedy: 'Try again later. If the error persists, report the `requestId` to the operators.',
  httpStatus: 500,
});

export const textInvalid = defineError('TEXT_INVALID', {
  recovery: 'CORRECTABLE',
  message: 'A text contains a character that cannot be stored: NUL or an unpaired surrogate.',
  description: 'A text contains a character that the database cannot store: NUL or an unpaired surrogate.',
  remedy: 'Remove the character.',
});
