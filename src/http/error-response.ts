/** Errors as HTTP responses, in the form of the errors of GraphQL. */
import { defineErrors, type ErrorOccurrence, errorDocUrl } from '../platform/error-definitions.ts';
import { defineRefusalGroup } from '../platform/errors.ts';
import { type HttpResponse, json } from './route.ts';

/** Configuration that errors need: the address of their documentation. */
export interface ErrorDocsConfig {
  readonly docsUrl: string;
}

/** `{ errors: [{ message, extensions: { code, recovery, docUrl, … } }] }`, readable by pages of every origin. */
export function errorResponse(
  config: ErrorDocsConfig,
  { definition: { code, httpStatus = 400 }, message, recovery, extensions }: ErrorOccurrence,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  const wait = extensions['retryAfterSeconds'];
  const error = { message, extensions: { code, recovery, docUrl: errorDocUrl(config, code), ...extensions } };
  return {
    ...json(httpStatus, { errors: [error] }),
    headers: {
      'access-control-allow-origin': '*',
      ...(typeof wait === 'number' ? { 'retry-after': String(wait) } : {}),
      ...headers,
    },
  };
}

/** Errors that every route may answer with. */
export const routeErrors = defineErrors({
  NOT_FOUND: {
    recovery: 'FINAL',
    message: 'Not found. The API is at /graphql.',
    description: 'The server has nothing at this address.',
    remedy: 'Check the address. The GraphQL API is at /graphql.',
    httpStatus: 404,
  },
  METHOD_NOT_ALLOWED: {
    recovery: 'CORRECTABLE',
    message: 'This address does not support the method of the request.',
    description: 'The address does not support the method of the request.',
    remedy: 'Use one of the methods that the header Allow names.',
    httpStatus: 405,
  },
  CROSS_SITE_REQUEST: {
    recovery: 'FINAL',
    message: 'This request can only be sent from a page of this server.',
    description: 'A page of another site sent a request that only pages of this server may send.',
    remedy: 'Open the page of this server and send the request from there.',
    httpStatus: 403,
  },
  HOST_REFUSED: {
    recovery: 'FINAL',
    message: 'This page is for development. Open it at localhost.',
    description: 'A page for development was requested under another host than this machine.',
    remedy: 'Open the page at localhost or 127.0.0.1, on the machine of the server.',
    httpStatus: 403,
  },
  SCHEMA_REFUSED: {
    recovery: 'FINAL',
    message: 'Only applications can read the schema. Send the key of one as `Authorization: Bearer …`.',
    description: 'The schema was requested without the key of an application.',
    remedy: 'Create an application, and send its key in the header Authorization.',
    httpStatus: 403,
  },
  SIGNATURE_INVALID: {
    recovery: 'CORRECTABLE',
    message: 'The signature is missing, wrong, too old or of the future.',
    description: 'The signature of a callback is missing, wrong, too old or of the future.',
    remedy: 'Check the signing secret and the clock of the sender.',
  },
  EVENT_INVALID: {
    recovery: 'FINAL',
    message: 'The content of the callback is not an event.',
    description: 'The content of a signed callback is not an event of the payment provider.',
    remedy: 'Send the events of the payment provider unchanged.',
  },
});

/** The request does not fit a route. Thrown by routes that have others below them. */
export const RouteRefused = defineRefusalGroup('RouteRefused', {
  description: 'The server has nothing at the address of the request, or not for its method.',
  codes: routeErrors,
});
