/**
 * The one gate that every operation passes, on whatever wire, before anything of it is parsed. It finds out who asks,
 * and turns what was sent (a text, or the id of a registered document) into the text that may be run.
 */
import { credentialErrors, subscriptionErrors } from '../access/access-errors.ts';
import type { ApplicationViewer, Viewer } from '../access/viewer.ts';
import { chargeFor } from '../applications/quota.ts';
import { createRegisteredOperations, type RegisteredOperations } from '../applications/registered-operations.ts';
import { viewerOf } from '../auth/sessions.ts';
import type { RequestContext } from '../graphql/context.ts';
import type { Deprecation, Deprecations, Retirement } from '../graphql/document-info.ts';
import { asGraphQLError } from '../graphql/errors.ts';
import { QuotaExceeded, Refusal } from '../platform/errors.ts';
import { isForSandbox, sandboxIn } from '../sandboxes/sandbox-id.ts';
import { SandboxNotFound } from '../sandboxes/sandbox-refusals.ts';
import type { OrderServices } from '../services/order-services.ts';
import type { TenantLease } from '../services/services.ts';
import { operationErrors } from './server-errors.ts';
import { findTrustedDocument } from './trusted-documents.ts';

/** What a wire knows about a call before it is looked at. */
export interface IncomingRequest {
  /** The value of the Authorization header, or of the connection parameter of that name. */
  readonly authorization: string | undefined;
  readonly rateLimitKey: string;
}

