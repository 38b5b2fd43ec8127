import type { Order } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import type { Priority } from '../platform/jobs.ts';
import { derivedDigits } from '../platform/secrets.ts';
import { isPaidByLink, mailsWithLink } from '../process/payment-methods.ts';
import type { EmailCause } from '../services/order-services.ts';
import type { AppServices } from '../services/services.ts';

export const deliverMail = 'deliver-mail';

/** The states of a mail: waiting, handed over, refused for good, or dropped because nobody has that address. */
export type MailStatus = 'QUEUED' | 'SENT' | 'FAILED' | 'DROPPED';

const maxOperators = 20;

/** The mail that a seller who hides ad setup does without. */
const setupMail: EmailCause['mail'] = 'ad-setup';

/** Queues mails about an entry of an order, in the transaction of their cause. The same cause never mails the same person twice. */
export async function queueMails(
  app: AppServices,
  tx: Tx,
  order: Order,
  entry: number,
  causes: readonly EmailCause[],
): Promise<void> {
  if (causes.length === 0) return;
  const parties = { advertiser: order.advertiserId, seller: order.sellerId };
  const select = { id: true, email: true, hidesAdSetup: true };
  const people = await tx.account.findMany({ where: { id: { in: Object.values(parties) } }, select });
  const operators = causes.some(({ role }) => role === 'operator')
    ? await tx.account.findMany({ where: { isOperator: true }, select, take: maxOperators })
    : [];
  const seller = people.find(({ id }) => id === order.sellerId);
  const wanted = causes.filter(
    (cause) => !(cause.mail === setupMail && seller?.hidesAdSetup) && !waitsForLink(order, cause),
  );
  const data = wanted.flatMap(({ mail, role }) => {
    const readers = role === 'operator' ? operators : people.filter(({ id }) => id === parties[role]);
    return readers.map(({ email }) => ({
      template: mail,
      cause: `${order.id}:${entry}`,
      orderId: order.id,
      entryNumber: entry,
      role,
      address: email,
    }));
  });
  await queue(app, tx, data);
}

const waiting: readonly EmailCause['mail'][] = Object.values(mailsWithLink);

/** Whether the page of the payment is still to be made: whoever makes it queues the mail. */
const waitsForLink = ({ paymentMethod }: Order, { mail, hasLink }: EmailCause): boolean =>
  waiting.includes(mail) && !hasLink && isPaidByLink(paymentMethod);

/** Queues the mail with a sign-in code. It is queued for unknown addresses too, so that asking takes the same time. */
export async function queueSignInMail(
  app: AppServices,
  tx: Tx,
  { codeId, address }: { codeId: string; address: string },
): Promise<void> {
  await queue(app, tx, [{ template: signInTemplate, cause: codeId, address }], 'urgent');
}

/** Queues the mail to an account whose endpoint of webhooks was disabled at that moment. */
export async function queueWebhookMail(
  app: AppServices,
  tx: Tx,
  { id, applicationId, at }: { id: string; applicationId: string; at: Date },
): Promise<void> {
  const { account } = await tx.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { account: { select: { email: true } } },
  });
  await queue(app, tx, [{ template: webhookTemplate, cause: `${id}:${at.getTime()}`, address: account.email }]);
}

export const webhookTemplate = 'webhook-disabled';

export const signInTemplate = 'sign-in-code';

const codeDigits = 8;

/** The sign-in code with this id. It is derived, not stored: a retry of the mail finds the same one. */
export const signInCodeFor = (app: AppServices, codeId: string): string =>
  derivedDigits(app.config.secret, `sign-in:${codeId}`, codeDigits);

type NewMail = {
  template: string;
  cause: string;
  address: string;
  orderId?: string;
  entryNumber?: number;
  role?: string;
};

async function queue(
  app: AppServices,
  tx: Tx,
  mails: readonly NewMail[],
  urgency: Priority = 'ordinary',
): Promise<void> {
  const createdAt = app.clock.now();
  const status: MailStatus = 'QUEUED';
  const queued = await tx.email.createManyAndReturn({
    data: mails.map((mail) => ({ ...mail, status, createdAt })),
    skipDuplicates: true,
    select: { id: true },
  });
  await app.jobs.enqueue(
    tx,
    deliverMail,
    queued.map(({ id }) => ({ mailId: id })),
    urgency,
  );
}
