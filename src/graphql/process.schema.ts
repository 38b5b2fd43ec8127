/** What every process table is in GraphQL: its words, and what the viewer may do. */
import type { GuardFailure, GuardFailureCode } from '../process/guards.ts';
import { builder } from './builder.ts';

/** The enum of the words of a table, each with its title. */
export function statusEnum<Word extends string>(
  name: string,
  description: string,
  words: readonly (readonly [Word, { readonly title: string }])[],
) {
  return builder.enumType(name, {
    description,
    // Object.fromEntries forgets the type of the keys.
    values: Object.fromEntries(words.map(([word, { title }]) => [word, { description: `${title}.` }])) as Record<
      Word,
      { description: string }
    >,
  });
}

/** The enum of words that stand in no table, each with what it means. */
export function describedEnum<Word extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<Word, string>>,
) {
  const values = Object.entries<string>(meanings).map(([word, meaning]) => [word, { description: meaning }]);
  // Object.fromEntries forgets the type of the keys.
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(values) as Record<Word, { description: string }>,
  });
}

const blockCodes: Record<GuardFailureCode, { description: string }> = {
  WRONG_STATUS: { description: 'Not in the status that it has.' },
  WRONG_ROLE: { description: 'The step is not allowed for the role of the viewer.' },
  CONDITION_NOT_MET: { description: 'Something is in the way.' },
};
const BlockCodeEnum = builder.enumType('BlockCode', {
  description: 'Reason why a step cannot be taken now.',
  values: blockCodes,
});

interface Action<Step> {
  readonly step: Step;
  readonly title: string;
  readonly block: GuardFailure | undefined;
}

/** The type of an action of a process: a step that the viewer may take of its `noun` at some time. */
export function actionType<Step extends string>(
  name: string,
  { noun, StepEnum }: { readonly noun: string; readonly StepEnum: ReturnType<typeof statusEnum<Step>> },
) {
  return builder.objectRef<Action<Step>>(name).implement({
    description: `A step that the viewer may take of this ${noun} at some time, and whether now is the time.`,
    fields: (t) => ({
      step: t.field({
        type: StepEnum,
        description: 'The step; the mutation has the same name.',
        // Of a word that is not known before it is called, the builder cannot tell that it is no list.
        resolve: ({ step }) => step as never,
      }),
      title: t.string({ description: 'The step in words, e.g. for a button.', resolve: ({ title }) => title }),
      isAllowed: t.boolean({ description: 'True if the step can be taken now.', resolve: ({ block }) => !block }),
      blockedBecause: t.field({
        type: BlockCodeEnum,
        nullable: true,
        description: 'Reason why the step cannot be taken now, as a code.',
        resolve: ({ block }) => block?.code,
      }),
      blockedReason: t.string({
        nullable: true,
        description: 'Reason why the step cannot be taken now, as text for people.',
        resolve: ({ block }) => block?.reason,
      }),
    }),
  });
}
