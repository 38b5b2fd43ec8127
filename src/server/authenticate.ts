/**
 * Authentication of every operation, on every wire, before its document is parsed: finds the viewer, and turns what was
 * sent (a text, or the id of a registered document) into the text to run.
 */
import { CredentialsRejected, subscriptionErrors } from '../access/access-errors.ts';
import { AccountRefused } from '../access/actor.ts';
import { type ApplicationViewer, accountIdsOf, inAccount, type Viewer } from '../access/viewer.ts';
import { chargeFor } from '../applications/quota.ts';
import { createRegisteredOperations, type RegisteredOperations } from '../applications/registered-operations.ts';
import { resolveViewer } from '../auth/sessions.ts';
import type { RequestContext } from '../graphql/context.ts';
import type { Deprecation, Deprecations, Retirement } from '../graphql/document-info.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { rowIdOf } from '../graphql/ids.ts';
import { mentionsSchema } from '../graphql/introspection.ts';
import { QuotaExceeded, RateLimited, Refusal } from '../platform/errors.ts';
import { createRateLimiter } from '../platform/rate-limits/rate-limiter.ts';
import { isForSandbox, sandboxIn } from '../sandboxes/sandbox-id.ts';
import { SandboxNotFound } from '../sandboxes/sandbox-refusals.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { TenantLease } from '../services/services.ts';
import { limitKeyFor } from './connection-limits.ts';
import { hashIn, hasId, isAutomatic, notRegistered, type OperationParams } from './operation-id.ts';
import { operationErrors } from './server-errors.ts';
import { createOperationLease } from './tenant-plugin.ts';
import { findTrustedDocument } from './trusted-documents.ts';

/** The facts of a request that a transport knows before authentication. */
export interface IncomingRequest {
  /** The value of the Authorization header, or of the connection parameter of that name. */
  readonly authorization: string | undefined;
  /** The value of the header Placard-Account, or of the connection parameter of that name: the global id of an account. */
  readonly account: string | undefined;
  /** The value of the User-Agent header. */
  readonly userAgent: string | undefined;
  readonly rateLimitKey: string;
}

/** The viewer of a request, and the services of the tenant that its token belongs to. */
export interface Caller {
  readonly app: OrderServices;
  readonly viewer: Viewer;
}

/** A caller whose tenant stays open until it is released. */
export interface LeasedCaller extends Caller {
  /** Ends the lease. Calling it again does nothing. */
  release(): void;
}

export interface Authenticator {
  /**
   * Counts a request from an address that is refused before it is authenticated. Returns the error to answer with:
   * RateLimited once too many requests from the address were refused.
   */
  refuse(rateLimitKey: string, refusal: Refusal): Promise<Refusal>;
  /** Authenticates a request of a route. @throws CredentialsRejected, AccountRefused, SandboxUnavailable, RateLimited */
  acquireCaller(request: IncomingRequest): Promise<LeasedCaller>;
  /** @throws a GraphQL error if the token is not valid */
  authenticate(request: IncomingRequest): Promise<Caller>;
  /**
   * The context has a lease of the tenant, which the caller must start or cancel.
   * @throws a GraphQL error if the token is not valid, or the viewer may not run the operation
   */
  resolveOperation(request: IncomingRequest, params: OperationParams): Promise<RequestContext>;
}

interface ResolvedDocument {
  readonly text: string;
  readonly source: RequestContext['source'];
  readonly retirement: Retirement | undefined;
  readonly deprecated: readonly Deprecation[];
}

