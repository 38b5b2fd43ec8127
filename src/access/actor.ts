/** The actor of a change: the account on whose behalf it is made, and the person or application that makes it. */

import type { Tx } from '../platform/db.ts';
import { defineErrors } from '../platform/error-definitions.ts';
import { defineRefusalGroup, NotSignedIn } from '../platform/errors.ts';
import { isSelf, type OrderParties } from './access.ts';
import { type Action, requireMember, requirePerson } from './scopes.ts';
import {
  accountIdsOf,
  applicationOf,
  isMember,
  isSuspended,
  type Member,
  operatorAccountOf,
  type Person,
  personOf,
  type Viewer,
} from './viewer.ts';

export interface Actor {
  readonly accountId: string;
  /** Null if an application acts. */
  readonly personId: string | null;
  /** Null if a person acts. */
  readonly applicationId: string | null;
}

/** The actor as the columns of a log entry. */
export const entryActor = ({ accountId, personId, applicationId }: Actor) => ({
  actorId: accountId,
  personId,
  applicationId,
});

/**
 * True if the viewer is the actor: the person, or the application that acted for the account. Of an entry that is older
 * than people, every person of the account is the actor.
 */
export const isOwnAction = (
  viewer: Viewer,
  {
    actorId,
    applicationId,
    personId,
  }: { readonly actorId: string | null; readonly applicationId: string | null; readonly personId: string | null },
): boolean =>
  isSelf(viewer, actorId) &&
  applicationOf(viewer) === applicationId &&
  (personId === null || personOf(viewer) === personId);

/** The header, and the connection parameter, that names the account for which a person acts. */
export const accountHeader = 'placard-account';

/** The caller cannot act for the account. */
export const AccountRefused = defineRefusalGroup('AccountRefused', {
  description: 'The caller has no account to act for, or may not change anything on behalf of it.',
  codes: defineErrors({
    ACCOUNT_MISSING: {
      recovery: 'CORRECTABLE',
      message: 'You do not belong to an account. Create one with createAccount, or accept an invitation.',
      description: 'The person is not a member of any account, or not of the account that the request names.',
      remedy: 'Create an account with `createAccount`, or accept an invitation to one.',
      httpStatus: 403,
    },
    ACCOUNT_AMBIGUOUS: {
      recovery: 'CORRECTABLE',
      message: 'You belong to several accounts. Name the one that acts in the header Placard-Account.',
      description: 'The person belongs to several accounts, and the request does not say which one acts.',
      remedy:
        'Send the global id of the account in the header `Placard-Account`, on a WebSocket as the connection parameter `placard-account`.',
      httpStatus: 400,
    },
    ACCOUNT_SUSPENDED: {
      recovery: 'FINAL',
      message: 'The account is suspended: it can finish its orders, and start nothing new. Ask the operators.',
      description: 'An operator has suspended the account, so that it starts nothing new.',
      remedy: 'Ask the operators of the marketplace. Steps in orders that exist are possible.',
      httpStatus: 403,
    },
    MEMBERSHIP_ROLE_INSUFFICIENT: {
      recovery: 'FINAL',
      message: 'Your role in this account does not allow that. Ask an owner of the account.',
      description: 'The role of the person in the account does not allow the change.',
      remedy: 'Have an owner of the account do it, or change your role.',
      httpStatus: 403,
    },
  }),
});

/** The refusals of every mutation that acts on behalf of an account. */
export const actorRefusals = [NotSignedIn, AccountRefused] as const;

/**
 * Requires a viewer who may change something: a person who is a VIEWER of all accounts may not. Every change calls this
 * first, and then finds its actor, or calls `requireRole` with the account that owns what is changed.
 * @throws NotSignedIn, ScopeMissing, AccountRefused
 */
export function requireEditor(viewer: Viewer, action: Action): Member {
  const member = requireMember(viewer, action);
  if (member.kind === 'person') refuseViewers(member);
  return member;
}

/** As `requireEditor`, for what only people may change. @throws NotSignedIn, ScopeMissing, AccountRefused */
export function requirePersonEditor(viewer: Viewer): Person {
  const person = requirePerson(viewer);
  refuseViewers(person);
  return person;
}

/** @throws AccountRefused for a person who is a VIEWER of every account of the person */
export function refuseViewers({ memberships }: Person): void {
  if (memberships.length > 0 && memberships.every(({ role }) => role === 'VIEWER'))
    throw new AccountRefused('MEMBERSHIP_ROLE_INSUFFICIENT');
}

/**
 * Requires a role that may change what an account owns and the viewer can see: that of the membership in the account, or,
 * for an operator, in the marketplace's.
 * @throws AccountRefused
 */
export function requireRole(viewer: Viewer, accountId: string): void {
  if (viewer.kind !== 'person') return;
  const own = viewer.memberships.find((membership) => membership.accountId === accountId);
  const { role } = own ?? viewer.memberships.find(({ isOperator }) => isOperator) ?? {};
  if (role === 'VIEWER') throw new AccountRefused('MEMBERSHIP_ROLE_INSUFFICIENT');
}

