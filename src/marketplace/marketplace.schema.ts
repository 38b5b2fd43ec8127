/** The settings of the marketplace: what everyone reads before signing in, and what only operators read and change. */
import { actorRefusals } from '../access/actor.ts';
import { OperatorRequired } from '../access/operator-access.ts';
import { isOperator } from '../access/viewer.ts';
import { LanguageEnum } from '../accounts/person.schema.ts';
import { TermsType } from '../accounts/terms.schema.ts';
import { termsOf } from '../accounts/terms.ts';
import { FileType } from '../files/file.schema.ts';
import type { SignUpPolicy } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { idempotencyKeyField, runOnce } from '../graphql/idempotency.ts';
import { optionalRowIdOf } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { nodeOptions } from '../graphql/nodes.ts';
import { describedEnum } from '../graphql/process.schema.ts';
import { refusalType } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { textColorOn } from '../platform/contrast.ts';
import { InputInvalid } from '../platform/errors.ts';
import {
  type MarketplaceSettings,
  marketplaceId,
  readSettings,
  signUpPolicyOf,
} from '../services/marketplace-settings.ts';
import { MarketplaceChanged, updateMarketplace } from './update-marketplace.ts';

const SignUpPolicyEnum = describedEnum<SignUpPolicy>(
  'SignUpPolicy',
  'A rule that decides who may sign up on the marketplace.',
  {
    OPEN: 'Everyone who enters the right code for an address becomes a person.',
    INVITE: 'Only invited addresses become people.',
  },
);

const MarketplaceType = builder.prismaObject('Marketplace', {
  fields: (t) => ({
    name: t.exposeString('name'),
    logo: t.field({
      type: FileType,
      nullable: true,
      description: 'Image that pages show beside the name; null if the marketplace has none.',
      // Every parent is read with its logo.
      resolve: (settings) => (settings as MarketplaceSettings).logo,
    }),
    primaryColor: t.exposeString('primaryColor'),
    primaryTextColor: t.string({
      description: 'Colour of texts on `primaryColor`: #ffffff or #000000, with a contrast of at least 4.5:1.',
      resolve: ({ primaryColor }) => textColorOn(primaryColor),
    }),
    contactEmail: t.exposeString('contactEmail', { nullable: true }),
    terms: t.field({
      type: TermsType,
      nullable: true,
      description: 'Terms that new people accept when they sign up; null if the marketplace has none.',
      resolve: (settings) => termsOf(settings),
    }),
    privacyUrl: t.exposeString('privacyUrl', { nullable: true }),
    languages: t.field({
      type: [LanguageEnum],
      description: 'Languages that people can choose, at least one.',
      resolve: ({ languages }) => languages,
    }),
    currencies: t.field({
      type: ['Currency'],
      nullable: true,
      description: `Currencies in which new prices can be, at most ${limits.marketplace.currencies}. Null if every currency is allowed.`,
      resolve: ({ currencies }) => (currencies.length > 0 ? currencies : null),
    }),
    signUp: t.field({
      type: SignUpPolicyEnum,
      description: 'Rule for new people that applies now. The server can be configured to accept invited people only.',
      resolve: (settings, _args, { app }) => signUpPolicyOf(app.config, settings),
    }),
    pushPublicKey: t.string({
      nullable: true,
      description:
        'Public key for which browsers subscribe to push notifications (VAPID), in base64url; null if the server sends none.',
      resolve: (_settings, _args, { app }) => app.config.push.vapid?.publicKey ?? null,
    }),
    senderName: t.string({
      nullable: true,
      description: 'Name of the sender of e-mails, for operators. Null for that of the server, and for anybody else.',
      resolve: ({ senderName }, _args, { viewer }) => (isOperator(viewer) ? senderName : null),
    }),
    senderAddress: t.string({
      nullable: true,
      description:
        'Address of the sender of e-mails, for operators. Null for that of the server, and for anybody else.',
      resolve: ({ senderAddress }, _args, { viewer }) => (isOperator(viewer) ? senderAddress : null),
    }),
    feeBasisPoints: t.int({
      nullable: true,
      description: 'Fee on new orders in basis points, for operators: 250 is 2.5 %. Null for anybody else.',
      resolve: ({ feeBasisPoints }, _args, { viewer }) => (isOperator(viewer) ? feeBasisPoints : null),
    }),
    revision: t.int({
      nullable: true,
      description: 'Counter of the changes for `expectedRevision`, for operators. Null for anybody else.',
      resolve: ({ revision }, _args, { viewer }) => (isOperator(viewer) ? revision : null),
    }),
  }),
});

