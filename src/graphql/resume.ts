import { type GraphQLField, type GraphQLResolveInfo, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import type { Context } from './context.ts';

/**
 * Has streams go on where their wire says that they were cut off (`Last-Event-ID`), and notes the cursor of each event
 * for it. It is for every subscription that takes `after`, and for every event whose type has a `cursor`.
 */
export function resumeStreams(schema: GraphQLSchema): GraphQLSchema {
  const fields: Record<string, GraphQLField<unknown, Context>> = schema.getSubscriptionType()?.getFields() ?? {};
  for (const field of Object.values(fields)) {
    if (!field.args.some(({ name }) => name === 'after')) continue;
    const { subscribe, resolve } = field;
    field.subscribe = (root, args, context, info) => {
      const { lastEventId } = context.passage;
      return subscribe?.(root, lastEventId === undefined ? args : { ...args, after: lastEventId }, context, info);
    };
    field.resolve = async (source, args, context, info) => {
      const event = await resolve?.(source, args, context, info);
      context.passage.lastCursor = await cursorOf(event, context, info);
      return event;
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
