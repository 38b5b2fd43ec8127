/**
 * Credit notes: one per completed refund, numbered without gaps per seller and year. The order of the refund is locked. A credit
 * note whose refund fails afterwards is void, and keeps its number; if the refund is then made, it gets another one.
 */
import type { CreditNote } from '../generated/prisma/client.ts';
import type { Order } from '../orders/order.ts';
import { yearIn } from '../platform/days.ts';
import type { Tx } from '../platform/db.ts';
import { idSignedIn, signedId } from '../platform/secrets.ts';
import type { Movement } from './ledger.ts';
import { receiptNumber } from './receipts.ts';
import { storeSharesOfRefund } from './shares.ts';

/** Issues the credit note of a refund that is completed and counted, in the transaction that completes it. */
export async function issueCreditNote(
  tx: Tx,
  order: Order,
  { refund, at }: { readonly refund: Movement; readonly at: Date },
): Promise<void> {
  if (!refund.sourceId) throw new Error(`The refund ${refund.id} names no payment`);
  const { receipt, ...source } = await tx.paymentMovement.findUniqueOrThrow({
    where: { id: refund.sourceId },
    include: { receipt: true },
  });
  if (!receipt) throw new Error(`The payment ${source.id} is counted and has no receipt`);
  await storeSharesOfRefund(tx, { order, source, refund });
  const { sellerId } = receipt;
  const { timeZone } = await tx.account.findUniqueOrThrow({ where: { id: sellerId }, select: { timeZone: true } });
  const year = yearIn(timeZone, at);
  const sequence = await nextCreditNoteNumber(tx, sellerId, year);
  await tx.creditNote.create({
    data: { movementId: refund.id, receiptId: receipt.id, sellerId, year, sequence, issuedAt: at, timeZone },
  });
}

/** Voids the credit note of a refund that has failed after all. */
export async function voidCreditNote(tx: Tx, { id: movementId }: Movement, at: Date): Promise<void> {
  await tx.creditNote.updateMany({ where: { movementId, voidedAt: null }, data: { voidedAt: at } });
}

/** The row stays locked until the transaction ends, so a rollback leaves no gap. */
async function nextCreditNoteNumber(tx: Tx, sellerId: string, year: number): Promise<number> {
  const [counter] = await tx.$queryRaw<{ last: number }[]>`
    insert into credit_note_counter (seller_id, year, last) values (${sellerId}::uuid, ${year}, 1)
    on conflict (seller_id, year) do update set last = credit_note_counter.last + 1 returning last`;
  if (!counter) throw new Error('A counter that was raised is there');
  return counter.last;
}

/** The number of a credit note, such as CN-2026-0042. */
export const creditNoteNumber = (note: Pick<CreditNote, 'year' | 'sequence'>): string => `CN-${receiptNumber(note)}`;

export const creditNotePath = '/credit-notes/';
const use = 'credit note';

/** URL of the printable credit note, a capability. */
export const creditNoteUrl = (
  { publicUrl, secret }: { publicUrl: string; secret: string },
  { id }: Pick<CreditNote, 'id'>,
): string => `${publicUrl}${creditNotePath}${signedId(secret, use, id)}`;

/** The id in the path of a credit note; undefined if the signature is not valid. */
export const creditNoteIdIn = (secret: string, token: string): string | undefined => idSignedIn(secret, use, token);
