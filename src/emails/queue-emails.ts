import type { Account, EmailChange, Invitation, Order } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import type { Priority } from '../platform/jobs.ts';
import { derivedDigits } from '../platform/secrets.ts';
import type { PersonRole } from '../process/define.ts';
import type { RecipientCondition } from '../process/order.ts';
import type { EmailCause, OrderServices } from '../services/order-services.ts';
import type { AppServices } from '../services/services.ts';

export const deliverEmailJobName = 'deliver-mail';

const maxOperators = 20;

/** The conditions of e-mails that need more than the order's row: they are evaluated on the recipients. */
const recipientConditions: Readonly<Record<RecipientCondition, (seller: Recipient | undefined) => boolean>> = {
  sellerSendsSetupEmails: (seller) => !seller?.hidesAdSetup,
};

/**
 * Queues the e-mails about an entry of an order whose conditions hold, in the transaction of the entry. The same entry
 * never causes the same e-mail to the same person twice. Only this file decides recipients and conditions.
 */
export async function queueOrderEmails(
  app: Pick<OrderServices, 'conditions' | 'clock' | 'jobs'>,
  tx: Tx,
  order: Order,
  entryNumber: number,
  causes: readonly EmailCause[],
): Promise<void> {
  if (causes.length === 0) return;
  const partyIds = { advertiser: order.advertiserId, seller: order.sellerId };
  const parties = await tx.account.findMany({
    where: { id: { in: Object.values(partyIds) } },
    select: recipientColumns,
  });
  const seller = parties.find(({ id }) => id === order.sellerId);
  const holds = ({ when }: EmailCause): boolean =>
    when === undefined ||
    (isRecipientCondition(when) ? recipientConditions[when](seller) : !app.conditions[when](order, undefined));
  const causesToSend = causes.filter(holds);
  const operators = causesToSend.some(({ role }) => role === 'operator')
    ? await tx.account.findMany({ where: { isOperator: true }, select: recipientColumns, take: maxOperators })
    : [];
  const membersOf = await readMemberAddresses(tx, [...parties, ...operators]);
  const emails = causesToSend.flatMap(({ mail, role }) => {
    const recipients = role === 'operator' ? operators : parties.filter(({ id }) => id === partyIds[role]);
    return recipients.flatMap(({ id }) =>
      (membersOf.get(id) ?? []).map((address) => ({
        template: mail,
        cause: `${order.id}:${entryNumber}`,
        orderId: order.id,
        entryNumber,
        role,
        address,
      })),
    );
  });
  await insertAndEnqueue(app, tx, emails);
}

/** The addresses of the members of each account. */
async function readMemberAddresses(
  tx: Tx,
  accounts: readonly Pick<Account, 'id'>[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const memberships = await tx.membership.findMany({
    where: { accountId: { in: accounts.map(({ id }) => id) }, person: { email: { not: null } } },
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
    select: { accountId: true, person: { select: { email: true } } },
  });
  return new Map(
    [...Map.groupBy(memberships, ({ accountId }) => accountId)].map(([accountId, members]) => [
      accountId,
      members.flatMap(({ person: { email } }) => email ?? []),
    ]),
  );
}

const recipientColumns = { id: true, hidesAdSetup: true } as const;
type Recipient = Pick<Account, keyof typeof recipientColumns>;

const isRecipientCondition = (name: NonNullable<EmailCause['when']>): name is RecipientCondition =>
  Object.hasOwn(recipientConditions, name);

/** Queues the e-mail with a sign-in code. Unknown addresses get one too, so that no one learns who is known. */
export async function queueSignInEmail(
  app: AppServices,
  tx: Tx,
  { codeId, address }: { codeId: string; address: string },
): Promise<void> {
  await insertAndEnqueue(app, tx, [{ template: signInTemplate, cause: codeId, address }], 'urgent');
}

/** Queues the e-mail to the members of an account whose endpoint of webhooks was disabled at that moment. */
export async function queueWebhookEmail(
  app: AppServices,
  tx: Tx,
  { id, applicationId, at }: { id: string; applicationId: string; at: Date },
): Promise<void> {
  const { account } = await tx.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { account: { select: { id: true } } },
  });
  const membersOf = await readMemberAddresses(tx, [account]);
  const cause = `${id}:${at.getTime()}`;
  const addresses = membersOf.get(account.id) ?? [];
  await insertAndEnqueue(
    app,
    tx,
    addresses.map((address) => ({ template: webhookTemplate, cause, address })),
  );
}

/** Queues the e-mail with an invitation. Each time that it is sent is a cause. */
export async function queueInvitationEmail(
  app: AppServices,
  tx: Tx,
  { id, sentCount, email }: Pick<Invitation, 'id' | 'sentCount' | 'email'>,
): Promise<void> {
  await insertAndEnqueue(app, tx, [{ template: invitationTemplate, cause: `${id}:${sentCount}`, address: email }]);
}

/** Queues the e-mail with the code that confirms a new address. An address that is taken gets one too. */
export async function queueEmailChangeCode(
  app: AppServices,
  tx: Tx,
  { id, newEmail }: Pick<EmailChange, 'id' | 'newEmail'>,
): Promise<void> {
  await insertAndEnqueue(app, tx, [{ template: emailChangeTemplate, cause: id, address: newEmail }], 'urgent');
}

/** Queues the e-mail to the old address of a person or an account, which has another address now. */
export async function queueEmailChangedEmail(
  app: AppServices,
  tx: Tx,
  { changeId, oldEmail }: { changeId: string; oldEmail: string },
): Promise<void> {
  await insertAndEnqueue(app, tx, [{ template: emailChangedTemplate, cause: changeId, address: oldEmail }]);
}

export const webhookTemplate = 'webhook-disabled';

export const invitationTemplate = 'invitation';

export const emailChangeTemplate = 'email-change-code';

export const emailChangedTemplate = 'email-changed';

export const signInTemplate = 'sign-in-code';

const codeDigits = 8;

/** The sign-in code with this id. It is derived, not stored: a retry of the mail finds the same one. */
export const signInCodeFor = (app: AppServices, codeId: string): string =>
  derivedDigits(app.config.secret, `sign-in:${codeId}`, codeDigits);

/** The code of the change of an address with this id, derived under a label of its own: it is never a sign-in code. */
export const emailChangeCodeFor = (app: AppServices, changeId: string): string =>
  derivedDigits(app.config.secret, `email-change:${changeId}`, codeDigits);

type NewEmail = {
  template: string;
  cause: string;
  address: string;
  orderId?: string;
  entryNumber?: number;
  role?: PersonRole;
};

async function insertAndEnqueue(
  app: Pick<AppServices, 'clock' | 'jobs'>,
  tx: Tx,
  emails: readonly NewEmail[],
  urgency: Priority = 'ordinary',
): Promise<void> {
  const createdAt = app.clock.now();
  const queued = await tx.email.createManyAndReturn({
    data: emails.map((mail) => ({ ...mail, status: 'QUEUED' as const, createdAt })),
    skipDuplicates: true,
    select: { id: true },
  });
  await app.jobs.enqueue(
    tx,
    deliverEmailJobName,
    queued.map(({ id }) => ({ mailId: id })),
    urgency,
  );
}
