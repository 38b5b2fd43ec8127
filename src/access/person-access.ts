/** Access conditions of people and memberships. */
import type { Prisma } from '../generated/prisma/client.ts';
import { isSelf, noRows, ownedBy } from './access.ts';
import { isOperator, type Viewer } from './viewer.ts';

/** The people whom a viewer may look up: the viewer, the members of the viewer's accounts; for an operator, all. */
export function visiblePeople(viewer: Viewer): Prisma.PersonWhereInput {
  if (viewer.kind !== 'person') return noRows;
  if (isOperator(viewer)) return {};
  return { OR: [{ id: viewer.personId }, { memberships: { some: { accountId: ownedBy(viewer) } } }] };
}

/** True if a viewer may see the private fields of a person: the person, and operators. */
export const canSeePerson = (viewer: Viewer, personId: string): boolean =>
  viewer.kind === 'person' && (viewer.personId === personId || isOperator(viewer));

/** True if a viewer may see the members and the invitations of an account: its members, and operators. */
export const canSeeMembers = (viewer: Viewer, accountId: string): boolean =>
  viewer.kind === 'person' && (isSelf(viewer, accountId) || isOperator(viewer));

/** The sessions that a viewer may see and revoke: the person's own. */
export const ownSessions = (viewer: Viewer): Prisma.SessionWhereInput =>
  viewer.kind === 'person' ? { personId: viewer.personId } : noRows;

/** The push subscriptions that a viewer may see and delete: the person's own. */
export const ownPushSubscriptions = (viewer: Viewer): Prisma.PushSubscriptionWhereInput =>
  viewer.kind === 'person' ? { personId: viewer.personId } : noRows;

/** True if a viewer may see the sessions of a person and the invitations to the person's address: only the person. */
export const isSamePerson = (viewer: Viewer, personId: string): boolean =>
  viewer.kind === 'person' && viewer.personId === personId;
