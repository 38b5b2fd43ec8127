import { replaceLogo } from '../files/replace-logo.ts';
import { missingTextsTopic } from '../live/topics.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import { type AccountChanges, checkAccountChanges } from './account-fields.ts';

/**
 * Changes an account; other members may change it at the same time. A new name is also the one by which its spaces and
 * orders are found, a moment later.
 * @throws InputInvalid, RateLimited
 */
export async function updateAccount(
  app: AppServices,
  accountId: string,
  { logoFileId, ...changes }: AccountChanges & { readonly logoFileId?: string | null | undefined },
): Promise<void> {
  await app.rateLimiter.consume('accountChanges', accountId);
  const { data, problems } = checkAccountChanges(changes);
  if (problems.length > 0) throw new InputInvalid(problems);
  const isTextMissing = await app.db.$transaction(async (tx) => {
    const [before] = await tx.$queryRaw<{ name: string; logoId: string | null }[]>`
      select name, logo_id as "logoId" from account where id = ${accountId}::uuid for no key update`;
    const logo = {
      accountId,
      purpose: 'ACCOUNT_LOGO',
      currentId: before?.logoId ?? null,
      at: app.clock.now(),
    } as const;
    const logoId = logoFileId === undefined ? undefined : await replaceLogo(tx, { ...logo, fileId: logoFileId });
    const { searchText } = await tx.account.update({
      where: { id: accountId },
      data: { ...data, ...(logoId === undefined ? {} : { logoId }) },
    });
    if (data.name !== undefined && data.name !== before?.name) await clearSearchTexts(tx, accountId);
    return searchText === null;
  });
  if (isTextMissing) app.live.publish(missingTextsTopic);
}

/**
 * Clears the texts with the name of an account: those of its spaces and of its orders, but not those of messages.
 * Background tasks write them again.
 */
async function clearSearchTexts(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`
    with found as materialized (
      select id from space where seller_id = ${accountId}::uuid order by id for no key update)
    update space set search_text = null from found where space.id = found.id`;
  await tx.$executeRaw`
    with found as materialized (
      select order_id, number from order_text where number = 0 and order_id in (
        select id from "order" where advertiser_id = ${accountId}::uuid
        union all select id from "order" where seller_id = ${accountId}::uuid)
      order by order_id for update)
    update order_text set text = null from found
    where order_text.order_id = found.order_id and order_text.number = found.number`;
}
