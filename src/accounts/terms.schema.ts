/** The terms of the marketplace, and their acceptance by people. */
import { canSeePerson } from '../access/person-access.ts';
import { requirePerson } from '../access/scopes.ts';
import { builder } from '../graphql/builder.ts';
import { sharedLoader } from '../graphql/context.ts';
import { idempotencyKeyField, runOnce } from '../graphql/idempotency.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalType } from '../graphql/refusals.schema.ts';
import { InputInvalid, NotSignedIn, RateLimited } from '../platform/errors.ts';
import { PersonType } from './person.schema.ts';
import { acceptTerms, readAcceptedVersions, type Terms, TermsNotAccepted, termsOf } from './terms.ts';

export const TermsType = builder.objectRef<Terms>('Terms').implement({
  description: 'The terms of the marketplace in their current version.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Number of the version, from 1.' }),
    url: t.exposeString('url', { description: 'Address of the text of the terms.' }),
    privacyUrl: t.exposeString('privacyUrl', {
      nullable: true,
      description: 'Address of the privacy policy; null if the marketplace has none.',
    }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'Time at which the version was published.' }),
  }),
});

builder.objectType(TermsNotAccepted, {
  ...refusalType(TermsNotAccepted),
  fields: (t) => ({
    terms: t.field({
      type: TermsType,
      description: 'The version that must be accepted, with its addresses.',
      resolve: ({ terms }) => terms,
    }),
  }),
});

/** The newest versions that people have accepted; null for a person who has accepted none. */
const acceptedVersionLoader = sharedLoader<string, number | null>(({ db }, personIds) =>
  readAcceptedVersions(db, personIds),
);

builder.prismaObjectFields('Person', (t) => ({
  acceptedTermsVersion: t.int({
    nullable: true,
    description:
      'Newest version of the terms that the person has accepted. Null for none, and for anyone but yourself.',
    resolve: ({ id }, _args, context) =>
      canSeePerson(context.viewer, id) ? acceptedVersionLoader(context).load(id) : null,
  }),
  hasTermsToAccept: t.boolean({
    nullable: true,
    description:
      'True if there are terms whose current version the person has not accepted yet. Null for anyone but yourself.',
    resolve: async ({ id }, _args, context) => {
      if (!canSeePerson(context.viewer, id)) return null;
      const terms = termsOf(await context.app.marketplace.read());
      return terms !== undefined && ((await acceptedVersionLoader(context).load(id)) ?? 0) < terms.version;
    },
  }),
}));

const AcceptTermsInput = builder.inputType('AcceptTermsInput', {
  description: 'Input of the mutation `acceptTerms`.',
  fields: (t) => ({
    version: t.int({ required: true, description: 'Version of the terms that the person has read and accepts.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('acceptTerms', (t) =>
  t.prismaField({
    type: PersonType,
    description: 'Accepts the current version of the terms for the person who is signed in.',
    errors: {
      types: [NotSignedIn, TermsNotAccepted, InputInvalid, RateLimited],
      union: resultOf('acceptTerms'),
    },
    args: { input: t.arg({ ...inputArgument, type: AcceptTermsInput }) },
    resolve: async (query, _root, { input }, context) => {
      const { app, viewer } = context;
      const { personId } = requirePerson(viewer);
      await runOnce(context, 'acceptTerms', input, (inside) => acceptTerms(inside, personId, input.version));
      return app.db.person.findUniqueOrThrow({ ...query, where: { id: personId } });
    },
  }),
);
