/** The mutations of the steps, as the browser client runs them: derived from the process tables. */
import { adSteps } from '../../src/process/ad.ts';
import { enumName } from '../../src/process/names.ts';
import { orderStatuses, orderSteps } from '../../src/process/order.ts';

interface StepRow {
  readonly from: readonly string[];
  readonly by: readonly string[];
}

const source = 'Generated from src/process by `npm run generate`: do not edit.';

/** The steps that have a mutation: those that people may take of an object that exists. */
const stepsWithMutation = (rows: readonly (readonly [string, StepRow])[]): readonly string[] =>
  rows.filter(([, { from, by }]) => from.length > 0 && by.some((role) => role !== 'system')).map(([step]) => step);

const orderMutations = stepsWithMutation(orderSteps);
const adMutations = stepsWithMutation(adSteps);

const typeName = (step: string): string => step.charAt(0).toUpperCase() + step.slice(1);

/** The document with one mutation for each step. The fragments are written by hand, beside their pages. */
export function stepOperations(): string {
  const mutation = (fragment: string) => (step: string) =>
    `mutation ${typeName(step)}($input: ${typeName(step)}Input!) {\n  ${step}(input: $input) {\n    ...${fragment}\n    ...RefusalView\n  }\n}\n`;
  const mutations = [...orderMutations.map(mutation('OrderHeader')), ...adMutations.map(mutation('AdView'))];
  return `# ${source}\n${mutations.join('\n')}`;
}

/** The module that finds the document of a step by its name in the API. */
export function stepDocuments(): string {
  const record = (name: string, noun: string, steps: readonly string[]) =>
    `/** The mutation of each step of an ${noun}. */\nexport const ${name} = {\n${steps.map((step) => `  ${enumName(step)}: ${typeName(step)}Document,\n`).join('')}};\n`;
  const names = [...orderMutations, ...adMutations].map((step) => `  ${typeName(step)}Document,\n`).sort();
  return [
    `/** ${source} */`,
    `import {\n${names.join('')}} from '../generated/graphql.ts';\n`,
    record('orderStepDocuments', 'order', orderMutations),
    record('adStepDocuments', 'ad', adMutations),
  ].join('\n');
}

/** The module with the statuses of orders, in the order of the table. */
export const statusList = (): string =>
  `/** ${source} */\n\n/** The statuses of orders, in the order of the process. */\nexport const orderStatuses = [\n${orderStatuses.map((status) => `  '${status}',\n`).join('')}] as const;\n`;
