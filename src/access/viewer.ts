/** Whoever asks: what every rule of access is decided by. */
export type Viewer = Person | SetupLinkHolder | Nobody;

/** Somebody who signed in. */
export interface Person {
  readonly kind: 'person';
  readonly accountId: string;
  readonly sessionId: string;
  /** Runs the marketplace. */
  readonly isOperator: boolean;
}

/** Somebody with the mailed setup link of an order: sees and sets up its ads, and nothing else of it. */
export interface SetupLinkHolder {
  readonly kind: 'setup-link';
  readonly orderId: string;
  readonly linkId: string;
}

/** Somebody who did not say who they are. */
export interface Nobody {
  readonly kind: 'nobody';
}

export const nobody: Nobody = { kind: 'nobody' };
