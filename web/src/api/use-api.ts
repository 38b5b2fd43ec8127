/** Hooks that read and change data. A page uses these, and never the client of the API itself. */
import { useCallback } from 'react';
import { type CombinedError, type RequestPolicy, useClient, useQuery } from 'urql';
import type { RefusalViewFragment, TypedDocumentString } from '../generated/graphql.ts';
import { operation } from './operations.ts';
import { useTranslatedRefusal } from './refusal-text.ts';

/** The state of a query: `data` may be from the cache while it is fetched again. */
export interface Query<Data> {
  readonly data: Data | undefined;
  readonly error: CombinedError | undefined;
  readonly isFetching: boolean;
  /** Fetches the data again, past the cache. */
  reload(): void;
}

export interface QueryOptions {
  /** True if the query is not sent. */
  readonly pause?: boolean;
  readonly policy?: RequestPolicy;
}

/** Reads data, and follows its changes in the cache. */
export function useApiQuery<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { pause = false, policy = 'cache-and-network' }: QueryOptions = {},
): Query<Data> {
  const [{ data, error, fetching, stale }, execute] = useQuery({
    query: operation(document),
    variables: variables as Variables & Record<string, unknown>,
    pause,
    requestPolicy: policy,
  });
  const reload = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  return { data, error, isFetching: fetching || stale, reload };
}

/** The result of a change: what the mutation returns, or the reason for the refusal. */
export type Outcome<Result> =
  | { readonly result: Exclude<Result, RefusalViewFragment>; readonly refusal?: undefined }
  | { readonly result?: undefined; readonly refusal: Refused };

/** An expected error in the language of the page, or `CONNECTION_LOST`: then it is not known if the change was made. */
export interface Refused {
  readonly code: string;
  readonly message: string;
  /** The problems of single fields. */
  readonly problems?: readonly { readonly field: string; readonly message: string }[];
}

/**
 * A function that runs a mutation with one root field. It never throws. Send an `idempotencyKey` with a change that must not
 * be made twice, and the same one with a repetition.
 */
export function useApiMutation<Data extends object, Variables>(
  document: TypedDocumentString<Data, Variables>,
): (variables: Variables) => Promise<Outcome<ResultOf<Data>>> {
  const client = useClient();
  const translated = useTranslatedRefusal();
  return useCallback(
    async (variables) => {
      const { data, error } = await client
        .mutation(operation(document), variables as Variables & Record<string, unknown>)
        .toPromise();
      if (error || !data) return { refusal: translated(refusalOf(error)) };
      const [result] = Object.values(data).filter((value) => typeof value === 'object') as ResultOf<Data>[];
      return isRefusal(result)
        ? { refusal: translated(result) }
        : { result: result as Exclude<ResultOf<Data>, RefusalViewFragment> };
    },
    [client, document, translated],
  );
}

type ResultOf<Data> = Exclude<Data[keyof Data], string>;

const isRefusal = (result: unknown): result is Refused =>
  typeof result === 'object' && result !== null && 'code' in result && 'recovery' in result;

/** An error of the request as a refusal. */
export function refusalOf(error: CombinedError | undefined): Refused {
  const [first] = error?.graphQLErrors ?? [];
  if (first) return { code: String(first.extensions['code']), message: first.message };
  return { code: 'CONNECTION_LOST', message: error?.message ?? '' };
}
