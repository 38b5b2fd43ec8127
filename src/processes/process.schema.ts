/** The processes of orders and ads as data. */
import { builder } from '../graphql/builder.ts';
import { namedFields, StepFieldType, tableListCost } from '../graphql/step-fields.schema.ts';
import { OrderRoleEnum } from '../orders/order.schema.ts';
import { entriesOf } from '../platform/objects.ts';
import { adProcess } from '../process/ad.ts';
import {
  asList,
  BACK,
  daysUntil,
  type PersonRole,
  type Process,
  type Role,
  STAYS,
  type State,
  type Step,
  targetsOf,
} from '../process/define.ts';
import { enumName } from '../process/names.ts';

interface DescribedProcess {
  readonly process: Process;
  readonly version: number;
  readonly versions: readonly number[];
}

type NamedState = State & { readonly name: string };
type NamedStep = Step & { readonly name: string };

const isPerson = (role: Role): role is PersonRole => role !== 'system';

const ProcessStateType = builder.objectRef<NamedState>('ProcessState').implement({
  description: 'A state of a process: a status of an order or an ad.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The status as an enum value, such as PENDING.' }),
    title: t.exposeString('title', { description: 'The status in words, in English.' }),
    progress: t.exposeInt('progress', {
      nullable: true,
      description: 'Progress in percent; null if the process is suspended, or if it ended early.',
    }),
    waitingOn: t.expose('waitingOn', {
      type: OrderRoleEnum,
      nullable: true,
      description: 'The role that is expected to act next; null if there is none, or if it depends on the order.',
    }),
    task: t.exposeString('task', {
      nullable: true,
      description: 'The work of that role as an instruction, in English.',
    }),
    isSuspended: t.boolean({
      description: 'True if the order returns from it to its previous status.',
      resolve: ({ suspends }) => suspends ?? false,
    }),
    isFinal: t.boolean({
      description: 'True if only an override leads out of it.',
      resolve: ({ final }) => final ?? false,
    }),
  }),
});

interface Deadline {
  readonly state: string;
  readonly days: number;
}

const ProcessDeadlineType = builder.objectRef<Deadline>('ProcessDeadline').implement({
  description: 'The time after which an automatic step is taken in a state.',
  fields: (t) => ({
    state: t.exposeString('state', { description: 'The status in which the time begins.' }),
    days: t.exposeInt('days', { description: 'Days after the status was entered.' }),
  }),
});

interface Mail {
  readonly recipient: string;
  readonly template: string;
  readonly condition: string | undefined;
}

const ProcessEmailType = builder.objectRef<Mail>('ProcessEmail').implement({
  description: 'An e-mail that a step sends.',
  fields: (t) => ({
    recipient: t.exposeString('recipient', {
      description: 'ADVERTISER, SELLER or OPERATOR; OTHERS for the party that did not take the step.',
    }),
    template: t.exposeString('template', { description: 'The name of the e-mail, as in docs/emails.md.' }),
    condition: t.exposeString('condition', {
      nullable: true,
      description: 'The name of the condition under which it is sent; null if it is always sent.',
    }),
  }),
});

const mailsOf = ({ mails = {} }: NamedStep): Mail[] =>
  entriesOf(mails).flatMap(([recipient, rules]) =>
    asList(rules).map((rule) =>
      typeof rule === 'string'
        ? { recipient: enumName(recipient), template: rule, condition: undefined }
        : { recipient: enumName(recipient), template: rule.mail, condition: rule.when },
    ),
  );

