import { isOwnAction } from '../../access/actor.ts';
import { AccountType, accountLoader } from '../../accounts/account.schema.ts';
import { PersonType, personLoader } from '../../accounts/person.schema.ts';
import { builder } from '../../graphql/builder.ts';
import { connectionOf } from '../../graphql/connection-types.ts';
import { cursorMalformed, type PageRequest, pageCost, pageOf, pageRequest } from '../../graphql/connections.ts';
import type { Context } from '../../graphql/context.ts';
import { outputTypeOf } from '../../graphql/fields.ts';
import { clientKeyOf } from '../../graphql/idempotency.ts';
import { toGlobalId } from '../../graphql/ids.ts';
import { pageLoader } from '../../graphql/page-loader.ts';
import { tableListCost } from '../../graphql/step-fields.schema.ts';
import { type NumberedPagePlan, planned } from '../../plans/declarations.ts';
import { type EntryType, entryTypes, eventOf } from '../../process/entries.ts';
import { isShownElsewhere } from '../../process/fields.ts';
import { entryTypeName, enumName, eventTitle } from '../../process/names.ts';
import { OrderStatusEnum } from '../order.schema.ts';
import { detailsOf, EntryDetailType, readerOf } from './entry-values.schema.ts';
import { partsAreRead } from './order-parts.schema.ts';
import { readTimelinePages, type TimelinePageRequest } from './read-pages.ts';
import { decodeTimelineCursor, type Entry, encodeTimelineCursor, type TimelinePosition } from './timeline.ts';

const actors = { ADVERTISER: 'advertiser', SELLER: 'seller', OPERATOR: 'operator', SYSTEM: 'system' } as const;
export const ActorRoleEnum = builder.enumType('ActorRole', {
  description: 'The role in which somebody acted in an order.',
  values: {
    ADVERTISER: { value: actors.ADVERTISER, description: 'The party that placed the order.' },
    SELLER: { value: actors.SELLER, description: 'The party that owns the space.' },
    OPERATOR: { value: actors.OPERATOR, description: 'The operator of the marketplace, who mediates.' },
    SYSTEM: { value: actors.SYSTEM, description: 'The system: a timer or an external service.' },
  },
});

/** `Payment requested: the entry that the step \`requestPayment\` adds.` */
const descriptionOf = (event: string, description: string) => `${eventTitle(event)}: ${description}.`;

export const EntryTypeEnum = builder.enumType('TimelineEntryType', {
  description: 'The event that an entry of a timeline stands for, in the past tense.',
  values: Object.fromEntries(
    entryTypes.map(({ type, event, description }) => [
      enumName(event),
      { value: type, description: descriptionOf(event, description) },
    ]),
  ),
});

/** The fields of all entries. */
export const TimelineEntry = builder.interfaceRef<Entry>('TimelineEntry').implement({
  description:
    'Something that happened in an order. Entries are numbered without gaps and never change; but what a rating says can be read by others only once it is published. The type says what happened; fields beside these are what it was done with.',
  resolveType: ({ type }) => entryTypeName(eventOf(type)),
  fields: (t) => ({
    id: t.id({
      description: 'Opaque id that is unique in the whole API.',
      resolve: ({ orderId, number }) => toGlobalId('TimelineEntry', `${orderId}:${number}`),
    }),
    number: t.exposeInt('number', { description: "The entry's number in its order, from 1." }),
    cursor: t.string({
      description: 'The place just after this entry, for `after` of the query and of the stream.',
      resolve: (entry, _args, { app }) => encodeTimelineCursor(app.epoch.name, entry),
    }),
    idempotencyKey: t.string({
      nullable: true,
      description:
        'The idempotency key of the request, so that a client can recognize its own change. Visible to its author only.',
      resolve: (entry, _args, { viewer }) =>
        entry.idempotencyKey !== null && isOwnAction(viewer, entry) ? clientKeyOf(entry.idempotencyKey, viewer) : null,
    }),
    type: t.field({
      type: EntryTypeEnum,
      description: 'The event that the entry stands for.',
      // Only types of the tables are written.
      resolve: ({ type }) => type as EntryType,
    }),
    title: t.string({
      description: 'The event in words, in English: “Payment requested”.',
      resolve: ({ type }) => eventTitle(eventOf(type)),
    }),
    details: t.field({
      type: [EntryDetailType],
      complexity: tableListCost,
      description: 'The values of the entry that the viewer may see, without its files.',
      resolve: (entry, _args, context) => detailsOf(entry, context),
    }),
    occurredAt: t.expose('at', { type: 'DateTime', description: 'The moment of the event.' }),
    actorRole: t.field({
      type: ActorRoleEnum,
      description: 'The role in which the actor caused the event.',
      resolve: ({ role }) => role as 'system',
    }),
    actor: t.field({
      type: AccountType,
      nullable: true,
      description: 'The account that caused the event; null for the system, and for the holder of a setup link.',
      ...planned({ kind: 'row', model: 'Account', idField: 'actorId' }),
      resolve: ({ actorId }, _args, context) => (actorId ? accountLoader(context).load(actorId) : null),
    }),
    person: t.field({
      type: PersonType,
      nullable: true,
      description: 'The person who acted on behalf of the account. Null if an application or the system acted.',
      ...planned({ kind: 'row', model: 'Person', idField: 'personId' }),
      resolve: ({ personId }, _args, context) => (personId ? personLoader(context).load(personId) : null),
    }),
    fromStatus: t.field({
      type: OrderStatusEnum,
      nullable: true,
      description: 'The status before the step; null for other entries and for the first.',
      resolve: ({ fromStatus }) => fromStatus,
    }),
    toStatus: t.field({
      type: OrderStatusEnum,
      nullable: true,
      description: 'The status after the step; null for other entries.',
      resolve: ({ toStatus }) => toStatus,
    }),
    revision: t.exposeInt('revision', { description: "The order's revision after it." }),
    isOverride: t.exposeBoolean('isOverride', { description: 'True if an operator overrode the process.' }),
  }),
});

