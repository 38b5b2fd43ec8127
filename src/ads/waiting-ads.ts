import { type Order, Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import { adState, waitingAdStatuses } from '../process/ad.ts';

/** The statuses in which an ad waits for the advertiser. */
const setupStatuses = waitingAdStatuses.filter((status) => adState(status).waitingOn === 'advertiser');

/**
 * The ads of an order that wait for a role, by status and step: a list of `WaitingAds` as JSON. The transaction holds the order. A seller
 * who hides the setup of ads from advertisers does not wait for them.
 */
export function readWaitingAds(tx: Tx, { id, sellerId }: Pick<Order, 'id' | 'sellerId'>): Promise<Prisma.JsonArray> {
  return tx.$queryRaw`
    select status, status_step as step, count(*)::int as count, to_json(min(coalesce(status_since, created_at))) as since
    from ad where order_id = ${id}::uuid and status in (${Prisma.join(waitingAdStatuses)})
      and not (status in (${Prisma.join(setupStatuses)}) and exists (
        select from account where account.id = ${sellerId}::uuid and hides_ad_setup))
    group by status, status_step order by status, status_step`;
}