const ProcessStepType = builder.objectRef<NamedStep>('ProcessStep').implement({
  description: 'A step of a process.',
  fields: (t) => ({
    name: t.string({
      description: 'The step as an enum value, such as CANCEL_ORDER.',
      resolve: ({ name }) => enumName(name),
    }),
    mutation: t.string({
      nullable: true,
      description: 'Name of the mutation that takes the step; null if only the system takes it.',
      resolve: ({ name, by }) => (by.some(isPerson) ? name : null),
    }),
    title: t.exposeString('title', { description: 'The step in words, in English.' }),
    from: t.stringList({
      complexity: tableListCost,
      description: 'The statuses in which it can be taken; empty for the step that creates the order or the ad.',
      resolve: ({ from }) => [...from],
    }),
    to: t.stringList({
      complexity: tableListCost,
      description: 'The statuses to which it may lead; empty if it does not change the status.',
      resolve: ({ to }) => targetsOf(to).filter((target) => target !== STAYS && target !== BACK),
    }),
    returns: t.boolean({
      description: 'True if it may lead back to the status from which the order was suspended.',
      resolve: ({ to }) => targetsOf(to).includes(BACK),
    }),
    roles: t.field({
      type: [OrderRoleEnum],
      complexity: tableListCost,
      description: 'The roles that may take it; empty if only the system takes it.',
      resolve: ({ by }) => by.filter(isPerson),
    }),
    isAutomatic: t.boolean({
      description: 'True if the system takes it too.',
      resolve: ({ by }) => by.includes('system'),
    }),
    isOverride: t.boolean({
      description: 'True if it bypasses the process.',
      resolve: ({ override }) => override ?? false,
    }),
    fields: t.field({
      type: [StepFieldType],
      complexity: tableListCost,
      description: 'The fields of its input, without the id of the order or the ad.',
      resolve: ({ input }) => [...namedFields(input)],
    }),
    deadlines: t.field({
      type: [ProcessDeadlineType],
      complexity: tableListCost,
      description: 'The times at which it is taken automatically; empty for a step without a time.',
      resolve: (step) =>
        step.from.flatMap((state) => {
          const days = daysUntil(step, state);
          return days === undefined ? [] : [{ state, days }];
        }),
    }),
    agreedDate: t.string({
      nullable: true,
      description: 'The field of the order with a date that replaces the number of days if the parties agreed one.',
      resolve: ({ agreed }) => agreed?.date,
    }),
    graceDays: t.int({
      nullable: true,
      description: 'Days after the agreed date; null if no date can be agreed.',
      resolve: ({ agreed }) => agreed?.graceDays,
    }),
    reminderDays: t.int({
      nullable: true,
      description: 'Days before the step at which a reminder is sent; null if there is none.',
      resolve: ({ reminder }) => reminder?.daysBefore,
    }),
    outcome: t.exposeString('outcome', {
      nullable: true,
      description: 'The consequence of the deadline as a sentence, in English; null for other steps.',
    }),
    emails: t.field({
      type: [ProcessEmailType],
      complexity: tableListCost,
      description: 'The e-mails that it sends, by recipient.',
      resolve: mailsOf,
    }),
  }),
});

const ProcessType = builder.objectRef<DescribedProcess>('Process').implement({
  description: 'A process as data: its states and its steps. A version never changes, except for additions.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'The described version of the process.' }),
    versions: t.intList({
      complexity: tableListCost,
      description: 'All versions; new orders have the last one.',
      resolve: ({ versions }) => [...versions],
    }),
    initialState: t.string({
      description: 'The status with which an order or an ad begins.',
      resolve: ({ process }) => process.initial,
    }),
    states: t.field({
      type: [ProcessStateType],
      complexity: tableListCost,
      description: 'The states, in the order of the process.',
      resolve: ({ process }) => entriesOf(process.states).map(([name, state]) => ({ ...state, name })),
    }),
    steps: t.field({
      type: [ProcessStepType],
      complexity: tableListCost,
      description: 'The steps, in the order of the process.',
      resolve: ({ process }) => entriesOf(process.steps).map(([name, step]) => ({ ...step, name })),
    }),
  }),
});

const ProcessKindEnum = builder.enumType('ProcessKind', {
  description: 'A process of the marketplace.',
  values: {
    ORDER: { description: 'The process of an order.' },
    AD: { description: 'The process of an ad.' },
  },
});

builder.queryField('process', (t) =>
  t.field({
    type: ProcessType,
    nullable: true,
    description: 'A process as data; null if it has no such version. Public, and the same for all viewers.',
    args: {
      kind: t.arg({ type: ProcessKindEnum, required: true, description: 'The process that the answer describes.' }),
      version: t.arg.int({
        description: 'A version of the process, such as `Order.processVersion`; the current one if omitted.',
      }),
    },
    resolve: (_root, { kind, version }, { app: { tables } }) => {
      const described =
        kind === 'AD'
          ? { process: adProcess as Process, version: 1, versions: [1] }
          : {
              process: tables.of(version ?? tables.current.version),
              version: version ?? tables.current.version,
              versions: tables.versions,
            };
      return described.versions.includes(version ?? described.version) ? described : null;
    },
  }),
);
