/** Reads the facts that an e-mail about an order is composed from. */
import type { EmailReader } from '../access/email-readers.ts';
import { setupTokenFor, workingSetupLinks } from '../access/setup-link-tokens.ts';
import { fileUrl } from '../files/addresses.ts';
import type { Account, Order, OrderItem, Prisma } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { Entry } from '../orders/timeline/timeline.ts';
import { creditNoteNumber, creditNoteUrl } from '../payments/credit-notes.ts';
import { dueOf } from '../payments/due-amounts.ts';
import { payUrlOf, transferReference } from '../payments/how-to-pay.ts';
import { receiptNumber, receiptUrl } from '../payments/receipts.ts';
import { adProcess } from '../process/ad.ts';
import { entryTypes } from '../process/entries.ts';
import { type Field, fromJson } from '../process/fields.ts';
import { type OrderEffect, orderSteps } from '../process/order.ts';
import { isPaidByLink, mailsWithLink } from '../process/payment-methods.ts';
import type { AppServices } from '../services/services.ts';
import { formatOf } from '../spaces/space-fields.ts';
import type { OrderEmailData } from './email.ts';
import { readUnread } from './unread.ts';

/** The relations of an e-mail that its facts are read from. */
export const emailWithOrder = {
  order: {
    include: {
      advertiser: true,
      seller: true,
      items: { orderBy: { position: 'asc' } },
      payments: { where: { status: 'OPEN' } },
      successor: { select: { number: true } },
    },
  },
  logEntry: true,
} as const satisfies Prisma.EmailInclude;

/** The columns of an e-mail, or of a push notification, from which its facts follow. */
export type OrderCause = Pick<
  EmailWithOrder,
  'id' | 'template' | 'address' | 'entryNumber' | 'role' | 'order' | 'logEntry'
>;

export type EmailWithOrder = Prisma.EmailGetPayload<{ include: typeof emailWithOrder }>;

/** The facts of an e-mail about an order, and the address of the other party. @throws if it names no order */
export async function readOrderFacts(
  app: AppServices,
  mail: OrderCause,
  { isEditor }: EmailReader,
): Promise<{ readonly facts: OrderEmailData; readonly replyTo: string }> {
  if (!mail.order || !mail.logEntry) throw new Error(`The mail ${mail.id} is about an order that it does not name`);
  const [reader, other] =
    mail.role === 'seller' ? [mail.order.seller, mail.order.advertiser] : [mail.order.advertiser, mail.order.seller];
  const marketplace = await app.marketplace.read();
  // Anyone who has the link can change the ads.
  const hasLink = mail.role === 'advertiser' && isEditor && !(await isSetUpAlready(app, mail.order, mail.logEntry));
  const setup = hasLink ? await findSetupLink(app, mail.order.id) : undefined;
  const receipt = await findReceipt(app, mail.order, mail.logEntry);
  const creditNotes = await findCreditNotes(app, mail.order, mail.logEntry);
  const unread = await readUnread(app.db, mail, {
    order: mail.order,
    readerId: reader.id,
    nameOf: (id) => (id === other.id ? other.name : marketplace.name),
  });
  const offer = await findOffer(app, mail.order, mail.logEntry);
  const ads = await findAds(app, mail.order, mail.logEntry, { hasSetup: setup !== undefined });
  const facts = orderEmailData(app, mail.order, mail.logEntry, {
    ...{ reader, other, ads, setup, receipt, creditNotes, unread, offer, marketplace: { name: marketplace.name } },
    template: mail.template,
  });
  return { facts, replyTo: other.contactEmail };
}

/** True for the first e-mail of a renewal that has published its ads again: they need no setup. */
async function isSetUpAlready(
  app: AppServices,
  { id: orderId, predecessorId }: Order,
  { type }: Pick<Entry, 'type'>,
): Promise<boolean> {
  const isFirst = orderSteps.some(([step, { from }]) => step === type && from.length === 0);
  if (!predecessorId || !isFirst) return false;
  return (await app.db.ad.count({ where: { orderId, status: adProcess.initial } })) === 0;
}

/** The setup link of an order that works now; undefined if none does. */
async function findSetupLink(app: AppServices, orderId: string): Promise<OrderEmailData['setup']> {
  const link = await app.db.setupLink.findFirst({
    where: { AND: [{ orderId }, workingSetupLinks(app.clock.now())] },
    orderBy: { createdAt: 'desc' },
  });
  if (!link) return undefined;
  return { url: `${app.config.setupUrl}/${setupTokenFor(app.config.secret, link.id)}`, expiresAt: link.expiresAt };
}