builder.nodeRef(
  MarketplaceType,
  nodeOptions('Marketplace', async ({ app }, ids) =>
    ids.includes(marketplaceId) ? [await app.marketplace.read()] : [],
  ) as never,
);

builder.queryField('marketplace', (t) =>
  t.field({
    type: MarketplaceType,
    description: 'The settings of the marketplace, readable without signing in.',
    // Operators change what they read here, so they read it as it is now.
    resolve: (_root, _args, { app, viewer }): Promise<MarketplaceSettings> =>
      isOperator(viewer) ? readSettings(app.db) : app.marketplace.read(),
  }),
);

builder.objectType(MarketplaceChanged, {
  ...refusalType(MarketplaceChanged),
  fields: (t) => ({
    currentRevision: t.exposeInt('currentRevision', { description: 'Revision that the settings have now.' }),
  }),
});

const { nameCharacters, urlCharacters, currencies: maxCurrencies, feeBasisPoints: maxFee } = limits.marketplace;

const UpdateMarketplaceInput = builder.inputType('UpdateMarketplaceInput', {
  description:
    'Input of the mutation `updateMarketplace`. Omitted fields do not change; null clears an optional field.',
  fields: (t) => ({
    expectedRevision: t.int({
      required: true,
      description: 'Revision of the settings that the client has read. If they have changed since, nothing is changed.',
    }),
    name: t.string({ description: `Name of the marketplace, at most ${nameCharacters} characters.` }),
    logoFileId: t.id({
      description: 'The id of a file uploaded with the purpose MARKETPLACE_LOGO and not in use; null removes the logo.',
    }),
    primaryColor: t.string({
      description:
        'Colour of buttons and links: # and six hexadecimal digits. Every colour carries white or black text.',
    }),
    senderName: t.string({
      description: `Name of the sender of e-mails, at most ${nameCharacters} characters; null for that of the server.`,
    }),
    senderAddress: t.string({
      description:
        'Address of the sender of e-mails; null for that of the server. The mail service must accept the domain.',
    }),
    contactEmail: t.string({ description: 'Address at which people reach the operators, visible to everyone.' }),
    termsUrl: t.string({
      description: `Address of the text of the terms, at most ${urlCharacters} characters. Another address is a new version; null ends the terms.`,
    }),
    newTermsVersion: t.boolean({
      description: 'True if the text behind the address of the terms has changed: makes a new version of the terms.',
    }),
    privacyUrl: t.string({ description: `Address of the privacy policy, at most ${urlCharacters} characters.` }),
    languages: t.field({
      type: [LanguageEnum],
      description: 'Languages that people can choose, at least one. A person who has chosen another keeps it.',
    }),
    currencies: t.field({
      type: ['Currency'],
      description: `Currencies in which new prices can be, at most ${maxCurrencies}; null allows every currency. Existing prices stay.`,
    }),
    feeBasisPoints: t.int({
      description: `Fee on new orders in basis points, from 0 to ${maxFee}. Placed orders keep theirs.`,
    }),
    signUp: t.field({
      type: SignUpPolicyEnum,
      description: 'Rule for new people. OPEN is refused if the server is configured to accept invited people only.',
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('updateMarketplace', (t) =>
  t.field({
    type: MarketplaceType,
    description: 'Changes the settings of the marketplace. For operators.',
    errors: {
      types: [...actorRefusals, OperatorRequired, InputInvalid, MarketplaceChanged],
      union: resultOf('updateMarketplace'),
    },
    args: { input: t.arg({ ...inputArgument, type: UpdateMarketplaceInput }) },
    resolve: async (_root, { input }, context): Promise<MarketplaceSettings> => {
      const { app, viewer } = context;
      const { expectedRevision, newTermsVersion, logoFileId: file, idempotencyKey: _, ...changes } = input;
      const update = {
        ...{ expectedRevision, changes },
        newTermsVersion: newTermsVersion ?? false,
        logoFileId: optionalRowIdOf('File', file),
      };
      await runOnce(context, 'updateMarketplace', input, (inside) => updateMarketplace(inside, viewer, update));
      return readSettings(app.db);
    },
  }),
);
