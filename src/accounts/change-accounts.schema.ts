/** The mutations that create and change accounts. */
import { AccountRefused, requirePersonActor } from '../access/actor.ts';
import { requirePerson } from '../access/scopes.ts';
import { builder } from '../graphql/builder.ts';
import { refreshRights } from '../graphql/context.ts';
import type { InputFieldBuilder } from '../graphql/fields.ts';
import { idempotencyKeyField, idempotencyKeyFrom } from '../graphql/idempotency.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { IdempotencyKeyReused, InputInvalid, LimitReached, NotSignedIn, RateLimited } from '../platform/errors.ts';
import { AccountType } from './account.schema.ts';
import { createAccount } from './create-account.ts';
import { updateAccount } from './update-account.ts';

refusalTypes(AccountRefused);

const { accounts } = limits;
/** The optional fields of an account in an input. */
const optionalFields = (t: InputFieldBuilder) => ({
  legalName: t.string({
    description: `Name in contracts and on receipts, at most ${accounts.nameCharacters} characters.`,
  }),
  address: t.string({ description: `Postal address in lines, at most ${accounts.addressCharacters} characters.` }),
  taxId: t.string({ description: `Tax id for receipts, at most ${accounts.taxIdCharacters} characters.` }),
  website: t.string({ description: 'Address of the website, an http:// or https:// URL.' }),
  phone: t.string({ description: `Telephone number, at most ${accounts.phoneCharacters} characters.` }),
  about: t.string({ description: `Text for the public profile, at most ${accounts.aboutCharacters} characters.` }),
  paymentInstructions: t.string({
    description: `Instructions for paying outside the marketplace, at most ${accounts.paymentInstructionsCharacters} characters.`,
  }),
});

const CreateAccountInput = builder.inputType('CreateAccountInput', {
  description: 'Input of the mutation `createAccount`.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: `Name that other parties see, at most ${accounts.nameCharacters} characters.`,
    }),
    ...optionalFields(t),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

const UpdateAccountInput = builder.inputType('UpdateAccountInput', {
  description: 'Input of the mutation `updateAccount`. Omitted fields do not change; null clears an optional field.',
  fields: (t) => ({
    name: t.string({ description: `Name that other parties see, at most ${accounts.nameCharacters} characters.` }),
    ...optionalFields(t),
    idempotencyKey: t.string({ description: 'Accepted as everywhere; the same update twice has the effect of one.' }),
  }),
});

builder.mutationFields((t) => ({
  createAccount: t.prismaField({
    type: AccountType,
    description: 'Creates an account that the person who is signed in owns. It can order and sell immediately.',
    errors: {
      types: [NotSignedIn, InputInvalid, LimitReached, RateLimited, IdempotencyKeyReused],
      union: { name: 'CreateAccountResult', description: 'Result of `createAccount`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: CreateAccountInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { idempotencyKey, ...account } = input;
      const key = idempotencyKeyFrom(idempotencyKey, viewer);
      const id = await createAccount(app, requirePerson(viewer), { key, account });
      await refreshRights(context);
      return app.db.account.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  updateAccount: t.prismaField({
    type: AccountType,
    description: 'Updates the account for which the person acts. Orders and receipts keep the names that they have.',
    errors: {
      types: [NotSignedIn, AccountRefused, InputInvalid, RateLimited],
      union: { name: 'UpdateAccountResult', description: 'Result of `updateAccount`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: UpdateAccountInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (query, _root, { input }, { app, viewer }) => {
      const { accountId } = requirePersonActor(requirePerson(viewer));
      const { idempotencyKey, ...changes } = input;
      idempotencyKeyFrom(idempotencyKey, viewer);
      await updateAccount(app, accountId, changes);
      return app.db.account.findUniqueOrThrow({ ...query, where: { id: accountId } });
    },
  }),
}));
