/** What applications may do on behalf of their accounts. People need no scopes. */
import { defineRefusal, NotSignedIn } from '../platform/errors.ts';
import { type AdStep, adSteps } from '../process/ad.ts';
import { type OrderStep, orderSteps } from '../process/order.ts';
import { isMember, type Member, type Person, type Viewer } from './viewer.ts';

/** Every scope, with what it allows. */
export const scopes = {
  'orders:read': 'See the orders of the account: timeline, chat and all, but for the content of their ads.',
  'orders:write': 'Place orders and take steps in them.',
  'messages:write': 'Say something in orders, and mark them as read.',
  'ads:read': 'See the ads and the placements of the account.',
  'ads:write': 'Set up ads, take steps of them, make placements.',
  webhooks: 'Be told of events by webhooks, and say where they are sent.',
} as const;
export type Scope = keyof typeof scopes;
/** What an application needs to be told of what happens in orders. */
export const scopesOfWebhooks = ['webhooks', 'orders:read'] as const satisfies readonly Scope[];
// Object.keys forgets the type of the keys.
export const everyScope = Object.keys(scopes) as Scope[];

/** The application lacks `scopes`. The list is empty where no scope would allow the request. */
export const ScopeMissing = defineRefusal('ScopeMissing', {
  code: 'SCOPE_MISSING',
  recovery: 'FINAL',
  message: ({ scopes }: { readonly scopes: readonly Scope[] }) =>
    scopes.length > 0
      ? `The application needs the scope ${scopes.join(' and ')}.`
      : 'Not available to applications. Sign in as a person.',
  example: { scopes: ['orders:write'] as readonly Scope[] },
  extensions: ({ scopes }) => ({ scopes }),
  description: 'The application lacks a scope that the request needs.',
  remedy: 'Have the account that owns the application grant the scopes. If none are named, only people may do this.',
});

/** Whether a scope, or the lack of one, keeps the viewer from something: only applications can lack one. */
export const hasScope = (viewer: Viewer, scope: Scope): boolean =>
  viewer.kind !== 'application' || viewer.scopes.includes(scope);

/** Refuses an application that lacks a scope. @throws ScopeMissing */
export function requireScopes(viewer: Viewer, ...needed: readonly Scope[]): void {
  const missing = needed.filter((scope) => !hasScope(viewer, scope));
  if (missing.length > 0) throw new ScopeMissing({ scopes: missing });
}

const ofOrders = ['orders:read', 'orders:write'] as const;
const ofMessages = ['orders:read', 'messages:write'] as const;
const ofAds = ['ads:read', 'ads:write'] as const;
/** Deeds that are no steps of a table. */
const otherDeeds = {
  sendMessage: ofMessages,
  editMessage: ofMessages,
  deleteMessage: ofMessages,
  markRead: ofMessages,
  setTyping: ofMessages,
  createPlacement: ofAds,
  renamePlacement: ofAds,
  deletePlacement: ofAds,
  setAdWeight: ofAds,
  requestUpload: ofAds,
  rotateSetupLink: ['orders:read', 'ads:write'],
  revokeSetupLink: ['orders:read', 'ads:write'],
  renewPaymentLink: ofOrders,
  settleTestPayment: ofOrders,
  advanceClock: ofOrders,
  readCapturedMails: ['orders:read'],
  changeWebhooks: scopesOfWebhooks,
} as const satisfies Record<string, readonly Scope[]>;

/** What somebody does: a step of a table, or something beside the steps. */
export type Action = OrderStep | AdStep | keyof typeof otherDeeds;

/** The scopes that each deed needs. A deed is answered with what it was done to, so it needs to see that as well. */
const scopesOfDeeds: ReadonlyMap<string, readonly Scope[]> = new Map<string, readonly Scope[]>([
  ...orderSteps.map(([step]) => [step, ofOrders] as const),
  ...adSteps.map(([step]) => [step, ofAds] as const),
  ...Object.entries(otherDeeds),
]);

/** Whoever does this on behalf of an account. @throws NotSignedIn, ScopeMissing */
export function requireMember(viewer: Viewer, deed: Action): Member {
  if (!isMember(viewer)) throw new NotSignedIn();
  requireScopes(viewer, ...(scopesOfDeeds.get(deed) ?? []));
  return viewer;
}

/** Somebody who does this in person. @throws NotSignedIn, ScopeMissing for an application */
export function requirePerson(viewer: Viewer): Person {
  if (viewer.kind === 'application') throw new ScopeMissing({ scopes: [] });
  if (viewer.kind !== 'person') throw new NotSignedIn();
  return viewer;
}

/** Whether the viewer may see what a deed on the timeline of an order was done with, beside that it was done. */
export const maySeeContentOf = (viewer: Viewer, deed: string): boolean =>
  !adSteps.some(([step]) => step === deed) || hasScope(viewer, 'ads:read');
