/** The orders of an account that are not finished. They decide what the account may do, and whether it can be closed. */
import type { Prisma } from '../generated/prisma/client.ts';
import { finalStatuses, openStatuses } from '../process/order.ts';

const isParty = (accountId: string): Prisma.OrderWhereInput => ({
  OR: [{ advertiserId: accountId }, { sellerId: accountId }],
});

/** The orders of an account that are open: in a status from which they continue, or with a renewal that continues. */
export const openOrdersOf = (accountId: string): Prisma.OrderWhereInput => ({
  AND: [
    isParty(accountId),
    { OR: [{ status: { in: [...openStatuses] } }, { renewalStatus: { in: ['ACTIVE', 'PAST_DUE'] } }] },
  ],
});

/** The orders of an account in which a step is still possible. */
export const unfinishedOrdersOf = (accountId: string): Prisma.OrderWhereInput => ({
  ...isParty(accountId),
  status: { notIn: [...finalStatuses] },
});
