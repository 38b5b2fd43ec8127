/** Checks whether a step may be taken, and derives the e-mails that it causes. */
import { entriesOf } from '../platform/objects.ts';
import {
  asList,
  type EmailRule,
  type OneOrMore,
  type PersonRole,
  type Recipient,
  type Role,
  type Step,
} from './define.ts';

export type GuardFailureCode = 'WRONG_STATUS' | 'WRONG_ROLE' | 'CONDITION_NOT_MET';

/** The reason why a step cannot be taken now. */
export interface GuardFailure {
  readonly code: GuardFailureCode;
  readonly reason: string;
}

/** An attempt to take a step. */
export interface StepAttempt<Condition extends string> {
  /** Noun for the subject of the step in messages: order, ad. */
  readonly noun: string;
  readonly status: string;
  readonly role: Role | undefined;
  /** The reason why a guard fails; undefined if it holds. */
  readonly unmet: (condition: Condition) => string | undefined;
}

/** A row of a table whose guards have these names. */
export type RowWith<Condition extends string> = Step & { readonly guards?: readonly Condition[] };

/** The reason why the step of `row` cannot be taken; undefined if it can. Pure. */
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

/** The e-mails that a step causes when `actor` takes it, each with its recipient and the condition under which it is sent. */
export function emailsCausedBy<Mail extends string, Condition extends string>(
  row: { readonly mails?: Readonly<Partial<Record<Recipient, OneOrMore<EmailRule<Mail, Condition>>>>> },
  actor: Role,
): readonly { mail: Mail; role: PersonRole; when?: Condition }[] {
  return entriesOf(row.mails ?? {}).flatMap(([receiver, rules]) =>
    recipientRoles(receiver, actor).flatMap((role) =>
      asList(rules).map((rule) => (typeof rule === 'string' ? { mail: rule, role } : { ...rule, role })),
    ),
  );
}

/** The roles of a recipient when `actor` took the step. Operators are not a party. */
export function recipientRoles(receiver: Recipient, actor: Role): readonly PersonRole[] {
  if (receiver !== 'others') return [receiver];
  return (['advertiser', 'seller'] as const).filter((role) => role !== actor);
}
