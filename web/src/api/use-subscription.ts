import { useEffect, useRef } from 'react';
import { useClient } from 'urql';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { operation } from './operations.ts';

/**
 * Follows a subscription from the cursor `after` on, and calls `onEvent` for each event. The cache takes what an event
 * brings; another cursor in `variables` does not start it again.
 */
export function useApiSubscription<
  Data extends object,
  Variables extends { readonly after?: string | null | undefined },
>(document: TypedDocumentString<Data, Variables>, variables: Variables, onEvent: (event: EventOf<Data>) => void): void {
  const client = useClient();
  const handler = useRef(onEvent);
  const first = useRef(variables);
  useEffect(() => {
    handler.current = onEvent;
  });
  const { after: _, ...subject } = variables;
  const subjectKey = JSON.stringify(subject);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the subject is compared by its content
  useEffect(() => {
    const { unsubscribe } = client
      .subscription(operation(document), first.current as Variables & Record<string, unknown>)
      .subscribe(({ data }) => {
        const [event] = Object.values(data ?? {}).filter((value) => typeof value === 'object');
        if (event) handler.current(event as EventOf<Data>);
      });
    return unsubscribe;
  }, [client, document, subjectKey]);
}

type EventOf<Data> = Exclude<Data[keyof Data], string | undefined>;
