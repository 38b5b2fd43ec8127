/** The form of errors in responses: each has a code, a recovery and a docUrl, and over HTTP the status of its code. */
import { type ExecutionResult, type FormattedExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ErrorDocsConfig } from '../http/error-response.ts';
import { errorDefinitions, errorDocUrl } from '../platform/error-definitions.ts';
import { requestErrors } from './errors.ts';

/** The definition of an error's code. Errors of the engine without a code are about a value in the request. */
const definitionOf = ({ extensions: { code } }: GraphQLError) =>
  errorDefinitions.get(String(code)) ?? requestErrors.BAD_USER_INPUT;

/** The error as a client gets it: with code, recovery and docUrl, and without extensions that are for the engine. */
export function formatError(config: ErrorDocsConfig, error: GraphQLError): GraphQLError {
  const { code, ...definition } = definitionOf(error);
  const { http: _http, originalError: _original, code: _code, recovery, ...more } = error.extensions;
  const { message, nodes, source, positions, path, originalError } = error;
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    originalError,
    extensions: { code, recovery: recovery ?? definition.recovery, docUrl: errorDocUrl(config, code), ...more },
  });
}

/** A result with formatted errors, for transports that the engine does not write to. */
export const formatErrors = (
  config: ErrorDocsConfig,
  { errors, ...result }: ExecutionResult,
): FormattedExecutionResult =>
  errors ? { ...result, errors: errors.map((error) => formatError(config, error).toJSON()) } : result;

/**
 * A response with data has the status 200, whatever errors it has. One without data has 4xx or 5xx, except that
 * `accept: application/json` gets 200 for errors in a well-formed request: that is `spec`.
 */
export function useHttpResponses(config: ErrorDocsConfig): Plugin {
  return {
    onResultProcess: ({ result, setResult }) => {
      if (!('errors' in result) || !result.errors) return;
      const isRefused = !('data' in result) || result.data === undefined;
      // Errors that the engine holds as plain data become errors again when it writes the response.
      const errors = (result.errors as readonly GraphQLError[]).map((error) => {
        const formatted = formatError(config, error);
        if (isRefused) formatted.extensions['http'] = statusOf(error, formatted);
        return formatted;
      });
      setResult({ ...result, errors });
    },
  };
}

function statusOf(error: GraphQLError, { extensions }: GraphQLError): Record<string, unknown> {
  const engine = error.extensions['http'] as { status?: number; headers?: Record<string, string> } | undefined;
  const status = engine?.status ?? definitionOf(error).httpStatus ?? 400;
  const wait = extensions['retryAfterSeconds'];
  return {
    status,
    // The engine's name for a request that is not well-formed.
    spec: status === 400 && extensions['code'] !== requestErrors.BAD_REQUEST.code,
    headers: {
      ...engine?.headers,
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(typeof wait === 'number' ? { 'retry-after': String(wait) } : {}),
    },
  };
}