/** What was sent, as it came: nothing of it has been checked. */
export interface OperationParams {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/** Who makes a call, and in which world: that of a sandbox for whoever shows a token of one. */
export interface Caller {
  readonly app: OrderServices;
  readonly viewer: Viewer;
}

export interface Authenticator {
  /** @throws a GraphQL error if the caller is not known */
  authenticate(call: IncomingRequest): Promise<Caller>;
  /** @throws a GraphQL error if the caller is not known, or may not run this */
  resolveOperation(call: IncomingRequest, sent: OperationParams): Promise<RequestContext>;
}

export function createAuthenticator(app: OrderServices, deprecations: Deprecations): Authenticator {
  const registered = new WeakMap<OrderServices, RegisteredOperations>();
  const registeredIn = (world: OrderServices): RegisteredOperations => {
    const known = registered.get(world) ?? createRegisteredOperations(world.db, deprecations);
    registered.set(world, known);
    return known;
  };

  const find = async (
    { app: world, viewer }: Caller,
    hash: string,
  ): Promise<{ text: string; retirement: Retirement | undefined; deprecated: readonly Deprecation[] }> => {
    const own = viewer.kind === 'application' ? await registeredIn(world).find(viewer, hash) : undefined;
    if (own) return { ...own, deprecated: own.deprecations };
    const text = findTrustedDocument(hash, { isApplication: viewer.kind === 'application' });
    if (text !== undefined) return { text, retirement: undefined, deprecated: [] };
    if (viewer.kind === 'application') await chargeFailedLookup(world, viewer);
    throw notRegistered('No operation is registered under this id.');
  };

  return {
    authenticate: async (call) => {
      const { lease, viewer } = await authenticate(app, call);
      lease.release();
      return { app: lease.app, viewer };
    },
    resolveOperation: async (call, sent) => {
      const { lease, viewer } = await authenticate(app, call);
      // Who is at work here comes back for good when the operation runs; a world is not closed as fast as that.
      lease.release();
      const tenant = lease.app;
      const request = {
        app: tenant,
        retainTenant: lease.retain,
        viewer,
        rateLimitKey: call.rateLimitKey,
        deprecations,
      };
      if (!hasId(sent) || (typeof sent.query === 'string' && sent.query !== '')) {
        if (viewer.kind === 'application' || !tenant.config.allowsArbitraryOperations) throw arbitraryRefused(viewer);
        return { ...request, query: String(sent.query ?? ''), retirement: undefined, deprecated: [] };
      }
      const hash = hashIn(sent);
      const { text, retirement, deprecated } = await find({ app: tenant, viewer }, hash);
      if (retirement && retirement.at <= tenant.clock.now()) throw retired(retirement);
      // Its streams end when the operation does. What all may run is found under no application then.
      const runner: Viewer = viewer.kind === 'application' ? { ...viewer, operation: hash } : viewer;
      return { ...request, viewer: runner, query: text, retirement, deprecated };
    },
  };
}

/** To look for what is not registered costs as little as any operation, and no less: nobody can look without end. */
async function chargeFailedLookup(app: OrderServices, partner: ApplicationViewer): Promise<void> {
  try {
    await chargeFor(app, partner, 1);
  } catch (error) {
    throw error instanceof QuotaExceeded ? asGraphQLError(error) : error;
  }
}

/** The ids that name a registered document: `documentId` and `extensions.persistedQuery.sha256Hash`. They may be anything. */
function idsIn({ documentId, extensions }: OperationParams): readonly unknown[] {
  const inExtensions = fieldOf(fieldOf(extensions, 'persistedQuery'), 'sha256Hash');
  return [documentId, inExtensions].filter((id) => id !== undefined && id !== null);
}

/** Whether something was sent as the id of a registered document. */
export const hasId = (sent: OperationParams): boolean => idsIn(sent).length > 0;

/** The hash that names a registered document, with or without a prefix that says so. @throws a GraphQL error for what is none */
function hashIn(sent: OperationParams): string {
  const [id, other = id] = idsIn(sent);
  if (id !== other)
    throw notRegistered('`documentId` and `extensions.persistedQuery.sha256Hash` name different operations.');
  const hash = typeof id === 'string' ? /^(?:sha256:)?([0-9a-f]{64})$/.exec(id)?.[1] : undefined;
  if (hash === undefined)
    throw notRegistered('The id of an operation must be the SHA-256 of its text: 64 digits from 0 to 9 and a to f.');
  return hash;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** Who makes a call, and in which world. @throws a GraphQL error if its token or key does not work */
async function authenticate(
  app: OrderServices,
  { authorization, rateLimitKey }: IncomingRequest,
): Promise<{ lease: TenantLease<OrderServices>; viewer: Viewer }> {
  try {
    const given = tokenOf(authorization);
    const { lease, token } = await acquireTenant(app, given);
    try {
      return { lease: lease, viewer: await viewerOf(lease.app, { token, rateLimitKey }) };
    } catch (error) {
      lease.release();
      throw error;
    }
  } catch (error) {
    if (error instanceof SandboxNotFound)
      throw asGraphQLError(
        credentialErrors.KEY_INVALID.occurWith('The key or token belongs to a sandbox that does not exist.'),
      );
    throw error instanceof Refusal ? asGraphQLError(error) : error;
  }
}

/** The world that a token belongs to, and the token as it is known there. @throws SandboxNotFound, SandboxUnavailable */
async function acquireTenant(
  app: OrderServices,
  token: string | undefined,
): Promise<{ lease: TenantLease<OrderServices>; token: string | undefined }> {
  if (token === undefined || !isForSandbox(token)) return { lease: liveTenantLease(app), token };
  const inner = sandboxIn(token);
  if (!inner || !app.sandboxes) throw new SandboxNotFound();
  return { lease: await app.sandboxes.acquire(inner.id), token: inner.token };
}

/** The live world is open as long as the program runs. */
const liveTenantLease = (app: OrderServices): TenantLease<OrderServices> => ({
  app,
  release: () => undefined,
  retain: () => () => undefined,
});

/** The token in an Authorization header; undefined if there is none, empty if it is no bearer token. */
function tokenOf(authorization: string | undefined): string | undefined {
  if (!authorization) return undefined;
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
}

const notRegistered = (message: string) => asGraphQLError(operationErrors.OPERATION_NOT_REGISTERED.occurWith(message));

const arbitraryRefused = (viewer: Viewer) =>
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
