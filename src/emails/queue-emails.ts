import type { Account, EmailChange, Invitation, Language, Order, Person, Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import type { Priority } from '../platform/jobs.ts';
import type { PersonRole, RecipientCondition } from '../process/define.ts';
import { queuePushNotifications } from '../push/queue-push.ts';
import type { EmailCause, OrderServices } from '../services/order-services.ts';
import type { AppServices } from '../services/services.ts';
import type { EmailLocale } from './catalogues.ts';
import type { EmailTemplate } from './email-names.ts';
import { kindOf, scheduledReaderColumns, scheduleFor, sendNow } from './email-schedule.ts';

export const deliverEmailJobName = 'deliver-mail';

const maxOperators = 20;

/** The conditions of e-mails that need more than the order's row: they are evaluated on the recipients. */
const recipientConditions: Readonly<Record<RecipientCondition, (seller: Recipient | undefined) => boolean>> = {
  sellerSendsSetupEmails: (seller) => !seller?.hidesAdSetup,
};

/** The e-mails with a link by which their reader changes something. Members who may only read do not receive them. */
const templatesForEditors: readonly EmailTemplate[] = ['ad-setup'];

/**
 * Queues the e-mails about an entry of an order whose conditions hold, in the transaction of the entry. The same entry
 * never causes the same e-mail to the same person twice, also to a person who is a member of both parties. Only this file
 * decides recipients and conditions; their preferences decide when an e-mail is sent (email-schedule.ts).
 */
export async function queueOrderEmails(
  app: Pick<OrderServices, 'conditions' | 'clock' | 'config' | 'jobs'>,
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
    (isRecipientCondition(when)
      ? recipientConditions[when](seller)
      : !app.conditions[when](order, undefined, app.clock.now()));
  const causesToSend = causes.filter(holds);
  const operators = causesToSend.some(({ role }) => role === 'operator')
    ? await tx.account.findMany({ where: { isOperator: true }, select: recipientColumns, take: maxOperators })
    : [];
  const membersOf = await readMembers(tx, [...parties, ...operators]);
  const emails = causesToSend.flatMap(({ mail: template, role }) => {
    const recipients = role === 'operator' ? operators : parties.filter(({ id }) => id === partyIds[role]);
    return recipients
      .flatMap(({ id }) => membersOf.get(id) ?? [])
      .filter(({ isViewer }) => !isViewer || !templatesForEditors.includes(template))
      .map(({ reader }) => ({
        template,
        cause: `${order.id}:${entryNumber}`,
        orderId: order.id,
        entryNumber,
        role,
        reader,
      }));
  });
  await insertAndEnqueue(app, tx, emails);
}

/** A recipient of an e-mail, and the language and the time zone in which it is written. */
interface Reader extends EmailLocale {
  readonly address: string;
  /** The person with the address; null if it is not that of a person. */
  readonly person: PersonReader | null;
}

/** A member of an account as a reader; `isViewer` is true for a person who may only read. */
interface MemberReader {
  readonly reader: Reader;
  readonly isViewer: boolean;
}

const readerColumns = {
  email: true,
  language: true,
  isTimeZoneChosen: true,
  ...scheduledReaderColumns,
  // Counted by the same statement, so that people without a subscription cost no other.
  _count: { select: { pushSubscriptions: true } },
} as const satisfies Prisma.PersonSelect;

type PersonReader = Prisma.PersonGetPayload<{ select: typeof readerColumns }>;

/** The time zone in which a person reads about an account: that of the account, unless the person has chosen one. */
const zoneOf = (
  { timeZone, isTimeZoneChosen }: Pick<Person, 'timeZone' | 'isTimeZoneChosen'>,
  accountZone: string | undefined,
): string =>
  // A zone that was chosen before the choice was recorded differs from the default.
  isTimeZoneChosen || timeZone !== defaultZone ? timeZone : (accountZone ?? timeZone);

const defaultZone = 'UTC';

/** The members of each account, oldest first. */
async function readMembers(
  tx: Tx,
  accounts: readonly Pick<Account, 'id' | 'timeZone'>[],
): Promise<ReadonlyMap<string, readonly MemberReader[]>> {
  const memberships = await tx.membership.findMany({
    where: { accountId: { in: accounts.map(({ id }) => id) }, person: { email: { not: null } } },
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
    select: { accountId: true, role: true, person: { select: readerColumns } },
  });
  const zones = new Map(accounts.map(({ id, timeZone }) => [id, timeZone]));
  return new Map(
    [...Map.groupBy(memberships, ({ accountId }) => accountId)].map(([accountId, members]) => [
      accountId,
      members.flatMap(({ role, person }) => {
        const { email: address, language } = person;
        const timeZone = zoneOf(person, zones.get(accountId));
        return address === null
          ? []
          : [{ isViewer: role === 'VIEWER', reader: { person, address, language, timeZone } }];
      }),
    ]),
  );
}

/** The reader with an address: the person who signs in with it, or else someone who reads in the `otherwise` locale. */
async function readerWith(tx: Tx, address: string, otherwise: EmailLocale): Promise<Reader> {
  const person = await tx.person.findUnique({ where: { email: address }, select: readerColumns });
  if (!person) return { address, person, ...otherwise };
  const { language, timeZone } = person;
  return { address, person, language, timeZone };
}

const recipientColumns = { id: true, hidesAdSetup: true, timeZone: true } as const;
type Recipient = Pick<Account, keyof typeof recipientColumns>;

const isRecipientCondition = (name: NonNullable<EmailCause['when']>): name is RecipientCondition =>
  Object.hasOwn(recipientConditions, name);

/**
 * Queues the e-mail with a sign-in code, in the language of the person with the address, or else in the requested one.
 * Unknown addresses get one too, so that no one learns who is known. Returns the language.
 */
export async function queueSignInEmail(
  app: AppServices,
  tx: Tx,
  { codeId, address, language }: { codeId: string; address: string; language: Language },
): Promise<Language> {
  const reader = await readerWith(tx, address, { language, timeZone: defaultZone });
  await insertAndEnqueue(app, tx, [{ template: 'sign-in-code', cause: codeId, reader }], 'urgent');
  return reader.language;
}

/** Queues the e-mail to the members of an account whose endpoint of webhooks was disabled at that moment. */
export async function queueWebhookEmail(
  app: AppServices,
  tx: Tx,
  { id, applicationId, at }: { id: string; applicationId: string; at: Date },
): Promise<void> {
  const { account } = await tx.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { account: { select: { id: true, timeZone: true } } },
  });
  const membersOf = await readMembers(tx, [account]);
  const cause = `${id}:${at.getTime()}`;
  const members = membersOf.get(account.id) ?? [];
  await insertAndEnqueue(
    app,
    tx,
    members.map(({ reader }) => ({ template: 'webhook-disabled', cause, reader })),
  );
}

