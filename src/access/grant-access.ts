/** Access conditions of grants: the consents of accounts to applications of others. */
import type { Prisma } from '../generated/prisma/client.ts';
import { noRows, ownedBy } from './access.ts';
import type { Viewer } from './viewer.ts';

/** The grants that a viewer may see: those that an account of the person has given. */
export const ownGrants = (viewer: Viewer): Prisma.ApplicationGrantWhereInput =>
  viewer.kind === 'person' ? { accountId: ownedBy(viewer) } : noRows;

/** `workingGrantSql` for the grants of one account, as a filter. */
export const workingGrantsOf = (accountId: string, at: Date): Prisma.ApplicationGrantWhereInput => ({
  accountId,
  revokedAt: null,
  expiresAt: { gt: at },
  application: { deletedAt: null, account: { closedAt: null, suspendedAt: null } },
  account: { closedAt: null },
  consentedBy: { memberships: { some: { accountId, role: 'OWNER' } } },
});
