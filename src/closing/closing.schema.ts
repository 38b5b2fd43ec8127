/** Closing accounts, deleting people, and the export of personal data. */
import { actorRefusals } from '../access/actor.ts';
import { requirePerson } from '../access/scopes.ts';
import { AccountType } from '../accounts/account.schema.ts';
import { LastOwner } from '../accounts/memberships.ts';
import { builder } from '../graphql/builder.ts';
import { cursorMalformed } from '../graphql/connections.ts';
import { refreshRights } from '../graphql/context.ts';
import { idempotencyKeyField, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { refusalType } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, NotSignedIn, RateLimited } from '../platform/errors.ts';
import { closeAccount, OpenOrders } from './close-account.ts';
import { deletePerson } from './delete-person.ts';
import { decodeExportCursor, exportPersonalData, type PersonalDataPage } from './export-personal-data.ts';

builder.objectType(OpenOrders, {
  ...refusalType(OpenOrders),
  fields: (t) => ({
    orderNumbers: t.field({
      type: ['Int'],
      description: `Numbers of the open orders, newest first, at most ${limits.accounts.namedOpenOrders}.`,
      resolve: ({ orderNumbers }) => [...orderNumbers],
    }),
    hasMore: t.exposeBoolean('hasMore', { description: 'True if there are more open orders than the refusal names.' }),
  }),
});

const CloseAccountInput = builder.inputType('CloseAccountInput', {
  description: 'Input of the mutation `closeAccount`.',
  fields: (t) => ({
    accountId: t.id({ required: true, description: 'The global id of the account.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('closeAccount', (t) =>
  t.field({
    type: AccountType,
    description:
      'Closes an account that has no open orders, for its owners. Its members lose their rights immediately, its spaces are not offered, and its keys stop working. Orders and receipts stay for the other parties.',
    errors: {
      types: [...actorRefusals, OpenOrders, InputInvalid, RateLimited],
      union: { name: 'CloseAccountResult', description: 'Result of `closeAccount`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: CloseAccountInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (_root, { input }, context) => {
      const person = requirePerson(context.viewer);
      const id = rowIdOf('Account', String(input.accountId));
      await runOnce(context, 'closeAccount', input, (inside) => closeAccount(inside, person, id));
      await refreshRights(context);
      return context.app.db.account.findUniqueOrThrow({ where: { id } });
    },
  }),
);

const PersonDeleted = builder.objectRef<{ deletedAt: string }>('PersonDeleted').implement({
  description: 'The person was deleted, and all sessions of the person have ended.',
  fields: (t) => ({
    deletedAt: t.field({
      type: 'DateTime',
      description: 'Time at which the person was deleted.',
      resolve: ({ deletedAt }) => new Date(deletedAt),
    }),
  }),
});

const DeletePersonInput = builder.inputType('DeletePersonInput', {
  description: 'Input of the mutation `deletePerson`.',
  fields: (t) => ({
    confirmation: t.string({
      required: true,
      description: 'Address that the person signs in with, entered again as a confirmation.',
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('deletePerson', (t) =>
  t.field({
    type: PersonDeleted,
    description:
      'Deletes the person who is signed in. Accounts without other members are closed. Timelines keep what the person did, under a replaced name.',
    errors: {
      types: [NotSignedIn, LastOwner, InputInvalid, RateLimited],
      union: { name: 'DeletePersonResult', description: 'Result of `deletePerson`, or the reason for the refusal.' },
    },
    args: { input: t.arg({ type: DeletePersonInput, required: true, description: 'The input of the mutation.' }) },
    resolve: (_root, { input }, context) => {
      const person = requirePerson(context.viewer);
      const { confirmation } = input;
      return runOnce(context, 'deletePerson', input, async (inside) => ({
        deletedAt: (await deletePerson(inside, person, { confirmation })).toISOString(),
      }));
    },
  }),
);

const PersonalDataPageType = builder.objectRef<PersonalDataPage>('PersonalDataPage').implement({
  description: 'A page of the export of what is stored about a person.',
  fields: (t) => ({
    document: t.exposeString('document', {
      description:
        'A JSON object: the name of each section (profile, memberships, sessions, signInCodes, invitations, entries, files, emails, reports, auditEntries, termsAcceptances) with its records in this page.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'Place of the last record of the page, for `after`; null if the export is complete.',
    }),
  }),
});

builder.queryField('exportPersonalData', (t) =>
  t.field({
    type: PersonalDataPageType,
    description: `Exports what is stored about the person who is signed in, at most ${limits.personalDataRecords} records in a page.`,
    args: { after: t.arg.string({ description: 'Only what comes after this place: `endCursor` of the page before.' }) },
    // As much as a page of the largest size.
    complexity: { field: limits.personalDataRecords, multiplier: 1 },
    resolve: async (_root, { after }, { app, viewer }) => {
      const { personId } = requirePerson(viewer);
      const position = typeof after === 'string' ? (decodeExportCursor(after) ?? cursorMalformed(after)) : undefined;
      await app.rateLimiter.consume('closings', personId);
      return exportPersonalData(app, personId, position);
    },
  }),
);
