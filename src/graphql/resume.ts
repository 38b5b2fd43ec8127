import { type GraphQLField, type GraphQLResolveInfo, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import type { Context } from './context.ts';
import { mapEvents } from './map-events.ts';

/**
 * Has streams go on where their wire says that they were cut off (`Last-Event-ID`), and notes the cursor of each event
 * for it. It is for every subscription that takes `after`, and for every event whose type has a `cursor`. The cursor is
 * looked for when the event comes: what is made of it may be made once for several who follow.
 */
export function resumeStreams(schema: GraphQLSchema): GraphQLSchema {
  const fields: Record<string, GraphQLField<unknown, Context>> = schema.getSubscriptionType()?.getFields() ?? {};
  for (const field of Object.values(fields)) {
    const { subscribe, resolve } = field;
    if (!subscribe || !resolve || !field.args.some(({ name }) => name === 'after')) continue;
    field.subscribe = async (root, args, context, info) => {
      const { resume } = context.request;
      if (!resume) return subscribe(root, args, context, info);
      const { lastEventId } = resume;
      const wanted = lastEventId === undefined ? args : { ...args, after: lastEventId };
      const events = (await subscribe(root, wanted, context, info)) as AsyncIterable<unknown>;
      return mapEvents(events, async (event) => {
        resume.lastCursor = await cursorOf(await resolve(event, args, context, info), context, info);
        return event;
      });
    };
  }
  return schema;
}

async function cursorOf(event: unknown, context: Context, info: GraphQLResolveInfo): Promise<string | undefined> {
  const { returnType, schema } = info;
  const named = 'ofType' in returnType ? returnType.ofType : returnType;
  const name = isAbstractType(named) ? await named.resolveType?.(event, context, info, named) : String(named);
  const type = schema.getType(name ?? '');
  const cursor: unknown = isObjectType(type)
    ? await type.getFields()['cursor']?.resolve?.(event, {}, context, info)
    : undefined;
  return typeof cursor === 'string' ? cursor : undefined;
}
