import { GraphQLError } from 'graphql';
import { defineErrors, type ErrorOccurrence } from '../platform/error-definitions.ts';

/** A GraphQL error with the code and recovery of its definition: for request errors, and for refusals of queries. */
export const asGraphQLError = ({ definition, message, recovery, extensions }: ErrorOccurrence): GraphQLError =>
  new GraphQLError(message, { extensions: { code: definition.code, recovery, ...extensions } });

/** Errors of a request that is rejected before or while it is executed. The first five codes are the engine's own. */
export const requestErrors = defineErrors({
  BAD_REQUEST: {
    recovery: 'CORRECTABLE',
    message: 'The request is not a well-formed GraphQL request.',
    description: 'The request is not a well-formed GraphQL-over-HTTP request.',
    remedy: 'Send a JSON object with `query` or `documentId`, and `variables` as an object.',
  },
  BAD_USER_INPUT: {
    recovery: 'CORRECTABLE',
    message: 'A variable or an argument has a value that its type does not allow.',
    description: 'A variable or an argument has a value that its type does not allow.',
    remedy: 'Correct the value that the message names.',
  },
  GRAPHQL_PARSE_FAILED: {
    recovery: 'CORRECTABLE',
    message: 'The document is not valid GraphQL.',
    description: 'The text of the document is not valid GraphQL, or has too many tokens.',
    remedy: 'Correct the document at the location given.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    recovery: 'CORRECTABLE',
    message: 'The document does not match the schema.',
    description: 'The document names fields, arguments or types that the schema does not have.',
    remedy: 'Correct the document; schema.graphql is the reference.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    recovery: 'CORRECTABLE',
    message: 'Could not determine what operation to execute.',
    description: 'The document has no operation of that name, or several operations and no name was sent.',
    remedy: 'Send the name of one operation of the document as `operationName`.',
  },
  NOT_ACCEPTABLE: {
    recovery: 'CORRECTABLE',
    message:
      'None of the media types in `accept` is supported. Use application/graphql-response+json or application/json, and text/event-stream for subscriptions.',
    description: 'The header Accept names no media type in which the response can be sent.',
    remedy: 'Accept application/graphql-response+json or application/json; for subscriptions, text/event-stream.',
    httpStatus: 406,
  },
  TOO_DEEP: {
    recovery: 'CORRECTABLE',
    message: 'The operation or a variable is nested too deeply.',
    description: 'The operation or a variable is nested more deeply than is allowed.',
    remedy: 'Split the operation, or send flatter variables.',
  },
  TOO_COSTLY: {
    recovery: 'CORRECTABLE',
    message: 'The operation costs too many points.',
    description: 'The operation costs more points than one operation may.',
    remedy: 'Request smaller pages or fewer fields. `extensions.cost` has the cost.',
  },
  TOO_MANY_ALIASES: {
    recovery: 'CORRECTABLE',
    message: 'The document has too many aliases.',
    description: 'The document has more aliases than are allowed.',
    remedy: 'Split the document into several operations.',
  },
  TOO_MANY_FRAGMENTS: {
    recovery: 'CORRECTABLE',
    message: 'The document has too many fragments.',
    description: 'The document defines more fragments than are allowed.',
    remedy: 'Split the document into several operations.',
  },
  TOO_MANY_SELECTIONS: {
    recovery: 'CORRECTABLE',
    message: 'The document has too many selections.',
    description: 'The document has more selections than are allowed. Those of a fragment count wherever it is spread.',
    remedy: 'Select less, or split the document into several operations.',
  },
  LIST_TOO_LONG: {
    recovery: 'CORRECTABLE',
    message: 'A list has too many items.',
    description: 'A list in the document or in the variables has more items than are allowed.',
    remedy: 'Send the items in several requests.',
  },
  PAGE_INVALID: {
    recovery: 'CORRECTABLE',
    message: 'The arguments of the page are not valid.',
    description: 'The arguments `first` and `last` of a connection are not valid.',
    remedy: 'Send either `first` or `last`, within the limits that the message names.',
  },
  CURSOR_MALFORMED: {
    recovery: 'CORRECTABLE',
    message: 'The cursor is not a cursor of this list.',
    description: 'The cursor was not issued for this list.',
    remedy: 'Cursors are opaque: use `cursor`, `startCursor` or `endCursor` of the same list unchanged.',
  },
  ID_MALFORMED: {
    recovery: 'CORRECTABLE',
    message: 'The id was not issued by this API.',
    description: 'The id was not issued by this API.',
    remedy: 'Ids are opaque: use the `id` of an object unchanged.',
  },
});
