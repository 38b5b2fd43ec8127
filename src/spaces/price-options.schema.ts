/** The mutations of price options. */

import { visibleSpaces } from '../access/access.ts';
import { actorRefusals } from '../access/actor.ts';
import { ScopeMissing } from '../access/scopes.ts';
import { builder } from '../graphql/builder.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { MoneyInput } from '../graphql/money.schema.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { limits } from '../limits.ts';
import { AmountNotPayable } from '../payments/payable-amounts.ts';
import { InputInvalid, LimitReached } from '../platform/errors.ts';
import { changeRefusals, inputDescription, spaceIdField } from './change-space.schema.ts';
import { archivePriceOption, createPriceOption, updatePriceOption } from './price-options.ts';
import { MeasureEnum, PriceOptionType } from './space.schema.ts';
import { PriceOptionNotFound, SpaceIncomplete, SpaceStatusNotAllowed } from './space-refusals.ts';

type InputFieldBuilder = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];
const { quantity: maxQuantity } = limits.spaces;

const optionFields = <Required extends boolean>(t: InputFieldBuilder, required: Required) => ({
  title: t.string({
    required,
    description: `Short description of what is bought; at most ${limits.spaces.optionTitleCharacters} characters.`,
  }),
  price: t.field({ type: MoneyInput, required, description: 'Price for the quantity, greater than 0.' }),
  measure: t.field({ type: MeasureEnum, required, description: 'The measure that the quantity counts.' }),
  quantity: t.int({
    description: `Number of days (at most ${maxQuantity.DAYS}), impressions or clicks (at most ${maxQuantity.CLICKS}). Required unless the measure is FLAT, which has none.`,
  }),
  isMonthly: t.boolean({ description: 'True if the option is paid every month; false if omitted for a new option.' }),
  idempotencyKey: t.string(idempotencyKeyField),
});
const optionIdField = { required: true, description: 'The global id of the price option.' } as const;

const CreatePriceOptionInput = builder.inputType('CreatePriceOptionInput', {
  description: 'A new price option of a space.',
  fields: (t) => ({ spaceId: t.id(spaceIdField), ...optionFields(t, true) }),
});
const UpdatePriceOptionInput = builder.inputType('UpdatePriceOptionInput', {
  description: 'The changes of a price option. An omitted field does not change.',
  fields: (t) => ({ priceOptionId: t.id(optionIdField), ...optionFields(t, false) }),
});
const ArchivePriceOptionInput = builder.inputType('ArchivePriceOptionInput', {
  description: inputDescription('archivePriceOption'),
  fields: (t) => ({ priceOptionId: t.id(optionIdField), idempotencyKey: t.string(idempotencyKeyField) }),
});

const optionRefusals = [
  ...actorRefusals,
  ScopeMissing,
  InputInvalid,
  PriceOptionNotFound,
  SpaceStatusNotAllowed,
] as const;

builder.mutationFields((t) => ({
  createPriceOption: t.prismaField({
    type: PriceOptionType,
    description: 'Adds a price option to a space of the viewer.',
    errors: {
      types: [...changeRefusals, InputInvalid, LimitReached, AmountNotPayable],
      union: resultOf('createPriceOption'),
    },
    args: { input: t.arg({ ...inputArgument, type: CreatePriceOptionInput }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { spaceId, idempotencyKey: _, ...option } = input;
      const creation = { spaceId: rowIdOf('Space', String(spaceId)), option };
      const id = await runOnce(context, 'createPriceOption', input, (inside) =>
        createPriceOption(inside, viewer, creation),
      );
      return requireResult(app.db.priceOption.findFirst({ ...query, where: { id, space: visibleSpaces(viewer) } }));
    },
  }),
  updatePriceOption: t.prismaField({
    type: PriceOptionType,
    description: 'Changes a price option of the viewer. Orders that were placed keep what was bought, at its price.',
    errors: { types: [...optionRefusals, AmountNotPayable], union: resultOf('updatePriceOption') },
    args: { input: t.arg({ ...inputArgument, type: UpdatePriceOptionInput }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { priceOptionId, idempotencyKey: _, ...changes } = input;
      const update = { optionId: rowIdOf('PriceOption', String(priceOptionId)), changes };
      const id = await runOnce(context, 'updatePriceOption', input, (inside) =>
        updatePriceOption(inside, viewer, update),
      );
      return requireResult(app.db.priceOption.findFirst({ ...query, where: { id, space: visibleSpaces(viewer) } }));
    },
  }),
  archivePriceOption: t.prismaField({
    type: PriceOptionType,
    description: 'Archives a price option of the viewer: it cannot be ordered any more. Placed orders do not change.',
    errors: { types: [...optionRefusals, SpaceIncomplete], union: resultOf('archivePriceOption') },
    args: { input: t.arg({ ...inputArgument, type: ArchivePriceOptionInput }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const optionId = rowIdOf('PriceOption', String(input.priceOptionId));
      const id = await runOnce(context, 'archivePriceOption', input, (inside) =>
        archivePriceOption(inside, viewer, { optionId }),
      );
      return requireResult(app.db.priceOption.findFirst({ ...query, where: { id, space: visibleSpaces(viewer) } }));
    },
  }),
}));
