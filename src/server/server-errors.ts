/** Errors of requests that the server rejects before their operation runs, or stops. */
import { requestErrors } from '../graphql/errors.ts';
import { limits } from '../limits.ts';
import { defineErrors } from '../platform/error-definitions.ts';
import { defineRefusalGroup, textInvalid } from '../platform/errors.ts';

export const operationErrors = defineErrors({
  ARBITRARY_OPERATION_REFUSED: {
    recovery: 'CORRECTABLE',
    message: 'Only registered operations can be run here. Send the id of one as `documentId`.',
    description: 'The request sent the text of an operation, and the caller may run registered operations only.',
    remedy: 'Register the operation, and send its id as `documentId`.',
    httpStatus: 403,
  },
  OPERATION_NOT_REGISTERED: {
    recovery: 'CORRECTABLE',
    message: 'No operation is registered under this id.',
    description: 'No operation is registered under the id, or the id is malformed.',
    remedy: 'Register the operation, or correct the id: it is the SHA-256 of the text of the operation.',
    httpStatus: 404,
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    recovery: 'CORRECTABLE',
    message: 'Automatic persisted queries are not supported.',
    description:
      'The hash of an automatic persisted query is unknown, and the server stores no texts that callers send.',
    remedy:
      'Send the text of the operation without its hash. Clients for automatic persisted queries do so themselves.',
  },
  TOO_MANY_STREAMS: {
    recovery: 'RETRYABLE',
    message: `At most ${limits.eventStreamsPerViewer} event streams can be open at the same time. A WebSocket can carry more subscriptions.`,
    description: 'The viewer has as many event streams open as are allowed.',
    remedy: 'Close a stream, or use a WebSocket for more subscriptions.',
    httpStatus: 429,
  },
  TOO_MANY_OPERATIONS: {
    recovery: 'RETRYABLE',
    message: `At most ${limits.operationsPerSocket} operations can be open on one socket.`,
    description: 'The WebSocket has as many operations open as are allowed.',
    remedy: 'Complete an operation first, or open another socket.',
  },
  TIMED_OUT: {
    recovery: 'RETRYABLE',
    message: 'The operation took too long.',
    description: 'The operation took longer than is allowed. Changes of a mutation may have been made.',
    remedy: 'Try again later, with the same idempotency key; request less data per operation.',
    httpStatus: 503,
  },
});

/** The body or the parameters of an HTTP request are not valid. */
export const BodyRejected = defineRefusalGroup('BodyRejected', {
  description: 'The body or the parameters of the HTTP request are not valid.',
  codes: {
    TEXT_INVALID: textInvalid,
    BAD_REQUEST: requestErrors.BAD_REQUEST,
    ...defineErrors({
      BODY_TOO_LARGE: {
        recovery: 'CORRECTABLE',
        message: 'The body is too large.',
        description: 'The body of the request has more bytes than are allowed.',
        remedy: 'Send a smaller body.',
        httpStatus: 413,
      },
      BODY_INCOMPLETE: {
        recovery: 'CORRECTABLE',
        message: 'The body is incomplete.',
        description: 'The connection ended before the whole body had arrived.',
        remedy: 'Send the request again.',
      },
      BODY_NOT_UTF8: {
        recovery: 'CORRECTABLE',
        message: 'The body is not valid UTF-8.',
        description: 'The body of the request is not valid UTF-8.',
        remedy: 'Encode the body as UTF-8.',
      },
      BODY_NOT_JSON: {
        recovery: 'CORRECTABLE',
        message: 'The body is not valid JSON.',
        description: 'The body of the request is not valid JSON.',
        remedy: 'Send the operation as one JSON object.',
      },
      BODY_NOT_OBJECT: {
        recovery: 'CORRECTABLE',
        message: 'The body must be one JSON object with `query`. Batching is not supported.',
        description: 'The body of the request is JSON, but not an object.',
        remedy: 'Send each operation in a request of its own.',
      },
      QUERY_MISSING: {
        recovery: 'CORRECTABLE',
        message: 'Send the text of the operation as `query`, or the id of a registered one as `documentId`.',
        description: 'The request names no operation.',
        remedy: 'Send the text of the operation as `query`, or the id of a registered one as `documentId`.',
      },
      PARAMETER_NOT_JSON: {
        recovery: 'CORRECTABLE',
        message: 'A parameter is not valid JSON.',
        description: 'The parameter `variables` or `extensions` of the address is not valid JSON.',
        remedy: 'Send the parameter as a JSON object, percent-encoded.',
      },
      PARAMETER_INVALID: {
        recovery: 'CORRECTABLE',
        message: 'A parameter of the request has another type than is allowed.',
        description: 'A parameter of the request has another type than is allowed.',
        remedy: 'Send `query` and `operationName` as texts, and `variables` and `extensions` as objects.',
      },
      MEDIA_TYPE: {
        recovery: 'CORRECTABLE',
        message: 'Send the operation as JSON, with content-type: application/json.',
        description: 'The content type of the request is not supported at this address.',
        remedy: 'Send the body with the content type that the message names.',
        httpStatus: 415,
      },
      FORM_MALFORMED: {
        recovery: 'CORRECTABLE',
        message: 'The body is not a valid form of its content type.',
        description: 'The body of the request is not a valid form of its content type.',
        remedy: 'Send a form as the content type requires.',
      },
    }),
  },
});