/** Requires of an operator a role in the marketplace's account that may change something. @throws AccountRefused */
export function requireOperatorRole(viewer: Viewer): void {
  const accountId = operatorAccountOf(viewer);
  if (accountId !== undefined) requireRole(viewer, accountId);
}

/**
 * The actor of a change that does not belong to an order: on behalf of the only account of the viewer, which must not be
 * suspended.
 * @throws NotSignedIn, ScopeMissing, AccountRefused
 */
export const requireActor = (viewer: Viewer, action: Action): Actor =>
  requireNotSuspended(viewer, requireOrderActor(viewer, action));

/**
 * The actor of a change that may belong to an order whose finishing it serves: a suspended account may make it.
 * @throws NotSignedIn, ScopeMissing, AccountRefused
 */
export const requireOrderActor = (viewer: Viewer, action: Action): Actor =>
  actorFor(requireEditor(viewer, action), onlyAccountOf(viewer));

/** The actor of a change that only people can make. @throws NotSignedIn, AccountRefused */
export const requirePersonActor = (person: Person): Actor & { readonly personId: string } => ({
  ...requireNotSuspended(person, actorFor(person, onlyAccountOf(person))),
  personId: person.personId,
});

/**
 * Locks an account until the transaction ends, for something new that starts in it. Returns false if the account does not
 * exist or is closed.
 * @throws AccountRefused if it is suspended
 */
export async function lockAccountToStart(tx: Tx, accountId: string): Promise<boolean> {
  const [account] = await tx.$queryRaw<{ isSuspended: boolean; isClosed: boolean }[]>`
    select suspended_at is not null as "isSuspended", closed_at is not null as "isClosed" from account
    where id = ${accountId}::uuid for update`;
  if (account?.isSuspended) throw new AccountRefused('ACCOUNT_SUSPENDED');
  return account !== undefined && !account.isClosed;
}

function requireNotSuspended(viewer: Viewer, actor: Actor): Actor {
  if (isSuspended(viewer, actor.accountId)) throw new AccountRefused('ACCOUNT_SUSPENDED');
  return actor;
}

/**
 * The actor of a change to an order that the viewer may see: on behalf of the party that the viewer belongs to, or, for an
 * operator, of the marketplace.
 * @throws NotSignedIn, AccountRefused
 */
export function actorIn(order: OrderParties, viewer: Viewer): Actor {
  const parties = [order.advertiserId, order.sellerId].filter((accountId) => isSelf(viewer, accountId));
  if (parties.length > 1 && order.advertiserId !== order.sellerId) throw new AccountRefused('ACCOUNT_AMBIGUOUS');
  const accountId = parties[0] ?? operatorAccountOf(viewer);
  if (accountId === undefined) throw new AccountRefused('ACCOUNT_MISSING');
  return actorFor(viewer, accountId);
}

/**
 * The actor of a viewer with a single account, which acts in every order that the viewer may see; undefined for a person
 * with several accounts or none.
 * @throws AccountRefused
 */
export function actorWithOneAccount(viewer: Member): Actor | undefined {
  const [accountId, ...others] = accountIdsOf(viewer);
  return accountId === undefined || others.length > 0 ? undefined : actorFor(viewer, accountId);
}

/** The account that a person leaves, or acts for in another way that needs no role. @throws AccountRefused */
export const requireMembership = (person: Person): { readonly accountId: string; readonly personId: string } => ({
  accountId: onlyAccountOf(person),
  personId: person.personId,
});

/** The account that a person manages as its owner. @throws AccountRefused */
export function requireOwnership(person: Person): { readonly accountId: string; readonly personId: string } {
  const { accountId, personId } = requirePersonActor(person);
  requireOwner(person, accountId);
  return { accountId, personId };
}

/** Requires a person who may manage an account: its members, its closing. @throws AccountRefused */
export function requireOwner(person: Person, accountId: string): void {
  const membership = person.memberships.find((one) => one.accountId === accountId);
  if (!membership) throw new AccountRefused('ACCOUNT_MISSING');
  if (membership.role !== 'OWNER') throw new AccountRefused('MEMBERSHIP_ROLE_INSUFFICIENT');
}

function onlyAccountOf(viewer: Viewer): string {
  if (!isMember(viewer)) throw new NotSignedIn();
  if (viewer.kind === 'application') return viewer.accountId;
  // Operators act for the marketplace's account only where they mediate, so it does not count here if there is another.
  const own = viewer.memberships.filter(({ isOperator }) => !isOperator);
  const [first, ...others] = own.length > 0 ? own : viewer.memberships;
  if (first === undefined) throw new AccountRefused('ACCOUNT_MISSING');
  if (others.length > 0) throw new AccountRefused('ACCOUNT_AMBIGUOUS');
  return first.accountId;
}

function actorFor(viewer: Viewer, accountId: string): Actor {
  const membership =
    viewer.kind === 'person' ? viewer.memberships.find((one) => one.accountId === accountId) : undefined;
  if (membership?.role === 'VIEWER') throw new AccountRefused('MEMBERSHIP_ROLE_INSUFFICIENT');
  return { accountId, personId: personOf(viewer), applicationId: applicationOf(viewer) };
}
