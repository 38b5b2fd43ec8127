/** The mutations that change the address of a person and the contact address of an account. */

import { AccountRefused, requirePersonActor } from '../access/actor.ts';
import { requirePerson } from '../access/scopes.ts';
import { AccountType } from '../accounts/account.schema.ts';
import { PersonType } from '../accounts/person.schema.ts';
import { builder } from '../graphql/builder.ts';
import { typeName } from '../graphql/fields.ts';
import { idempotencyKeyField, runOnce } from '../graphql/idempotency.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { InputInvalid, NotSignedIn, RateLimited } from '../platform/errors.ts';
import {
  confirmContactEmailChange,
  confirmEmailChange,
  EmailChangeCodeInvalid,
  EmailTaken,
  requestContactEmailChange,
  requestEmailChange,
} from './email-changes.ts';

refusalTypes(EmailChangeCodeInvalid, EmailTaken);

const EmailChangeRequested = builder
  .objectRef<{ sentTo: string; expiresAt: string }>('EmailChangeRequested')
  .implement({
    description: 'The code was sent. The answer is the same for an address that is taken.',
    fields: (t) => ({
      sentTo: t.exposeString('sentTo', { description: 'The new address as it was given.' }),
      expiresAt: t.field({
        type: 'DateTime',
        description: 'Time at which the code expires.',
        resolve: ({ expiresAt }) => new Date(expiresAt),
      }),
    }),
  });

const requestInput = (mutation: string) =>
  builder.inputType(`${typeName(mutation)}Input`, {
    description: `Input of the mutation \`${mutation}\`.`,
    fields: (t) => ({
      newEmail: t.string({ required: true, description: 'New address that the code is e-mailed to.' }),
      idempotencyKey: t.string(idempotencyKeyField),
    }),
  });

const confirmInput = (mutation: string) =>
  builder.inputType(`${typeName(mutation)}Input`, {
    description: `Input of the mutation \`${mutation}\`.`,
    fields: (t) => ({
      code: t.string({ required: true, description: 'The code from the e-mail, eight digits.' }),
      idempotencyKey: t.string(idempotencyKeyField),
    }),
  });

const personRefusals = [NotSignedIn, InputInvalid, RateLimited] as const;
const accountRefusals = [...personRefusals, AccountRefused] as const;

builder.mutationFields((t) => ({
  requestEmailChange: t.field({
    type: EmailChangeRequested,
    description:
      'E-mails a code to a new address of the person who is signed in. The address changes when it is confirmed.',
    errors: { types: [...personRefusals], union: resultOf('requestEmailChange') },
    args: { input: t.arg({ ...inputArgument, type: requestInput('requestEmailChange') }) },
    resolve: async (_root, { input }, context) => {
      const person = requirePerson(context.viewer);
      const { expiresAt } = await runOnce(context, 'requestEmailChange', input, (app) =>
        requestEmailChange(app, person, input.newEmail),
      );
      return { sentTo: input.newEmail, expiresAt };
    },
  }),
  confirmEmailChange: t.prismaField({
    type: PersonType,
    description: 'Changes the address of the person who is signed in. The old address is notified; sessions stay.',
    errors: { types: [...personRefusals, EmailChangeCodeInvalid, EmailTaken], union: resultOf('confirmEmailChange') },
    args: { input: t.arg({ ...inputArgument, type: confirmInput('confirmEmailChange') }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const person = requirePerson(viewer);
      await runOnce(context, 'confirmEmailChange', input, (inside) => confirmEmailChange(inside, person, input.code));
      return app.db.person.findUniqueOrThrow({ ...query, where: { id: person.personId } });
    },
  }),
  requestContactEmailChange: t.field({
    type: EmailChangeRequested,
    description:
      'E-mails a code to a new contact address of the account for which the person acts. The address changes when it is confirmed.',
    errors: { types: [...accountRefusals], union: resultOf('requestContactEmailChange') },
    args: { input: t.arg({ ...inputArgument, type: requestInput('requestContactEmailChange') }) },
    resolve: async (_root, { input }, context) => {
      const { personId, accountId } = requirePersonActor(requirePerson(context.viewer));
      const { expiresAt } = await runOnce(context, 'requestContactEmailChange', input, (app) =>
        requestContactEmailChange(app, { personId, accountId }, input.newEmail),
      );
      return { sentTo: input.newEmail, expiresAt };
    },
  }),
  confirmContactEmailChange: t.prismaField({
    type: AccountType,
    description:
      'Changes the contact address of the account for which the person acts. Only the person who requested the code can use it.',
    errors: { types: [...accountRefusals, EmailChangeCodeInvalid], union: resultOf('confirmContactEmailChange') },
    args: { input: t.arg({ ...inputArgument, type: confirmInput('confirmContactEmailChange') }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { personId, accountId } = requirePersonActor(requirePerson(viewer));
      await runOnce(context, 'confirmContactEmailChange', input, (inside) =>
        confirmContactEmailChange(inside, { personId, accountId }, input.code),
      );
      return app.db.account.findUniqueOrThrow({ ...query, where: { id: accountId } });
    },
  }),
}));
