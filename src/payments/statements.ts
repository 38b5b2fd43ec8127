/**
 * The statement of a seller for a period: its receipts and valid credit notes with their rows of the ledger. A refund belongs to
 * the period in which it was completed.
 */
import { Prisma } from '../generated/prisma/client.ts';
import { feeSql } from '../orders/marketplace-fee.ts';
import { addDays, type Day, type DayRange, dayIn, firstDayAfterMonth, instantOf } from '../platform/days.ts';
import type { Db } from '../platform/db.ts';
import { InputInvalid } from '../platform/errors.ts';
import { type LatestPageRequest, newestFirstSql } from '../platform/newest-first.ts';
import { requireReadableMonths } from '../platform/readable-range.ts';

/** A period of a seller: the days of a range, in a time zone. */
export interface StatementPeriod extends DayRange {
  readonly sellerId: string;
  readonly timeZone: string;
}

/** The days that a client asks for. */
export interface RequestedPeriod {
  readonly from?: Day | null | undefined;
  readonly to?: Day | null | undefined;
}

/** The maximum number of months of a statement. */
export const maxStatementMonths = 36;

/**
 * The period of a request: by default the current month in the time zone of the account, or the rest of the month of `from`.
 * @throws InputInvalid
 */
export function statementPeriod(
  { id: sellerId, timeZone }: { readonly id: string; readonly timeZone: string },
  { from: requestedFrom, to: requestedTo }: RequestedPeriod,
  now: Date,
): StatementPeriod {
  if (requestedTo && !requestedFrom)
    throw new InputInvalid([{ field: 'from', message: 'must be given, because there is a `to`' }]);
  const from = requestedFrom ?? `${dayIn(timeZone, now).slice(0, 7)}-01`;
  const to = requestedTo ?? addDays(firstDayAfterMonth(from), -1);
  requireReadableMonths({ from, to }, maxStatementMonths);
  return { sellerId, timeZone, from, to };
}

/** A receipt or a credit note with its amounts, which are negative for a credit note. */
export interface StatementLine {
  /** Id of the document. */
  readonly id: string;
  readonly kind: 'RECEIPT' | 'CREDIT_NOTE';
  readonly issuedAt: Date;
  readonly year: number;
  readonly sequence: number;
  readonly orderId: string;
  readonly orderNumber: number;
  readonly advertiserName: string;
  readonly reference: string | null;
  readonly taxBasisPoints: number;
  readonly currency: string;
  readonly amount: bigint;
  readonly tax: bigint;
  readonly fee: bigint;
}

/** The sums of a period in one currency, in minor units. */
export interface StatementTotals {
  readonly currency: string;
  readonly receiptCount: number;
  readonly creditNoteCount: number;
  readonly received: bigint;
  readonly refunded: bigint;
  /** The tax and the fee of the receipts, minus those of the credit notes. */
  readonly tax: bigint;
  readonly fee: bigint;
}

/** The lines of a page, newest first. */
export const readStatementLines = (
  db: Db,
  period: StatementPeriod,
  page: LatestPageRequest,
): Promise<StatementLine[]> => db.$queryRaw<StatementLine[]>(statementLinesSql(period, page));

function statementLinesSql(period: StatementPeriod, page: LatestPageRequest): Prisma.Sql {
  const { conditions, sort, sorted } = newestFirstSql(Prisma.sql`issued_at`, page);
  const documents = documentsSql(period, { conditions, sorted });
  return Prisma.sql`${linesSql(documents)} order by ${sort} limit ${page.limit}`;
}

/** The sums of the period, by the codes of the currencies. */
export const readStatementTotals = (db: Db, period: StatementPeriod): Promise<StatementTotals[]> =>
  db.$queryRaw<StatementTotals[]>`
    select currency,
      (count(*) filter (where kind = 'RECEIPT'))::int as "receiptCount",
      (count(*) filter (where kind = 'CREDIT_NOTE'))::int as "creditNoteCount",
      coalesce(sum(amount) filter (where kind = 'RECEIPT'), 0)::bigint as received,
      coalesce(-sum(amount) filter (where kind = 'CREDIT_NOTE'), 0)::bigint as refunded,
      sum(tax)::bigint as tax, sum(fee)::bigint as fee
    from (${linesSql(documentsSql(period, { conditions: [], sorted: Prisma.empty }))}) as lines
    group by currency order by currency`;

/** The documents of a period, each kind by its index of a seller's documents. */
function documentsSql(
  { sellerId, timeZone, from, to }: StatementPeriod,
  { conditions, sorted }: { readonly conditions: readonly Prisma.Sql[]; readonly sorted: Prisma.Sql },
): Prisma.Sql {
  const inPeriod = Prisma.join(
    [
      Prisma.sql`seller_id = ${sellerId}::uuid`,
      Prisma.sql`issued_at >= ${instantOf(from, 0, timeZone)}`,
      Prisma.sql`issued_at < ${instantOf(addDays(to, 1), 0, timeZone)}`,
      ...conditions,
    ],
    ' and ',
  );
  return Prisma.sql`
    (select id, 'RECEIPT' as kind, 1 as sign, id as receipt_id, movement_id, issued_at, year, sequence
      from receipt where ${inPeriod} ${sorted})
    union all
    (select id, 'CREDIT_NOTE', -1, receipt_id, movement_id, issued_at, year, sequence
      from credit_note where ${inPeriod} and voided_at is null ${sorted})`;
}

/** Documents with their rows of the ledger. Rows of earlier versions have no fee: it follows from the rate of the order. */
const linesSql = (documents: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select document.id, document.kind, document.issued_at as "issuedAt", document.issued_at, document.year, document.sequence,
    "order".id as "orderId", "order".number as "orderNumber", receipt.advertiser_name as "advertiserName", moved.reference,
    receipt.tax_basis_points as "taxBasisPoints", moved.currency, sign * moved.amount_minor_units as amount,
    sign * coalesce(moved.tax_minor_units, 0) as tax,
    sign * coalesce(moved.fee_minor_units, ${feeSql(Prisma.sql`moved.amount_minor_units`, Prisma.sql`"order".fee_basis_points`)}) as fee
  from (${documents}) as document
  join receipt on receipt.id = document.receipt_id
  join money_movement as moved on moved.id = document.movement_id
  join "order" on "order".id = moved.order_id`;
