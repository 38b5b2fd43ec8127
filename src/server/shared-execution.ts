/**
 * What an operation makes of an event is the same for all who follow it, unless something in it looks at who that is.
 * So it is made once for all of them; whether each may have it has been asked, for each, before the event came here.
 */
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  getOperationAST,
  Kind,
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../graphql/context.ts';
import { mapEvents } from '../graphql/map-events.ts';
import { tuning } from '../tuning.ts';

/** An event that tells its followers of one thing: the same object for all of them who are told at about the same time. */
export interface SharedEvent {
  readonly subject: object;
}

/** What was made of an event, and whether it depends on who follows. */
interface Made {
  readonly result: ExecutionResult;
  readonly isForAll: boolean;
}

/** Makes the events of streams, those of one moment once for all followers as far as that is right. */
export function useSharedEvents(): Plugin<Context> {
  const board = createBoard();
  return {
    onSubscribe: ({ setSubscribeFn }) =>
      setSubscribeFn(async (args: ExecutionArgs) => {
        const source = await createSourceEventStream(args);
        if (!(Symbol.asyncIterator in source)) return source;
        const name = nameOf(args);
        return mapEvents(source, (event) => board.make(args, event, name));
      }),
  };
}

/** Everything that the events of an operation depend on beside the event, its document and who follows. */
function nameOf({ document, operationName, variableValues }: ExecutionArgs): string {
  const used = variablesOfEvents(document, operationName);
  return JSON.stringify([operationName, Object.entries(variableValues ?? {}).filter(([name]) => used.has(name))]);
}

/** The variables that stand anywhere but in the arguments of the stream itself: where to begin makes no event another one. */
function variablesOfEvents(document: DocumentNode, operationName: string | null | undefined): ReadonlySet<string> {
  const streams = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  const ofStreams = new Set<object>(
    streams.flatMap((field) => (field.kind === Kind.FIELD ? (field.arguments ?? []) : [])),
  );
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Argument: (argument) => (ofStreams.has(argument) ? false : undefined),
    Variable: ({ name }) => {
      used.add(name.value);
    },
  });
  return used;
}

function createBoard() {
  let kept = new WeakMap<object, Map<DocumentNode, Map<string, Promise<Made>>>>();
  let keptSince = 0;
  /** Operations that looked at their follower before need not be waited for. */
  const personal = new WeakSet<DocumentNode>();

  const makesOf = (subject: object, document: DocumentNode) => {
    // An event shows things as they are when it is sent: nobody gets what was made for others long ago.
    if (performance.now() - keptSince > tuning.live.sharedMs) {
      kept = new WeakMap();
      keptSince = performance.now();
    }
    const documents = kept.get(subject) ?? new Map<DocumentNode, Map<string, Promise<Made>>>();
    kept.set(subject, documents);
    const makes = documents.get(document) ?? new Map<string, Promise<Made>>();
    documents.set(document, makes);
    return makes;
  };

  return {
    make: async (args: ExecutionArgs, event: unknown, name: string): Promise<ExecutionResult> => {
      const own = () => makeEvent(args, event);
      if (!isShared(event) || personal.has(args.document)) return (await own()).result;
      const makes = makesOf(event.subject, args.document);
      const known = makes.get(name);
      const making = known ?? own();
      makes.set(name, making);
      const made = await making;
      if (!made.isForAll) personal.add(args.document);
      return made.isForAll || !known ? made.result : (await own()).result;
    },
  };
}

const isShared = (event: unknown): event is SharedEvent =>
  typeof event === 'object' && event !== null && 'subject' in event && typeof event.subject === 'object';

async function makeEvent(args: ExecutionArgs, event: unknown): Promise<Made> {
  // Every operation has the context that createContext made.
  const { contextValue, isPersonal } = watch(args.contextValue as Context);
  const result = await execute({ ...args, rootValue: event, contextValue });
  // What failed for one may go well for the next.
  return { result, isForAll: !isPersonal() && !result.errors };
}

/** The same context, which notes whether anybody asked it who follows. */
function watch(context: Context): { contextValue: Context; isPersonal: () => boolean } {
  let isPersonal = false;
  const noted = <Name extends 'viewer' | 'rateLimitKey' | 'request'>(name: Name) => ({
    enumerable: true,
    get: (): Context[Name] => {
      isPersonal = true;
      return context[name];
    },
  });
  const contextValue = Object.defineProperties(
    { ...context },
    { viewer: noted('viewer'), rateLimitKey: noted('rateLimitKey'), request: noted('request') },
  );
  return { contextValue, isPersonal: () => isPersonal };
}
