/** Receipts: one per received payment, numbered without gaps per seller and year, in the time zone of the seller. */
import type { Receipt } from '../generated/prisma/client.ts';
import type { Order } from '../orders/order.ts';
import { yearIn } from '../platform/days.ts';
import type { Tx } from '../platform/db.ts';
import { idSignedIn, signedId } from '../platform/secrets.ts';

/** Issues the receipt of a payment in the transaction that counts it. */
export async function issueReceipt(
  tx: Tx,
  { sellerId, advertiserId }: Order,
  { movementId, at }: { movementId: string; at: Date },
): Promise<void> {
  const parties = await tx.account.findMany({ where: { id: { in: [sellerId, advertiserId] } } });
  const nameOf = (accountId: string) => parties.find(({ id }) => id === accountId)?.name ?? '';
  const timeZone = parties.find(({ id }) => id === sellerId)?.timeZone ?? 'UTC';
  const year = yearIn(timeZone, at);
  const sequence = await nextNumber(tx, sellerId, year);
  const names = { sellerName: nameOf(sellerId), advertiserName: nameOf(advertiserId) };
  await tx.receipt.create({ data: { movementId, sellerId, year, sequence, ...names, issuedAt: at, timeZone } });
}

/** The row stays locked until the transaction ends, so a rollback leaves no gap. */
async function nextNumber(tx: Tx, sellerId: string, year: number): Promise<number> {
  const [counter] = await tx.$queryRaw<{ last: number }[]>`
    insert into receipt_counter (seller_id, year, last) values (${sellerId}::uuid, ${year}, 1)
    on conflict (seller_id, year) do update set last = receipt_counter.last + 1 returning last`;
  if (!counter) throw new Error('A counter that was raised is there');
  return counter.last;
}

/** The receipt number, such as 2026-0042. */
export const receiptNumber = ({ year, sequence }: Pick<Receipt, 'year' | 'sequence'>): string =>
  `${year}-${String(sequence).padStart(4, '0')}`;

export const receiptPath = '/receipts/';
const use = 'receipt';

/** URL of the printable receipt, a capability. */
export const receiptUrl = ({ publicUrl, secret }: { publicUrl: string; secret: string }, { id }: Pick<Receipt, 'id'>) =>
  `${publicUrl}${receiptPath}${signedId(secret, use, id)}`;

/** The id in the path of a receipt; undefined if the signature is not valid. */
export const receiptIdIn = (secret: string, token: string): string | undefined => idSignedIn(secret, use, token);
