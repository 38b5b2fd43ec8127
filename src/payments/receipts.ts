/**
 * Receipts: one per received payment, numbered without gaps per seller and year, in the time zone of the seller. A receipt keeps
 * the details of the parties and of the order as they were when it was issued.
 */
import type { Account, OrderItem, Prisma, Receipt } from '../generated/prisma/client.ts';
import type { Order } from '../orders/order.ts';
import { type Day, dayOf, yearIn } from '../platform/days.ts';
import type { Tx } from '../platform/db.ts';
import { idSignedIn, signedId } from '../platform/secrets.ts';
import type { Movement } from './ledger.ts';
import { storeSharesOfPayment } from './shares.ts';

/** An item on a receipt. */
export interface ItemOnReceipt {
  readonly title: string;
  readonly priceMinorUnits: bigint;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
}

/** The order that is paid, as its receipt shows it. */
export interface OrderOnReceipt extends Pick<Order, 'totalMinorUnits' | 'taxMinorUnits'> {
  readonly items: readonly ItemOnReceipt[];
}

/** Issues the receipt of a payment in the transaction that counts it. The order is locked. */
export async function issueReceipt(
  tx: Tx,
  order: Order,
  { payment, at }: { readonly payment: Movement; readonly at: Date },
): Promise<void> {
  const { sellerId, advertiserId, taxBasisPoints } = order;
  await storeSharesOfPayment(tx, order, payment);
  const parties = await tx.account.findMany({ where: { id: { in: [sellerId, advertiserId] } } });
  const [seller, advertiser] = [sellerId, advertiserId].map((accountId) => parties.find(({ id }) => id === accountId));
  const items = await tx.orderItem.findMany({ where: { orderId: order.id }, orderBy: { position: 'asc' } });
  const timeZone = seller?.timeZone ?? 'UTC';
  const year = yearIn(timeZone, at);
  const sequence = await nextReceiptNumber(tx, sellerId, year);
  await tx.receipt.create({
    data: {
      ...{ movementId: payment.id, sellerId, year, sequence, issuedAt: at, timeZone, taxBasisPoints },
      ...{ sellerName: seller?.name ?? '', advertiserName: advertiser?.name ?? '' },
      ...{ sellerLegalName: seller?.legalName, sellerAddress: seller?.address, sellerTaxId: seller?.taxId },
      ...{ advertiserLegalName: advertiser?.legalName, advertiserAddress: advertiser?.address },
      advertiserTaxId: advertiser?.taxId,
      orderDetails: detailsOf(order, items),
    },
  });
}

const detailsOf = ({ totalMinorUnits, taxMinorUnits }: Order, items: readonly OrderItem[]): Prisma.InputJsonObject => ({
  ...{ totalMinorUnits: String(totalMinorUnits), taxMinorUnits: String(taxMinorUnits) },
  items: items.map(itemOnReceipt).map((item) => ({ ...item, priceMinorUnits: String(item.priceMinorUnits) })),
});

const itemOnReceipt = ({ title, priceMinorUnits, startsOn, endsOn }: OrderItem): ItemOnReceipt => ({
  ...{ title, priceMinorUnits, startsOn: startsOn && dayOf(startsOn), endsOn: endsOn && dayOf(endsOn) },
});

/** The order as a receipt shows it; a receipt of an earlier version shows the order as it is now. */
export function orderOnReceipt(
  { orderDetails }: Pick<Receipt, 'orderDetails'>,
  order: (Order & { readonly items: readonly OrderItem[] }) | null,
): OrderOnReceipt | undefined {
  if (!orderDetails) return order ? { ...order, items: order.items.map(itemOnReceipt) } : undefined;
  // As `detailsOf` wrote it.
  const stored = orderDetails as unknown as ReturnType<typeof detailsOf> & {
    readonly items: readonly (Omit<ItemOnReceipt, 'priceMinorUnits'> & { readonly priceMinorUnits: string })[];
  };
  return {
    ...{ totalMinorUnits: toAmount(stored['totalMinorUnits']), taxMinorUnits: toAmount(stored['taxMinorUnits']) },
    items: stored.items.map((item) => ({ ...item, priceMinorUnits: toAmount(item.priceMinorUnits) })),
  };
}

const toAmount = (text: unknown): bigint => BigInt(String(text));

/** First and last of the days on which the items are to run; undefined if none of them names days. */
export function serviceDays(items: readonly ItemOnReceipt[]): { readonly from: Day; readonly to: Day } | undefined {
  const [from] = items.flatMap(({ startsOn }) => startsOn ?? []).sort();
  const to = items
    .flatMap(({ endsOn }) => endsOn ?? [])
    .sort()
    .at(-1);
  return from && to ? { from, to } : undefined;
}

/** The row stays locked until the transaction ends, so a rollback leaves no gap. */
async function nextReceiptNumber(tx: Tx, sellerId: string, year: number): Promise<number> {
  const [counter] = await tx.$queryRaw<{ last: number }[]>`
    insert into receipt_counter (seller_id, year, last) values (${sellerId}::uuid, ${year}, 1)
    on conflict (seller_id, year) do update set last = receipt_counter.last + 1 returning last`;
  if (!counter) throw new Error('A counter that was raised is there');
  return counter.last;
}

/** The number of a receipt, such as 2026-0042. */
export const receiptNumber = ({ year, sequence }: Pick<Receipt, 'year' | 'sequence'>): string =>
  `${year}-${String(sequence).padStart(4, '0')}`;

/** A party of a receipt, as it was when the receipt was issued. */
export type PartyOnReceipt = Pick<Account, 'name' | 'legalName' | 'address' | 'taxId'>;

/** The seller and the advertiser on a receipt. */
export const partiesOf = (
  receipt: Receipt,
): { readonly seller: PartyOnReceipt; readonly advertiser: PartyOnReceipt } => ({
  seller: {
    ...{ name: receipt.sellerName, legalName: receipt.sellerLegalName },
    ...{ address: receipt.sellerAddress, taxId: receipt.sellerTaxId },
  },
  advertiser: {
    ...{ name: receipt.advertiserName, legalName: receipt.advertiserLegalName },
    ...{ address: receipt.advertiserAddress, taxId: receipt.advertiserTaxId },
  },
});

export const receiptPath = '/receipts/';
const use = 'receipt';

/** URL of the printable receipt, a capability. */
export const receiptUrl = ({ publicUrl, secret }: { publicUrl: string; secret: string }, { id }: Pick<Receipt, 'id'>) =>
  `${publicUrl}${receiptPath}${signedId(secret, use, id)}`;

/** The id in the path of a receipt; undefined if the signature is not valid. */
export const receiptIdIn = (secret: string, token: string): string | undefined => idSignedIn(secret, use, token);
