/** What a row of a table says to somebody who wants to take its step. */
import {
  type EmailRule,
  listOf,
  type OneOrMore,
  type PersonRole,
  type Recipient,
  type Role,
  type Step,
} from './define.ts';

export type GuardFailureCode = 'WRONG_STATUS' | 'WRONG_ROLE' | 'CONDITION_NOT_MET';

/** Why a step cannot be taken now. */
export interface GuardFailure {
  readonly code: GuardFailureCode;
  readonly reason: string;
}

/** Who wants to take a step of what. */
export interface StepAttempt<Condition extends string> {
  /** What it is a step of, as people call it: order, ad. */
  readonly noun: string;
  readonly status: string;
  readonly role: Role | undefined;
  /** What is in the way of a condition; nothing if it holds. */
  readonly unmet: (condition: Condition) => string | undefined;
}

/** A row whose conditions have these names. */
export type RowWith<Condition extends string> = Step & { readonly guards?: readonly Condition[] };

/** Why the step of `row` cannot be taken; nothing if it can. Acts on nothing. */
export function checkGuards<Condition extends string>(
  row: RowWith<Condition>,
  { noun, status, role, unmet }: StepAttempt<Condition>,
): GuardFailure | undefined {
  if (role === undefined || !row.by.includes(role)) {
    return {
      code: 'WRONG_ROLE',
      reason: `"${row.title}" is for ${row.by.join(' or ')}${role ? `; you are the ${role}` : ''}.`,
    };
  }
  if (!row.from.includes(status)) {
    const where = row.from.length === 0 ? `can only create a new ${noun}` : `is possible in ${row.from.join(', ')}`;
    return { code: 'WRONG_STATUS', reason: `"${row.title}" ${where}; the ${noun} is ${status}.` };
  }
  for (const name of row.guards ?? []) {
    const reason = unmet(name);
    if (reason) return { code: 'CONDITION_NOT_MET', reason };
  }
  return undefined;
}

/** The mails that a step causes when `actor` takes it, each with who gets it. `holds` says whether a condition holds after the step. */
export function mailsOf<Mail extends string, Condition extends string>(
  row: { readonly mails?: Readonly<Partial<Record<Recipient, OneOrMore<EmailRule<Mail, Condition>>>>> },
  actor: Role,
  holds: (condition: Condition) => boolean = () => true,
): readonly { mail: Mail; role: PersonRole }[] {
  // Object.entries forgets the type of the keys.
  const mails = Object.entries(row.mails ?? {}) as [Recipient, OneOrMore<EmailRule<Mail, Condition>>][];
  return mails.flatMap(([receiver, given]) =>
    receiverRoles(receiver, actor).flatMap((role) =>
      listOf(given).flatMap((mailing) => {
        if (typeof mailing === 'string') return [{ mail: mailing, role }];
        return holds(mailing.when) ? [{ mail: mailing.mail, role }] : [];
      }),
    ),
  );
}

/** The roles that get a mail, when `actor` took the step. The one who acted is never an "other"; operators are no party. */
export function receiverRoles(receiver: Recipient, actor: Role): readonly PersonRole[] {
  if (receiver !== 'others') return [receiver];
  return (['advertiser', 'seller'] as const).filter((role) => role !== actor);
}
