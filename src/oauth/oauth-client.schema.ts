/** The OAuth client of an application, and the mutations that change it. */
import { actorRefusals } from '../access/actor.ts';
import { ApplicationType } from '../applications/application.schema.ts';
import { ApplicationNotFound } from '../applications/applications.ts';
import { readApplication } from '../applications/change-applications.schema.ts';
import type { Application } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import { typeName } from '../graphql/fields.ts';
import { idempotencyKeyField, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, RateLimited } from '../platform/errors.ts';
import {
  clientSecretOf,
  deleteClientSecret,
  OAuthUnavailable,
  rotateClientSecret,
  updateRedirectUris,
} from './oauth-clients.ts';

refusalTypes(OAuthUnavailable);

const OAuthClientTypeEnum = builder.enumType('OAuthClientType', {
  description: 'Kind of an OAuth client.',
  values: {
    PUBLIC: { description: 'The client has no secret. It proves itself with PKCE only.' },
    CONFIDENTIAL: { description: 'The client has a secret, which it sends with each request for tokens.' },
  } as const,
});

const OAuthClient = builder.objectRef<Application>('OAuthClient').implement({
  description: 'An application as an OAuth client, which asks other accounts for consent.',
  fields: (t) => ({
    clientId: t.exposeString('id', { description: 'The `client_id` of OAuth requests.' }),
    type: t.field({
      type: OAuthClientTypeEnum,
      description: 'Kind of the client: CONFIDENTIAL if it has a secret.',
      resolve: ({ clientSecretHash }) => (clientSecretHash === null ? 'PUBLIC' : 'CONFIDENTIAL'),
    }),
    redirectUris: t.exposeStringList('redirectUris', {
      description: `Addresses to which a person may be sent back, at most ${limits.oauth.redirectUris}.`,
    }),
  }),
});

builder.prismaObjectField('Application', 'oauthClient', (t) =>
  t.field({
    type: OAuthClient,
    description: 'The application as an OAuth client. Without a redirect URI it cannot ask for consent.',
    resolve: (application) => application,
  }),
);

const changeRefusals = [...actorRefusals, ApplicationNotFound, OAuthUnavailable, InputInvalid, RateLimited] as const;
const applicationIdField = { required: true, description: 'The global id of the application.' } as const;

const UpdateApplicationRedirectUrisInput = builder.inputType('UpdateApplicationRedirectUrisInput', {
  description: 'Input of the mutation `updateApplicationRedirectUris`.',
  fields: (t) => ({
    applicationId: t.id(applicationIdField),
    redirectUris: t.stringList({
      required: true,
      description: `The new addresses, at most ${limits.oauth.redirectUris}: https, or http on localhost, 127.0.0.1 or [::1].`,
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('updateApplicationRedirectUris', (t) =>
  t.prismaField({
    type: ApplicationType,
    description: 'Replaces the redirect URIs of an application. OAuth requests must name one of them exactly.',
    errors: { types: [...changeRefusals], union: resultOf('updateApplicationRedirectUris') },
    args: { input: t.arg({ ...inputArgument, type: UpdateApplicationRedirectUrisInput }) },
    resolve: async (query, _root, { input }, context) => {
      const applicationId = rowIdOf('Application', String(input.applicationId));
      const { redirectUris } = input;
      await runOnce(context, 'updateApplicationRedirectUris', input, (inside) =>
        updateRedirectUris(inside, context.viewer, { applicationId, redirectUris }),
      );
      return readApplication(context, query, applicationId);
    },
  }),
);

const secretInput = (mutation: string) =>
  builder.inputType(`${typeName(mutation)}Input`, {
    description: `Input of the mutation \`${mutation}\`.`,
    fields: (t) => ({ applicationId: t.id(applicationIdField), idempotencyKey: t.string(idempotencyKeyField) }),
  });

const ClientSecretRotated = builder
  .objectRef<{ secret: string; applicationId: string }>('ApplicationClientSecretRotated')
  .implement({
    description: 'A new client secret of an application.',
    fields: (t) => ({
      secret: t.exposeString('secret', {
        description: 'The `client_secret` of OAuth requests. It is returned only once.',
      }),
      application: t.prismaField({
        type: ApplicationType,
        description: 'The application, which is a confidential client now.',
        resolve: (query, { applicationId }, _args, { app }) =>
          app.db.application.findUniqueOrThrow({ ...query, where: { id: applicationId } }),
      }),
    }),
  });

builder.mutationFields((t) => ({
  rotateApplicationClientSecret: t.field({
    type: ClientSecretRotated,
    description:
      'Makes a client secret for an application, and makes it a confidential client. An earlier secret stops working immediately.',
    errors: { types: [...changeRefusals], union: resultOf('rotateApplicationClientSecret') },
    args: { input: t.arg({ ...inputArgument, type: secretInput('rotateApplicationClientSecret') }) },
    resolve: async (_root, { input }, context) => {
      const applicationId = rowIdOf('Application', String(input.applicationId));
      const secretId = await runOnce(context, 'rotateApplicationClientSecret', input, (inside) =>
        rotateClientSecret(inside, context.viewer, applicationId),
      );
      return { secret: clientSecretOf(context.app.config, secretId), applicationId };
    },
  }),
  deleteApplicationClientSecret: t.prismaField({
    type: ApplicationType,
    description: 'Deletes the client secret of an application, which makes it a public client.',
    errors: { types: [...changeRefusals], union: resultOf('deleteApplicationClientSecret') },
    args: { input: t.arg({ ...inputArgument, type: secretInput('deleteApplicationClientSecret') }) },
    resolve: async (query, _root, { input }, context) => {
      const applicationId = rowIdOf('Application', String(input.applicationId));
      await runOnce(context, 'deleteApplicationClientSecret', input, (inside) =>
        deleteClientSecret(inside, context.viewer, applicationId),
      );
      return readApplication(context, query, applicationId);
    },
  }),
}));