/** The bought ad that an entry is about, or else all of the order that its setup link opens; none without a link. */
async function findAds(
  { db }: AppServices,
  { id: orderId }: Order,
  entry: Entry,
  { hasSetup }: { readonly hasSetup: boolean },
): Promise<OrderEmailData['ads']> {
  // Logged by the engine: an id, or nothing.
  const { adId } = entry.input as { adId?: string };
  if (adId === undefined && !hasSetup) return [];
  const ads = await db.ad.findMany({
    where: { orderId, ...(adId === undefined ? {} : { id: adId }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { name: true, item: { select: { title: true, priceOption: { select: { space: true } } } } },
  });
  return ads.flatMap(({ name, item }) => {
    if (!item) return [];
    const { width, height } = formatOf(item.priceOption.space);
    const size = width !== null && height !== null ? { width, height } : undefined;
    return [{ name, itemTitle: item.title, size }];
  });
}

/** The receipt of the money that a step has counted; undefined for any other entry. */
async function findReceipt(
  { db, config }: AppServices,
  { id: orderId }: Order,
  entry: Entry,
): Promise<OrderEmailData['receipt']> {
  // Logged by toJson: an object.
  const { reference } = entry.input as { reference?: string };
  if (!countsPayment(entry.type) || reference === undefined) return undefined;
  const receipt = await db.receipt.findFirst({ where: { movement: { orderId, reference, isCounted: true } } });
  return receipt ? { number: receiptNumber(receipt), url: receiptUrl(config, receipt) } : undefined;
}

/** The credit notes that were issued with a step. */
async function findCreditNotes(
  { db, config }: AppServices,
  { id: orderId }: Order,
  { at }: Entry,
): Promise<OrderEmailData['creditNotes']> {
  const notes = await db.creditNote.findMany({
    where: { movement: { orderId }, issuedAt: at },
    orderBy: { sequence: 'asc' },
    take: limits.paymentsPerOrder,
  });
  return notes.map((note) => ({ number: creditNoteNumber(note), url: creditNoteUrl(config, note) }));
}

/** The offer that an entry names, or else the open one; undefined if there is none. */
async function findOffer({ db }: AppServices, { openOfferId }: Order, entry: Entry): Promise<OrderEmailData['offer']> {
  // Logged by the engine: an id, or nothing.
  const { offerId } = entry.input as { offerId?: string };
  const id = offerId ?? openOfferId;
  const offer = id && (await db.offer.findUnique({ where: { id }, include: { items: offeredItems } }));
  if (!offer) return undefined;
  const { currency, totalMinorUnits, previousTotalMinorUnits, expiresAt, items } = offer;
  return {
    items: items.map(itemFacts),
    total: { minorUnits: totalMinorUnits, currency },
    previousTotal: { minorUnits: previousTotalMinorUnits, currency },
    expiresAt,
  };
}

const offeredItems = { where: { isProposed: true }, orderBy: { position: 'asc' } } as const;

const itemFacts = ({
  title,
  priceMinorUnits,
  currency,
}: Pick<OrderItem, 'title' | 'priceMinorUnits' | 'currency'>) => ({
  title,
  price: { minorUnits: priceMinorUnits, currency },
});

const counting = ['settlePayment', 'countPayment'] as const satisfies readonly OrderEffect[];
const countsPayment = (type: string): boolean =>
  orderSteps.some(
    ([step, row]) => step === type && row.effects?.some((effect) => counting.some((one) => one === effect)),
  );

/** The payment that an e-mail is about; only the advertiser gets its link. */
function paymentData(
  { config }: AppServices,
  order: NonNullable<EmailWithOrder['order']>,
  { reader, template, entry }: { reader: Account; template: string; entry: Entry },
): OrderEmailData['payment'] {
  const isRenewal = template === mailsWithLink.renewal || template === mailsWithLink.overdueRenewal;
  const open = order.payments.find(({ purpose }) => purpose === (isRenewal ? 'RENEWAL' : 'ORDER'));
  // Logged by toJson: an object. If the provider refused to make a page, the link would lead to none.
  const { failureMessage } = entry.input as { failureMessage?: string };
  const url = open && reader.id === order.advertiserId && !failureMessage ? payUrlOf(config, open) : undefined;
  const sum = open && dueOf(order, open);
  return { isByLink: isPaidByLink(order.paymentMethod), sum, hasCome: order.paidMinorUnits > 0n, url };
}

function orderEmailData(
  app: AppServices,
  order: NonNullable<EmailWithOrder['order']>,
  entry: Entry,
  {
    reader,
    other,
    ads,
    setup,
    receipt,
    creditNotes,
    unread,
    offer,
    marketplace,
    template,
  }: { reader: Account; other: Account; template: string } & Pick<
    OrderEmailData,
    'ads' | 'setup' | 'receipt' | 'creditNotes' | 'unread' | 'offer' | 'marketplace'
  >,
): OrderEmailData {
  const fields = entryTypes.find(({ type }) => type === entry.type)?.input ?? {};
  // Logged by toJson: an object.
  const logged = entry.input as Record<string, unknown>;
  return {
    number: order.number,
    url: `${app.config.publicUrl}/orders/${order.number}`,
    reader: { name: reader.name },
    other: { name: other.name },
    marketplace,
    brief: order.brief,
    items: order.items.map(itemFacts),
    value: { minorUnits: order.totalMinorUnits, currency: order.currency },
    paymentInstructions: order.seller.paymentInstructions ?? undefined,
    transferReference: transferReference(order),
    payment: paymentData(app, order, { reader, template, entry }),
    renewal: {
      periodEndsAt: order.periodEndsAt ?? undefined,
      successor: order.successor?.number,
    },
    ads,
    setup,
    receipt,
    creditNotes,
    unread,
    offer,
    input: Object.fromEntries(
      Object.entries(fields)
        // Sealed fields are never part of an e-mail.
        .filter(([, field]) => !field.isSealed)
        .map(([name, field]) => [name, fieldValue(app, field, logged[name])]),
    ),
  };
}

/** The logged input for an e-mail, with files as URLs. */
function fieldValue({ config }: AppServices, field: Field, logged: unknown): unknown {
  const value = fromJson(field, logged);
  // Logged by the engine: a list of ids, or nothing.
  return field.kind === 'files' ? ((value ?? []) as readonly string[]).map((id) => fileUrl(config, { id })) : value;
}
