import type { Resend } from 'resend';
import { tuning } from '../tuning.ts';
import type { Clock } from './clock.ts';
import { createPace } from './pace.ts';

export interface Email {
  readonly from: string;
  readonly to: string;
  readonly replyTo: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Further headers, by their names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The outcome of handing an e-mail to the mail service. */
export type Delivery =
  | { readonly outcome: 'sent'; readonly providerId: string | undefined }
  /** Not now: another try with the same key may succeed, and cannot double the letter. */
  | { readonly outcome: 'later'; readonly reason: string }
  /** Never: the service refused the letter itself. */
  | { readonly outcome: 'refused'; readonly reason: string };

export interface Mailer {
  /** Hands a letter over. The same `key` never delivers twice. Does not throw for what the service answers. */
  send(letter: Email, key: string): Promise<Delivery>;
}

/** Sends through Resend, which remembers a key for 24 hours, at the pace that it allows. */
export function resendMailer({
  apiKey,
  url,
  timeoutSeconds,
}: {
  apiKey: string;
  url: string | undefined;
  timeoutSeconds: number;
}): Mailer {
  let loading: Promise<Resend> | undefined;
  /** The client is loaded when the first email is sent. */
  const resend = (): Promise<Resend> => {
    loading ??= import('resend').then((module) => new module.Resend(apiKey, url ? { baseUrl: url } : {}));
    return loading;
  };
  const pace = createPace();
  /** One request; undefined if the service asks to send it again after a pause. */
  const attempt = async (email: Email, key: string): Promise<Delivery | undefined> => {
    const { from, to, replyTo, subject, text, html, headers } = email;
    const { emails } = await resend();
    await pace.turn();
    const late = AbortSignal.timeout(timeoutSeconds * 1_000);
    try {
      const answer = await emails.send(
        { from, to, subject, text, html, headers: { ...headers }, ...(replyTo ? { replyTo } : {}) },
        { idempotencyKey: key, signal: late },
      );
      const pauseMs = pace.learn(answer.headers);
      if (!answer.error) return { outcome: 'sent', providerId: answer.data.id };
      return pauseMs !== undefined && answer.error.statusCode === 429 ? undefined : judge(answer.error);
    } catch (thrown) {
      if (late.aborted) return { outcome: 'later', reason: `no answer within ${timeoutSeconds} s` };
      return { outcome: 'later', reason: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  };
  return {
    send: async (email, key) => {
      // A worker that is silent four times as long as the service may be counts as dead.
      const giveUpAt = performance.now() + 2 * timeoutSeconds * 1_000;
      do {
        const delivery = await attempt(email, key);
        if (delivery) return delivery;
      } while (performance.now() < giveUpAt);
      return { outcome: 'later', reason: 'the service takes no more e-mails at the moment' };
    },
  };
}

/** An answer without a status is not the service's own (a gateway's, say): the letter has not been judged yet. */
function judge({ statusCode, name, message }: { statusCode?: number | null; name: string; message: string }): Delivery {
  const reason = `${statusCode ?? 'no answer'} ${name}: ${message}`;
  // The key is known with another body (a party changed its name between two tries): the first one was accepted.
  if (name === 'invalid_idempotent_request') return { outcome: 'sent', providerId: undefined };
  const isPassing =
    typeof statusCode !== 'number' ||
    statusCode >= 500 ||
    statusCode === 429 ||
    statusCode === 408 ||
    name === 'concurrent_idempotent_requests';
  return { outcome: isPassing ? 'later' : 'refused', reason };
}

export interface Mailbox extends Mailer {
  /** The newest letters, newest first. */
  letters(): readonly (Email & { readonly key: string; readonly at: Date })[];
}

/** Keeps letters in memory for the mailbox page, in development. */
export function mailboxMailer(clock: Clock): Mailbox {
  const emails: (Email & { key: string; at: Date })[] = [];
  return {
    letters: () => emails,
    send: async (letter, key) => {
      if (!emails.some((other) => other.key === key)) {
        emails.unshift({ ...letter, key, at: clock.now() });
        emails.length = Math.min(emails.length, tuning.emails.mailboxSize);
      }
      return { outcome: 'sent', providerId: key };
    },
  };
}
