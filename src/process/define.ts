import type { Fields } from './fields.ts';

/** The role of an actor. Roles are per order, never global, except operator. */
export type Role = 'advertiser' | 'seller' | 'operator' | 'system';
/** The roles of people. */
export type PersonRole = Exclude<Role, 'system'>;
/** A single value or a list of values. Read it with `asList`. */
export type OneOrMore<T> = T | readonly T[];
/** The values as a list. */
export const asList = <T extends string | object>(value: OneOrMore<T>): readonly T[] =>
  // The compiler cannot distinguish a list from a value of an unknown type.
  Array.isArray(value) ? value : [value as T];

/** An e-mail template, or one that is sent only if a condition holds after the step. */
export type EmailRule<Mail extends string = string, Condition extends string = string> =
  | Mail
  | { readonly mail: Mail; readonly when: Condition };

/** The conditions of e-mails that need more than the order's row; emails/queue-emails.ts evaluates them. */
export type RecipientCondition = 'sellerSendsSetupEmails';

/** The recipient of an e-mail: a role, or every party that did not take the step. */
export type Recipient = PersonRole | 'others';

/** The wait for the role that a state is waiting on. */
export const stateWait = 'state';

/** A date that the parties agreed, and the days after it at which a timed step is taken. */
export interface AgreedTime {
  /** Column of the order that has the date, which is null if none was agreed. */
  readonly date: 'paymentDueAt' | 'promisedFor';
  readonly graceDays: number;
  /** The state in which it holds. */
  readonly state: string;
}

/** Columns of an order with a time at which a wait begins that belongs to no status; null while there is no such wait. */
export type WaitColumn = 'offeredAt' | 'cancellationRequestedAt';

/** A wait for a role that does not belong to a status: while a guard holds for the role, it is expected to act. */
export interface NamedWait {
  /** The work that the awaited role has to do, as an instruction. Its steps are those with this `recommendedWhile`. */
  readonly task: string;
  /** Column of the order with the time at which the wait begins. */
  readonly since: WaitColumn;
  /** While it lasts, the order does not wait for the role that its state is waiting on. */
  readonly replacesStateWait?: true;
}

/** The number of days after which a timed step is taken in a state; undefined if it is not. */
export function daysUntil({ from, afterDays }: Pick<Step, 'from' | 'afterDays'>, state: string): number | undefined {
  if (!from.includes(state)) return undefined;
  return typeof afterDays === 'object' ? afterDays[state] : afterDays;
}

/** The smallest number of days after which a timed step is taken in any of its states; undefined for another step. */
export function firstDaysUntil(step: Pick<Step, 'from' | 'afterDays'>): number | undefined {
  const days = step.from.flatMap((state) => daysUntil(step, state) ?? []);
  return days.length > 0 ? Math.min(...days) : undefined;
}

/** The step does not change the state. */
export const STAYS = '=' as const;
/** The step returns to the state from which the order was suspended. */
export const BACK = '<' as const;
/** The step goes to the state that one field of its input selects. */
export interface ChosenTarget<S extends string = string> {
  readonly field: string;
  readonly targets: Readonly<Record<string, S | typeof BACK>>;
}
/** The step goes to a state if it has an outcome, and otherwise does not change the state. */
export interface ConditionalTarget<S extends string = string, Outcome extends string = string> {
  /** Name of the outcome; its code is with the feature. */
  readonly outcome: Outcome;
  readonly to: S;
}
export type Target<S extends string = string, Outcome extends string = string> =
  | S
  | typeof STAYS
  | typeof BACK
  | ChosenTarget<S>
  | ConditionalTarget<S, Outcome>;

/** Every target that a step may have. */
export function targetsOf<S extends string>(to: Target<S>): readonly (S | typeof STAYS | typeof BACK)[] {
  if (typeof to === 'string') return [to];
  return 'targets' in to ? [...new Set(Object.values(to.targets))] : [to.to, STAYS];
}

export interface State {
  readonly title: string;
  /** Progress of the order in percent; undefined while the order is suspended, or if it ended early. */
  readonly progress?: number;
  /** The role that is expected to act next; undefined if there is none, or if the order itself names it (on hold). */
  readonly waitingOn?: PersonRole;
  /** The work that the awaited role has to do, as an instruction. Every state that waits for a role has one. */
  readonly task?: string;
  /** Advice for that role if the next action is not a step of this table. */
  readonly advice?: string;
  /** The order is suspended in this state and returns to the previous one. */
  readonly suspends?: true;
  /** Only an override leads out of this state. */
  readonly final?: true;
  /** Effects of entering the state through any step, except when the order returns from a suspended state. */
  readonly entering?: readonly string[];
  /** Effects of leaving the state, except when the order is suspended. */
  readonly leaving?: readonly string[];
}

