import { BACK, CHOSEN, type Process, STAYS, type Step } from './define.ts';

/**
 * What is wrong with a process that the compiler cannot see; empty if nothing.
 * An override (`forced`) does not count as a way: the process must work without it.
 */
export function faultsOf(process: Process): string[] {
  const faults: string[] = [];
  const states = Object.entries(process.states);
  const steps = Object.entries(process.steps).filter(([, step]) => !step.forced);

  for (const [name, state] of states) {
    const leaves = steps.filter(([, step]) => step.from.includes(name) && step.to !== STAYS);
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
  if (step.to === BACK && step.from.some((state) => !process.states[state]?.aside))
    faults.push(`${name} goes back from a state that is not set aside`);
  if (step.to === CHOSEN && step.input?.['status']?.kind !== 'choice')
    faults.push(`${name} goes where its input says, but asks for no status`);
  if (step.duringNeed && step.to !== STAYS) faults.push(`${name} is recommended by a need, but it moves the order`);
  const says = Object.values(step.input ?? {}).some((field) => field.isSaid);
  if (says !== (step.does?.includes('postToChat') ?? false))
    faults.push(`${name} must post to the chat if, and only if, it asks for something to say`);
  if (step.forced && !step.input?.['reason']?.required) faults.push(`${name} is forced without a reason`);
  return faults;
}

/**
 * Whether a step brings an order in `status` forward: what a next step is.
 * Going back from being set aside counts; ending early and starting over do not.
 */
export function leadsForward(process: Process, step: Step, status: string): boolean {
  if (step.forced || step.to === STAYS || step.to === CHOSEN) return false;
  if (step.to === BACK) return true;
  const [here, there] = [process.states[status]?.progress, process.states[step.to]?.progress];
  return here !== undefined && there !== undefined && there > here;
}

/** The shortest way from the initial state to `status`, as steps of the table (overrides aside); undefined if there is none. */
export function pathTo(process: Process, status: string): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[process.initial, []]]);
  // A map is walked in the order in which it grows: shorter ways first.
  for (const [here, way] of ways) {
    if (here === status) return way;
    for (const [name, step] of Object.entries(process.steps)) {
      if (!step.forced && step.from.includes(here) && step.to in process.states && !ways.has(step.to))
        ways.set(step.to, [...way, name]);
    }
  }
  return undefined;
}
