import type { Language } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { rescheduleWaitingNotifications } from '../notifications/waiting-notifications.ts';
import { isTimeZone, timeZoneProblem } from '../platform/days.ts';
import { InputInvalid, type InputProblem } from '../platform/errors.ts';
import { textProblem } from '../process/fields.ts';
import type { AppServices } from '../services/services.ts';

/** The fields of a person that the person changes. Null and undefined fields do not change. */
export interface PersonChanges {
  readonly name?: string | null | undefined;
  readonly language?: Language | null | undefined;
  /** An IANA name. */
  readonly timeZone?: string | null | undefined;
}

/** @throws InputInvalid */
export async function updatePerson(
  { db, clock, marketplace }: AppServices,
  personId: string,
  { name, language, timeZone }: PersonChanges,
): Promise<void> {
  const problems: InputProblem[] = [];
  const nameProblem = typeof name === 'string' ? textProblem(name, limits.accounts.nameCharacters) : undefined;
  if (nameProblem) problems.push({ field: 'name', message: nameProblem });
  if (typeof timeZone === 'string' && !isTimeZone(timeZone))
    problems.push({ field: 'timeZone', message: timeZoneProblem });
  if (language) {
    const { languages } = await marketplace.read();
    if (!languages.includes(language))
      problems.push({ field: 'language', message: `must be one of ${languages.join(', ')}` });
  }
  if (problems.length > 0) throw new InputInvalid(problems);
  await db.person.update({
    where: { id: personId },
    data: {
      ...(typeof name === 'string' ? { name } : {}),
      ...(language ? { language } : {}),
      ...(typeof timeZone === 'string' ? { timeZone, isTimeZoneChosen: true } : {}),
    },
  });
  // Quiet hours and digests follow the time zone.
  if (typeof timeZone === 'string')
    await db.$transaction((tx) => rescheduleWaitingNotifications({ clock }, tx, personId));
}
