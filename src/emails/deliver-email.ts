import { setupTokenFor, workingSetupLinks } from '../access/setup-link-tokens.ts';
import { fileUrl } from '../files/addresses.ts';
import type { Account, Email as EmailRow, EmailStatus, Order, OrderItem, Payment } from '../generated/prisma/client.ts';
import { topicUpdatesFor } from '../orders/order.ts';
import { appendSystemEntry, type Entry } from '../orders/timeline/timeline.ts';
import { receiptNumber, receiptUrl } from '../payments/receipts.ts';
import type { JobDefinition } from '../platform/jobs.ts';
import type { Delivery, Email } from '../platform/mailer.ts';
import { retryCount, truncateReason } from '../platform/retries.ts';
import { type EntryType, entryTypes } from '../process/entries.ts';
import { type Field, fromJson } from '../process/fields.ts';
import { type OrderEffect, orderSteps } from '../process/order.ts';
import { isPaidByLink, mailsWithLink } from '../process/payment-methods.ts';
import type { AppServices } from '../services/services.ts';
import { accountEmails } from './account-emails.ts';
import { type OrderEmailData, render } from './email.ts';
import { orderEmailTemplates } from './order-emails.ts';
import { deliverEmailJobName } from './queue-emails.ts';
import { readUnread } from './unread.ts';

/**
 * The time for which delivery of an e-mail is tried. The mail service remembers our key as long, so that no retry sends
 * the e-mail twice.
 */
const tryForSeconds = 23 * 60 * 60;
const maxPauseSeconds = 60 * 60;

/**
 * The job that delivers a mail. Killed anywhere it is done again, and still delivers once: the service drops a key
 * it has seen, and the mail's fate is written together with its entry on the timeline.
 */
export function deliverEmailJob(app: AppServices): JobDefinition<{ mailId: string }> {
  const { retrySeconds, timeoutSeconds } = app.config.mail;
  return {
    name: deliverEmailJobName,
    retryLimit: retryCount({ firstPauseSeconds: retrySeconds, maxPauseSeconds, withinSeconds: tryForSeconds }),
    retrySeconds,
    retryMaxSeconds: maxPauseSeconds,
    timeoutSeconds: 4 * timeoutSeconds,
    work: ({ mailId }, isLastTry) => deliver(app, mailId, isLastTry),
  };
}

type EmailWithOrder = EmailRow & {
  order:
    | (Order & {
        advertiser: Account;
        seller: Account;
        items: OrderItem[];
        payments: Payment[];
        successor: Pick<Order, 'number'> | null;
      })
    | null;
  logEntry: Entry | null;
};

async function deliver(app: AppServices, mailId: string, isLastTry: boolean): Promise<void> {
  const mail = await app.db.email.findUnique({
    where: { id: mailId },
    include: {
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
    },
  });
  if (mail?.status !== 'QUEUED') return;
  const email = await compose(app, mail);
  if (!email) return recordAttempt(app, mail, { status: 'DROPPED', ...(mail.order ? { error: obsoleteReason } : {}) });

  const delivery = await app.mailer.send(email, `placard-${mail.id}`);
  if (delivery.outcome === 'later' && !isLastTry) throw new EmailDelayed(delivery.reason);
  await recordAttempt(app, mail, attemptResultOf(delivery));
}

const obsoleteReason = 'Its subject had ended before it could be rendered.';

/** The mail service could not take the mail now; the job runner tries again. */
class EmailDelayed extends Error {}

interface AttemptResult {
  readonly status: EmailStatus;
  readonly providerId?: string | undefined;
  readonly error?: string;
}

const attemptResultOf = (delivery: Delivery): AttemptResult =>
  delivery.outcome === 'sent'
    ? { status: 'SENT', providerId: delivery.providerId }
    : { status: 'FAILED', error: truncateReason(delivery.reason) };

/** Writes the mail's fate and, for a mail about an order, its entry: together, and once although two workers may get here. */
async function recordAttempt(
  app: AppServices,
  mail: EmailWithOrder,
  { status, providerId = undefined, error }: AttemptResult,
): Promise<void> {
  if (status === 'FAILED') app.log.warn({ mail: mail.template, mailId: mail.id, reason: error }, 'email not delivered');
  const { order, orderId, role, template } = mail;
  const number = await app.db.$transaction(async (tx) => {
    const at = app.clock.now();
    const { count } = await tx.email.updateMany({
      where: { id: mail.id, status: 'QUEUED' },
      data: { status, providerId: providerId ?? null, error: error ?? null, settledAt: at },
    });
    if (count === 0 || !orderId) return undefined;
    const type: EntryType = status === 'SENT' ? 'emailSent' : 'emailFailed';
    return appendSystemEntry(tx, orderId, {
      type,
      at,
      input: { template, recipient: role?.toUpperCase() ?? '', ...(error ? { reason: error } : {}) },
    });
  });
  if (order && number !== undefined) app.live.publishAll(topicUpdatesFor({ ...order, logNumber: number }));
}

