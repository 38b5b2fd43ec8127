/** The printable page of a credit note. */
import type { Prisma } from '../generated/prisma/client.ts';
import { escapeHtml, type HttpResponse, type Route } from '../http/route.ts';
import { bidiText, factList, notice, type PageFrame, renderPage } from '../pages/layout.ts';
import type { AppServices } from '../services/services.ts';
import { creditNoteIdIn, creditNoteNumber, creditNotePath } from './credit-notes.ts';
import { documentText, partyText, row, table, taxRows } from './document-parts.ts';
import { paymentPage } from './payment-pages.ts';
import { shownAmounts } from './read-receipts.ts';
import { partiesOf, receiptNumber, receiptUrl } from './receipts.ts';

/** `/credit-notes/:capability`: anyone with the URL may read the credit note. */
export const creditNoteRoutes = (app: AppServices): Route[] => [
  {
    path: creditNotePath,
    get: (request, url) =>
      paymentPage(app, request, async (frame) => {
        const id = creditNoteIdIn(app.config.secret, url.pathname.slice(creditNotePath.length));
        const note = id && (await app.db.creditNote.findUnique({ where: { id }, include: whole }));
        return note ? show(app, frame, note) : undefined;
      }),
  },
];

const whole = {
  movement: { include: { order: { select: { number: true } } } },
  receipt: true,
} satisfies Prisma.CreditNoteInclude;

type WholeCreditNote = Prisma.CreditNoteGetPayload<{ include: typeof whole }>;

function show(app: AppServices, frame: PageFrame, { movement, receipt, ...note }: WholeCreditNote): HttpResponse {
  const text = documentText(frame, note);
  const { say, day } = text;
  const { seller, advertiser } = partiesOf(receipt);
  const receiptLabel = say('title', { number: receiptNumber(receipt) });
  const facts = factList([
    [say('seller'), partyText(text, seller)],
    [say('recipient'), partyText(text, advertiser)],
    [say('date'), day(note.issuedAt)],
    [say('order'), movement.order ? `#${movement.order.number}` : ''],
    [say('corrects'), `<a href="${escapeHtml(receiptUrl(app.config, receipt))}">${escapeHtml(receiptLabel)}</a>`],
    [say('reference'), movement.reference ? bidiText(movement.reference) : ''],
  ]);
  const { amount, ...tax } = shownAmounts(movement);
  const voided = note.voidedAt ? notice('warn', escapeHtml(say('voided', { day: day(note.voidedAt) }))) : '';
  return renderPage(frame, {
    title: say('creditNote', { number: creditNoteNumber(note) }),
    body: `${voided}<div class="card">${facts}
${table(say('refund'), [...taxRows(text, frame, { ...tax, taxBasisPoints: receipt.taxBasisPoints }), row(text, say('refunded'), amount)])}</div>
<p class="muted small unprinted">${escapeHtml(say('printCreditNote'))}</p>`,
  });
}
