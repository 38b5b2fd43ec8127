/** The tables that can be exported: their columns, and their pages in the order of the ids. */
import { ownSpaces, roleIn, visibleOrders } from '../../access/access.ts';
import { visiblePayments } from '../../access/payment-access.ts';
import { requirePerson, requireScopes } from '../../access/scopes.ts';
import { isMember, type Viewer } from '../../access/viewer.ts';
import type { PaymentMovementKind, Prisma } from '../../generated/prisma/client.ts';
import { toGlobalId } from '../../graphql/ids.ts';
import { shownPaymentStatus } from '../../orders/payment-status.ts';
import { receiptNumber } from '../../payments/receipts.ts';
import type { Db } from '../../platform/db.ts';
import { NotSignedIn } from '../../platform/errors.ts';
import type { Cell } from './csv.ts';

/** A page of a table, after the row with an id. */
interface ExportPage {
  readonly after: string | undefined;
  readonly limit: number;
}

/** A row of the database with its records, one for each line of the file. */
interface ExportedRow {
  readonly id: string;
  readonly records: readonly (readonly Cell[])[];
}

export interface ExportTable {
  readonly columns: readonly string[];
  /** @throws NotSignedIn, ScopeMissing for a viewer who cannot read the list */
  readonly requireAccess: (viewer: Viewer) => void;
  /** Reads the rows that the viewer may see, by the condition of the list in the API. */
  readonly readPage: (db: Db, viewer: Viewer, page: ExportPage) => Promise<readonly ExportedRow[]>;
}

/** A column with the cell of a row. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

export const cellsOf = <Row>(columns: Columns<Row>, row: Row): readonly Cell[] =>
  Object.values(columns).map((cellOf) => cellOf(row));

/** The condition and the order of a page. The ids of rows ascend with the time of their creation. */
const pageOptions = ({ after, limit }: ExportPage) => ({
  where: after === undefined ? {} : { id: { gt: after } },
  options: { orderBy: { id: 'asc' as const }, take: limit },
});

export function requireOrders(viewer: Viewer): void {
  if (!isMember(viewer)) throw new NotSignedIn();
  requireScopes(viewer, 'ORDERS_READ');
}

const wholeSpace = {
  seller: { select: { name: true } },
  options: { orderBy: { position: 'asc' } },
} satisfies Prisma.SpaceInclude;
type Space = Prisma.SpaceGetPayload<{ include: typeof wholeSpace }>;
type Offer = Space & { readonly option: Space['options'][number] | undefined };

const spaceColumns: Columns<Offer> = {
  spaceId: ({ id }) => toGlobalId('Space', id),
  status: ({ status }) => status,
  kind: ({ kind }) => kind,
  seller: ({ seller }) => seller.name,
  title: ({ title }) => title,
  description: ({ description }) => description,
  audience: ({ audience }) => audience,
  languages: ({ languages }) => languages.join(' '),
  countries: ({ countries }) => countries.join(' '),
  width: ({ formatWidth }) => formatWidth,
  height: ({ formatHeight }) => formatHeight,
  words: ({ formatWords }) => formatWords,
  seconds: ({ formatSeconds }) => formatSeconds,
  leadTimeDays: ({ leadTimeDays }) => leadTimeDays,
  requirements: ({ requirements }) => requirements,
  capacity: ({ capacity }) => capacity,
  timeZone: ({ timeZone }) => timeZone,
  createdAt: ({ createdAt }) => createdAt,
  priceOption: ({ option }) => option?.title ?? null,
  price: ({ option }) => (option ? { minorUnits: option.priceMinorUnits, currency: option.currency } : null),
  currency: ({ option }) => option?.currency ?? null,
  measure: ({ option }) => option?.measure ?? null,
  quantity: ({ option }) => option?.quantity ?? null,
  isMonthly: ({ option }) => option?.isMonthly ?? null,
  archivedAt: ({ option }) => option?.archivedAt ?? null,
};

const wholeOrder = {
  advertiser: { select: { name: true } },
  seller: { select: { name: true } },
  items: { orderBy: { position: 'asc' }, select: { title: true } },
} satisfies Prisma.OrderInclude;
type Order = Prisma.OrderGetPayload<{ include: typeof wholeOrder }>;
interface OwnOrder extends Order {
  readonly role: string;
}

