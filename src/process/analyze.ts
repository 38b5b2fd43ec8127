import { entriesOf } from '../platform/objects.ts';
import {
  BACK,
  type ChosenTarget,
  daysUntil,
  type Process,
  STAYS,
  type Step,
  type StepOf,
  stateWait,
  targetsOf,
} from './define.ts';

/**
 * The faults of a process that the compiler cannot detect; empty if there are none.
 * Overrides do not count as transitions: the process must work without them.
 */
export function validateProcess(process: Process): string[] {
  const faults: string[] = [];
  const states = Object.entries(process.states);
  const steps = Object.entries(process.steps).filter(([, step]) => !step.override);

  for (const [name, state] of states) {
    const leaves = steps.filter(
      ([, step]) => step.from.includes(name) && targetsOf(step.to).some((to) => to !== STAYS),
    );
    if (!pathTo(process, name)) faults.push(`${name} cannot be reached`);
    if (state.final && leaves.length > 0)
      faults.push(`${name} is final, but ${leaves.map(([step]) => step).join(', ')} leads out of it`);
    if (!state.final && leaves.length === 0 && state.progress !== 100)
      faults.push(`${name} is a dead end: not final, not complete, and nothing leads out`);
  }
  for (const [name, step] of Object.entries(process.steps)) faults.push(...validateStep(name, step, process));
  return faults;
}

function validateStep(name: string, step: Step, process: Process): string[] {
  const faults: string[] = [];
  if (step.from.length === 0 && step.to !== process.initial)
    faults.push(`${name} creates, but not in the initial state`);
  if (step.afterDays !== undefined && !step.by.includes('system'))
    faults.push(`${name} is taken by the clock, but not open to the system`);
  if (step.afterDays === undefined && !step.takenBy && step.by.every((role) => role === 'system'))
    faults.push(`${name} is open to the system alone, but no clock takes it`);
  const { reminder } = step;
  if (reminder && step.from.some((state) => reminder.daysBefore >= (daysUntil(step, state) ?? 0)))
    faults.push(`${name} is reminded of before its time begins`);
  if (typeof step.afterDays === 'object' && step.from.some((state) => daysUntil(step, state) === undefined))
    faults.push(`${name} has no time in one of its states`);
  if (step.deadlineOf && (step.afterDays === undefined || !step.outcome))
    faults.push(`${name} is a deadline without a time or an outcome`);
  if (targetsOf(step.to).includes(BACK) && step.from.some((state) => !process.states[state]?.suspends))
    faults.push(`${name} goes back from a state that is not set aside`);
  if (typeof step.to === 'object' && 'targets' in step.to && !isChoiceOf(step, step.to))
    faults.push(`${name} goes where its input says, but does not ask for it`);
  if (step.recommendedWhile && step.to !== STAYS && !process.waits?.[step.recommendedWhile])
    faults.push(`${name} is recommended by a need, but it moves the order`);
  const required = effectsRequiredBy(step);
  for (const effect of new Set(Object.values(process.steps).flatMap(effectsRequiredBy)))
    if (required.includes(effect) !== (step.effects?.includes(effect) ?? false))
      faults.push(`${name} must have the effect ${effect} if, and only if, a field of its input requires it`);
  if (step.oneOf?.some((field) => step.input?.[field]?.required !== false))
    faults.push(`${name} asks for one of several, but not each of them may be left out`);
  if (step.override && !step.input?.['reason']?.required) faults.push(`${name} is forced without a reason`);
  return faults;
}

/** The timed steps that end a wait in a state: that of the state itself, of the process, or of a step. */
const deadlinesOf = <P extends Process>(process: P, wait: string, state: string): readonly StepOf<P>[] =>
  entriesOf<P['steps']>(process.steps).flatMap(([name, step]) =>
    step.deadlineOf === wait && daysUntil(step, state) !== undefined ? [name] : [],
  );

/** The timed step that ends a wait in a state; undefined if there is none. */
export const deadlineOf = <P extends Process>(process: P, wait: string, state: string): StepOf<P> | undefined =>
  deadlinesOf(process, wait, state)[0];

/** The waits of a process that have no task, no deadline, or more than one; empty if there are none. */
export function validateDeadlines(process: Process): string[] {
  const ofStates = Object.entries(process.states).flatMap(([name, { waitingOn, suspends, task }]) => {
    const waits = waitingOn !== undefined || suspends === true;
    return [
      ...(waits === (task !== undefined) ? [] : [`${name} must have a task if, and only if, it waits for a role`]),
      ...(deadlinesOf(process, stateWait, name).length === (waits ? 1 : 0)
        ? []
        : [`${name} must have one deadline if it waits for a role`]),
    ];
  });
  const ofSteps = Object.entries(process.steps).flatMap(([name, { deadlineOf: wait }]) =>
    wait === undefined || wait === stateWait || process.steps[wait] || process.waits?.[wait]
      ? []
      : [`${name} is the deadline of ${wait}, which is not a step`],
  );
  const ofWaits = Object.entries(process.waits ?? {}).flatMap(([name, { since }]) => {
    const steps = Object.values(process.steps);
    const deadlines = steps.filter(({ deadlineOf: wait, countsFrom }) => wait === name && countsFrom === since);
    return deadlines.length === 1 && steps.some(({ recommendedWhile }) => recommendedWhile === name)
      ? []
      : [`${name} must have steps and one deadline that counts from its beginning`];
  });
  return [...ofStates, ...ofSteps, ...ofWaits];
}

/** True if a step may lead to a final state, out of which only an override leads. */
export const mayEnd = ({ states }: Process, step: Step | undefined): boolean =>
  step !== undefined && targetsOf(step.to).some((to) => states[to]?.final === true);

/** The effects without which the values of fields would be lost. */
const effectsRequiredBy = ({ input }: Step): readonly string[] =>
  Object.values(input ?? {}).flatMap(({ requiredEffect }) => requiredEffect ?? []);

/** True if the targets are exactly the values of the field. */
function isChoiceOf({ input }: Step, { field, targets }: ChosenTarget): boolean {
  return input?.[field]?.values?.toSorted().join() === Object.keys(targets).toSorted().join();
}

/**
 * True if a step increases the progress of an order in `status`, which makes it a recommended next step.
 * Returning from a suspended state counts; ending early does not.
 */
export function leadsForward(process: Process, step: Step, status: string): boolean {
  const here = process.states[status]?.progress;
  const isAhead = (to: string) => {
    const there = process.states[to]?.progress;
    return to === BACK || (here !== undefined && there !== undefined && there > here);
  };
  return !step.override && !step.undoes && targetsOf(step.to).some(isAhead);
}

/**
 * The shortest path of steps from the initial state to `status`; undefined if there is none. Overrides, shortcuts and
 * chosen targets are ignored.
 */
export function pathTo<P extends Process>(process: P, status: string): readonly StepOf<P>[] | undefined {
  const ways = new Map<string, readonly StepOf<P>[]>([[process.initial, []]]);
  // A map is walked in the order in which it grows: shorter ways first.
  for (const [here, way] of ways) {
    if (here === status) return way;
    for (const [name, step] of entriesOf<P['steps']>(process.steps)) {
      const to = typeof step.to === 'object' && 'outcome' in step.to ? step.to.to : step.to;
      if (
        !step.override &&
        !step.isShortcut &&
        step.from.includes(here) &&
        typeof to === 'string' &&
        to in process.states &&
        !ways.has(to)
      )
        ways.set(to, [...way, name]);
    }
  }
  return undefined;
}
