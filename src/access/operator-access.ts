/** Access conditions of what operators see and decide. */
import type { Prisma } from '../generated/prisma/client.ts';
import { defineRefusal } from '../platform/errors.ts';
import { noRows, servableAdsFilter, visibleAds } from './access.ts';
import { AccountRefused } from './actor.ts';
import { requirePerson } from './scopes.ts';
import { isOperator, type Person, type Viewer } from './viewer.ts';

export const OperatorRequired = defineRefusal('OperatorRequired', {
  code: 'OPERATOR_REQUIRED',
  recovery: 'FINAL',
  message: 'Only an operator of the marketplace can do this.',
  description: 'The request is for operators of the marketplace only.',
  remedy: 'Ask an operator of the marketplace.',
});

/**
 * Requires an operator who may change something.
 * @throws NotSignedIn, ScopeMissing, OperatorRequired, AccountRefused for an operator who only reads
 */
export function requireOperator(viewer: Viewer): Person {
  const person = requirePerson(viewer);
  const membership = person.memberships.find((one) => one.isOperator);
  if (!membership) throw new OperatorRequired();
  if (membership.role === 'VIEWER') throw new AccountRefused('MEMBERSHIP_ROLE_INSUFFICIENT');
  return person;
}

/** The rows of a list for operators: all of them, or none for any other viewer. */
export const rowsForOperators = (viewer: Viewer) => (isOperator(viewer) ? {} : noRows);

/** The reports that a viewer may see: the viewer's own; for an operator, all. */
export function visibleReports(viewer: Viewer): Prisma.ReportWhereInput {
  if (viewer.kind !== 'person') return noRows;
  return isOperator(viewer) ? {} : { reporterId: viewer.personId };
}

/** The ads that a viewer may report: the visible ones, and those that are public. */
export const reportableAds = (viewer: Viewer, at: Date): Prisma.AdWhereInput => ({
  OR: [visibleAds(viewer), { AND: [servableAdsFilter(at), { entry: { isNot: null } }] }],
});
