/** Why the process cannot start, in words for the person who started it; printed without a stack. */
export class StartupError extends Error {}

/** What a refused caller can do: change the call, repeat it later as it is, or nothing. */
export type Recovery = 'CORRECTABLE' | 'RETRYABLE' | 'FINAL';

/** An expected "no": part of the API, not a fault. Thrown inside a transaction it takes everything back. */
export abstract class Refusal extends Error {
  readonly code: string;
  readonly recovery: Recovery;
  constructor(message: string, code: string, recovery: Recovery) {
    super(message);
    this.code = code;
    this.recovery = recovery;
  }
}

/** What is wrong with one field of an input. */
export interface InputProblem {
  readonly field: string;
  readonly message: string;
}

/** Something in the input cannot be taken. All problems are named at once. */
export class InputInvalid extends Refusal {
  readonly problems: readonly InputProblem[];
  constructor(problems: readonly InputProblem[]) {
    super(problems.map(({ field, message }) => `\`${field}\` ${message}.`).join(' '), 'INPUT_INVALID', 'CORRECTABLE');
    this.problems = problems;
  }
}

/** The idempotency key was used before, for something else. */
export class IdempotencyKeyReused extends Refusal {
  constructor() {
    super(
      'This idempotency key was already used for another call. Use a new key for each deed, and the same key only to repeat that deed unchanged.',
      'IDEMPOTENCY_KEY_REUSED',
      'CORRECTABLE',
    );
  }
}

/** The call needs somebody who signed in. */
export class NotSignedIn extends Refusal {
  constructor() {
    super(
      'Sign in first: requestSignInCode mails a code, signIn turns it into a token.',
      'NOT_SIGNED_IN',
      'CORRECTABLE',
    );
  }
}

/** Too many calls in a short time. */
export class RateLimited extends Refusal {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(`Too many calls. Try again in ${retryAfterSeconds} s.`, 'RATE_LIMITED', 'RETRYABLE');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** This is done in a sandbox alone. */
export class SandboxOnly extends Refusal {
  constructor() {
    super('This can be done in a sandbox alone: use a key of one.', 'SANDBOX_NEEDED', 'FINAL');
  }
}
