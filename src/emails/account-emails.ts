/** The e-mails that are not about an order: codes, invitations, changed addresses, disabled webhooks. */
import { invitationTokenFor, openInvitations } from '../access/invitation-tokens.ts';
import type { Email as EmailRow } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import type { AppServices } from '../services/services.ts';
import type { EmailText } from './email.ts';
import {
  emailChangeCodeFor,
  emailChangedTemplate,
  emailChangeTemplate,
  invitationTemplate,
  signInCodeFor,
  signInTemplate,
  webhookTemplate,
} from './queue-emails.ts';
import { emailChangeCode } from './templates/email-change-code.ts';
import { emailChanged } from './templates/email-changed.ts';
import { invitation } from './templates/invitation.ts';
import { signInCode } from './templates/sign-in-code.ts';
import { webhookDisabled } from './templates/webhook-disabled.ts';

/** Composes an e-mail from its cause. Undefined if what it is about has ended since it was queued. */
type AccountEmailTemplate = (app: AppServices, mail: EmailRow) => Promise<EmailText | undefined>;

const composeSignInCode: AccountEmailTemplate = async (app, { cause }) => {
  const isAlive = await app.db.signInCode.count({ where: { id: cause, expiresAt: { gt: app.clock.now() } } });
  if (isAlive === 0) return undefined;
  return signInCode({ code: signInCodeFor(app, cause), minutes: limits.signInCode.minutes });
};

const composeWebhookDisabled: AccountEmailTemplate = async ({ db }, { cause }) => {
  const endpoint = await db.webhookEndpoint.findUnique({
    where: { id: idIn(cause) },
    include: { application: { select: { name: true } } },
  });
  // Enabled again, or removed, before it could be written.
  if (!endpoint?.disabledAt || endpoint.deletedAt) return undefined;
  const { url, disabledReason: reason, application } = endpoint;
  return webhookDisabled({ application: application.name, url, reason });
};

const composeInvitation: AccountEmailTemplate = async ({ db, config, clock }, { cause, address }) => {
  const open = await db.invitation.findFirst({
    where: { AND: [{ id: idIn(cause), email: address }, openInvitations(clock.now())] },
    include: { account: { select: { name: true } }, invitedBy: { select: { name: true } } },
  });
  if (!open) return undefined;
  return invitation({
    account: open.account.name,
    inviter: open.invitedBy.name,
    address,
    expiresAt: open.expiresAt,
    url: `${config.publicUrl}/invitations/${invitationTokenFor(config.secret, open.id)}`,
  });
};

const composeEmailChangeCode: AccountEmailTemplate = async (app, { cause }) => {
  const change = await app.db.emailChange.findFirst({
    where: { id: cause, expiresAt: { gt: app.clock.now() } },
    include: { account: { select: { name: true } } },
  });
  if (!change) return undefined;
  const code = emailChangeCodeFor(app, cause);
  return emailChangeCode({ code, minutes: limits.emailChangeCode.minutes, account: change.account?.name });
};

const composeEmailChanged: AccountEmailTemplate = async ({ db }, { cause, address }) => {
  const change = await db.emailChange.findUnique({
    where: { id: cause },
    include: { account: { select: { name: true } } },
  });
  return change ? emailChanged({ oldAddress: address, account: change.account?.name }) : undefined;
};

/** The templates by their names. A name that is not here is that of an e-mail about an order. */
export const accountEmails: Readonly<Record<string, AccountEmailTemplate>> = {
  [signInTemplate]: composeSignInCode,
  [webhookTemplate]: composeWebhookDisabled,
  [invitationTemplate]: composeInvitation,
  [emailChangeTemplate]: composeEmailChangeCode,
  [emailChangedTemplate]: composeEmailChanged,
};

/** The id in a cause that has the form `ID:OCCURRENCE`. */
const idIn = (cause: string): string => cause.split(':')[0] ?? '';
