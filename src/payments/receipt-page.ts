/** The printable page of a receipt. */
import type { Prisma } from '../generated/prisma/client.ts';
import { escapeHtml, type HttpResponse, type Route } from '../http/route.ts';
import { type PageText, pageText } from '../pages/catalogues.ts';
import { bidiText, factList, type PageFrame, renderPage } from '../pages/layout.ts';
import type { Money } from '../process/fields.ts';
import type { AppServices } from '../services/services.ts';
import { paymentPage } from './payment-pages.ts';
import { receiptIdIn, receiptNumber, receiptPath } from './receipts.ts';

/** `/receipts/:capability`: anyone with the URL may read the receipt. */
export const receiptRoutes = (app: AppServices): Route[] => [
  {
    path: receiptPath,
    get: (request, url) =>
      paymentPage(app, request, async (frame) => {
        const id = receiptIdIn(app.config.secret, url.pathname.slice(receiptPath.length));
        const receipt = id && (await app.db.receipt.findUnique({ where: { id }, include: whole }));
        return receipt ? show(frame, receipt) : undefined;
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

function show(frame: PageFrame, { movement, ...receipt }: WholeReceipt): HttpResponse {
  const { order, payment, refunds, currency } = movement;
  // A receipt is a document: its dates are the same for every reader, in the zone that decided its number.
  const text = pageText('receipt', { language: frame.language, timeZone: receipt.timeZone });
  const { say, day } = text;
  const sum = (minorUnits: bigint): Money => ({ minorUnits, currency });
  const facts = factList([
    [say('seller'), bidiText(receipt.sellerName)],
    [say('payer'), bidiText(receipt.advertiserName)],
    [say('date'), day(receipt.issuedAt)],
    [say('order'), order ? `#${order.number}` : ''],
    // A manually confirmed payment of an order with a payment link was made in another way.
    [say('method'), movement.provider === payment?.provider ? say(payment.method) : say('byHand')],
    [say('reference'), movement.reference ? bidiText(movement.reference) : ''],
  ]);
  const items =
    order?.items.map(({ title, priceMinorUnits }) => row(text, bidiText(title), sum(priceMinorUnits))) ?? [];
  const total = order ? [row(text, say('value'), sum(order.totalMinorUnits))] : [];
  const givenBack = refunds.map(({ amountMinorUnits, createdAt, status }) =>
    row(text, escapeHtml(say(`refund_${status}`, { day: day(createdAt) })), sum(-amountMinorUnits)),
  );
  const received = row(text, say('received'), sum(movement.amountMinorUnits));
  return renderPage(frame, {
    title: say('title', { number: receiptNumber(receipt) }),
    body: `<div class="card">${facts}
${order ? table(say('items'), [...items, ...total]) : ''}
${table(say('payments'), [received, ...givenBack])}</div>
<p class="muted small unprinted">${escapeHtml(say('print'))}</p>`,
  });
}

const table = (caption: string, rows: readonly string[]): string =>
  `<table><caption>${escapeHtml(caption)}</caption><tbody>${rows.join('')}</tbody></table>`;

/** A row with a name, as HTML, and a sum. */
const row = ({ money }: PageText<'receipt'>, name: string, sum: Money): string =>
  `<tr><th scope="row">${name}</th><td>${sum.minorUnits < 0n ? '− ' : ''}${escapeHtml(money(absolute(sum)))}</td></tr>`;

const absolute = ({ minorUnits, currency }: Money): Money => ({
  minorUnits: minorUnits < 0n ? -minorUnits : minorUnits,
  currency,
});
