import { BACK, type Chosen, type Process, STAYS, type Step, targetsOf } from './define.ts';

/**
 * What is wrong with a process that the compiler cannot see; empty if nothing.
 * An override (`forced`) does not count as a way: the process must work without it.
 */
export function faultsOf(process: Process): string[] {
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
  for (const [name, step] of Object.entries(process.steps)) faults.push(...faultsOfStep(name, step, process));
  return faults;
}

function faultsOfStep(name: string, step: Step, process: Process): string[] {
  const faults: string[] = [];
  if (step.from.length === 0 && step.to !== process.initial)
    faults.push(`${name} creates, but not in the initial state`);
  if (step.afterDays !== undefined && !step.by.includes('system'))
    faults.push(`${name} is taken by the clock, but not open to the system`);
  if (step.afterDays === undefined && !step.takenBy && step.by.every((role) => role === 'system'))
    faults.push(`${name} is open to the system alone, but no clock takes it`);
  if (step.reminder && (step.afterDays === undefined || step.reminder.daysBefore >= step.afterDays))
    faults.push(`${name} is reminded of before its time begins`);
  if (targetsOf(step.to).includes(BACK) && step.from.some((state) => !process.states[state]?.suspends))
    faults.push(`${name} goes back from a state that is not set aside`);
  if (typeof step.to === 'object' && 'targets' in step.to && !isChoiceOf(step, step.to))
    faults.push(`${name} goes where its input says, but does not ask for it`);
  if (step.recommendedWhile && step.to !== STAYS)
    faults.push(`${name} is recommended by a need, but it moves the order`);
  const says = Object.values(step.input ?? {}).some((field) => field.isChatText);
  if (says !== (step.effects?.includes('postToChat') ?? false))
    faults.push(`${name} must post to the chat if, and only if, it asks for something to say`);
  const takesFiles = Object.values(step.input ?? {}).some((field) => field.kind === 'files');
  if (takesFiles !== (step.effects?.includes('attachFiles') ?? false))
    faults.push(`${name} must attach files if, and only if, it asks for some`);
  if (step.oneOf?.some((field) => step.input?.[field]?.required !== false))
    faults.push(`${name} asks for one of several, but not each of them may be left out`);
  if (step.override && !step.input?.['reason']?.required) faults.push(`${name} is forced without a reason`);
  return faults;
}

/** Whether every word of the field leads somewhere, and nothing else does. */
function isChoiceOf({ input }: Step, { field, targets }: Chosen): boolean {
  return input?.[field]?.values?.toSorted().join() === Object.keys(targets).toSorted().join();
}

/**
 * Whether a step brings an order in `status` forward: what a next step is.
 * Going back from being set aside counts; ending early and starting over do not.
 */
export function leadsForward(process: Process, step: Step, status: string): boolean {
  const here = process.states[status]?.progress;
  const isAhead = (to: string) => {
    const there = process.states[to]?.progress;
    return to === BACK || (here !== undefined && there !== undefined && there > here);
  };
  return !step.override && targetsOf(step.to).some(isAhead);
}

/**
 * The shortest way from the initial state to `status`, as steps of the table; undefined if there is none. Overrides and
 * choices are left aside.
 */
export function pathTo(process: Process, status: string): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[process.initial, []]]);
  // A map is walked in the order in which it grows: shorter ways first.
  for (const [here, way] of ways) {
    if (here === status) return way;
    for (const [name, step] of Object.entries(process.steps)) {
      const to = typeof step.to === 'object' && 'outcome' in step.to ? step.to.to : step.to;
      if (!step.override && step.from.includes(here) && typeof to === 'string' && to in process.states && !ways.has(to))
        ways.set(to, [...way, name]);
    }
  }
  return undefined;
}
