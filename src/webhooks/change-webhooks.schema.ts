/** The mutations of webhooks. */

import { actorRefusals, requireEditor, requireRole } from '../access/actor.ts';
import {
  changeableWebhookEndpoints,
  visibleWebhookDeliveries,
  visibleWebhookEndpoints,
} from '../access/application-access.ts';
import { ApplicationNotFound } from '../applications/applications.ts';
import { applicationIdFrom } from '../applications/registered-operations.schema.ts';
import type { WebhookEndpoint } from '../generated/prisma/client.ts';
import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { idempotencyKeyField, requireResult, runOnce } from '../graphql/idempotency.ts';
import { rowIdOf, toGlobalId } from '../graphql/ids.ts';
import { inputArgument, resultOf } from '../graphql/mutations.ts';
import { refusalTypes } from '../graphql/refusals.schema.ts';
import { limits } from '../limits.ts';
import { EntryTypeEnum } from '../orders/timeline/timeline.schema.ts';
import { InputInvalid, LimitReached, RateLimited } from '../platform/errors.ts';
import type { EntryType } from '../process/entries.ts';
import { changeEndpoint, createEndpoint, removeEndpoint, rotateSecret, WebhookEndpointNotFound } from './endpoints.ts';
import { problemOfEventDocument } from './event-documents.ts';
import {
  replayDelivery,
  replayEvents,
  sendTestEvent,
  WebhookDeliveryNotFound,
  WebhookEndpointDisabled,
  WebhookEndpointNotVerified,
} from './replay.ts';
import { secretOf } from './signing-secrets.ts';
import { WebhookDeliveryType, WebhookEndpointType } from './webhook.schema.ts';

refusalTypes(WebhookEndpointNotFound, WebhookDeliveryNotFound, WebhookEndpointDisabled, WebhookEndpointNotVerified);

/** The secret that a request has made: that of a version of the endpoint. */
type NewSecret = {
  readonly id: string;
  readonly secretVersion: number;
};

