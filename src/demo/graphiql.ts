/** GraphiQL for development. */
import { csrfHeader } from '../http/session-cookie.ts';
import type { GraphiQL } from '../server/yoga.ts';
import { exampleOperations } from './operations.ts';

/** GraphiQL with examples. Its requests have the session of the browser client, whose cookie no script can read. */
export const demoGraphiQL: GraphiQL = {
  defaultQuery: exampleOperations,
  headers: JSON.stringify({ [csrfHeader]: '1' }, null, 2),
};
