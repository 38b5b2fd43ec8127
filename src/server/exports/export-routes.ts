/** The routes that export lists as CSV files. */
import type { IncomingMessage } from 'node:http';
import { accountHeader } from '../../access/actor.ts';
import { ScopeMissing } from '../../access/scopes.ts';
import { isMember, limitOwnerOf } from '../../access/viewer.ts';
import { type ErrorDocsConfig, errorResponse, RouteRefused } from '../../http/error-response.ts';
import type { HttpResponse, Route } from '../../http/route.ts';
import { authorizationOf } from '../../http/session-cookie.ts';
import { NotSignedIn, Refusal } from '../../platform/errors.ts';
import type { OrderServices } from '../../services/order-services.ts';
import type { Authenticator, LeasedCaller } from '../authenticate.ts';
import { csvHeader, csvRows } from './export-csv.ts';
import { exportTableOf } from './export-tables.ts';
import { statementTable } from './statement-table.ts';

const exportsPath = '/exports/';

/** `GET /exports/spaces.csv`, `orders.csv`, `payments.csv` and `statement.csv`, with the headers of the API for authentication. */
export const exportRoutes = (app: OrderServices, authenticator: Authenticator): Route[] => [
  {
    path: exportsPath,
    get: async (request, url) => {
      try {
        return await exportFile(app, authenticator, { request, url });
      } catch (error) {
        if (error instanceof Refusal) return refusalResponse(app.config, error);
        throw error;
      }
    },
  },
];

/** The response to a refusal, with the status codes that HTTP has for missing credentials and rights. */
function refusalResponse(config: ErrorDocsConfig, error: Refusal): HttpResponse {
  const response = errorResponse(config, error);
  if (error instanceof ScopeMissing) return { ...response, status: 403 };
  const status = error instanceof NotSignedIn ? 401 : response.status;
  return status === 401
    ? { ...response, status, headers: { ...response.headers, 'www-authenticate': 'Bearer' } }
    : response;
}

async function exportFile(
  app: OrderServices,
  authenticator: Authenticator,
  { request, url }: { readonly request: IncomingMessage; readonly url: URL },
): Promise<HttpResponse> {
  const { pathname, searchParams: params } = url;
  const fileName = pathname.slice(exportsPath.length);
  const table = fileName === 'statement.csv' ? statementTable(params, app.clock.now()) : exportTableOf(fileName);
  if (!table) throw new RouteRefused('NOT_FOUND');
  const address = request.socket.remoteAddress ?? 'unknown';
  await app.rateLimiter.consume('operations', address);
  const account = request.headers[accountHeader];
  const incoming = {
    authorization: authorizationOf(app.config, request),
    account: typeof account === 'string' ? account : undefined,
    userAgent: request.headers['user-agent'],
    rateLimitKey: address,
  };
  const caller = await authenticator.acquireCaller(incoming);
  const findViewer = async () => {
    const { viewer, release } = await authenticator.acquireCaller(incoming);
    release();
    table.requireAccess(viewer);
    return viewer;
  };
  try {
    const { viewer } = caller;
    // A grant covers registered operations only.
    if (viewer.kind === 'application' && viewer.grant) throw new ScopeMissing({ scopes: [] });
    table.requireAccess(viewer);
    await caller.app.rateLimiter.consume('exports', isMember(viewer) ? limitOwnerOf(viewer) : address);
    return {
      status: 200,
      type: 'text/csv; charset=utf-8; header=present',
      body: csvHeader(table),
      chunks: await startedChunks(csvRows(caller.app.db, findViewer, table), caller),
      headers: { 'content-disposition': `attachment; filename="${fileName}"` },
    };
  } catch (error) {
    caller.release();
    throw error;
  }
}

/**
 * The records of the file. The first page is read before it returns, so that its errors are answered as errors. The lease
 * of the caller is released at the end, or when the response ends the iterator.
 */
async function startedChunks(
  rows: AsyncGenerator<string, void>,
  { release }: Pick<LeasedCaller, 'release'>,
): Promise<AsyncIterableIterator<string>> {
  const first = await rows.next();
  let isStarted = false;
  if (first.done) release();
  const endAfter = async (next: Promise<IteratorResult<string, void>>) => {
    try {
      const result = await next;
      if (result.done) release();
      return result;
    } catch (error) {
      release();
      throw error;
    }
  };
  const chunks: AsyncIterableIterator<string> = {
    next: () => {
      if (isStarted) return endAfter(rows.next());
      isStarted = true;
      return Promise.resolve(first);
    },
    return: () => endAfter(rows.return()),
    [Symbol.asyncIterator]: () => chunks,
  };
  return chunks;
}
