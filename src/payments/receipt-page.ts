/** The printable page of a receipt. */
import type { Prisma } from '../generated/prisma/client.ts';
import { escapeHtml, type HttpResponse, type Route } from '../http/route.ts';
import { bidiText, factList, type PageFrame, renderPage } from '../pages/layout.ts';
import type { Money } from '../process/fields.ts';
import type { AppServices } from '../services/services.ts';
import { creditNoteNumber, creditNoteUrl } from './credit-notes.ts';
import { daysText, documentText, partyText, row, table, taxRows } from './document-parts.ts';
import { paymentPage } from './payment-pages.ts';
import { paymentWithReceipt, shownAmounts } from './read-receipts.ts';
import {
  type ItemOnReceipt,
  orderOnReceipt,
  partiesOf,
  receiptIdIn,
  receiptNumber,
  receiptPath,
  serviceDays,
} from './receipts.ts';

/** `/receipts/:capability`: anyone with the URL may read the receipt. */
export const receiptRoutes = (app: AppServices): Route[] => [
  {
    path: receiptPath,
    get: (request, url) =>
      paymentPage(app, request, async (frame) => {
        const id = receiptIdIn(app.config.secret, url.pathname.slice(receiptPath.length));
        const receipt = id && (await app.db.receipt.findUnique({ where: { id }, include: whole }));
        return receipt ? show(app, frame, receipt) : undefined;
      }),
  },
];

const whole = {
  movement: {
    include: {
      ...paymentWithReceipt,
      payment: true,
      refunds: { orderBy: { createdAt: 'asc' } },
    },
  },
  creditNotes: { orderBy: [{ issuedAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ReceiptInclude;

type WholeReceipt = Prisma.ReceiptGetPayload<{ include: typeof whole }>;

function show(app: AppServices, frame: PageFrame, { movement, creditNotes, ...receipt }: WholeReceipt): HttpResponse {
  const { order, payment, refunds, currency } = movement;
  const text = documentText(frame, receipt);
  const { say, day } = text;
  const sum = (minorUnits: bigint): Money => ({ minorUnits, currency });
  const paidOrder = orderOnReceipt(receipt, order);
  const { taxBasisPoints } = receipt;
  const { seller, advertiser } = partiesOf(receipt);
  const days = serviceDays(paidOrder?.items ?? []);
  const facts = factList([
    [say('seller'), partyText(text, seller)],
    [say('payer'), partyText(text, advertiser)],
    [say('date'), day(receipt.issuedAt)],
    [say('order'), order ? `#${order.number}` : ''],
    [say('service'), days ? escapeHtml(daysText(frame, days)) : ''],
    // A manually confirmed payment of an order with a payment link was made in another way.
    [say('method'), movement.provider === payment?.provider ? say(payment.method) : say('byHand')],
    [say('reference'), movement.reference ? bidiText(movement.reference) : ''],
  ]);
  const items = paidOrder?.items.map((item) => row(text, itemName(frame, item), sum(item.priceMinorUnits))) ?? [];
  const total = paidOrder ? [row(text, say('value'), sum(paidOrder.totalMinorUnits))] : [];
  const taxOfOrder = paidOrder
    ? taxRows(text, frame, {
        net: sum(paidOrder.totalMinorUnits - paidOrder.taxMinorUnits),
        tax: sum(paidOrder.taxMinorUnits),
        taxBasisPoints,
      })
    : [];
  const givenBack = refunds.map(({ amountMinorUnits, createdAt, status }) =>
    row(text, escapeHtml(say(`refund_${status}`, { day: day(createdAt) })), sum(-amountMinorUnits)),
  );
  const { amount, ...taxOfPayment } = shownAmounts(movement);
  const received = [row(text, say('received'), amount), ...taxRows(text, frame, { ...taxOfPayment, taxBasisPoints })];
  const notes = creditNotes.map((note) => {
    const label = say('creditNote', { number: creditNoteNumber(note) });
    return `<a href="${escapeHtml(creditNoteUrl(app.config, note))}">${escapeHtml(label)}</a>`;
  });
  return renderPage(frame, {
    title: say('title', { number: receiptNumber(receipt) }),
    body: `<div class="card">${facts}
${paidOrder ? table(say('items'), [...items, ...taxOfOrder, ...total]) : ''}
${table(say('payments'), [...received, ...givenBack])}
${notes.length > 0 ? `<p>${notes.join('<br>')}</p>` : ''}</div>
<p class="muted small unprinted">${escapeHtml(say('print'))}</p>`,
  });
}

/** The title of an item, with its days. */
const itemName = (frame: PageFrame, { title, startsOn, endsOn }: ItemOnReceipt): string =>
  startsOn && endsOn
    ? `${bidiText(title)}<br><span class="muted small">${escapeHtml(daysText(frame, { from: startsOn, to: endsOn }))}</span>`
    : bidiText(title);
