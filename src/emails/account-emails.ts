/** The e-mails that are not about an order: codes, invitations, changed addresses, disabled webhooks. */
import { invitationTokenFor, openInvitations } from '../access/invitation-tokens.ts';
import type { Email as EmailRow } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { AppServices } from '../services/services.ts';
import { writerFor } from './catalogues.ts';
import type { EmailText } from './email.ts';
import type { AccountEmailName } from './email-names.ts';
import { emailChangeCodeFor, signInCodeFor } from './mailed-codes.ts';
import { emailChangeCode } from './templates/email-change-code.ts';
import { emailChanged } from './templates/email-changed.ts';
import { invitation } from './templates/invitation.ts';
import { signInCode } from './templates/sign-in-code.ts';
import { webhookDisabled } from './templates/webhook-disabled.ts';

/** Composes an e-mail from its cause. Undefined if what it is about has ended since it was queued. */
type AccountEmailTemplate = (app: AppServices, mail: AccountEmail) => Promise<EmailText | undefined>;

/** The columns of an e-mail from which its text follows. */
type AccountEmail = Pick<EmailRow, 'cause' | 'address' | 'personId' | 'language' | 'timeZone'>;

const composeSignInCode: AccountEmailTemplate = async (app, mail) => {
  const { cause } = mail;
  const isAlive = await app.db.signInCode.count({ where: { id: cause, expiresAt: { gt: app.clock.now() } } });
  if (isAlive === 0) return undefined;
  const writer = writerFor('sign-in-code', mail);
  return signInCode({ code: signInCodeFor(app, cause), minutes: limits.signInCode.minutes }, writer);
};

const composeWebhookDisabled: AccountEmailTemplate = async ({ db }, mail) => {
  const { cause, personId } = mail;
  const endpoint = await db.webhookEndpoint.findUnique({
    where: { id: idIn(cause) },
    include: {
      application: {
        select: {
          name: true,
          account: {
            select: {
              name: true,
              memberships: { where: personId ? { personId } : {}, select: { role: true }, take: 1 },
            },
          },
        },
      },
    },
  });
  // Enabled again or removed, or the person has left the account, before it could be written.
  if (!endpoint?.disabledAt || endpoint.deletedAt || endpoint.application.account.memberships.length === 0)
    return undefined;
  const { url, disabledReason: reason, application } = endpoint;
  return webhookDisabled(
    { account: application.account.name, application: application.name, url, reason },
    writerFor('webhook-disabled', mail),
  );
};

const composeInvitation: AccountEmailTemplate = async ({ db, config, clock }, mail) => {
  const { cause, address } = mail;
  const open = await db.invitation.findFirst({
    where: { AND: [{ id: idIn(cause), email: address }, openInvitations(clock.now())] },
    include: { account: { select: { name: true } }, invitedBy: { select: { name: true } } },
  });
  if (!open) return undefined;
  const facts = {
    account: open.account.name,
    inviter: open.invitedBy.name,
    address,
    expiresAt: open.expiresAt,
    url: `${config.publicUrl}/invitations/${invitationTokenFor(config.secret, open.id)}`,
  };
  return invitation(facts, writerFor('invitation', mail));
};

const composeEmailChangeCode: AccountEmailTemplate = async (app, mail) => {
  const { cause } = mail;
  const change = await app.db.emailChange.findFirst({
    where: { id: cause, expiresAt: { gt: app.clock.now() } },
    include: { account: { select: { name: true } } },
  });
  if (!change) return undefined;
  const code = emailChangeCodeFor(app, cause);
  const facts = { code, minutes: limits.emailChangeCode.minutes, account: change.account?.name };
  return emailChangeCode(facts, writerFor('email-change-code', mail));
};

const composeEmailChanged: AccountEmailTemplate = async ({ db }, mail) => {
  const { cause, address } = mail;
  const change = await db.emailChange.findUnique({
    where: { id: cause },
    include: { account: { select: { name: true } } },
  });
  const writer = writerFor('email-changed', mail);
  return change ? emailChanged({ oldAddress: address, account: change.account?.name }, writer) : undefined;
};

/** The templates by their names. A name that is not here is that of an e-mail about an order. */
export const accountEmails: Readonly<Record<AccountEmailName, AccountEmailTemplate>> = {
  'sign-in-code': composeSignInCode,
  'webhook-disabled': composeWebhookDisabled,
  invitation: composeInvitation,
  'email-change-code': composeEmailChangeCode,
  'email-changed': composeEmailChanged,
};

/** True if a template is not about an order. */
export const isAccountEmail = (template: string): template is AccountEmailName =>
  Object.hasOwn(accountEmails, template);

/** The id in a cause that has the form `ID:OCCURRENCE`. */
const idIn = (cause: string): string => cause.split(':')[0] ?? '';
