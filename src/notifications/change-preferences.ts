/** Changes of the notification preferences of a person. */
import type { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal, InputInvalid, type InputProblem } from '../platform/errors.ts';
import type { AppServices } from '../services/services.ts';
import {
  type ChannelChoices,
  choicesOf,
  isPushable,
  isRequired,
  type NotificationChoices,
  type NotificationKind,
} from './kinds.ts';
import { minutesOf, type QuietHours } from './quiet-hours.ts';
import { rescheduleWaitingNotifications } from './waiting-notifications.ts';

export const NotificationRequired = defineRefusal('NotificationRequired', {
  code: 'NOTIFICATION_REQUIRED',
  recovery: 'CORRECTABLE',
  message: ({ kinds }: { readonly kinds: readonly NotificationKind[] }) =>
    `E-mails of the kind ${kinds.join(', ')} are always sent immediately. Choose other kinds.`,
  example: { kinds: ['RECEIPTS'] as readonly NotificationKind[] },
  description: 'Notifications of a kind that is required cannot be turned off or collected.',
  remedy: 'Leave out the kinds whose `isRequired` is true.',
});

/** The choice of a person for one kind. */
export interface KindChoice extends ChannelChoices {
  readonly kind: NotificationKind;
}

export interface PreferenceChanges {
  /** Kinds that are not named do not change. */
  readonly choices?: readonly KindChoice[] | undefined;
  /** Local times such as 22:00; null ends the quiet hours, undefined does not change them. */
  readonly quietHours?: { readonly from: string; readonly to: string } | null | undefined;
}

/**
 * Changes the preferences of a person. Notifications that wait follow the new ones.
 * @throws RateLimited, InputInvalid, NotificationRequired
 */
export async function updateNotificationPreferences(
  app: AppServices,
  personId: string,
  changes: PreferenceChanges,
): Promise<void> {
  await app.rateLimiter.consume('accountChanges', personId);
  const { choices = [], quietHours } = changes;
  const problems: InputProblem[] = [];
  const kinds = choices.map(({ kind }) => kind);
  if (new Set(kinds).size < kinds.length) problems.push({ field: 'choices', message: 'must name each kind only once' });
  const emailOnly = choices.filter(({ kind, hasPush }) => hasPush && !isPushable(kind)).map(({ kind }) => kind);
  if (emailOnly.length > 0)
    problems.push({
      field: 'choices',
      message: `must not have push notifications of the kind ${emailOnly.join(', ')}`,
    });
  const quiet = quietHours ? parseQuietHours(quietHours, problems) : quietHours;
  if (problems.length > 0) throw new InputInvalid(problems);
  const refused = choices.filter(({ kind, email = 'IMMEDIATELY' }) => isRequired(kind) && email !== 'IMMEDIATELY');
  if (refused.length > 0) throw new NotificationRequired({ kinds: refused.map(({ kind }) => kind) });
  await app.db.$transaction(async (tx) => {
    const stored = await lockChoices(tx, personId);
    await tx.person.update({
      where: { id: personId },
      data: {
        notificationChoices: merge(stored, choices),
        ...(quiet === undefined ? {} : { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null }),
      },
    });
    await rescheduleWaitingNotifications(app, tx, personId);
  });
}

/** The kinds of e-mails that one link turns off: one kind, or all of those that are collected in digests. */
export type Unsubscribable = NotificationKind | 'DIGEST';

/** Turns e-mails off. Returns false if there is no such person any more. Repeating it changes nothing. */
export function turnOffEmails(app: AppServices, personId: string, kind: Unsubscribable): Promise<boolean> {
  return app.db.$transaction(async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: { email: true } });
    if (!person?.email) return false;
    const stored = await lockChoices(tx, personId);
    // Written from the table of the kinds.
    const all = Object.entries(stored) as [NotificationKind, ChannelChoices][];
    const kinds = kind === 'DIGEST' ? all.flatMap(([one, { email }]) => (email === 'DIGEST' ? [one] : [])) : [kind];
    const notificationChoices = merge(
      stored,
      kinds.map((one) => ({ kind: one, email: 'OFF' })),
    );
    await tx.person.update({ where: { id: personId }, data: { notificationChoices } });
    return true;
  });
}

/** The stored choices of a person, who is locked until the transaction ends. */
async function lockChoices(tx: Tx, personId: string): Promise<NotificationChoices> {
  await tx.$queryRaw`select 1 from person where id = ${personId}::uuid for no key update`;
  return choicesOf(await tx.person.findUniqueOrThrow({ where: { id: personId } }));
}

const merge = (stored: NotificationChoices, choices: readonly KindChoice[]): Prisma.InputJsonObject => ({
  ...stored,
  ...Object.fromEntries(
    choices.map(({ kind, ...channels }) => [kind, { ...stored[kind], ...definedOnly(channels) }] as const),
  ),
});

/** The channels that a choice names. */
const definedOnly = (channels: ChannelChoices): Prisma.InputJsonObject =>
  Object.fromEntries(Object.entries(channels).filter(([, choice]) => choice !== undefined));

function parseQuietHours(
  { from, to }: { readonly from: string; readonly to: string },
  problems: InputProblem[],
): QuietHours | undefined {
  const times = { from: minutesOf(from), to: minutesOf(to) };
  for (const field of ['from', 'to'] as const)
    if (times[field] === undefined)
      problems.push({ field: `quietHours.${field}`, message: 'must be a time from 00:00 to 23:59, such as 22:00' });
  if (times.from === undefined || times.to === undefined) return undefined;
  if (times.from === times.to) problems.push({ field: 'quietHours.to', message: 'must differ from `from`' });
  return { from: times.from, to: times.to };
}
