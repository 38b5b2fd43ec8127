import type { Scope } from './scopes.ts';

/** The maker of a request. All access conditions depend on it. */
export type Viewer = Member | SetupLinkHolder | Anonymous;

/** A viewer with an account. */
export type Member = Person | ApplicationViewer;

/** A person who has signed in. */
export interface Person {
  readonly kind: 'person';
  readonly accountId: string;
  readonly sessionId: string;
  /** True if the person runs the marketplace. */
  readonly isOperator: boolean;
}

/** An application: it acts on behalf of its account, within its scopes, and never as an operator. */
export interface ApplicationViewer {
  readonly kind: 'application';
  readonly accountId: string;
  readonly applicationId: string;
  readonly keyId: string;
  readonly scopes: readonly Scope[];
  /** Grows with each change of the registered operations, so that cached ones are known to be stale. */
  readonly operationsRevision: number;
  /** The hash of the registered operation that the request runs. */
  readonly operation?: string;
  /** The quota that an operator has set; null for the default. */
  readonly quotaCapacity: number | null;
  readonly quotaRestorePerSecond: number | null;
}

/** The holder of a setup link: sees and sets up the ads of one order, and nothing else of it. */
export interface SetupLinkHolder {
  readonly kind: 'setup-link';
  readonly orderId: string;
  readonly linkId: string;
}

/** A caller without a token. */
export interface Anonymous {
  readonly kind: 'anonymous';
}

export const anonymous: Anonymous = { kind: 'anonymous' };

/** True if the viewer has an account. */
export const isMember = (viewer: Viewer): viewer is Member => viewer.kind === 'person' || viewer.kind === 'application';

/** True if the viewer runs the marketplace. An application of an operator does not. */
export const isOperator = (viewer: Viewer): boolean => viewer.kind === 'person' && viewer.isOperator;

/** The id of the application that acts; null for a person. */
export const applicationOf = (viewer: Viewer): string | null =>
  viewer.kind === 'application' ? viewer.applicationId : null;
