import type { MembershipRole } from '../generated/prisma/client.ts';
import { nilUuid } from '../platform/uuid.ts';
import type { Scope } from './scopes.ts';

/** The maker of a request. All access conditions depend on it. */
export type Viewer = Member | SetupLinkHolder | Anonymous;

/** A viewer who may have accounts. */
export type Member = Person | ApplicationViewer;

/** A person who has signed in. */
export interface Person {
  readonly kind: 'person';
  readonly personId: string;
  readonly sessionId: string;
  /** The accounts of the person, oldest membership first: all of them, or the one that the request names. */
  readonly memberships: readonly ViewerMembership[];
  /** The account that the request names; undefined if it names none. */
  readonly namedAccountId?: string | undefined;
}

/** The membership of a viewer in an account. */
export interface ViewerMembership {
  readonly accountId: string;
  readonly role: MembershipRole;
  /** True for the account of the marketplace. */
  readonly isOperator: boolean;
  /** True if an operator has suspended the account. */
  readonly isSuspended?: boolean;
}

/**
 * An application: it acts within its scopes, and never as an operator. With a key, it acts on behalf of the account that
 * owns it; with an access token, of the account whose owner has consented.
 */
export interface ApplicationViewer {
  readonly kind: 'application';
  readonly accountId: string;
  readonly applicationId: string;
  /** The key of the request; null for an access token. */
  readonly keyId: string | null;
  /** The grant and the access token of the request; undefined for a key. */
  readonly grant?: { readonly id: string; readonly tokenId: string };
  readonly scopes: readonly Scope[];
  /** Grows with each change of the registered operations, so that cached ones are known to be stale. */
  readonly operationsRevision: number;
  /** The hash of the registered operation that the request runs. */
  readonly operation?: string;
  /** The quota that an operator has set; null for the default. */
  readonly quotaCapacity: number | null;
  readonly quotaRestorePerSecond: number | null;
  /** True if an operator has suspended the account. */
  readonly isSuspended?: boolean;
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

/** True if the viewer has signed in, or is an application. */
export const isMember = (viewer: Viewer): viewer is Member => viewer.kind === 'person' || viewer.kind === 'application';

/** True if the viewer runs the marketplace. An application of an operator does not. */
export const isOperator = (viewer: Viewer): boolean => operatorAccountOf(viewer) !== undefined;

/** The id of the marketplace's account, for an operator. */
export const operatorAccountOf = (viewer: Viewer): string | undefined =>
  viewer.kind === 'person' ? viewer.memberships.find((membership) => membership.isOperator)?.accountId : undefined;

/** The ids of the accounts that a viewer may read for. */
export function accountIdsOf(viewer: Viewer): readonly string[] {
  if (viewer.kind === 'application') return [viewer.accountId];
  return viewer.kind === 'person' ? viewer.memberships.map(({ accountId }) => accountId) : [];
}

/** The owner of the rate limits and connection limits of a viewer: the person, or the account of the application. */
export const limitOwnerOf = (viewer: Member): string =>
  viewer.kind === 'application' ? viewer.accountId : viewer.personId;

/** A person who owns an account and has no session, for changes that the server makes on behalf of the account. */
export const soleOwnerOf = (accountId: string, { personId = nilUuid, isOperator = false } = {}): Person => ({
  kind: 'person',
  personId,
  sessionId: '',
  memberships: [{ accountId, role: 'OWNER', isOperator }],
});

/** True if an operator has suspended this account of the viewer. */
export function isSuspended(viewer: Viewer, accountId: string): boolean {
  if (viewer.kind === 'application') return viewer.isSuspended === true;
  if (viewer.kind !== 'person') return false;
  return viewer.memberships.some((membership) => membership.accountId === accountId && membership.isSuspended === true);
}

/** The viewer in one of the accounts; a person who is not a member of it has none left. */
export function inAccount(viewer: Viewer, accountId: string): Viewer {
  if (viewer.kind !== 'person') return viewer;
  const memberships = viewer.memberships.filter((membership) => membership.accountId === accountId);
  return { ...viewer, memberships, namedAccountId: accountId };
}

/** The id of the application that acts; null for a person. */
export const applicationOf = (viewer: Viewer): string | null =>
  viewer.kind === 'application' ? viewer.applicationId : null;

/** The id of the person who acts; null for an application. */
export const personOf = (viewer: Viewer): string | null => (viewer.kind === 'person' ? viewer.personId : null);
