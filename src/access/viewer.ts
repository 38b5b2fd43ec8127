import type { Scope } from './scopes.ts';

/** Whoever asks: what every rule of access is decided by. */
export type Viewer = Member | SetupLinkHolder | Anonymous;

/** Whoever has, or stands for, an account. */
export type Member = Person | ApplicationViewer;

/** Somebody who signed in. */
export interface Person {
  readonly kind: 'person';
  readonly accountId: string;
  readonly sessionId: string;
  /** Runs the marketplace. */
  readonly isOperator: boolean;
}

/** An application of a partner: acts on behalf of its account, within its scopes, and never as an operator. */
export interface ApplicationViewer {
  readonly kind: 'application';
  readonly accountId: string;
  readonly applicationId: string;
  readonly keyId: string;
  readonly scopes: readonly Scope[];
  /** Tells what was registered by now from what was registered earlier. */
  readonly operationsRevision: number;
  /** The hash of the operation that it runs, by which it is registered. */
  readonly operation?: string;
  /** The quota that an operator gave it; null: the usual one. */
  readonly quotaCapacity: number | null;
  readonly quotaRestorePerSecond: number | null;
}

/** Somebody with the mailed setup link of an order: sees and sets up its ads, and nothing else of it. */
export interface SetupLinkHolder {
  readonly kind: 'setup-link';
  readonly orderId: string;
  readonly linkId: string;
}

/** Somebody who did not say who they are. */
export interface Anonymous {
  readonly kind: 'anonymous';
}

export const anonymous: Anonymous = { kind: 'anonymous' };

/** Whether a viewer has, or stands for, an account. */
export const isMember = (viewer: Viewer): viewer is Member => viewer.kind === 'person' || viewer.kind === 'application';

/** Whether a viewer runs the marketplace; an application of an operator does not. */
export const isOperator = (viewer: Viewer): boolean => viewer.kind === 'person' && viewer.isOperator;

/** The application through which a viewer acts; null for somebody in person. */
export const applicationOf = (viewer: Viewer): string | null =>
  viewer.kind === 'application' ? viewer.applicationId : null;
