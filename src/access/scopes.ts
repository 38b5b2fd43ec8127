/** Scopes: the permissions of applications. People need no scopes. */

import { defineRefusal, NotSignedIn } from '../platform/errors.ts';
import { keysOf } from '../platform/objects.ts';
import { type AdStep, adSteps } from '../process/ad.ts';
import { type OrderStep, orderSteps } from '../process/order.ts';
import { isMember, type Member, type Person, type Viewer } from './viewer.ts';

/** All scopes, each with a description of what it allows. */
export const scopes = {
  ORDERS_READ: 'Reads the orders of the account with their timelines and chats, without the content of ads.',
  ORDERS_WRITE: 'Places orders, and takes their steps.',
  MESSAGES_WRITE: 'Sends messages in orders, and marks orders as read.',
  ADS_READ: 'Reads the ads and the placements of the account.',
  ADS_WRITE: 'Sets up ads, takes their steps, and creates placements.',
  WEBHOOKS: 'Receives webhooks, and manages the endpoints of the application.',
} as const;
export type Scope = keyof typeof scopes;
/** The scopes that an application needs to receive webhooks. */
export const webhookScopes = ['WEBHOOKS', 'ORDERS_READ'] as const satisfies readonly Scope[];
export const allScopes = keysOf(scopes);
/** The scopes that an account can grant to an application of another account. Webhooks belong to the owner of an application. */
export const offeredScopes: readonly Scope[] = allScopes.filter((scope) => scope !== 'WEBHOOKS');

/** The application lacks `scopes`. The list is empty where no scope would allow the request. */
export const ScopeMissing = defineRefusal('ScopeMissing', {
  code: 'SCOPE_MISSING',
  recovery: 'FINAL',
  message: ({ scopes }: { readonly scopes: readonly Scope[] }) =>
    scopes.length > 0
      ? `The application needs the scope ${scopes.join(' and ')}.`
      : 'Not available to applications. Sign in as a person.',
  example: { scopes: ['ORDERS_WRITE'] as readonly Scope[] },
  extensions: ({ scopes }) => ({ scopes }),
  description: 'The application lacks a scope that the request needs.',
  remedy: 'Have the account that owns the application grant the scopes. If none are named, only people may do this.',
});

/** True unless the viewer is an application without the scope. */
export const hasScope = (viewer: Viewer, scope: Scope): boolean =>
  viewer.kind !== 'application' || viewer.scopes.includes(scope);

/** Rejects an application that lacks a scope. @throws ScopeMissing */
export function requireScopes(viewer: Viewer, ...needed: readonly Scope[]): void {
  const missing = needed.filter((scope) => !hasScope(viewer, scope));
  if (missing.length > 0) throw new ScopeMissing({ scopes: missing });
}

const orderScopes = ['ORDERS_READ', 'ORDERS_WRITE'] as const;
const messageScopes = ['ORDERS_READ', 'MESSAGES_WRITE'] as const;
const adScopes = ['ADS_READ', 'ADS_WRITE'] as const;
/** Actions that are not steps of a process table. */
const otherActions = {
  sendMessage: messageScopes,
  updateMessage: messageScopes,
  deleteMessage: messageScopes,
  markRead: messageScopes,
  updateTypingStatus: messageScopes,
  createPlacement: adScopes,
  updatePlacement: adScopes,
  deletePlacement: adScopes,
  updateAdWeight: adScopes,
  requestUpload: adScopes,
  rotateSetupLink: ['ORDERS_READ', 'ADS_WRITE'],
  revokeSetupLink: ['ORDERS_READ', 'ADS_WRITE'],
  refreshPaymentLink: orderScopes,
  completeTestPayment: orderScopes,
  advanceClock: orderScopes,
  readSandboxEmails: ['ORDERS_READ'],
  changeWebhooks: webhookScopes,
} as const satisfies Record<string, readonly Scope[]>;

/** An action that needs scopes: a step of a process table, or another action. */
export type Action = OrderStep | AdStep | keyof typeof otherActions;

/**
 * The scopes of each action. A mutation returns the object that it has changed, so it needs the scope to read it as
 * well.
 */
const scopesByAction: ReadonlyMap<string, readonly Scope[]> = new Map<string, readonly Scope[]>([
  ...orderSteps.map(([step]) => [step, orderScopes] as const),
  ...adSteps.map(([step]) => [step, adScopes] as const),
  ...Object.entries(otherActions),
]);

/** Requires a viewer with an account. @throws NotSignedIn, ScopeMissing */
export function requireMember(viewer: Viewer, action: Action): Member {
  if (!isMember(viewer)) throw new NotSignedIn();
  requireScopes(viewer, ...(scopesByAction.get(action) ?? []));
  return viewer;
}

/** Requires a person. @throws NotSignedIn, ScopeMissing for an application */
export function requirePerson(viewer: Viewer): Person {
  if (viewer.kind === 'application') throw new ScopeMissing({ scopes: [] });
  if (viewer.kind !== 'person') throw new NotSignedIn();
  return viewer;
}

/** True if the viewer may see the input of an action on a visible timeline, and not only that it was taken. */
export const canSeeContentOf = (viewer: Viewer, action: string): boolean =>
  !adSteps.some(([step]) => step === action) || hasScope(viewer, 'ADS_READ');