export function createAuthenticator(live: OrderServices, deprecations: Deprecations): Authenticator {
  // In memory, so that a request which is accepted costs no round trip more.
  const budgets = createRateLimiter(undefined, 'refusals');
  const refuse = async (key: string, refusal: Refusal): Promise<Refusal> => {
    const retryAfterSeconds = await budgets.tryConsume('refusals', key);
    return retryAfterSeconds === undefined ? refusal : new RateLimited({ retryAfterSeconds });
  };
  const countRefusal = (key: string) => void budgets.tryConsume('refusals', key);

  /**
   * The viewer of a request, with a lease of the tenant. A valid token is accepted from every address: others behind it must
   * not lock its owner out. @throws a Refusal if the token or key is not valid
   */
  const acquire = async (request: IncomingRequest): Promise<LeasedViewer> => {
    try {
      return await acquireViewer(live, request);
    } catch (error) {
      if (!(error instanceof Refusal) || error.recovery === 'RETRYABLE') throw error;
      throw await refuse(request.rateLimitKey, error);
    }
  };

  /** Takes one operation from the budget of a viewer. The quota of an application is charged when the cost is known. */
  const requireOperation = async ({ app, viewer }: Caller, limitKey: string): Promise<void> => {
    await budgets.requireBudget('refusals', limitKey);
    if (viewer.kind !== 'application') await app.rateLimiter.consume('operations', limitKey);
  };

  const registries = new WeakMap<OrderServices, RegisteredOperations>();
  const registryOf = (app: OrderServices): RegisteredOperations => {
    const registry = registries.get(app) ?? createRegisteredOperations(app.db, deprecations);
    registries.set(app, registry);
    return registry;
  };

  const findDocument = async ({ app, viewer }: Caller, hash: string): Promise<ResolvedDocument> => {
    const registered = viewer.kind === 'application' ? await registryOf(app).find(viewer, hash) : undefined;
    if (registered)
      return {
        text: registered.text,
        source: 'registered',
        retirement: registered.retirement,
        deprecated: registered.deprecations,
      };
    const text = findTrustedDocument(hash, { isApplication: viewer.kind === 'application' });
    if (text !== undefined) return { text, source: 'trusted', retirement: undefined, deprecated: [] };
    if (viewer.kind === 'application') await chargeFailedLookup(app, viewer);
    throw notRegistered('No operation is registered under this id.');
  };

  const resolveDocument = async (
    { app, viewer }: Caller,
    params: OperationParams,
  ): Promise<ResolvedDocument & { readonly viewer: Viewer }> => {
    if (!hasId(params) || (typeof params.query === 'string' && params.query !== '')) {
      // An application may read the schema. That a text does nothing else is checked when it is validated.
      const readsSchema = viewer.kind === 'application' && !hasId(params) && mentionsSchema(params.query);
      if (!readsSchema && !maySendText({ app, viewer })) throw arbitraryRefused(viewer);
      return { viewer, text: String(params.query ?? ''), source: 'text', retirement: undefined, deprecated: [] };
    }
    const hash = hashIn(params);
    const document = await findDocument({ app, viewer }, hash).catch((error: unknown) => {
      // A caller who may send texts falls back to the text.
      throw isAutomatic(params) && maySendText({ app, viewer })
        ? asGraphQLError(operationErrors.PERSISTED_QUERY_NOT_SUPPORTED.occur())
        : error;
    });
    if (document.retirement && document.retirement.at <= app.clock.now()) throw retired(document.retirement);
    // Its subscriptions end when the operation is retired. A trusted document belongs to no application and never is.
    return { ...document, viewer: viewer.kind === 'application' ? { ...viewer, operation: hash } : viewer };
  };

  return {
    refuse,
    acquireCaller: async (request) => {
      const { lease, viewer } = await acquire(request);
      return { app: lease.app, viewer, release: () => lease.release() };
    },
    authenticate: async (request) => {
      const { lease, viewer } = await asGraphQL(acquire(request));
      lease.release();
      return { app: lease.app, viewer };
    },
    resolveOperation: async (request, params) => {
      const { lease, viewer: caller } = await asGraphQL(acquire(request));
      const { app } = lease;
      const { rateLimitKey, userAgent } = request;
      const limitKey = limitKeyFor(caller, rateLimitKey);
      try {
        await asGraphQL(requireOperation({ app, viewer: caller }, limitKey));
        const { text, ...document } = await resolveDocument({ app, viewer: caller }, params).catch((error: unknown) => {
          countRefusal(limitKey);
          throw error;
        });
        return {
          app,
          lease: createOperationLease(lease),
          rateLimitKey,
          countRefusal: () => countRefusal(limitKey),
          userAgent,
          deprecations,
          query: text,
          ...document,
        };
      } catch (error) {
        lease.release();
        throw error;
      }
    },
  };
}

