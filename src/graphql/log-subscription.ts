/**
 * The one way to add a subscription to a log. It adds the union of the events, the argument `after`, the refusals, and
 * the resuming by `Last-Event-ID` on wires that have it.
 */
import type { ArgBuilder, InputFieldMap, InputShapeFromFields } from '@pothos/core';
import { wrapOrThrow } from '@pothos/plugin-errors';
import type { Viewer } from '../access/viewer.ts';
import { Refusal } from '../platform/errors.ts';
import { builder } from './builder.ts';
import { type Context, resetContext } from './context.ts';
import { mapEvents } from './map-events.ts';

type SchemaTypes = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;
type ArgumentBuilder = ArgBuilder<SchemaTypes>;
type Class<Instance extends object> = abstract new (...args: never[]) => Instance;

export interface LogSubscription<Args extends InputFieldMap, Classes extends readonly Class<object>[]> {
  readonly description: string;
  /** The union of the events and refusals. */
  readonly event: { readonly name: string; readonly description: string };
  /** The classes of the events. The object type of each has the name of the class. */
  readonly types: Classes;
  readonly refusals: readonly Class<Refusal>[];
  /** The arguments besides `after`. */
  readonly args?: (arg: ArgumentBuilder) => Args;
  readonly afterDescription: string;
  readonly subscribe: (
    args: InputShapeFromFields<Args>,
    options: SubscribeOptions,
    context: Context,
  ) => AsyncIterable<InstanceType<Classes[number]> | Refusal>;
  /** The cursor of an event; undefined for events without one. */
  readonly cursorOf: (event: InstanceType<Classes[number]>, context: Context) => string | undefined;
}

export interface SubscribeOptions {
  /** The cursor to resume from; undefined to begin at the start of the log. */
  readonly after: string | undefined;
  /** Call it before each event with the viewer's current rights. */
  readonly refreshViewer: (viewer: Viewer) => void;
}

/** Adds a subscription field to the schema. */
export function logSubscription<
  const Classes extends readonly Class<object>[],
  Args extends InputFieldMap = Record<never, never>,
>(
  name: string,
  { description, event, types, refusals, args, afterDescription, subscribe, cursorOf }: LogSubscription<Args, Classes>,
): void {
  const EventUnion = builder.unionType(event.name, {
    description: event.description,
    types: [...types, ...refusals] as never[],
    // The object type of a class has its name.
    resolveType: (one: object) => one.constructor.name,
  });
  builder.subscriptionField(name, (t) =>
    t.field({
      type: EventUnion,
      description,
      args: { ...args?.(t.arg), after: t.arg.string({ description: afterDescription }) },
      subscribe: (_root, { after, ...others }, context) => {
        const { resume } = context.request;
        // Pothos does not know the type of arguments that are made by a function.
        const events = subscribe(
          others as InputShapeFromFields<Args>,
          {
            after: resume?.lastEventId ?? (after as string | null | undefined) ?? undefined,
            refreshViewer: (viewer) => resetContext(context, viewer),
          },
          context,
        );
        if (!resume) return events;
        return mapEvents(events, async (one) => {
          resume.lastCursor = one instanceof Refusal ? undefined : cursorOf(one, context);
          return one;
        });
      },
      // graphql-js takes an error that is returned for one that is thrown: refusals are wrapped.
      resolve: (one: InstanceType<Classes[number]> | Refusal) =>
        (one instanceof Refusal ? wrapOrThrow(one, [...refusals] as never[]) : one) as never,
    }),
  );
}
