/**
 * Executes the events of subscriptions, those with the same subject once for all subscribers where that is correct.
 *
 * A thousand subscribers of one order mostly run the same document. Executing it a thousand times for one entry gives the
 * same result a thousand times, unless a resolver looks at the viewer. So the first subscriber executes, and the others
 * get the same result. A context that records reads of `viewer`, `rateLimitKey` and `request` shows whether the result
 * depends on the subscriber: such a document is executed for each subscriber from then on.
 *
 * The invariant: a result is shared only if its execution read nothing of the subscriber and had no errors. Subject,
 * document, operation name and the variables that events use are the same, and it is at most `tuning.live.sharedMs` old.
 * The access of each subscriber has been checked before its event comes here (`subscribeToLog`).
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

/** An event with the object that it is about: the same object for all subscribers that get it at about the same time. */
export interface SharedEvent {
  readonly subject: object;
}

interface SharedResult {
  readonly result: ExecutionResult;
  /** False if the result depends on the subscriber, or has errors. */
  readonly isShareable: boolean;
}

/** Replaces the execution of subscription events by one that shares results. */
export function useSharedEvents(): Plugin<Context> {
  const results = createSharedResults();
  return {
    onSubscribe: ({ setSubscribeFn }) =>
      setSubscribeFn(async (args: ExecutionArgs) => {
        const source = await createSourceEventStream(args);
        if (!(Symbol.asyncIterator in source)) return source;
        const key = resultKey(args);
        return mapEvents(source, (event) => results.execute(args, event, key));
      }),
  };
}

/** Everything that a result depends on besides the event, the document and the subscriber. */
function resultKey({ document, operationName, variableValues }: ExecutionArgs): string {
  const used = variablesOfEvents(document, operationName);
  return JSON.stringify([operationName, Object.entries(variableValues ?? {}).filter(([name]) => used.has(name))]);
}

/** The variables outside the arguments of the subscription field: where a subscription begins does not affect an event. */
function variablesOfEvents(document: DocumentNode, operationName: string | null | undefined): ReadonlySet<string> {
  const fields = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  const ownArguments = new Set<object>(
    fields.flatMap((field) => (field.kind === Kind.FIELD ? (field.arguments ?? []) : [])),
  );
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Argument: (argument) => (ownArguments.has(argument) ? false : undefined),
    Variable: ({ name }) => {
      used.add(name.value);
    },
  });
  return used;
}

type ResultsByKey = Map<string, Promise<SharedResult>>;

function createSharedResults() {
  let bySubject = new WeakMap<object, Map<DocumentNode, ResultsByKey>>();
  let sharedSince = 0;
  /** Documents whose results depend on the subscriber: other results of theirs need not be awaited. */
  const personal = new WeakSet<DocumentNode>();

  const resultsOf = (subject: object, document: DocumentNode): ResultsByKey => {
    // An event shows the state at the time when it is sent: older results are not shared.
    if (performance.now() - sharedSince > tuning.live.sharedMs) {
      bySubject = new WeakMap();
      sharedSince = performance.now();
    }
    const byDocument = bySubject.get(subject) ?? new Map<DocumentNode, ResultsByKey>();
    bySubject.set(subject, byDocument);
    const results = byDocument.get(document) ?? new Map<string, Promise<SharedResult>>();
    byDocument.set(document, results);
    return results;
  };

  return {
    execute: async (args: ExecutionArgs, event: unknown, key: string): Promise<ExecutionResult> => {
      const executeAlone = () => executeEvent(args, event);
      if (!isShared(event) || personal.has(args.document)) return (await executeAlone()).result;
      const results = resultsOf(event.subject, args.document);
      const existing = results.get(key);
      const executing = existing ?? executeAlone();
      results.set(key, executing);
      const { result, isShareable } = await executing;
      if (!isShareable) personal.add(args.document);
      return isShareable || !existing ? result : (await executeAlone()).result;
    },
  };
}

const isShared = (event: unknown): event is SharedEvent =>
  typeof event === 'object' && event !== null && 'subject' in event && typeof event.subject === 'object';

async function executeEvent(args: ExecutionArgs, event: unknown): Promise<SharedResult> {
  // The context of every operation was made by createContext.
  const { contextValue, isPersonal } = recordReads(args.contextValue as Context);
  const result = await execute({ ...args, rootValue: event, contextValue });
  // What fails for one subscriber may succeed for the next.
  return { result, isShareable: !isPersonal() && !result.errors };
}

/** A copy of the context that records whether anything of the subscriber was read. */
function recordReads(context: Context): { contextValue: Context; isPersonal: () => boolean } {
  let isPersonal = false;
  const recorded = <Name extends 'viewer' | 'rateLimitKey' | 'request'>(name: Name) => ({
    enumerable: true,
    get: (): Context[Name] => {
      isPersonal = true;
      return context[name];
    },
  });
  const contextValue = Object.defineProperties(
    { ...context },
    { viewer: recorded('viewer'), rateLimitKey: recorded('rateLimitKey'), request: recorded('request') },
  );
  return { contextValue, isPersonal: () => isPersonal };
}
