/** The schema builder: plugins, scalars and root types. Types are added by the *.schema.ts files. */
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import { DateTimeISOResolver, LocalDateResolver, SafeIntResolver } from 'graphql-scalars';
import { ScopeMissing } from '../access/scopes.ts';
import type PrismaTypes from '../generated/pothos.ts';
import { getDatamodel } from '../generated/pothos.ts';
import { limits } from '../limits.ts';
import type { Day } from '../platform/days.ts';
import { IdempotencyKeyReused, InputInvalid, ResultUnavailable } from '../platform/errors.ts';
import type { Context } from './context.ts';
import { CurrencyScalar } from './currency-scalar.ts';
import { fromGlobalId, toGlobalId } from './ids.ts';
import { recordRefusal } from './refusal-log.ts';

export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  Scalars: {
    DateTime: { Input: Date; Output: Date };
    Date: { Input: Day; Output: Day };
    SafeInt: { Input: number; Output: number };
    Currency: { Input: string; Output: string };
  };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
}>({
  // The order matters: errors must wrap the fields of prisma.
  plugins: [ErrorsPlugin, ComplexityPlugin, RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  // Every mutation has an idempotency key, and can be refused to an application that lacks a scope.
  errors: {
    directResult: true,
    defaultTypes: [ScopeMissing, InputInvalid, IdempotencyKeyReused, ResultUnavailable],
    onResolvedError: recordRefusal,
  },
  complexity: { disabled: true, defaultListMultiplier: 10 },
  prisma: {
    client: ({ app }) => app.db,
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    onUnusedQuery: 'error',
    maxConnectionSize: limits.pageSize,
    defaultConnectionSize: limits.defaultPageSize,
  },
  relay: {
    encodeGlobalID: toGlobalId,
    decodeGlobalID: fromGlobalId,
    cursorType: 'String',
    nodeTypeOptions: { description: 'An object with an id that is unique in the whole API.' },
    nodeQueryOptions: {
      description: 'The object with this id, if the viewer may see it.',
      args: { id: { description: 'The `id` of an object.' } },
    },
    nodesQueryOptions: {
      description: `The objects with these ids, at most ${limits.listArguments}; null in the place of what does not exist for the viewer.`,
      args: { ids: { description: 'The global ids of the objects.' } },
      complexity: ({ ids }: { ids: readonly unknown[] }) => ({ field: 1, multiplier: Math.max(1, ids.length) }),
    } as never,
    idFieldOptions: { description: 'Opaque id that is unique in the whole API.' },
    pageInfoTypeOptions: { description: 'Position of a page within its list.' },
    hasNextPageFieldOptions: { description: 'True if there are items after this page.' },
    hasPreviousPageFieldOptions: { description: 'True if there are items before this page.' },
    startCursorFieldOptions: { description: 'The place of the first item of this page.' },
    endCursorFieldOptions: { description: 'The place of the last item of this page.' },
    pageInfoFieldOptions: { description: 'Position of this page within the list.' },
    // The cost of the page is counted with its connection.
    edgesFieldOptions: {
      description: 'The items of this page, each with its place.',
      complexity: { field: 0, multiplier: 1 },
    },
    nodesOnConnection: {
      description: 'The nodes of this page, without their cursors.',
      // As much as `node` of each edge.
      complexity: { field: 1, multiplier: 1 },
    } as never,
    nodeFieldOptions: { description: 'The object at this position of the list.' },
    cursorFieldOptions: { description: 'The place of this item in the list, for `after` and `before`.' },
    firstArgOptions: { description: `At most this many, from the start; 1 to ${limits.pageSize}.` },
    lastArgOptions: { description: `At most this many, from the end; 1 to ${limits.pageSize}.` },
    afterArgOptions: { description: 'Only what comes after this place.' },
    beforeArgOptions: { description: 'Only what comes before this place.' },
    defaultConnectionTypeOptions: { description: 'A page of a list.' },
    defaultEdgeTypeOptions: { description: 'An item of a list, with its place.' },
  },
});

builder.queryType({ description: 'All queries of the API.' });
builder.mutationType({
  description:
    'All mutations. Each takes one `input` and returns its result or a refusal that says what to do. With an `idempotencyKey`, a request can be repeated.',
});
builder.subscriptionType({
  description: 'All subscriptions, over WebSocket (graphql-transport-ws) or server-sent events.',
});

builder.addScalarType('DateTime', DateTimeISOResolver, {
  description: 'A moment: ISO 8601, in UTC, e.g. 2026-11-22T15:04:05.123Z.',
});
builder.addScalarType('Date', LocalDateResolver, {
  description: 'A calendar day: ISO 8601, without a time and a time zone, e.g. 2026-11-22.',
});
builder.addScalarType('SafeInt', SafeIntResolver, {
  description: 'A whole number that is exact in a double: up to 2^53 - 1.',
});
builder.addScalarType('Currency', CurrencyScalar, {
  description:
    'A currency by its ISO 4217 code, e.g. EUR. Only currencies in which people pay: no funds, no precious metals. Lower case is read as upper case.',
});