const WebhookSecretPayload = builder.objectRef<NewSecret>('WebhookSecretPayload').implement({
  description: 'An endpoint with its new secret.',
  fields: (t) => ({
    secret: t.string({
      description: 'Signing secret (`whsec_…`) by the Standard Webhooks specification. It is returned only here.',
      resolve: (endpoint, _args, { app }) => secretOf(app.config.secret, endpoint),
    }),
    endpoint: t.prismaField({
      type: WebhookEndpointType,
      description: 'The endpoint that signs with this secret.',
      resolve: (query, { id }, _args, { app }) => app.db.webhookEndpoint.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});

const refusals = [...actorRefusals, WebhookEndpointNotFound, ApplicationNotFound, RateLimited] as const;
const endpointIdField = { required: true, description: 'The global id of the webhook endpoint.' } as const;
const urlDescription = `URL that receives the events: https, a public address, port 443 or a port from 1024; at most ${limits.webhooks.urlCharacters} characters.`;
const documentDescription = `The id of a registered operation, whose result is sent for each event: a subscription to \`orderTimeline\` or \`inbox\`, or a query that needs no variables but \`$orderId\` and \`$number\`. It may cost at most ${limits.webhooks.documentCost}.`;
const eventsDescription = 'Types of entries that the endpoint receives';
/** The enum contains only values of the list. */
const eventsIn = ({ events }: { readonly events?: readonly string[] | null | undefined }) =>
  (events ?? undefined) as readonly EntryType[] | undefined;
const endpointRow = (id: string | number) => rowIdOf('WebhookEndpoint', String(id));

const newSecretOf = ({ id, secretVersion }: WebhookEndpoint): NewSecret => ({ id, secretVersion });

/** The secret for a viewer who may change the endpoint now. @throws ResultUnavailable, AccountRefused, ScopeMissing */
async function forChanger({ app, viewer }: Context, secret: NewSecret): Promise<NewSecret> {
  requireEditor(viewer, 'changeWebhooks');
  const where = { AND: [{ id: secret.id }, changeableWebhookEndpoints(viewer)] };
  const select = { application: { select: { accountId: true } } };
  const { application } = await requireResult(app.db.webhookEndpoint.findFirst({ where, select }));
  requireRole(viewer, application.accountId);
  return secret;
}

const readEndpoint = ({ app, viewer }: Context, query: object, id: string) =>
  requireResult(
    app.db.webhookEndpoint.findFirst({ ...query, where: { AND: [{ id }, visibleWebhookEndpoints(viewer)] } }),
  );

const readDelivery = ({ app, viewer }: Context, query: object, id: string) =>
  requireResult(
    app.db.webhookDelivery.findFirst({ ...query, where: { AND: [{ id }, visibleWebhookDeliveries(viewer)] } }),
  );

const CreateWebhookEndpointInput = builder.inputType('CreateWebhookEndpointInput', {
  description: 'The properties of a new webhook endpoint.',
  fields: (t) => ({
    applicationId: t.id({ description: 'The application; defaults to the calling application.' }),
    url: t.string({ required: true, description: urlDescription }),
    documentId: t.string({ required: true, description: documentDescription }),
    events: t.field({ type: [EntryTypeEnum], description: `${eventsDescription}; all types if omitted.` }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('createWebhookEndpoint', (t) =>
  t.field({
    type: WebhookSecretPayload,
    description: `Creates an endpoint that receives new events in the orders of the account; an application has at most ${limits.webhooks.endpointsPerApplication}. An endpoint that an application creates works while the key works with which it did so. Its first event is \`webhook.verification\`; no other is sent until the answer contains its \`challenge\`.`,
    errors: {
      types: [...actorRefusals, ApplicationNotFound, RateLimited, InputInvalid, LimitReached],
      union: resultOf('createWebhookEndpoint'),
    },
    args: { input: t.arg({ ...inputArgument, type: CreateWebhookEndpointInput }) },
    resolve: async (_root, { input }, context) => {
      const { viewer } = context;
      const endpoint = {
        applicationId: applicationIdFrom(input.applicationId, viewer),
        url: input.url,
        documentId: input.documentId,
        events: eventsIn(input) ?? [],
        problemOfDocument: problemOfEventDocument,
      };
      const secret = await runOnce(context, 'createWebhookEndpoint', input, async (inside) =>
        newSecretOf(await createEndpoint(inside, viewer, endpoint)),
      );
      return forChanger(context, secret);
    },
  }),
);

const UpdateWebhookEndpointInput = builder.inputType('UpdateWebhookEndpointInput', {
  description: 'The changes to a webhook endpoint. Omitted fields do not change.',
  fields: (t) => ({
    endpointId: t.id(endpointIdField),
    url: t.string({ description: urlDescription }),
    documentId: t.string({ description: documentDescription }),
    events: t.field({ type: [EntryTypeEnum], description: `${eventsDescription}; all types if the list is empty.` }),
    isEnabled: t.boolean({
      description:
        'True if the endpoint receives events. An endpoint that is enabled again continues where it stopped. For an endpoint that is not verified, true sends another challenge.',
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('updateWebhookEndpoint', (t) =>
  t.prismaField({
    type: WebhookEndpointType,
    description:
      'Changes, enables or disables an endpoint. What is not sent yet is sent as it says from now on. Another `url` is verified first, as that of a new endpoint. An application changes those alone that it has made itself.',
    errors: { types: [...refusals, InputInvalid], union: resultOf('updateWebhookEndpoint') },
    args: { input: t.arg({ ...inputArgument, type: UpdateWebhookEndpointInput }) },
    resolve: async (query, _root, { input }, context) => {
      const endpointId = endpointRow(input.endpointId);
      const changes = {
        endpointId,
        url: input.url ?? undefined,
        documentId: input.documentId ?? undefined,
        events: eventsIn(input),
        isEnabled: input.isEnabled ?? undefined,
        problemOfDocument: problemOfEventDocument,
      };
      await runOnce(context, 'updateWebhookEndpoint', input, (inside) =>
        changeEndpoint(inside, context.viewer, changes),
      );
      return readEndpoint(context, query, endpointId);
    },
  }),
);

const DeleteWebhookEndpointInput = builder.inputType('DeleteWebhookEndpointInput', {
  description: 'The endpoint that is deleted.',
  fields: (t) => ({ endpointId: t.id(endpointIdField), idempotencyKey: t.string(idempotencyKeyField) }),
});

const WebhookEndpointDeleted = builder.objectRef<{ id: string }>('WebhookEndpointDeleted').implement({
  description: 'The webhook endpoint has been deleted.',
  fields: (t) => ({
    id: t.id({
      description: 'The id of the deleted endpoint.',
      resolve: ({ id }) => toGlobalId('WebhookEndpoint', id),
    }),
  }),
});

builder.mutationField('deleteWebhookEndpoint', (t) =>
  t.field({
    type: WebhookEndpointDeleted,
    description: 'Deletes an endpoint and its log. No more events are sent to it.',
    errors: { types: [...refusals], union: resultOf('deleteWebhookEndpoint') },
    args: { input: t.arg({ ...inputArgument, type: DeleteWebhookEndpointInput }) },
    resolve: async (_root, { input }, context) => {
      const id = endpointRow(input.endpointId);
      await runOnce(context, 'deleteWebhookEndpoint', input, (inside) => removeEndpoint(inside, context.viewer, id));
      return { id };
    },
  }),
);

const RotateWebhookSecretInput = builder.inputType('RotateWebhookSecretInput', {
  description: 'The endpoint that gets a new secret.',
  fields: (t) => ({ endpointId: t.id(endpointIdField), idempotencyKey: t.string(idempotencyKeyField) }),
});

builder.mutationField('rotateWebhookSecret', (t) =>
  t.field({
    type: WebhookSecretPayload,
    description: `Creates a new secret for an endpoint. For ${limits.webhooks.bothSecretsHours} hours the previous secret signs as well.`,
    errors: { types: [...refusals], union: resultOf('rotateWebhookSecret') },
    args: { input: t.arg({ ...inputArgument, type: RotateWebhookSecretInput }) },
    resolve: async (_root, { input }, context) => {
      const secret = await runOnce(context, 'rotateWebhookSecret', input, async (inside) =>
        newSecretOf(await rotateSecret(inside, context.viewer, endpointRow(input.endpointId))),
      );
      return forChanger(context, secret);
    },
  }),
);

const SendTestEventInput = builder.inputType('SendTestEventInput', {
  description: 'The endpoint that gets a test event.',
  fields: (t) => ({ endpointId: t.id(endpointIdField), idempotencyKey: t.string(idempotencyKeyField) }),
});

builder.mutationField('sendTestEvent', (t) =>
  t.prismaField({
    type: WebhookDeliveryType,
    description: 'Sends an event of type `webhook.test` to an endpoint.',
    errors: {
      types: [...refusals, WebhookEndpointDisabled, WebhookEndpointNotVerified],
      union: resultOf('sendTestEvent'),
    },
    args: { input: t.arg({ ...inputArgument, type: SendTestEventInput }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await runOnce(
        context,
        'sendTestEvent',
        input,
        async (inside) => (await sendTestEvent(inside, context.viewer, endpointRow(input.endpointId))).id,
      );
      return readDelivery(context, query, id);
    },
  }),
);

const ReplayDeliveryInput = builder.inputType('ReplayDeliveryInput', {
  description: 'The delivery that is sent again.',
  fields: (t) => ({
    deliveryId: t.id({ required: true, description: 'The id of the webhook delivery.' }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('replayDelivery', (t) =>
  t.prismaField({
    type: WebhookDeliveryType,
    description:
      'Sends a delivery again immediately with the same `webhook-id`; a delivery that waits for its next attempt is attempted now.',
    errors: {
      types: [...refusals, WebhookDeliveryNotFound, WebhookEndpointDisabled, WebhookEndpointNotVerified],
      union: resultOf('replayDelivery'),
    },
    args: { input: t.arg({ ...inputArgument, type: ReplayDeliveryInput }) },
    resolve: async (query, _root, { input }, context) => {
      const id = rowIdOf('WebhookDelivery', String(input.deliveryId));
      await runOnce(context, 'replayDelivery', input, (inside) => replayDelivery(inside, context.viewer, id));
      return readDelivery(context, query, id);
    },
  }),
);

const ReplayEventsInput = builder.inputType('ReplayEventsInput', {
  description: 'The endpoint, and the cursor after which events are sent again.',
  fields: (t) => ({
    endpointId: t.id(endpointIdField),
    after: t.string({
      required: true,
      description: `A cursor of \`inbox\`; at most ${limits.webhooks.retentionDays} days back.`,
    }),
    idempotencyKey: t.string(idempotencyKeyField),
  }),
});

builder.mutationField('replayEvents', (t) =>
  t.prismaField({
    type: WebhookEndpointType,
    description:
      'Sends everything again that has happened after a cursor, in its order and with the same `webhook-id`s.',
    errors: {
      types: [...refusals, InputInvalid, WebhookEndpointDisabled, WebhookEndpointNotVerified],
      union: resultOf('replayEvents'),
    },
    args: { input: t.arg({ ...inputArgument, type: ReplayEventsInput }) },
    resolve: async (query, _root, { input }, context) => {
      const endpointId = endpointRow(input.endpointId);
      const { after } = input;
      await runOnce(context, 'replayEvents', input, (inside) =>
        replayEvents(inside, context.viewer, { endpointId, after }),
      );
      return readEndpoint(context, query, endpointId);
    },
  }),
);
