/** Renders a process table as a page for readers who do not program. */
import {
  asList,
  BACK,
  type EmailRule,
  firstDaysUntil,
  type PersonRole,
  type Process,
  type Recipient,
  type Role,
  STAYS,
  type State,
  type Step,
  targetsOf,
} from './define.ts';
import { type Field, isAlwaysRequired } from './fields.ts';
import type { SubStatusDefinitions } from './sub-statuses.ts';

/** The process as Markdown: a diagram, the states, the steps with their inputs, and the e-mails. Deterministic. */
export function drawProcess(
  process: Process,
  { source, subStatuses = {} }: { source: string; subStatuses?: SubStatusDefinitions },
): string {
  const sections = [
    `# ${process.name} process: states and steps`,
    `Generated from \`${source}\` by \`npm run generate\`. To change this page, change the table there.`,
    ...['## Diagram', diagram(process), notDrawn(process)],
    ...['## States', stateTable(process)],
    ...(Object.keys(subStatuses).length > 0 ? ['## Sub-statuses', subStatusTable(subStatuses)] : []),
    ...['## Steps', stepTable(process)],
    ...['## Automatic steps', automaticSteps(process)],
    ...['## Inputs of the steps', inputList(process)],
    ...['## E-mails', mailTable(process)],
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

const statesOf = (process: Process): [string, State][] => Object.entries(process.states);
const stepsOf = (process: Process): [string, Step][] => Object.entries(process.steps);
const start = '[*]';

function diagram(process: Process): string {
  const arrows = new Map<string, Set<string>>();
  for (const [, step] of stepsOf(process)) {
    for (const [from, to] of transitionsOf(process, step)) {
      const way = `${from} --> ${to}`;
      arrows.set(way, (arrows.get(way) ?? new Set()).add(step.title));
    }
  }
  const lines = [
    ...statesOf(process).map(([name, { title }]) => `state "${inDiagram(title)}" as ${name}`),
    ...[...arrows].map(([way, titles]) => `${way}: ${inDiagram([...titles].join(' / '))}`),
    ...statesOf(process).flatMap(([name, { final }]) => (final ? [`${name} --> ${start}`] : [])),
  ];
  return ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

/** The transitions of a step; empty for a step that does not change the state and for overrides, which are not drawn. */
function transitionsOf(process: Process, step: Step): [string, string][] {
  if (step.override) return [];
  const targets = targetsOf(step.to).filter((to) => to !== STAYS);
  const from = step.from.length === 0 ? [start] : step.from;
  return from.flatMap((here) =>
    targets
      .flatMap((to) => (to === BACK ? statesBefore(process, here) : [to]))
      .map((to): [string, string] => [here, to]),
  );
}

/** The states from which a state can be entered. */
const statesBefore = (process: Process, name: string): string[] => [
  ...new Set(
    stepsOf(process).flatMap(([, step]) => (targetsOf(step.to).includes(name) && !step.override ? step.from : [])),
  ),
];

/** The values of each sub-status. */
function subStatusTable(subStatuses: SubStatusDefinitions): string {
  const rows = Object.entries(subStatuses).flatMap(([, { description, values }]) =>
    Object.entries(values).map(([word, meaning], index) => [index === 0 ? description : '', code(word), meaning]),
  );
  return table(['Sub-status', 'Value', 'Meaning'], rows);
}

const untimed = Number.MAX_SAFE_INTEGER;
/** The automatic steps in the order of their time. */
function automaticSteps(process: Process): string {
  const steps = stepsOf(process).filter(([, step]) => timeOf(step) !== '');
  const byTime = steps.toSorted(
    ([, one], [, other]) => (firstDaysUntil(one) ?? untimed) - (firstDaysUntil(other) ?? untimed),
  );
  const hasOutcome = steps.some(([, { outcome }]) => outcome);
  return table(
    ['When', 'State', 'Step', ...(hasOutcome ? ['Outcome'] : [])],
    byTime.map(([name, step]) => [
      timeOf(step),
      fromOf(process, step),
      `${step.title}<br>${code(name)}`,
      ...(hasOutcome ? [step.outcome ?? ''] : []),
    ]),
  );
}

function notDrawn(process: Process): string {
  const titles = (includes: (step: Step) => boolean) =>
    stepsOf(process).flatMap(([, step]) => (includes(step) ? [`“${step.title}”`] : []));
  const staying = titles((step) => step.to === STAYS);
  const overrides = titles((step) => step.override === true);
  return [
    ...(staying.length > 0 ? [`These steps do not change the state and are not drawn: ${staying.join(', ')}.`] : []),
    ...(overrides.length > 0
      ? [`This override can be taken in any state and is not drawn: ${overrides.join(', ')}.`]
      : []),
  ].join(' ');
}

function stateTable(process: Process): string {
  const hasWork = statesOf(process).some(([, { entering, leaving }]) => entering ?? leaving);
  const workOf = ({ entering = [], leaving = [] }: State) =>
    [entering, leaving].map((work) => work.map(inWords).join(', '));
  const rows = statesOf(process).map(([name, state]) => [
    code(name),
    state.title,
    progressOf(state),
    waitingOnText(process, name, state),
    ...(hasWork ? workOf(state) : []),
  ]);
  return table(['State', 'Title', 'Progress', 'Waiting on', ...(hasWork ? ['On entering', 'On leaving'] : [])], rows);
}

function progressOf({ progress, suspends }: State): string {
  if (progress !== undefined) return `${progress} %`;
  return suspends ? 'unchanged' : '–';
}

function waitingOnText(process: Process, name: string, state: State): string {
  if (state.final) return '– (the process has ended)';
  const recommended = stepsOf(process).flatMap(([, step]) =>
    step.recommendedWhile && step.from.includes(name) && !step.by.some((role) => role === state.waitingOn)
      ? [`${people(step.by.filter((role) => role !== 'system'))}, if ${inWords(step.recommendedWhile)}`]
      : [],
  );
  const waited = [
    ...(state.waitingOn ? [`${actors[state.waitingOn]}: ${state.task ?? ''}`] : []),
    ...(state.suspends && !state.waitingOn ? ['the participant that the hold names'] : []),
    ...recommended,
  ];
  return `${waited.join('; ') || '–'}${state.advice ? `. ${state.advice}` : ''}`;
}

function stepTable(process: Process): string {
  const rows = stepsOf(process).map(([name, step]) => [
    `${step.title}<br>${code(name)}`,
    `${fromOf(process, step)} → ${toOf(step)}`,
    people(step.by),
    inputNames(step),
    [
      ...(step.guards ?? []).map((need) => `only if ${inWords(need)}`),
      ...(step.effects ?? []).map(inWords),
      ...(step.silentAs ? ['silent: only in the audit log'] : []),
    ].join(', '),
    mailsOf(step),
    timeOf(step),
  ]);
  return table(['Step', 'From → to', 'By', 'Input', 'Guards and effects', 'E-mails', 'Time'], rows);
}

/** Fields of which at least one is required are listed together, at the position of the first. */
function inputNames({ input = {}, oneOf = [] }: Step): string {
  const choices = `${oneOf.map(inWords).join(' or ')} (at least one)`;
  return Object.entries(input)
    .flatMap(([field, definition]) => {
      if (oneOf.includes(field)) return field === oneOf[0] ? [choices] : [];
      return [`${inWords(field)}${isAlwaysRequired(definition) ? '' : ' (optional)'}`];
    })
    .join(', ');
}

function mailsOf({ mails = {} }: Step): string {
  const each = Object.entries(mails).flatMap(([recipient, rules]) =>
    asList(rules).map((rule) => ({
      mail: mailOf(rule),
      to: `${recipients[recipient as Recipient]}${conditionOf(rule)}`,
    })),
  );
  return [...Map.groupBy(each, ({ mail }) => mail)]
    .map(([mail, all]) => `${code(mail)} to ${all.map(({ to }) => to).join(' and ')}`)
    .join(', ');
}

const mailOf = (rule: EmailRule): string => (typeof rule === 'string' ? rule : rule.mail);
const conditionOf = (rule: EmailRule): string => (typeof rule === 'string' ? '' : ` if ${inWords(rule.when)}`);

function fromOf(process: Process, { from }: Step): string {
  if (from.length === 0) return '–';
  return from.length === statesOf(process).length ? 'any state' : from.map(code).join(', ');
}

function toOf({ to }: Step): string {
  if (typeof to === 'object' && 'outcome' in to) return `${code(to.to)} if ${inWords(to.outcome)}, otherwise unchanged`;
  if (typeof to === 'object' && Object.keys(to.targets).every((word) => to.targets[word] === word))
    return 'the requested state';
  return targetsOf(to)
    .map((place) => (place === STAYS ? 'unchanged' : place === BACK ? 'the previous state' : code(place)))
    .join(' or ');
}

function timeOf({ afterDays, agreed, reminder, takenBy }: Step): string {
  if (afterDays === undefined) return takenBy ? `by ${takenBy}` : '';
  const times =
    typeof afterDays === 'number'
      ? days(afterDays)
      : Object.entries(afterDays)
          .map(([state, count]) => `${days(count ?? 0)} (${code(state)})`)
          .join(', ');
  return [
    `${times} after entering the state`,
    ...(agreed
      ? [`in ${code(agreed.state)} with an agreed date (${inWords(agreed.date)}), ${days(agreed.graceDays)} after it`]
      : []),
    ...(reminder ? [`reminder ${days(reminder.daysBefore)} before`] : []),
  ].join('; ');
}

function inputList(process: Process): string {
  return stepsOf(process)
    .filter(([, { input }]) => input)
    .map(([, step]) => {
      const fields = Object.entries(step.input ?? {}).flatMap(([name, field]) => [
        `  - ${code(name)}${requirementOf(step, name, field)}: ${field.description}${field.isSealed ? ' Sealed until the ratings are published.' : ''}`,
        ...Object.entries(field.valueDescriptions ?? {}).map(([word, meaning]) => `    - ${code(word)}: ${meaning}`),
      ]);
      return [`- **${step.title}**`, ...fields].join('\n');
    })
    .join('\n');
}

function requirementOf({ oneOf = [] }: Step, name: string, field: Field): string {
  if (oneOf.includes(name)) return ` (at least one of ${oneOf.map(code).join(', ')})`;
  if (field.optionalWith) return ` (optional with ${code(field.optionalWith.value)})`;
  return field.required ? '' : ' (optional)';
}

/** Each e-mail once, with its recipients and times. */
function mailTable(process: Process): string {
  const mails = new Map<string, Set<string>[]>();
  const add = (mail: string, to: string, when: string) => {
    const [mailRecipients = new Set<string>(), times = new Set<string>()] = mails.get(mail) ?? [];
    mails.set(mail, [mailRecipients.add(to), times.add(when)]);
  };
  for (const [, { title, mails: after, reminder }] of stepsOf(process)) {
    for (const [recipient, rules] of Object.entries(after ?? {}))
      for (const rule of asList(rules))
        add(mailOf(rule), recipients[recipient as Recipient], `after “${title}”${conditionOf(rule)}`);
    for (const [recipient, mail] of Object.entries(reminder?.mails ?? {}))
      add(
        mail,
        recipients[recipient as PersonRole | 'awaited'],
        `${days(reminder?.daysBefore ?? 0)} before “${title}”`,
      );
  }
  const rows = [...mails].map(([mail, columns]) => [code(mail), ...columns.map((column) => [...column].join(', '))]);
  return table(['E-mail', 'Recipients', 'When'], rows);
}

const actors: Record<Role, string> = {
  advertiser: 'the advertiser',
  seller: 'the seller',
  operator: 'the operator',
  system: 'the system',
};
const recipients: Record<Recipient | 'awaited', string> = {
  ...actors,
  others: 'each party that did not take the step',
  awaited: 'the awaited role',
};
const people = (roles: readonly Role[]): string => roles.map((role) => actors[role]).join(' or ');
const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;

/** `closePayment` → `close payment`. */
const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const code = (text: string): string => `\`${text}\``;
/** The text without the characters that have a meaning in a diagram. */
const inDiagram = (text: string): string => text.replace(/["“”]/g, "'").replace(/[:;#]/g, ',');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
