/** Receipts: one for each sum that was received, numbered without gaps for each seller and year. */
import type { Receipt } from '../generated/prisma/client.ts';
import type { Order } from '../orders/order.ts';
import type { Tx } from '../platform/db.ts';
import { idSignedIn, signedId } from '../platform/secrets.ts';

/** Issues the receipt of money that was received, in the transaction that counts it. */
export async function issueReceipt(
  tx: Tx,
  { sellerId, advertiserId }: Order,
  { movementId, at }: { movementId: string; at: Date },
): Promise<void> {
  const year = at.getUTCFullYear();
  const people = await tx.account.findMany({ where: { id: { in: [sellerId, advertiserId] } } });
  const nameOf = (wanted: string) => people.find(({ id }) => id === wanted)?.name ?? '';
  const sequence = await nextNumber(tx, sellerId, year);
  const names = { sellerName: nameOf(sellerId), advertiserName: nameOf(advertiserId) };
  await tx.receipt.create({ data: { movementId, sellerId, year, sequence, ...names, issuedAt: at } });
}

/** The row stays locked until the transaction ends: what is taken back leaves no gap. */
async function nextNumber(tx: Tx, sellerId: string, year: number): Promise<number> {
  const [counter] = await tx.$queryRaw<{ last: number }[]>`
    insert into receipt_counter (seller_id, year, last) values (${sellerId}::uuid, ${year}, 1)
    on conflict (seller_id, year) do update set last = receipt_counter.last + 1 returning last`;
  if (!counter) throw new Error('A counter that was raised is there');
  return counter.last;
}

/** The number as people write it, e.g. 2026-0042. */
export const receiptNumber = ({ year, sequence }: Pick<Receipt, 'year' | 'sequence'>): string =>
  `${year}-${String(sequence).padStart(4, '0')}`;

export const receiptPath = '/receipts/';
const use = 'receipt';

/** Where a receipt can be read and printed by whoever has the address. */
export const receiptUrl = ({ publicUrl, secret }: { publicUrl: string; secret: string }, { id }: Pick<Receipt, 'id'>) =>
  `${publicUrl}${receiptPath}${signedId(secret, use, id)}`;

/** The receipt that an address leads to; undefined if we did not give it out. */
export const receiptIdIn = (secret: string, token: string): string | undefined => idSignedIn(secret, use, token);