const blindness = 'Null for all viewers except its author until the ratings of the order are published.';

/** The type of each type of entry. */
export const entryRefs = new Map(
  entryTypes.map(({ type, event }) => [type, builder.objectRef<Entry>(entryTypeName(event))] as const),
);

for (const { type, event, description: meaning, input } of entryTypes) {
  builder.objectType(entryRefs.get(type) as NonNullable<ReturnType<typeof entryRefs.get>>, {
    name: entryTypeName(event),
    description: descriptionOf(event, meaning),
    interfaces: [TimelineEntry],
    fields: (t) =>
      Object.fromEntries(
        Object.entries(input).flatMap(([name, field]) => {
          if (isShownElsewhere(field)) return [];
          const read = readerOf(type, name, field);
          const resolve = (entry: Entry, _args: object, context: Context) => read(entry, context);
          const description = field.isSealed ? `${field.description} ${blindness}` : field.description;
          const options = { description, nullable: !field.required || field.isSealed === true };
          return [[name, t.field({ ...options, type: outputTypeOf(field) as never, resolve: resolve as never })]];
        }),
      ),
  });
}

/**
 * A loader of pages of the entries or the messages of orders. The same page of several orders is one statement. Entries
 * are read after the parts that the operation asks for (decision 23).
 */
export const timelinePageLoader = <Row extends { orderId: string; number: number }>(table: 'log_entry' | 'message') =>
  pageLoader(async (context, orderIds, request) => {
    if (table === 'log_entry') await partsAreRead(context);
    return readTimelinePages<Row>(context.app.db, table, orderIds, windowIn(request));
  });

function windowIn({ after, before, size, isFromEnd }: PageRequest): TimelinePageRequest {
  const numberOf = (cursor: string | undefined) =>
    cursor === undefined ? undefined : (decodeTimelineCursor(cursor)?.number ?? cursorMalformed(cursor));
  return { after: numberOf(after) ?? 0, before: numberOf(before), limit: size + 1, isFromEnd };
}

/** The request for a page of one order. @throws a GraphQL error for a cursor of another order or database */
export function timelinePageRequest(
  { app }: Context,
  orderId: string,
  args: Parameters<typeof pageRequest>[0],
): PageRequest {
  const request = pageRequest(args);
  for (const cursor of [request.after, request.before]) {
    const position = cursor === undefined ? undefined : (decodeTimelineCursor(cursor) ?? cursorMalformed(cursor));
    if (position && (position.orderId !== orderId || position.epoch !== app.epoch.name)) cursorMalformed(cursor ?? '');
  }
  return request;
}

/** The page of rows that have numbers on a timeline. */
export const timelinePage = <Row extends TimelinePosition>(
  { app }: Context,
  request: PageRequest,
  rows: readonly Row[],
) => pageOf(request, rows, (row) => encodeTimelineCursor(app.epoch.name, row));

/** The planned page of what has numbers on the timeline of an order. */
export const timelinePagePlan = (model: 'LogEntry' | 'Message'): NumberedPagePlan => ({
  kind: 'numbered-page',
  model,
  ownerField: 'orderId',
  window: (args) => windowIn(pageRequest(args)),
  page: (context, order, args, rows) => timelinePage(context, timelinePageRequest(context, order.id, args), rows),
});

const entries = timelinePageLoader<Entry>('log_entry');

builder.prismaObjectField('Order', 'timeline', (t) =>
  t.connection(
    {
      type: TimelineEntry,
      description:
        'Everything that happened in this order, oldest first: steps, messages, mails, in one sequence. Its cursors are those of the stream `orderTimeline`.',
      complexity: pageCost,
      ...planned(timelinePagePlan('LogEntry')),
      resolve: async ({ id }, args, context) => {
        const request = timelinePageRequest(context, id, args);
        return timelinePage(context, request, await entries(context).load({ ownerId: id, request }));
      },
    },
    connectionOf(TimelineEntry),
  ),
);

builder.prismaObjectField('Order', 'cursor', (t) =>
  t.string({
    description:
      'The place after the newest entry: follow `orderTimeline` from here to miss nothing that comes after this answer.',
    resolve: ({ id, logNumber }, _args, { app }) =>
      encodeTimelineCursor(app.epoch.name, { orderId: id, number: logNumber }),
  }),
);
