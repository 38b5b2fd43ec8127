/** The mutations that create and change accounts. */

import { visibleAccounts } from '../access/account-access.ts';
import { AccountRefused, requirePersonActor } from '../access/actor.ts';
import { requirePerson } from '../access/scopes.ts';
import { builder } from '../graphql/builder.ts';
import { refreshRights } from '../graphql/context.ts';
import type { InputFieldBuilder } from '../graphql/fields.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { optionalRowIdOf } from '../graphql/ids.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, LimitReached, NotSignedIn, RateLimited } from '../platform/errors.ts';
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
  taxId: t.string({
    description: `Tax id for receipts, at most ${accounts.taxIdCharacters} characters: letters, digits, spaces, and the marks . / -, with at least one digit.`,
  }),
  taxBasisPoints: t.int({
    description: `Rate of the tax on new orders from this seller in basis points, at most ${accounts.taxBasisPoints}: 1900 is 19 %. Null does not change it; 0 if absent in a new account.`,
  }),
  pricesIncludeTax: t.boolean({
    description:
      'True if the prices of this seller include the tax; otherwise it is added when an order is placed. Null does not change it; true if absent in a new account.',
  }),
  website: t.string({ description: 'Address of the website, an http:// or https:// URL.' }),
  phone: t.string({ description: `Telephone number, at most ${accounts.phoneCharacters} characters.` }),
  about: t.string({ description: `Text for the public profile, at most ${accounts.aboutCharacters} characters.` }),
  timeZone: t.string({
    description:
      'IANA name of the time zone of the account, such as Europe/Berlin. Receipts and renewals that exist keep theirs. Null does not change it; a new account has that of its owner if absent.',
  }),
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
    logoFileId: t.id({
      description: 'The id of a file uploaded with the purpose ACCOUNT_LOGO and not in use; null removes the logo.',
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationFields((t) => ({
  createAccount: t.prismaField({
    type: AccountType,
    description: 'Creates an account that the person who is signed in owns. It can order and sell immediately.',
    errors: {
      types: [NotSignedIn, InputInvalid, LimitReached, RateLimited],
      union: { name: 'CreateAccountResult', description: 'Result of `createAccount`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: CreateAccountInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const person = requirePerson(viewer);
      const { idempotencyKey: _, ...account } = input;
      const id = await runOnce(context, 'createAccount', input, (inside) => createAccount(inside, person, account));
      await refreshRights(context);
      return requireResult(
        app.db.account.findFirst({ ...query, where: { AND: [{ id }, visibleAccounts(context.viewer)] } }),
      );
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
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { accountId } = requirePersonActor(requirePerson(viewer));
      const { idempotencyKey: _, logoFileId: file, ...changes } = input;
      const logoFileId = optionalRowIdOf('File', file);
      await runOnce(context, 'updateAccount', input, (inside) =>
        updateAccount(inside, accountId, { ...changes, logoFileId }),
      );
      return app.db.account.findUniqueOrThrow({ ...query, where: { id: accountId } });
    },
  }),
}));
