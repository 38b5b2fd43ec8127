/** The printable page of a receipt. */
import type { PaymentMovementStatus, Prisma } from '../generated/prisma/client.ts';
import { escapeHtml, type HttpResponse, type Route } from '../http/route.ts';
import type { Money } from '../process/fields.ts';
import { formatMoney } from '../process/format-money.ts';
import type { AppServices } from '../services/services.ts';
import { moneyPage, noSuchPage, withinBudget } from './payment-pages.ts';
import { receiptIdIn, receiptNumber, receiptPath } from './receipts.ts';

/** `/receipts/:capability`: anyone with the URL may read the receipt. */
export const receiptRoutes = (app: AppServices): Route[] => [
  {
    path: receiptPath,
    get: (request, url) =>
      withinBudget(app, request, async () => {
        const id = receiptIdIn(app.config.secret, url.pathname.slice(receiptPath.length));
        const receipt = id && (await app.db.receipt.findUnique({ where: { id }, include: whole }));
        return receipt ? show(receipt) : noSuchPage();
      }),
  },
];

const whole = {
  movement: {
    include: {
      payment: true,
      refunds: { orderBy: { createdAt: 'asc' } },
      order: { include: { items: { orderBy: { position: 'asc' } } } },
    },
  },
} satisfies Prisma.ReceiptInclude;

type WholeReceipt = Prisma.ReceiptGetPayload<{ include: typeof whole }>;

const refundWords: Readonly<Record<PaymentMovementStatus, string>> = {
  PENDING: 'under way',
  DONE: 'given back',
  FAILED: 'could not be given back yet',
};

function show({ movement, ...receipt }: WholeReceipt): HttpResponse {
  const { order, payment, refunds, currency } = movement;
  const sum = (minorUnits: bigint): Money => ({ minorUnits, currency });
  const facts = [
    ['Seller', receipt.sellerName],
    ['Received from', receipt.advertiserName],
    ['Date', dayOf(receipt.issuedAt)],
    ['Order', order ? `#${order.number}` : ''],
    // A manually confirmed payment of an order with a payment link was made in another way.
    ['Paid by', movement.provider === payment?.provider ? methodWords(payment.method) : 'Confirmed by hand'],
    ['Reference', movement.reference ?? ''],
  ];
  const items = order?.items.map(({ title, priceMinorUnits }) => row(title, sum(priceMinorUnits))) ?? [];
  const total = order ? [row('Value of the order', sum(order.totalMinorUnits))] : [];
  const givenBack = refunds.map(({ amountMinorUnits, createdAt, status }) =>
    row(`Refund of ${dayOf(createdAt)}, ${refundWords[status]}`, sum(-amountMinorUnits)),
  );
  return moneyPage(
    `Receipt ${receiptNumber(receipt)}`,
    `<dl>${facts.map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
<table>${[...items, ...total].join('')}</table>
<table>${[row('Received', sum(movement.amountMinorUnits)), ...givenBack].join('')}</table>`,
  );
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** E.g. "Bank transfer". */
const methodWords = (method: string): string => method.charAt(0) + method.slice(1).toLowerCase().replaceAll('_', ' ');

const row = (name: string, sum: Money): string =>
  `<tr><td>${escapeHtml(name)}</td><td>${sum.minorUnits < 0n ? '− ' : ''}${escapeHtml(formatMoney(absolute(sum)))}</td></tr>`;

const absolute = ({ minorUnits, currency }: Money): Money => ({
  minorUnits: minorUnits < 0n ? -minorUnits : minorUnits,
  currency,
});
