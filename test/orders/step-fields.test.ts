/** The description of steps, from which clients make forms. */
import { getNamedType, isEnumType, isInputObjectType, isNonNullType } from 'graphql';
import { expect, test } from 'vitest';
import { enumName } from '../../src/process/names.ts';
import { orderSteps } from '../../src/process/order.ts';
import { schema } from '../../src/schema.ts';
import type { Data } from '../support/client.ts';
import { useServer } from '../support/use-server.ts';

const { factory } = useServer();

const query = `query ($id: ID!) { order(id: $id) { actions { step isFinal requiresOneOf fields {
  name title description kind isRequired maxLength minValue maxValue maxCount typeName options { value title description } } } } }`;

/** The inputs that every step has. */
const commonInputs = ['orderId', 'expectedRevision', 'idempotencyKey'];

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => a.name.localeCompare(b.name);

/** The fields of the input of a mutation, as the schema declares them. */
function declaredFields(step: string) {
  const type = schema.getMutationType()?.getFields()[step]?.args[0]?.type;
  const input = type && getNamedType(type);
  if (!isInputObjectType(input)) throw new Error(`${step} has no input`);
  return Object.values(input.getFields())
    .filter(({ name }) => !commonInputs.includes(name))
    .map(({ name, type: fieldType }) => {
      const named = getNamedType(fieldType);
      return {
        name,
        isRequired: isNonNullType(fieldType),
        options: isEnumType(named) ? named.getValues().map(({ name: value }) => value) : [],
      };
    });
}

test('the actions of an order describe the inputs of their mutations as the schema declares them', async () => {
  const order = await factory.createOrder();
  const actions = (
    await Promise.all([order.advertiser, order.seller, order.operator].map((one) => one.ask(query, { id: order.id })))
  ).flatMap((data: Data) => data.order.actions);

  for (const [step] of orderSteps.filter(
    ([, { from, by }]) => from.length > 0 && by.some((role) => role !== 'system'),
  )) {
    const action = actions.find((one: Data) => one.step === enumName(step));
    const described = action.fields.toSorted(byName).map(({ name, isRequired, options }: Data) => ({
      name,
      isRequired,
      options: options.map(({ value }: Data) => value).sort(),
    }));

    expect(described, step).toEqual(
      declaredFields(step)
        .toSorted(byName)
        .map((field) => ({ ...field, options: field.options.toSorted() })),
    );
  }
});

test('a field says by which rules its value is checked', async () => {
  const order = await factory.createOrder();
  const { order: seen } = await order.seller.ask(query, { id: order.id });
  const action = (step: string): Data => seen.actions.find((one: Data) => one.step === step);
  const field = (step: string, name: string): Data => action(step).fields.find((one: Data) => one.name === name);

  expect(field('CONFIRM_PAYMENT', 'reference')).toMatchObject({ kind: 'TEXT', title: 'Reference', maxLength: 200 });
  expect(field('RATE_COLLABORATION', 'stars')).toMatchObject({ kind: 'NUMBER', minValue: 1, maxValue: 5 });
  expect(field('REQUEST_FEEDBACK', 'draftImages')).toMatchObject({ kind: 'FILES', title: 'Draft images', maxCount: 5 });
  expect(field('REQUEST_PAYMENT', 'amount')).toMatchObject({ kind: 'MONEY', isRequired: false, maxLength: null });
  expect(field('REJECT_ORDER', 'reasonCode').options).toContainEqual({
    value: 'NO_FIT',
    title: 'No fit',
    description: 'The advertiser or the product does not fit the space.',
  });
  expect(action('SUBMIT_PROOF').requiresOneOf).toEqual(['link', 'screenshots']);
});

test('a step that may end the order for good asks for a confirmation', async () => {
  const order = await factory.createOrder();
  const { order: seen } = await order.seller.ask(query, { id: order.id });
  const finalSteps = seen.actions.filter(({ isFinal }: Data) => isFinal).map(({ step }: Data) => step);

  expect(finalSteps).toEqual(expect.arrayContaining(['CANCEL_ORDER', 'REJECT_ORDER', 'CANCEL_PAID_ORDER']));
  for (const step of ['REQUEST_PAYMENT', 'REQUEST_FEEDBACK', 'COMPLETE_ORDER', 'SUBMIT_PROOF'])
    expect(finalSteps).not.toContain(step);
});