/** A failed lookup costs as much as the cheapest operation, so that ids cannot be guessed without limit. */
async function chargeFailedLookup(app: OrderServices, viewer: ApplicationViewer): Promise<void> {
  try {
    await chargeFor(app, viewer, 1);
  } catch (error) {
    throw error instanceof QuotaExceeded ? asGraphQLError(error) : error;
  }
}

const maySendText = ({ app, viewer }: Caller): boolean =>
  viewer.kind !== 'application' && app.config.allowsArbitraryOperations;

/** @throws a GraphQL error instead of a Refusal */
async function asGraphQL<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refusal ? asGraphQLError(error) : error;
  }
}

interface LeasedViewer {
  readonly lease: TenantLease<OrderServices>;
  readonly viewer: Viewer;
}

/** The viewer of a request, with a lease of the tenant. @throws a Refusal if the token or key is not valid */
async function acquireViewer(
  live: OrderServices,
  { authorization, account, rateLimitKey }: IncomingRequest,
): Promise<LeasedViewer> {
  try {
    const { lease, token } = await acquireTenant(live, tokenOf(authorization));
    try {
      const viewer = await resolveViewer(lease.app, { token, rateLimitKey });
      return { lease, viewer: account === undefined ? viewer : viewerInAccount(viewer, account) };
    } catch (error) {
      lease.release();
      throw error;
    }
  } catch (error) {
    if (error instanceof SandboxNotFound)
      throw new CredentialsRejected('KEY_INVALID', 'The key or token belongs to a sandbox that does not exist.');
    throw error;
  }
}

/** The viewer in the account that the request names. @throws AccountRefused for a person who is not a member of it */
function viewerInAccount(viewer: Viewer, account: string): Viewer {
  if (viewer.kind !== 'person') return viewer;
  const id = rowIdOf('Account', account);
  if (!accountIdsOf(viewer).includes(id))
    throw new AccountRefused('ACCOUNT_MISSING', 'The header Placard-Account must be the id of an account of yours.');
  return inAccount(viewer, id);
}

/** Leases the tenant of a token. Returns the token in the form that the tenant knows. @throws SandboxNotFound, SandboxUnavailable */
async function acquireTenant(
  live: OrderServices,
  token: string | undefined,
): Promise<{ lease: TenantLease<OrderServices>; token: string | undefined }> {
  if (token === undefined || !isForSandbox(token)) return { lease: liveTenantLease(live), token };
  const sandbox = sandboxIn(token);
  if (!sandbox || !live.sandboxes) throw new SandboxNotFound();
  return { lease: await live.sandboxes.acquire(sandbox.id), token: sandbox.token };
}

/** The live tenant is open as long as the process runs. */
const liveTenantLease = (app: OrderServices): TenantLease<OrderServices> => ({ app, release: () => undefined });

/** The token of an Authorization header; undefined without a header, empty if it is not a bearer token. */
function tokenOf(authorization: string | undefined): string | undefined {
  if (!authorization) return undefined;
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
}

export const arbitraryRefused = (viewer: Viewer) =>
  asGraphQLError(
    operationErrors.ARBITRARY_OPERATION_REFUSED.occurWith(
      viewer.kind === 'application'
        ? 'An application can run registered operations only. Register the operation, and send its id as `documentId`.'
        : 'Only the operations of the first-party clients can be run here. Send the id of one as `documentId`.',
    ),
  );

const retired = ({ at }: Retirement) =>
  asGraphQLError(
    subscriptionErrors.OPERATION_RETIRED.occurWith(
      `Every version with this operation is retired, the last since ${at.toISOString()}. Use a newer operation.`,
      { retiredAt: at.toISOString() },
    ),
  );