export interface Step<S extends string = string> {
  readonly title: string;
  /** The event that the step causes, in the past tense and in camel case: `paymentRequested`. See names.ts. */
  readonly event: string;
  /** States in which the step can be taken; empty for the step that creates the order. */
  readonly from: readonly S[];
  readonly to: Target<S>;
  readonly by: readonly Role[];
  readonly input?: Fields;
  /** Optional fields of the input of which at least one is required. */
  readonly oneOf?: readonly string[];
  /** Fields that its effects add to the log entry, besides the input. */
  readonly logs?: Fields;
  /** Guards that must hold; their code is with the feature. */
  readonly guards?: readonly string[];
  /** Effects in the same transaction; their code is in the feature that runs them. */
  readonly effects?: readonly string[];
  /**
   * The act in the audit log of a silent step. It is not an entry of the timeline, so that it is pushed to no subscriber and to
   * no webhook, and it sends no e-mails.
   */
  readonly silentAs?: string;
  /** E-mails by recipient, sent after the commit; their texts are in emails/templates. */
  readonly mails?: Readonly<Partial<Record<Recipient, OneOrMore<EmailRule>>>>;
  /** The work that the awaited role has to do after the step, instead of the task of the state that it leads to. */
  readonly task?: string;
  /** The guard under which the step is recommended, which is a wait of the process or of the step alone. */
  readonly recommendedWhile?: string;
  /** For timed steps: number of days after the order entered its state; the same for all its states, or one for each. */
  readonly afterDays?: number | { readonly [state in S]?: number };
  /** For timed steps: column of the order with the time from which `afterDays` counts, in any of its states. */
  readonly countsFrom?: WaitColumn;
  /** For timed steps: a date that the parties agreed, if there is one, replaces `afterDays`. */
  readonly agreed?: AgreedTime;
  /** For timed steps: an e-mail this number of days before the step is taken. */
  readonly reminder?: {
    readonly daysBefore: number;
    readonly mails: Readonly<Partial<Record<PersonRole | 'awaited', string>>>;
  };
  /** For timed steps: the wait that the step ends: that of its states, a wait of the process, or the recommendation of a step. */
  readonly deadlineOf?: typeof stateWait | (string & {});
  /** For timed steps that end a wait: the consequence for the order, as a sentence. */
  readonly outcome?: string;
  /** For steps of the system without `afterDays`: the cause that takes them, as text. */
  readonly takenBy?: string;
  /** The background task that takes the step. When it is due, it takes the first of its steps whose guards hold. */
  readonly clock?: 'renewal';
  /** Leaves out a part of the process if its guards hold; the usual path does not have it. */
  readonly isShortcut?: true;
  /** The step takes back an earlier one, so that it is not a recommended next step. */
  readonly undoes?: true;
  /** Bypasses the process; the entry is marked as an override. */
  readonly override?: true;
}

/** A process: its states, and the steps between them. */
export interface Process {
  readonly name: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, State>>;
  /** Waits that belong to no state, by the guard that holds for the awaited role. */
  readonly waits?: Readonly<Record<string, NamedWait>>;
  readonly steps: Readonly<Record<string, Step>>;
}

/**
 * Defines a process. It returns its argument with exact types, so that a wrong state name does not compile.
 *
 * @example
 * defineProcess({
 *   name: 'Door',
 *   initial: 'CLOSED',
 *   states: { CLOSED: { title: 'Closed' }, OPEN: { title: 'Open', final: true } },
 *   steps: { open: { title: 'Open the door', event: 'doorOpened', from: ['CLOSED'], to: 'OPEN', by: ['seller'] } },
 * });
 */
export function defineProcess<
  const S extends Record<string, State>,
  const T extends Record<string, Step<keyof S & string>>,
  const W extends Record<string, NamedWait> = Record<never, NamedWait>,
>(process: {
  name: string;
  initial: keyof S & string;
  states: S;
  waits?: W;
  steps: T;
}): {
  readonly name: string;
  readonly initial: keyof S & string;
  readonly states: S;
  readonly waits?: W;
  readonly steps: T;
} {
  return process;
}

type Each<P extends Process> = P['steps'][keyof P['steps']];
type EachState<P extends Process> = P['states'][keyof P['states']];
type Listed<R, K extends string> = K extends string
  ? R extends { readonly [k in K]: readonly (infer N)[] }
    ? N
    : never
  : never;
type Under<R, K extends string> = R extends { readonly [k in K]: infer V } ? V : never;
type ValueOf<M> = M extends object ? M[keyof M] : never;
type One<T> = T extends readonly (infer N)[] ? N : T;
type MailIn<P extends Process> = One<ValueOf<Under<Each<P>, 'mails'>>>;

export type StateOf<P extends Process> = keyof P['states'] & string;
export type StepOf<P extends Process> = keyof P['steps'] & string;
export type ConditionOf<P extends Process> =
  | Listed<Each<P>, 'guards'>
  | Under<Each<P>, 'recommendedWhile'>
  | Under<MailIn<P>, 'when'>;
export type OutcomeOf<P extends Process> = Under<Under<Each<P>, 'to'>, 'outcome'>;
export type EffectOf<P extends Process> = Listed<Each<P>, 'effects'> | Listed<EachState<P>, 'entering' | 'leaving'>;
export type MailOf<P extends Process> =
  | Extract<MailIn<P>, string>
  | Under<MailIn<P>, 'mail'>
  | ValueOf<Under<Under<Each<P>, 'reminder'>, 'mails'>>;
