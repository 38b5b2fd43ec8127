/** The registered operations of applications, and the mutations that register them. */

import { actorRefusals } from '../access/actor.ts';
import { visibleApplications } from '../access/application-access.ts';
import { applicationOf, type Viewer } from '../access/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, nodeQuery } from '../graphql/connection-types.ts';
import { newestFirst, pageCost, pageOf, pageRequest } from '../graphql/connections.ts';
import type { Context } from '../graphql/context.ts';
import type { Deprecation } from '../graphql/document-info.ts';
import { inspectDocument } from '../graphql/documents.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf, toGlobalId } from '../graphql/ids.ts';
import { mayIntrospect } from '../graphql/introspection.ts';
import { refusalType, refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { InputInvalid, LimitReached, RateLimited } from '../platform/errors.ts';
import { ApplicationNotFound } from './applications.ts';
import {
  type DocumentProblem,
  OperationsRefused,
  registerOperations,
  retireOperations,
  VersionAlreadyExists,
  VersionNotFound,
} from './register-operations.ts';

const deprecationsCost = 5;

const OperationKindEnum = builder.enumType('OperationKind', {
  description: 'Type of a GraphQL operation in a document.',
  values: {
    QUERY: { value: 'query', description: 'The operation is a query, which only reads.' },
    MUTATION: { value: 'mutation', description: 'The operation is a mutation, which changes data.' },
    SUBSCRIPTION: { value: 'subscription', description: 'The operation is a subscription to live events.' },
  },
});

const DeprecationType = builder.objectRef<Deprecation>('Deprecation').implement({
  description: 'Something deprecated that a document uses.',
  fields: (t) => ({
    coordinate: t.exposeString('coordinate', {
      description:
        'Schema coordinate: `Type.field`, `Type.field(argument:)`, `InputType.field`, `EnumType.VALUE`, or `@directive(argument:)`.',
    }),
    reason: t.exposeString('reason', { description: 'Reason for the deprecation, with the replacement.' }),
  }),
});

export const RegisteredDocumentType = builder.prismaObject('RegisteredDocument', {
  fields: (t) => ({
    documentId: t.exposeString('hash', {
      description: 'Its id, the SHA-256 of its text: send it as `documentId` instead of the text.',
    }),
    text: t.exposeString('text', { description: 'The text of the registered document.' }),
    operationName: t.exposeString('operationName', { nullable: true }),
    kind: t.expose('kind', { type: OperationKindEnum, description: 'The type of its GraphQL operation.' }),
    cost: t.exposeInt('cost', {
      description: 'Cost with pages of the default size; a request with larger pages costs more.',
    }),
    deprecations: t.field({
      type: [DeprecationType],
      description: `Deprecated elements that its text uses, without variables; at most ${limits.applications.deprecationsPerDocument}. It costs ${deprecationsCost}, however many there are.`,
      // Hardly any document has any: not as if each had as many as it may.
      complexity: { field: deprecationsCost, multiplier: 1 },
      select: { text: true },
      resolve: ({ text }, _args, { request }) => [...request.deprecations.usedBy(text)],
    }),
  }),
});

const OperationManifestType = builder.prismaObject('OperationManifest', {
  fields: (t) => ({
    name: t.exposeString('name'),
    version: t.exposeString('version'),
    documents: t.field({
      type: [RegisteredDocumentType],
      description: `Documents of the version; at most ${limits.applications.documentsPerManifest} documents.`,
      complexity: { field: 1, multiplier: limits.applications.documentsPerManifest },
      select: (_args, _context, nestedSelection) => ({
        documents: { orderBy: { hash: 'asc' }, select: { document: nestedSelection(true) } },
      }),
      resolve: ({ documents }) => documents.map(({ document }) => document),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    deprecatedAt: t.expose('deprecatedAt', { type: 'DateTime', nullable: true }),
    retiresAt: t.expose('retiresAt', { type: 'DateTime', nullable: true }),
  }),
});

const list = newestFirst('createdAt', 'manifest');

builder.queryField('operationManifests', (t) =>
  t.connection(
    {
      type: OperationManifestType,
      description: 'The versions of the operations of an application, newest first; none if the viewer may not see it.',
      complexity: pageCost,
      args: { applicationId: t.arg.id({ description: 'The application; left out, the one that asks.' }) },
      resolve: async (_root, { applicationId, ...args }, context, info) => {
        const { app, viewer } = context;
        const request = pageRequest(args);
        const query = nodeQuery('OperationManifest', context, info);
        const application = { AND: [{ id: applicationIdFrom(applicationId, viewer) }, visibleApplications(viewer)] };
        const rows = await app.db.operationManifest.findMany({
          ...query,
          ...list.findOptions(request),
          where: { AND: [{ application }, ...list.conditions(request)] },
        });
        return pageOf(request, rows, list.cursorOf);
      },
    },
    connectionOf(OperationManifestType),
  ),
);

/** The application that is meant: the one that was named, or else the one that asks. */
export const applicationIdFrom = (given: string | number | null | undefined, viewer: Viewer): string =>
  rowIdOf('Application', given ? String(given) : toGlobalId('Application', applicationOf(viewer) ?? ''));

const DocumentProblemType = builder.objectRef<DocumentProblem>('DocumentProblem').implement({
  description: 'The problems of one document of a manifest.',
  fields: (t) => ({
    documentId: t.exposeString('id', { description: 'The id of the document in the manifest.' }),
    messages: t.stringList({
      description: 'Everything that is wrong with it.',
      resolve: ({ messages }) => [...messages],
    }),
  }),
});

builder.objectType(OperationsRefused, {
  ...refusalType(OperationsRefused),
  fields: (t) => ({
    problems: t.field({
      type: [DocumentProblemType],
      description: 'The problems of each invalid document.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
});
refusalTypes(VersionAlreadyExists, VersionNotFound);

/** A version that a request has registered or retired. */
const readManifestOf = ({ app, viewer }: Context, query: object, id: string) =>
  requireResult(
    app.db.operationManifest.findFirst({ ...query, where: { id, application: visibleApplications(viewer) } }),
  );

const RegisterOperationsInput = builder.inputType('RegisterOperationsInput', {
  description: 'A version of the operations of an application.',
  fields: (t) => ({
    applicationId: t.id({ description: 'The application; left out, the one that asks.' }),
    name: t.string({
      required: true,
      description: `Name of the client that the operations belong to; at most ${limits.applications.manifestNameCharacters} characters.`,
    }),
    version: t.string({
      required: true,
      description: `Version of the client; at most ${limits.applications.versionCharacters} characters.`,
    }),
    manifest: t.string({
      required: true,
      description:
        'The text of the manifest, as JSON: that of GraphQL Code Generator (an object from the SHA-256 of each document to its text), or that of Apollo (apollo-persisted-query-manifest, version 1).',
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('registerOperations', (t) =>
  t.prismaField({
    type: OperationManifestType,
    description:
      'Registers a version of the operations of an application; from then on it runs them by their ids. A version never changes: the same again with the same documents does nothing. The application may do this itself.',
    errors: {
      types: [
        ...actorRefusals,
        ApplicationNotFound,
        InputInvalid,
        OperationsRefused,
        VersionAlreadyExists,
        LimitReached,
        RateLimited,
      ],
      union: {
        name: 'RegisterOperationsResult',
        description: 'Result of `registerOperations`, or the reason for the refusal.',
      },
    },
    args: {
      input: t.arg({ type: RegisterOperationsInput, required: true, description: 'The input of the mutation.' }),
    },
    resolve: async (query, _root, { input }, context, { schema }) => {
      const { viewer, request } = context;
      const registration = {
        applicationId: applicationIdFrom(input.applicationId, viewer),
        name: input.name,
        version: input.version,
        manifest: input.manifest,
        inspect: (text: string) => inspectDocument(schema, text, { hideSuggestions: !mayIntrospect(context) }),
        deprecations: request.deprecations,
      };
      const id = await runOnce(
        context,
        'registerOperations',
        input,
        async (inside) => (await registerOperations(inside, viewer, registration)).id,
      );
      return readManifestOf(context, query, id);
    },
  }),
);

const RetireOperationsInput = builder.inputType('RetireOperationsInput', {
  description: 'The version to retire, and the time of its retirement.',
  fields: (t) => ({
    applicationId: t.id({ required: true, description: 'The global id of the application.' }),
    name: t.string({ required: true, description: 'The name of the manifest.' }),
    version: t.string({ required: true, description: 'The version of the manifest as registered.' }),
    retiresAt: t.field({
      type: 'DateTime',
      description: 'The moment from which the version is refused; immediately if left out.',
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('retireOperations', (t) =>
  t.prismaField({
    type: OperationManifestType,
    description:
      'Sets the time from which a version is refused; until then each answer reports it. Operations that another version contains remain available.',
    errors: {
      types: [...actorRefusals, ApplicationNotFound, VersionNotFound, InputInvalid, RateLimited],
      union: {
        name: 'RetireOperationsResult',
        description: 'Result of `retireOperations`, or the reason for the refusal.',
      },
    },
    args: { input: t.arg({ type: RetireOperationsInput, required: true, description: 'The input of the mutation.' }) },
    resolve: async (query, _root, { input }, context) => {
      const retirement = {
        applicationId: rowIdOf('Application', String(input.applicationId)),
        name: input.name,
        version: input.version,
        at: input.retiresAt ?? undefined,
      };
      const id = await runOnce(
        context,
        'retireOperations',
        input,
        async (inside) => (await retireOperations(inside, context.viewer, retirement)).id,
      );
      return readManifestOf(context, query, id);
    },
  }),
);
