/** How errors go out: a code and a recovery in every one, and over HTTP the status that GraphQL over HTTP asks for. */
import { type ExecutionResult, type FormattedExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** The status of a request that was refused before anything ran; 400 for a code that does not stand here. */
const statuses: Readonly<Record<string, number>> = {
  SESSION_ENDED: 401,
  KEY_MALFORMED: 401,
  KEY_INVALID: 401,
  ARBITRARY_OPERATION_REFUSED: 403,
  OPERATION_NOT_REGISTERED: 404,
  OPERATION_RETIRED: 410,
  RATE_LIMITED: 429,
  QUOTA_EXCEEDED: 429,
  TOO_MANY_STREAMS: 429,
  INTERNAL: 500,
  TIMED_OUT: 503,
  SANDBOX_NOT_READY: 503,
  SANDBOXES_BUSY: 503,
  SANDBOX_UNREACHABLE: 503,
};

/** An error as a client gets it: with a code and a recovery, and with nothing that is meant for the engine. */
export function withCode(error: GraphQLError): GraphQLError {
  const { http: _http, originalError: _original, code, recovery, ...more } = error.extensions;
  const { message, nodes, source, positions, path, originalError } = error;
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    originalError,
    extensions: { code: code ?? 'BAD_USER_INPUT', recovery: recovery ?? 'CORRECTABLE', ...more },
  });
}

/** An event or an answer as it is sent where the engine does not write it. */
export const withCodes = ({ errors, ...result }: ExecutionResult): FormattedExecutionResult =>
  errors ? { ...result, errors: errors.map((error) => withCode(error).toJSON()) } : result;

/**
 * An answer with data is 200, whatever errors stand beside the data. One without data is 4xx or 5xx, except that
 * `accept: application/json` gets 200 for what is wrong with a well-formed request: that is `spec`.
 */
export function useHttpResponses(): Plugin {
  return {
    onResultProcess: ({ result, setResult }) => {
      if (!('errors' in result) || !result.errors) return;
      const isRefused = !('data' in result) || result.data === undefined;
      // What came from the engine as plain data is made an error again by its answer.
      const errors = (result.errors as readonly GraphQLError[]).map((error) => {
        const coded = withCode(error);
        if (isRefused) coded.extensions['http'] = statusOf(error, coded);
        return coded;
      });
      setResult({ ...result, errors });
    },
    // Some refusals of the engine have no body.
    onResponse: ({ response, setResponse, fetchAPI }) => {
      if (response.status !== 406 || response.body) return;
      const headers = new fetchAPI.Headers(response.headers);
      headers.set('content-type', 'application/json; charset=utf-8');
      setResponse(new fetchAPI.Response(JSON.stringify(notAcceptable), { status: 406, headers }));
    },
  };
}

function statusOf(error: GraphQLError, { extensions }: GraphQLError): Record<string, unknown> {
  const given = error.extensions['http'] as { status?: number; headers?: Record<string, string> } | undefined;
  const status = given?.status ?? statuses[String(extensions['code'])] ?? 400;
  const wait = extensions['retryAfterSeconds'];
  return {
    status,
    // The engine's name for what is not well-formed.
    spec: status === 400 && extensions['code'] !== 'BAD_REQUEST',
    headers: {
      ...given?.headers,
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(typeof wait === 'number' ? { 'retry-after': String(wait) } : {}),
    },
  };
}

const notAcceptable: FormattedExecutionResult = {
  errors: [
    {
      message:
        'The answer cannot be given in a type that `accept` names: use application/graphql-response+json or application/json, and for subscriptions text/event-stream.',
      extensions: { code: 'NOT_ACCEPTABLE', recovery: 'CORRECTABLE' },
    },
  ],
};
