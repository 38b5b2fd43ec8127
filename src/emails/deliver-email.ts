import { findEmailReader } from '../access/email-readers.ts';
import type { Person } from '../generated/prisma/client.ts';
import type { JobDefinition } from '../platform/jobs.ts';
import type { Email } from '../platform/mailer.ts';
import { retryCount } from '../platform/retries.ts';
import { senderOf } from '../services/marketplace-settings.ts';
import type { AppServices } from '../services/services.ts';
import { accountEmails, isAccountEmail } from './account-emails.ts';
import { messageIn, writerFor } from './catalogues.ts';
import { composeDigest, settleCollected } from './daily-digest.ts';
import { attemptResultOf, recordAttempt } from './delivery-attempts.ts';
import type { EmailLink, EmailText } from './email.ts';
import { headersOf } from './email-headers.ts';
import { dailyDigest, type EmailTemplate } from './email-names.ts';
import { type EmailSchedule, scheduleFor, sendNow } from './email-schedule.ts';
import { footerOf } from './footer.ts';
import { render } from './layout.ts';
import { type EmailWithOrder, emailWithOrder, readOrderFacts } from './order-email-facts.ts';
import { orderEmailTemplates } from './order-emails.ts';
import { deliverEmailJobName } from './queue-emails.ts';

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
    work: ({ mailId }, isLastTry, isFirstTry) => deliver(app, mailId, { isLastTry, isFirstTry }),
  };
}

async function deliver(app: AppServices, mailId: string, attempt: Attempt): Promise<void> {
  const mail = await app.db.email.findUnique({ where: { id: mailId }, include: emailWithOrder });
  if (mail?.status !== 'QUEUED') return;
  const person = mail.personId ? await app.db.person.findUnique({ where: { id: mail.personId } }) : null;
  const schedule = scheduleNow(app, mail, person);
  if (!schedule) return drop(app, mail);
  if (schedule.status === 'HELD' && (await hold(app, mail, { schedule, attempt }))) return;
  const composed = await compose(app, mail, person);
  if (!composed) return drop(app, mail);
  if (!composed.email) return recordAttempt(app, mail, { status: 'DROPPED', error: obsoleteReason });

  const delivery = await app.mailer.send(composed.email, `placard-${mail.id}`);
  if (delivery.outcome === 'later' && !attempt.isLastTry) throw new EmailDelayed(delivery.reason);
  const result = attemptResultOf(delivery);
  if (composed.reported) await settleCollected(app, mail, { result, reported: composed.reported });
  await recordAttempt(app, mail, result);
}

interface Attempt {
  readonly isLastTry: boolean;
  /** True if the mail service has not been asked before. */
  readonly isFirstTry: boolean;
}

const obsoleteReason = 'Its subject had ended before it could be rendered.';

/** The e-mail cannot be sent now; the job runner tries again. */
class EmailDelayed extends Error {}

/** The schedule by the preferences of the person now; undefined if the e-mail is not to be sent. */
function scheduleNow({ clock }: AppServices, mail: EmailWithOrder, person: Person | null): EmailSchedule | undefined {
  if (!mail.personId) return sendNow;
  // The person was deleted.
  if (!person?.email) return undefined;
  // Written by insertAndEnqueue.
  return scheduleFor(mail.template as EmailTemplate, person, clock.now());
}

/**
 * Holds an e-mail until the quiet hours end, and returns true. One that the mail service may have accepted stays with its
 * job, because the service does not remember its key for long: it is tried again later, and sent on the last try.
 */
async function hold(
  { db }: AppServices,
  { id }: EmailWithOrder,
  { schedule, attempt }: { readonly schedule: EmailSchedule; readonly attempt: Attempt },
): Promise<boolean> {
  if (!attempt.isFirstTry && !attempt.isLastTry) throw new EmailDelayed('the reader has quiet hours');
  if (!attempt.isFirstTry) return false;
  await db.email.updateMany({ where: { id, status: 'QUEUED' }, data: schedule });
  return true;
}

/** Gives an e-mail up without an entry on the timeline. */
async function drop(app: AppServices, mail: EmailWithOrder): Promise<void> {
  const result = { status: 'DROPPED' } as const;
  if (mail.template === dailyDigest) await settleCollected(app, mail, { result, reported: [] });
  await recordAttempt(app, mail, result);
}

interface Composed {
  /** Undefined if what it is about has ended, and the parties learn it from the timeline. */
  readonly email?: Email | undefined;
  /** For a digest, the ids of the e-mails that it reports. */
  readonly reported?: readonly string[] | undefined;
}

/** Composes an e-mail. Undefined if there is nothing to send, and the parties do not learn it. */
async function compose(app: AppServices, mail: EmailWithOrder, person: Person | null): Promise<Composed | undefined> {
  const { config } = app;
  const settings = await app.marketplace.read();
  const from = senderOf(config, settings);
  const finish = (text: EmailText, { link, reason = '', replyTo, to = mail.address }: EmailParts): Email => ({
    ...{ from, to, replyTo },
    headers: headersOf(config, mail),
    ...render(text, { link, footer: footerOf(config, mail, text.reason ?? reason), locale: mail, brand: settings }),
  });
  const to = person?.email ?? mail.address;
  if (mail.template === dailyDigest) {
    const digest = await composeDigest(app, mail);
    return digest && { email: finish(digest.text, { link: digest.text.link, to }), reported: digest.reported };
  }
  if (isAccountEmail(mail.template)) {
    // A code belongs to the address for which it was requested, also if the person has another one now.
    const text = await accountEmails[mail.template](app, mail);
    return text && { email: finish(text, { link: text.link }) };
  }
  const reader = await findEmailReader(app.db, mail);
  if (!reader) return undefined;
  const { facts, replyTo } = await readOrderFacts(app, mail, reader);
  // Written by queueOrderEmails from the causes of e-mails.
  const text = orderEmailTemplates[mail.template as keyof typeof orderEmailTemplates](facts, mail);
  if (!text) return {};
  const label = messageIn(mail.language, 'shared', 'openOrder', { number: facts.number });
  const { say } = writerFor('footer', mail);
  const reason = mail.role === 'operator' ? say('operator') : say('member', { account: facts.reader.name });
  return { email: finish(text, { link: text.link ?? { label, url: facts.url }, reason, replyTo, to }) };
}

/** The parts of an e-mail besides its text. */
interface EmailParts {
  readonly link: EmailLink | undefined;
  /** The reason why it was sent, if the text has none. */
  readonly reason?: string;
  readonly replyTo?: string;
  /** The address if it is not that with which the e-mail was queued. */
  readonly to?: string;
}
