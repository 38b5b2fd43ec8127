/** E-mails of a sandbox: stored in its database, where every instance sees them, and never sent. */
import { limits } from '../limits.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import type { Mailer } from '../platform/mailer.ts';

/** Stores the newest e-mails in the database. An e-mail with a known key is stored once. */
export const capturingMailer = ({ db, clock }: { db: Db; clock: Clock }): Mailer => ({
  send: async ({ to, replyTo, subject, text, html }, key) => {
    const letter = { key, to, replyTo: replyTo ?? null, subject, text, html, createdAt: clock.now() };
    await db.capturedEmail.createMany({ data: [letter], skipDuplicates: true });
    await db.$executeRaw`
      delete from captured_mail where id in (
        select id from captured_mail order by created_at desc, id desc offset ${limits.sandboxes.mails})`;
    return { outcome: 'sent', providerId: key };
  },
});
