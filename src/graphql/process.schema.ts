/** The GraphQL types that all process tables share: statuses, and the actions of the viewer. */
import { mapValues, recordOf } from '../platform/objects.ts';
import { mayEnd } from '../process/analyze.ts';
import type { Process } from '../process/define.ts';
import type { GuardFailure, GuardFailureCode } from '../process/guards.ts';
import { enumName } from '../process/names.ts';
import { builder } from './builder.ts';
import { namedFields, StepFieldType, tableListCost } from './step-fields.schema.ts';

/** The enum of the values of a process table, each with its title as description. */
export function statusEnum<Word extends string>(
  name: string,
  description: string,
  words: readonly (readonly [Word, { readonly title: string }])[],
) {
  const titles = new Map(words);
  return builder.enumType(name, {
    description,
    values: recordOf([...titles.keys()], (word) => ({
      description: `Status with the title “${titles.get(word)?.title}”.`,
    })),
  });
}

/** The enum of the steps of a table, each with its title: `REQUEST_PAYMENT` for `requestPayment`. */
export function stepEnum<Step extends string>(
  name: string,
  description: string,
  steps: readonly (readonly [Step, { readonly title: string }])[],
) {
  const values = steps.map(([step, { title }]) => [
    enumName(step),
    { value: step, description: `The step with the title “${title}”.` },
  ]);
  // Object.fromEntries forgets the type of the keys.
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(values) as Record<string, { value: Step; description: string }>,
  });
}

/** An enum of values that are in no process table, each with its description. */
export function describedEnum<Word extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<Word, string>>,
) {
  return builder.enumType(name, { description, values: mapValues(meanings, (meaning) => ({ description: meaning })) });
}

const blockedReasonCodes: Record<GuardFailureCode, { description: string }> = {
  WRONG_STATUS: { description: 'The step is not allowed in the current status.' },
  WRONG_ROLE: { description: 'The step is not allowed for the role of the viewer.' },
  CONDITION_NOT_MET: { description: 'A condition of the step is not met; `blockedReason` says which.' },
};
const BlockedReasonCodeEnum = builder.enumType('BlockedReasonCode', {
  description: 'Reason why a step cannot be taken now.',
  values: blockedReasonCodes,
});

interface Action<Step> {
  readonly step: Step;
  readonly title: string;
  readonly guardFailure: GuardFailure | undefined;
}

/** The type of the actions of a process, whose rows describe the steps. `noun` names the object in descriptions. */
export function actionType<Step extends string>(
  name: string,
  {
    noun,
    StepEnum,
    process,
  }: { readonly noun: string; readonly StepEnum: ReturnType<typeof stepEnum<Step>>; readonly process: Process },
) {
  const rowOf = ({ step }: Action<Step>) => process.steps[step];
  return builder.objectRef<Action<Step>>(name).implement({
    description: `A step that the viewer may take of this ${noun} at some time, and whether now is the time.`,
    fields: (t) => ({
      step: t.field({
        type: StepEnum,
        description: 'The step. Its mutation has the same name in camel case.',
        // The builder does not know that a generic enum value is not a list.
        resolve: ({ step }) => step as never,
      }),
      title: t.string({ description: 'The step in words, e.g. for a button.', resolve: ({ title }) => title }),
      isAllowed: t.boolean({
        description: 'True if the step can be taken now.',
        resolve: ({ guardFailure }) => !guardFailure,
      }),
      blockedReasonCode: t.field({
        type: BlockedReasonCodeEnum,
        nullable: true,
        description: 'Reason why the step cannot be taken now, as a code.',
        resolve: ({ guardFailure }) => guardFailure?.code,
      }),
      blockedReason: t.string({
        nullable: true,
        description: 'Reason why the step cannot be taken now, as text for people.',
        resolve: ({ guardFailure }) => guardFailure?.reason,
      }),
      isFinal: t.boolean({
        description: `True if the step may end the ${noun} for good; ask for a confirmation before it is taken.`,
        resolve: (action) => mayEnd(process, rowOf(action)),
      }),
      fields: t.field({
        type: [StepFieldType],
        complexity: tableListCost,
        description: 'The fields of the input, from which a form can be made; empty for a step that asks for none.',
        resolve: (action) => [...namedFields(rowOf(action)?.input)],
      }),
      requiresOneOf: t.stringList({
        complexity: tableListCost,
        description: 'Names of optional fields of which at least one is required; empty if there is no such rule.',
        resolve: (action) => [...(rowOf(action)?.oneOf ?? [])],
      }),
    }),
  });
}
