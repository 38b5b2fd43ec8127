/** Whoever asks: what every rule of access is decided by. */
export type Viewer = Person | Nobody;

/** Somebody who signed in. */
export interface Person {
  readonly kind: 'person';
  readonly accountId: string;
  readonly sessionId: string;
  /** Runs the marketplace. */
  readonly isOperator: boolean;
}

/** Somebody who did not say who they are. */
export interface Nobody {
  readonly kind: 'nobody';
}

export const nobody: Nobody = { kind: 'nobody' };
