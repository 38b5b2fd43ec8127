/** Documents for webhooks: validation, and execution for one event. */
import {
  type ArgumentNode,
  type DocumentNode,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { ApplicationViewer } from '../access/viewer.ts';
import { createContext } from '../graphql/context.ts';
import type { Deprecations } from '../graphql/document-info.ts';
import { parseWithinLimits } from '../graphql/documents.ts';
import { formatError } from '../graphql/error-format.ts';
import { toGlobalId } from '../graphql/ids.ts';
import { maskError } from '../graphql/mask-error.ts';
import { entryPosition } from '../inbox/inbox.ts';
import { InboxEntryAdded } from '../inbox/inbox-subscription.ts';
import { TimelineEntryAdded } from '../orders/timeline/order-subscription.ts';
import type { Entry } from '../orders/timeline/timeline.ts';
import { internalError } from '../platform/errors.ts';
import type { OrderServices } from '../services/order-services.ts';

/** The event of an entry for each subscription that an endpoint may use. */
const eventOf: Readonly<Record<string, (entry: Entry) => unknown>> = {
  orderTimeline: (entry) => new TimelineEntryAdded(entry),
  inbox: (entry) => new InboxEntryAdded(entry, entryPosition(entry)),
};

/** The order of an event and the numbers of both, under the names of query variables. */
const knownVariables = ['orderId', 'number'];

/** The reason why the result of a valid document cannot be sent for events; undefined if it can. */
export function problemOfEventDocument(text: string): string | undefined {
  const operation = operationOf(parseWithinLimits(text));
  if (operation.operation === 'mutation') return 'must be a query or a subscription, not a mutation';
  const root = operation.selectionSet.selections[0];
  if (operation.operation === 'subscription') {
    if (root?.kind !== Kind.FIELD || !Object.hasOwn(eventOf, root.name.value))
      return `must subscribe to ${Object.keys(eventOf).join(' or ')}, with a field and not with a fragment`;
    const order = argumentOf(operation, 'orderId');
    if (order && order.value.kind !== Kind.VARIABLE) return 'must take `orderId` from a variable';
  }
  const filled = variableNamesOf(operation);
  const missing = (operation.variableDefinitions ?? [])
    .filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue)
    .map(({ variable }) => variable.name.value)
    .filter((name) => !filled.has(name));
  if (missing.length > 0) return `must not require the variable $${missing[0]}, which events do not provide`;
  return undefined;
}

/** The variables of an operation that receive parts of an event. */
function variableNamesOf(operation: OperationDefinitionNode): ReadonlyMap<string, string> {
  if (operation.operation === 'query') return new Map(knownVariables.map((name) => [name, name]));
  const order = argumentOf(operation, 'orderId');
  return new Map(order?.value.kind === Kind.VARIABLE ? [[order.value.name.value, 'orderId']] : []);
}

function argumentOf({ selectionSet }: OperationDefinitionNode, name: string): ArgumentNode | undefined {
  const [root] = selectionSet.selections;
  return root?.kind === Kind.FIELD ? root.arguments?.find((argument) => argument.name.value === name) : undefined;
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  // A registered document has exactly one operation.
  if (!operation) throw new Error('The document has no operation');
  return operation;
}

/** Executes a document for an entry with the access of a viewer. */
export type RunForEvent = (
  app: OrderServices,
  viewer: ApplicationViewer,
  event: { readonly text: string; readonly entry: Entry },
) => Promise<FormattedExecutionResult>;

/**
 * Executes a document for one entry, in the way in which a subscription is executed for each of its events.
 * @throws on an internal error, so that the delivery is retried
 */
export const runForEvent =
  (schema: GraphQLSchema, deprecations: Deprecations): RunForEvent =>
  async (app, viewer, { text, entry }) => {
    const document = parseWithinLimits(text);
    const operation = operationOf(document);
    const [root] = operation.selectionSet.selections;
    const parts: Record<string, unknown> = { orderId: toGlobalId('Order', entry.orderId), number: entry.number };
    const named = new Set((operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value));
    const variableValues = Object.fromEntries(
      [...variableNamesOf(operation)].flatMap(([name, part]) => (named.has(name) ? [[name, parts[part]]] : [])),
    );
    const isStream = operation.operation === 'subscription' && root?.kind === Kind.FIELD;
    const result = await execute({
      schema,
      document,
      rootValue: isStream ? eventOf[root.name.value]?.(entry) : undefined,
      contextValue: createContext({
        app,
        // The sender is a background task of the tenant and ends with it.
        lease: { start: () => () => undefined, cancel: () => undefined },
        viewer,
        userAgent: undefined,
        rateLimitKey: 'webhooks',
        countRefusal: () => undefined,
        query: text,
        source: 'registered',
        retirement: undefined,
        deprecated: [],
        deprecations,
      }),
      variableValues,
    });
    const errors = result.errors?.map((error) => formatError(app.config, maskError(app, error)));
    const fault = errors?.find(({ extensions }) => extensions['code'] === internalError.code);
    if (fault) throw new GraphQLError('the event could not be written');
    return { data: result.data ?? null, ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}) };
  };