/**
 * Queues the e-mail with an invitation, in the language of the person with the address, or else in that of the inviter.
 * Each time that it is sent is a cause.
 */
export async function queueInvitationEmail(
  app: AppServices,
  tx: Tx,
  { id, sentCount, email, invitedById }: Pick<Invitation, 'id' | 'sentCount' | 'email' | 'invitedById'>,
): Promise<void> {
  const reader = await readerWith(tx, email, await localeOf(tx, invitedById));
  await insertAndEnqueue(app, tx, [{ template: 'invitation', cause: `${id}:${sentCount}`, reader }]);
}

/** The language and the time zone of a person. */
const localeOf = (tx: Tx, personId: string): Promise<EmailLocale> =>
  tx.person.findUniqueOrThrow({ where: { id: personId }, select: { language: true, timeZone: true } });

/**
 * Queues the e-mail with the code that confirms a new address, in the language of the person who changes it. An address
 * that is taken gets one too.
 */
export async function queueEmailChangeCode(
  app: AppServices,
  tx: Tx,
  { id, newEmail: address, personId }: Pick<EmailChange, 'id' | 'newEmail' | 'personId'>,
): Promise<void> {
  const reader = { address, person: null, ...(await localeOf(tx, personId)) };
  await insertAndEnqueue(app, tx, [{ template: 'email-change-code', cause: id, reader }], 'urgent');
}

/** Queues the e-mail to the old address of a person or an account, which has another address now. */
export async function queueEmailChangedEmail(
  app: AppServices,
  tx: Tx,
  { changeId, oldEmail: address, personId }: { changeId: string; oldEmail: string; personId: string },
): Promise<void> {
  const reader = { address, person: null, ...(await localeOf(tx, personId)) };
  await insertAndEnqueue(app, tx, [{ template: 'email-changed', cause: changeId, reader }]);
}

interface NewEmail {
  readonly template: EmailTemplate;
  readonly cause: string;
  readonly reader: Reader;
  readonly orderId?: string;
  readonly entryNumber?: number;
  readonly role?: PersonRole;
}

/**
 * Inserts e-mails and enqueues the delivery of those that are sent immediately. The others wait, and those of a kind that
 * the person has turned off are left out. The browsers of the people are notified of the same.
 */
async function insertAndEnqueue(
  app: Pick<AppServices, 'clock' | 'config' | 'jobs'>,
  tx: Tx,
  emails: readonly NewEmail[],
  urgency: Priority = 'ordinary',
): Promise<void> {
  const createdAt = app.clock.now();
  const data = emails.flatMap(({ reader: { person, ...reader }, ...email }) => {
    const schedule = person ? scheduleFor(email.template, person, createdAt) : sendNow;
    return schedule ? [{ ...email, ...reader, personId: person?.id ?? null, ...schedule, createdAt }] : [];
  });
  const inserted = await tx.email.createManyAndReturn({
    data,
    skipDuplicates: true,
    select: { id: true, status: true },
  });
  await app.jobs.enqueue(
    tx,
    deliverEmailJobName,
    inserted.flatMap(({ id, status }) => (status === 'QUEUED' ? [{ mailId: id }] : [])),
    urgency,
  );
  await queuePushNotifications(app, tx, emails.flatMap(pushNotificationOf));
}

/** The push notification about the cause of an e-mail; none for a person without a subscription. */
function pushNotificationOf({ reader: { person, address: _, ...locale }, ...email }: NewEmail) {
  const kind = kindOf(email.template);
  return person && kind && person._count.pushSubscriptions > 0 ? [{ person, kind, ...email, ...locale }] : [];
}