async function compose(app: AppServices, mail: EmailWithOrder): Promise<Email | undefined> {
  const { from } = app.config.mail;
  const composeAccountEmail = accountEmails[mail.template];
  if (composeAccountEmail) {
    const text = await composeAccountEmail(app, mail);
    return text && { from, to: mail.address, replyTo: undefined, ...render(text, text.link) };
  }
  if (!mail.order || !mail.logEntry) throw new Error(`The mail ${mail.id} is about an order that it does not name`);
  const [reader, other] =
    mail.role === 'seller' ? [mail.order.seller, mail.order.advertiser] : [mail.order.advertiser, mail.order.seller];
  const setup = mail.role === 'advertiser' ? await findSetupLink(app, mail.order.id) : undefined;
  const receipt = await findReceipt(app, mail.order, mail.logEntry);
  const unread = await readUnread(app.db, mail, {
    order: mail.order,
    readerId: reader.id,
    nameOf: (id) => (id === other.id ? other.name : 'The marketplace'),
  });
  const data = orderEmailData(app, mail.order, mail.logEntry, {
    ...{ reader, other, setup, receipt, unread },
    template: mail.template,
  });
  // Written by queueOrderEmails from the causes of e-mails.
  const text = orderEmailTemplates[mail.template as keyof typeof orderEmailTemplates](data);
  if (!text) return undefined;
  const toOrder = { label: `Open order #${mail.order.number}`, url: data.url };
  return { from, to: mail.address, replyTo: other.contactEmail, ...render(text, text.link ?? toOrder) };
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

const counting: OrderEffect = 'settlePayment';
const countsPayment = (type: string): boolean =>
  orderSteps.some(([step, row]) => step === type && row.effects?.includes(counting));

/** The payment that an e-mail is about; only the advertiser gets its link. */
function paymentData(
  { clock }: AppServices,
  { paymentMethod, payments, advertiserId, paidMinorUnits }: NonNullable<EmailWithOrder['order']>,
  { reader, template }: { reader: Account; template: string },
): OrderEmailData['payment'] {
  const isRenewal = template === mailsWithLink.renewal || template === mailsWithLink.overdueRenewal;
  const open = payments.find(({ purpose }) => purpose === (isRenewal ? 'RENEWAL' : 'ORDER'));
  const expiresAt = open?.checkoutExpiresAt ?? undefined;
  const works = open?.checkoutUrl && reader.id === advertiserId && !(expiresAt && expiresAt <= clock.now());
  const link = works ? { url: open.checkoutUrl ?? undefined, expiresAt } : { url: undefined, expiresAt: undefined };
  const sum = open && { minorUnits: open.amountMinorUnits, currency: open.currency };
  return { isByLink: isPaidByLink(paymentMethod), sum, hasCome: paidMinorUnits > 0n, ...link };
}

function orderEmailData(
  app: AppServices,
  order: NonNullable<EmailWithOrder['order']>,
  entry: Entry,
  {
    reader,
    other,
    setup,
    receipt,
    unread,
    template,
  }: { reader: Account; other: Account; template: string } & Pick<OrderEmailData, 'setup' | 'receipt' | 'unread'>,
): OrderEmailData {
  const fields = entryTypes.find(({ type }) => type === entry.type)?.input ?? {};
  // Logged by toJson: an object.
  const logged = entry.input as Record<string, unknown>;
  return {
    number: order.number,
    url: `${app.config.publicUrl}/orders/${order.number}`,
    reader: { name: reader.name },
    other: { name: other.name },
    brief: order.brief,
    items: order.items.map(({ title, priceMinorUnits, currency }) => ({
      title,
      price: { minorUnits: priceMinorUnits, currency },
    })),
    value: { minorUnits: order.totalMinorUnits, currency: order.currency },
    paymentInstructions: order.seller.paymentInstructions ?? undefined,
    payment: paymentData(app, order, { reader, template }),
    renewal: {
      periodEndsAt: order.periodEndsAt ?? undefined,
      successor: order.successor?.number,
    },
    setup,
    receipt,
    unread,
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
