/** Results of attempts to deliver an e-mail, and their record. */
import type { EmailStatus } from '../generated/prisma/client.ts';
import { topicUpdatesFor } from '../orders/order.ts';
import { appendSystemEntry } from '../orders/timeline/timeline.ts';
import type { Delivery } from '../platform/mailer.ts';
import { truncateReason } from '../platform/retries.ts';
import type { EntryType } from '../process/entries.ts';
import type { AppServices } from '../services/services.ts';
import type { EmailWithOrder } from './order-email-facts.ts';

export interface AttemptResult {
  readonly status: EmailStatus;
  readonly providerId?: string | undefined;
  readonly error?: string;
}

export const attemptResultOf = (delivery: Delivery): AttemptResult =>
  delivery.outcome === 'sent'
    ? { status: 'SENT', providerId: delivery.providerId }
    : { status: 'FAILED', error: truncateReason(delivery.reason) };

/**
 * Writes the mail's fate and, for a mail about an order, its entry: together, and once although two workers may get here.
 * A mail that is dropped without a reason leaves no entry: the other party does not learn who has left an account, or what
 * somebody has turned off.
 */
export async function recordAttempt(
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
    if (count === 0 || !orderId || (status === 'DROPPED' && error === undefined)) return undefined;
    const type: EntryType = status === 'SENT' ? 'emailSent' : 'emailFailed';
    return appendSystemEntry(tx, orderId, {
      type,
      at,
      input: { template, recipient: role?.toUpperCase() ?? '', ...(error ? { reason: error } : {}) },
    });
  });
  if (order && number !== undefined) app.live.publishAll(topicUpdatesFor({ ...order, logNumber: number }));
}
