/** The parts that all mutations have in common. */
import { typeName } from './fields.ts';

/** The argument `input` of a mutation, without its type. */
export const inputArgument = { required: true, description: 'The input of the mutation.' } as const;

/** Name and description of the result union of a mutation: `createSpace` has CreateSpaceResult. */
export const resultOf = (mutation: string) => ({
  name: `${typeName(mutation)}Result`,
  description: `Result of \`${mutation}\`, or the reason for the refusal.`,
});
