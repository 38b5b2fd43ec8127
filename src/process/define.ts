import type { Fields } from './fields.ts';

/** Who acts in an order. Roles are per order, never global, except operator. */
export type Role = 'advertiser' | 'seller' | 'operator' | 'system';
/** The roles that people have. */
export type PersonRole = Exclude<Role, 'system'>;
/** One of something, or a list where there are several. Read it with `listOf`. */
export type OneOrMore<T> = T | readonly T[];
/** What is listed, whether it was one or several. */
export const listOf = <T extends string | object>(given: OneOrMore<T>): readonly T[] =>
  // Of a type that is not known here, the compiler cannot tell the list from the one.
  Array.isArray(given) ? given : [given as T];

/** A mail by its name, or one that is sent only while a condition holds after the step. */
export type EmailRule<Mail extends string = string, Condition extends string = string> =
  | Mail
  | { readonly mail: Mail; readonly when: Condition };

/** Who gets a mail: a role, or the party or parties that did not take the step. */
export type Recipient = PersonRole | 'others';

/** The step leaves the state as it is: it only adds to the order. */
export const STAYS = '=' as const;
/** The step returns to the state the order was in before it was set aside. */
export const BACK = '<' as const;
/** The step goes where the word leads that is chosen in one field of its input. */
export interface Chosen<S extends string = string> {
  readonly field: string;
  readonly targets: Readonly<Record<string, S | typeof BACK>>;
}
/** The step goes to a state if an outcome comes of it, and else stays. */
export interface Conditional<S extends string = string, Outcome extends string = string> {
  /** The name of the outcome; its code is in orders/conditions.ts. */
  readonly outcome: Outcome;
  readonly to: S;
}
export type Target<S extends string = string, Outcome extends string = string> =
  | S
  | typeof STAYS
  | typeof BACK
  | Chosen<S>
  | Conditional<S, Outcome>;

/** Every place that a step may lead to. */
export function targetsOf<S extends string>(to: Target<S>): readonly (S | typeof STAYS | typeof BACK)[] {
  if (typeof to === 'string') return [to];
  return 'targets' in to ? [...new Set(Object.values(to.targets))] : [to.to, STAYS];
}

export interface State {
  readonly title: string;
  /** How far along the order is, in percent; absent while it is set aside, or where it ended early. */
  readonly progress?: number;
  /** Who is expected to act next; absent where nobody is, or where the order itself says who (a hold). */
  readonly waitingOn?: PersonRole;
  /** What the one who is waited for can do, where that is no step of this table. */
  readonly advice?: string;
  /** The order is set aside here and comes back to where it was. */
  readonly suspends?: true;
  /** Nothing leads out of here but an operator's override. */
  readonly final?: true;
  /** Names of the work done when the order comes here, whichever step brings it; not when it comes back from being set aside. */
  readonly entering?: readonly string[];
  /** The same for when it leaves; not when it is set aside. */
  readonly leaving?: readonly string[];
}

export interface Step<S extends string = string> {
  readonly title: string;
  /** States in which it can be taken; empty for the step that creates the order. */
  readonly from: readonly S[];
  readonly to: Target<S>;
  readonly by: readonly Role[];
  readonly input?: Fields;
  /** Fields of the input, each optional, of which at least one has to be given. */
  readonly oneOf?: readonly string[];
  /** What its work adds to its log entry, besides the input. */
  readonly logs?: Fields;
  /** Names of the conditions that must hold; their code is in orders/conditions.ts. */
  readonly guards?: readonly string[];
  /** Names of the work done in the same transaction; their code is with the feature that does it. */
  readonly effects?: readonly string[];
  /** Who gets which mail once the step is committed; the texts are in emails/templates. */
  readonly mails?: Readonly<Partial<Record<Recipient, OneOrMore<EmailRule>>>>;
  /** For a step that stays: the condition under which it is a recommended next step. */
  readonly recommendedWhile?: string;
  /** For steps of the clock: this many days after the order came into its state. */
  readonly afterDays?: number;
  /** For steps of the clock: a mail this many days before it is taken. */
  readonly reminder?: { readonly daysBefore: number; readonly mails: Readonly<Partial<Record<PersonRole, string>>> };
  /** For steps of the system that no clock of this table takes: what takes them, in words. */
  readonly takenBy?: string;
  /** Which clock that is, if it is one: it takes the first of its steps whose conditions hold when it is due. */
  readonly clock?: 'renewal';
  /** Goes past the order of things; its entry is marked as forced. */
  readonly override?: true;
}

/** A process: its states, and the steps between them. */
export interface Process {
  readonly name: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, State>>;
  readonly steps: Readonly<Record<string, Step>>;
}

/** Hands the process back with its exact types, so that a wrong state name does not compile. */
export function defineProcess<
  const S extends Record<string, State>,
  const T extends Record<string, Step<keyof S & string>>,
>(process: {
  name: string;
  initial: keyof S & string;
  states: S;
  steps: T;
}): { readonly name: string; readonly initial: keyof S & string; readonly states: S; readonly steps: T } {
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
