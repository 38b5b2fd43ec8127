/** A process as a page for people who do not program. Everything on it comes from the table. */
import {
  BACK,
  type EmailRule,
  listOf,
  type Process,
  type Recipient,
  type Role,
  STAYS,
  type State,
  type Step,
  targetsOf,
} from './define.ts';
import type { Field } from './fields.ts';
import type { Tracks } from './sub-statuses.ts';

/** The process as Markdown: a diagram, its states, its steps with what they ask for, and its mails. The same table gives the same page. */
export function drawProcess(process: Process, { source, tracks = {} }: { source: string; tracks?: Tracks }): string {
  const sections = [
    `# ${process.name}: its states, and the steps between them`,
    `Generated from \`${source}\` by \`npm run generate\`. To change this page, change the table there.`,
    ...['## The way', diagram(process), asides(process)],
    ...['## States', stateTable(process)],
    ...(Object.keys(tracks).length > 0 ? ['## Beside the state', trackTable(tracks)] : []),
    ...['## Steps', stepTable(process)],
    ...['## What happens by itself', clockTable(process)],
    ...['## What the steps ask for', questions(process)],
    ...['## Mails', mailTable(process)],
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

const statesOf = (process: Process): [string, State][] => Object.entries(process.states);
const stepsOf = (process: Process): [string, Step][] => Object.entries(process.steps);
const start = '[*]';

function diagram(process: Process): string {
  const arrows = new Map<string, Set<string>>();
  for (const [, step] of stepsOf(process)) {
    for (const [from, to] of ways(process, step)) {
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

/** From where to where a step leads; nothing for one that stays or is forced: those would hide the others. */
function ways(process: Process, step: Step): [string, string][] {
  if (step.override) return [];
  const places = targetsOf(step.to).filter((to) => to !== STAYS);
  const from = step.from.length === 0 ? [start] : step.from;
  return from.flatMap((here) =>
    places
      .flatMap((to) => (to === BACK ? statesBefore(process, here) : [to]))
      .map((to): [string, string] => [here, to]),
  );
}

/** The states from which a state is entered. */
const statesBefore = (process: Process, name: string): string[] => [
  ...new Set(
    stepsOf(process).flatMap(([, step]) => (targetsOf(step.to).includes(name) && !step.override ? step.from : [])),
  ),
];

/** Each track as it goes on, whatever the state is. */
function trackTable(tracks: Tracks): string {
  const rows = Object.entries(tracks).flatMap(([, { about, words }]) =>
    Object.entries(words).map(([word, meaning], index) => [index === 0 ? about : '', code(word), meaning]),
  );
  return table(['Track', 'Word', 'Meaning'], rows);
}

const never = Number.MAX_SAFE_INTEGER;
/** The steps that nobody takes, in the order of their time. */
function clockTable(process: Process): string {
  const steps = stepsOf(process).filter(([, step]) => clockOf(step) !== '');
  const byTime = steps.toSorted(([, one], [, other]) => (one.afterDays ?? never) - (other.afterDays ?? never));
  return table(
    ['When', 'Where', 'What'],
    byTime.map(([name, step]) => [clockOf(step), fromOf(process, step), `${step.title}<br>${code(name)}`]),
  );
}

function asides(process: Process): string {
  const titles = (wanted: (step: Step) => boolean) =>
    stepsOf(process).flatMap(([, step]) => (wanted(step) ? [`“${step.title}”`] : []));
  const staying = titles((step) => step.to === STAYS);
  const forced = titles((step) => step.override === true);
  return [
    ...(staying.length > 0 ? [`Not drawn, because the state stays as it is: ${staying.join(', ')}.`] : []),
    ...(forced.length > 0 ? [`Not drawn, because it goes past the order of things: ${forced.join(', ')}.`] : []),
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
    waitsFor(process, name, state),
    ...(hasWork ? workOf(state) : []),
  ]);
  return table(['State', 'In words', 'Progress', 'Waits for', ...(hasWork ? ['On entering', 'On leaving'] : [])], rows);
}

function progressOf({ progress, suspends }: State): string {
  if (progress !== undefined) return `${progress} %`;
  return suspends ? 'as before' : '–';
}

function waitsFor(process: Process, name: string, state: State): string {
  if (state.final) return 'nobody: it has ended';
  const recommended = stepsOf(process).flatMap(([, step]) =>
    step.recommendedWhile && step.from.includes(name) && !step.by.some((role) => role === state.waitingOn)
      ? [`${people(step.by.filter((role) => role !== 'system'))}, if ${inWords(step.recommendedWhile)}`]
      : [],
  );
  const waited = [
    ...(state.waitingOn ? [actors[state.waitingOn]] : []),
    ...(state.suspends && !state.waitingOn ? ['whom the step into it names'] : []),
    ...recommended,
  ];
  return `${waited.join('; ') || 'nobody'}${state.advice ? `. ${state.advice}` : ''}`;
}

function stepTable(process: Process): string {
  const rows = stepsOf(process).map(([name, step]) => [
    `${step.title}<br>${code(name)}`,
    `${fromOf(process, step)} → ${toOf(step)}`,
    people(step.by),
    asksFor(step),
    [...(step.guards ?? []).map((need) => `only if ${inWords(need)}`), ...(step.effects ?? []).map(inWords)].join(', '),
    mailsOf(step),
    clockOf(step),
  ]);
  return table(['Step', 'From → to', 'By', 'Asks for', 'Does', 'Mails', 'Clock'], rows);
}

/** Of what at least one has to be given stands together, where the first of it stands. */
function asksFor({ input = {}, oneOf = [] }: Step): string {
  const choices = `${oneOf.map(inWords).join(' or ')} (or both)`;
  return Object.entries(input)
    .flatMap(([field, { required }]) => {
      if (oneOf.includes(field)) return field === oneOf[0] ? [choices] : [];
      return [`${inWords(field)}${required ? '' : ' (optional)'}`];
    })
    .join(', ');
}

function mailsOf({ mails = {} }: Step): string {
  const each = Object.entries(mails).flatMap(([receiver, given]) =>
    listOf(given).map((mailing) => ({
      mail: mailOf(mailing),
      to: `${receivers[receiver as Recipient]}${onlyIf(mailing)}`,
    })),
  );
  return [...Map.groupBy(each, ({ mail }) => mail)]
    .map(([mail, all]) => `${code(mail)} to ${all.map(({ to }) => to).join(' and ')}`)
    .join(', ');
}

const mailOf = (mailing: EmailRule): string => (typeof mailing === 'string' ? mailing : mailing.mail);
const onlyIf = (mailing: EmailRule): string => (typeof mailing === 'string' ? '' : ` if ${inWords(mailing.when)}`);

function fromOf(process: Process, { from }: Step): string {
  if (from.length === 0) return 'nothing';
  return from.length === statesOf(process).length ? 'any state' : from.map(code).join(', ');
}

function toOf({ to }: Step): string {
  if (typeof to === 'object' && 'outcome' in to) return `${code(to.to)} if ${inWords(to.outcome)}, else stays`;
  if (typeof to === 'object' && Object.keys(to.targets).every((word) => to.targets[word] === word))
    return 'the state that is asked for';
  return targetsOf(to)
    .map((place) => (place === STAYS ? 'stays' : place === BACK ? 'back to where it was' : code(place)))
    .join(' or ');
}

function clockOf({ afterDays, reminder, takenBy }: Step): string {
  if (afterDays === undefined) return takenBy ? `by ${takenBy}` : '';
  return `${days(afterDays)} after it came into the state${reminder ? `; a reminder ${days(reminder.daysBefore)} before` : ''}`;
}

function questions(process: Process): string {
  return stepsOf(process)
    .filter(([, { input }]) => input)
    .map(([, step]) => {
      const fields = Object.entries(step.input ?? {}).flatMap(([name, field]) => [
        `  - ${code(name)}${whetherAsked(step, name, field)}: ${field.about}${field.isSealed ? ' Nobody else reads it until the ratings are published.' : ''}`,
        ...Object.entries(field.meanings ?? {}).map(([word, meaning]) => `    - ${code(word)}: ${meaning}`),
      ]);
      return [`- **${step.title}**`, ...fields].join('\n');
    })
    .join('\n');
}

function whetherAsked({ oneOf = [] }: Step, name: string, { required }: Field): string {
  if (oneOf.includes(name)) return ` (at least one of ${oneOf.map(code).join(', ')})`;
  return required ? '' : ' (optional)';
}

/** Each mail once, with everybody who gets it and when. */
function mailTable(process: Process): string {
  const mails = new Map<string, Set<string>[]>();
  const add = (mail: string, to: string, when: string) => {
    const [receiversOfMail = new Set<string>(), times = new Set<string>()] = mails.get(mail) ?? [];
    mails.set(mail, [receiversOfMail.add(to), times.add(when)]);
  };
  for (const [, { title, mails: after, reminder }] of stepsOf(process)) {
    for (const [receiver, given] of Object.entries(after ?? {}))
      for (const mailing of listOf(given))
        add(mailOf(mailing), receivers[receiver as Recipient], `after “${title}”${onlyIf(mailing)}`);
    for (const [receiver, mail] of Object.entries(reminder?.mails ?? {}))
      add(mail, receivers[receiver as Recipient], `${days(reminder?.daysBefore ?? 0)} before “${title}”`);
  }
  const rows = [...mails].map(([mail, columns]) => [code(mail), ...columns.map((column) => [...column].join(', '))]);
  return table(['Mail', 'Who gets it', 'When'], rows);
}

const actors: Record<Role, string> = {
  advertiser: 'the advertiser',
  seller: 'the seller',
  operator: 'the operator',
  system: 'the system',
};
const receivers: Record<Recipient, string> = { ...actors, others: 'whichever party did not take the step' };
const people = (roles: readonly Role[]): string => roles.map((role) => actors[role]).join(' or ');
const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;

/** `closePayment` → `close payment`. */
const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const code = (text: string): string => `\`${text}\``;
/** Without the characters that mean something in a diagram. */
const inDiagram = (text: string): string => text.replace(/["“”]/g, "'").replace(/[:;#]/g, ',');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