const orderColumns: Columns<OwnOrder> = {
  number: ({ number }) => number,
  orderId: ({ id }) => toGlobalId('Order', id),
  status: ({ status }) => status,
  paymentStatus: shownPaymentStatus,
  role: ({ role }) => role,
  advertiser: ({ advertiser }) => advertiser.name,
  seller: ({ seller }) => seller.name,
  items: ({ items }) => items.map(({ title }) => title).join('\n'),
  brief: ({ brief }) => brief,
  paymentMethod: ({ paymentMethod }) => paymentMethod,
  total: ({ totalMinorUnits, currency }) => ({ minorUnits: totalMinorUnits, currency }),
  amountPaid: ({ paidMinorUnits, currency }) => ({ minorUnits: paidMinorUnits, currency }),
  amountRefunded: ({ refundedMinorUnits, currency }) => ({ minorUnits: refundedMinorUnits, currency }),
  currency: ({ currency }) => currency,
  createdAt: ({ createdAt }) => createdAt,
  lastActivityAt: ({ lastActivityAt }) => lastActivityAt,
  tax: ({ taxMinorUnits, currency }) => ({ minorUnits: taxMinorUnits, currency }),
  taxBasisPoints: ({ taxBasisPoints }) => taxBasisPoints,
};

const wholePayment = {
  order: { include: { advertiser: { select: { name: true } }, seller: { select: { name: true } } } },
  movements: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], include: { receipt: true } },
} satisfies Prisma.PaymentInclude;
type Payment = Prisma.PaymentGetPayload<{ include: typeof wholePayment }>;

/** The sum of the movements of a kind that count in the sums of the order. */
const sumOf = ({ movements, currency }: Payment, kindFilter: PaymentMovementKind) => ({
  minorUnits: movements
    .filter(({ kind, isCounted }) => kind === kindFilter && isCounted)
    .reduce((sum, { amountMinorUnits }) => sum + amountMinorUnits, 0n),
  currency,
});

const paymentColumns: Columns<Payment> = {
  paymentId: ({ id }) => toGlobalId('Payment', id),
  orderNumber: ({ order }) => order.number,
  advertiser: ({ order }) => order.advertiser.name,
  seller: ({ order }) => order.seller.name,
  purpose: ({ purpose }) => purpose,
  method: ({ method }) => method,
  status: ({ status }) => status,
  amount: ({ amountMinorUnits, currency }) => ({ minorUnits: amountMinorUnits, currency }),
  amountReceived: (payment) => sumOf(payment, 'RECEIVED'),
  amountRefunded: (payment) => sumOf(payment, 'REFUNDED'),
  currency: ({ currency }) => currency,
  receipts: ({ movements }) => movements.flatMap(({ receipt }) => (receipt ? [receiptNumber(receipt)] : [])).join(' '),
  createdAt: ({ createdAt }) => createdAt,
  dueAt: ({ dueAt }) => dueAt,
  settledAt: ({ settledAt }) => settledAt,
  failureMessage: ({ failure }) => failure,
};

/** The tables by the names of their files. */
const exportTables = {
  spaces: {
    columns: Object.keys(spaceColumns),
    requireAccess: requirePerson,
    readPage: async (db, viewer, page) => {
      const { where, options } = pageOptions(page);
      const spaces = await db.space.findMany({
        where: { AND: [ownSpaces(viewer), where] },
        include: wholeSpace,
        ...options,
      });
      return spaces.map((space) => {
        const offers = space.options.length > 0 ? space.options : [undefined];
        return { id: space.id, records: offers.map((option) => cellsOf(spaceColumns, { ...space, option })) };
      });
    },
  },
  orders: {
    columns: Object.keys(orderColumns),
    requireAccess: requireOrders,
    readPage: async (db, viewer, page) => {
      const { where, options } = pageOptions(page);
      const orders = await db.order.findMany({
        where: { AND: [visibleOrders(viewer), where] },
        include: wholeOrder,
        ...options,
      });
      return orders.map((order) => {
        const role = (roleIn(order, viewer) ?? '').toUpperCase();
        return { id: order.id, records: [cellsOf(orderColumns, { ...order, role })] };
      });
    },
  },
  payments: {
    columns: Object.keys(paymentColumns),
    requireAccess: requireOrders,
    readPage: async (db, viewer, page) => {
      const { where, options } = pageOptions(page);
      const payments = await db.payment.findMany({
        where: { AND: [visiblePayments(viewer), where] },
        include: wholePayment,
        ...options,
      });
      return payments.map((payment) => ({ id: payment.id, records: [cellsOf(paymentColumns, payment)] }));
    },
  },
} as const satisfies Readonly<Record<string, ExportTable>>;

/** The table of a file name such as `orders.csv`; undefined for any other name. */
export function exportTableOf(fileName: string): ExportTable | undefined {
  const name = /^([a-z]+)\.csv$/.exec(fileName)?.[1];
  return name !== undefined && Object.hasOwn(exportTables, name)
    ? exportTables[name as keyof typeof exportTables]
    : undefined;
}
