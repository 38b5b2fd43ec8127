/**
 * The storage of oidc-provider: its models as rows of oauth_record, and the clients and grants as this product knows them.
 * The requests that issue or revoke tokens run in one transaction each, so that a token is used up exactly once, and never
 * without its successor.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { OAuthRecord, OAuthRecordKind } from '../generated/prisma/client.ts';
import { later } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/db.ts';
import { hashOf } from '../platform/secrets.ts';
import { isUuid } from '../platform/uuid.ts';
import type { AppServices } from '../services/services.ts';
import { endGrants, extendGrant, findWorkingGrant, publishEnded } from './grants.ts';
import { clientMetadataOf } from './oauth-clients.ts';

export interface ProviderStorage {
  /** The adapter of a model, by its name. */
  readonly adapter: (model: string) => Adapter;
  /** Runs a request in a transaction; its changes are discarded if it returns false. Ends streams after the commit. */
  transaction(request: () => Promise<boolean>): Promise<void>;
}

const recordKinds: Readonly<Record<string, OAuthRecordKind>> = {
  Interaction: 'INTERACTION',
  AuthorizationCode: 'AUTHORIZATION_CODE',
  AccessToken: 'ACCESS_TOKEN',
  RefreshToken: 'REFRESH_TOKEN',
};

interface OpenRequest {
  readonly tx: Tx;
  /** The ids of the access tokens that the request has ended. */
  readonly endedTokens: string[];
  /** The last read. The provider starts several at the same time, and a transaction runs one statement after another. */
  lastRead: Promise<unknown>;
}

/** Rolls back the transaction of a request that has failed. */
class RequestFailed extends Error {}

const notSupported = (): never => {
  throw new Error('not supported by the storage of OAuth');
};

export function createProviderStorage(app: AppServices): ProviderStorage {
  const requests = new AsyncLocalStorage<OpenRequest>();
  const dbOf = (): Db | Tx => requests.getStore()?.tx ?? app.db;
  const readInOrder = <Result>(read: () => Promise<Result>): Promise<Result> => {
    const request = requests.getStore();
    if (!request) return read();
    const result = request.lastRead.then(read, read);
    request.lastRead = result;
    return result;
  };
  const endGrant = async (id: string) => {
    const tokenIds = await endGrants(dbOf(), { ids: [id], at: app.clock.now() });
    const request = requests.getStore();
    if (request) request.endedTokens.push(...tokenIds);
    else publishEnded(app, tokenIds);
  };
  const endGrantOf = async (tokenHash: string) => {
    const record = await dbOf().oAuthRecord.findUnique({ where: { tokenHash }, select: { grantId: true } });
    if (record?.grantId) await endGrant(record.grantId);
  };

  const records = (kind: OAuthRecordKind): Adapter => ({
    find: async (id) => {
      const record = await readInOrder(() => dbOf().oAuthRecord.findUnique({ where: { tokenHash: hashOf(id) } }));
      const isFound = record?.kind === kind && record.expiresAt > app.clock.now();
      return isFound ? payloadOf(record, id) : undefined;
    },
    upsert: async (id, payload, expiresIn) => {
      const createdAt = app.clock.now();
      const { grantId, scope } = payload;
      // Every model that is stored has a lifetime.
      const expiresAt = later(createdAt, Number(expiresIn) * 1_000);
      const text = textOf(id, payload);
      await dbOf().oAuthRecord.upsert({
        where: { tokenHash: hashOf(id) },
        create: {
          kind,
          tokenHash: hashOf(id),
          grantId: kind === 'INTERACTION' ? null : (grantId ?? null),
          scopes: kind === 'ACCESS_TOKEN' ? (scope?.split(' ') ?? []) : [],
          payload: text,
          createdAt,
          expiresAt,
        },
        update: { payload: text, expiresAt },
      });
      if (kind === 'REFRESH_TOKEN' && grantId) await extendGrant(dbOf(), { id: grantId, at: createdAt });
    },
    consume: async (id) => {
      const where = { tokenHash: hashOf(id), kind, consumedAt: null };
      const { count } = await dbOf().oAuthRecord.updateMany({ where, data: { consumedAt: app.clock.now() } });
      if (count > 0) return;
      // Another request was faster. One of the two may be that of a thief.
      await endGrantOf(hashOf(id));
      throw new errors.InvalidGrant('already used');
    },
    destroy: async (id) => {
      // Tokens and codes are deleted with their grant, which is locked first; see `endGrants`.
      if (kind === 'INTERACTION') await dbOf().oAuthRecord.deleteMany({ where: { tokenHash: hashOf(id), kind } });
    },
    // The provider ends the grant in the same call.
    revokeByGrantId: async () => undefined,
    findByUid: notSupported,
    findByUserCode: notSupported,
  });

  const adapters: Readonly<Record<string, Adapter>> = {
    Client: readOnly(async (id) => {
      const application = isUuid(id)
        ? await dbOf().application.findFirst({
            where: { id, deletedAt: null, account: { closedAt: null, suspendedAt: null } },
          })
        : null;
      return application ? clientMetadataOf(application) : undefined;
    }),
    Grant: {
      ...readOnly(async (id) => {
        const isLocked = requests.getStore() !== undefined;
        const grant = await findWorkingGrant(dbOf(), { id, at: app.clock.now(), isLocked });
        if (!grant) return undefined;
        const { applicationId, accountId, scopes } = grant;
        return { jti: id, kind: 'Grant', clientId: applicationId, accountId, openid: { scope: scopes.join(' ') } };
      }),
      destroy: endGrant,
    },
    // No one stays signed in: each authorization asks again.
    Session: { ...readOnly(async () => undefined), upsert: async () => undefined, destroy: async () => undefined },
  };

  return {
    adapter: (model) => {
      const kind = recordKinds[model];
      return kind ? records(kind) : (adapters[model] ?? readOnly(notSupported));
    },
    transaction: async (request) => {
      const endedTokens: string[] = [];
      try {
        await app.db.$transaction((tx) =>
          requests.run({ tx, endedTokens, lastRead: Promise.resolve() }, async () => {
            if (!(await request())) throw new RequestFailed();
          }),
        );
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error;
        return;
      }
      publishEnded(app, endedTokens);
    },
  };
}

const readOnly = (find: (id: string) => Promise<AdapterPayload | undefined>): Adapter => ({
  find,
  upsert: notSupported,
  consume: notSupported,
  destroy: notSupported,
  revokeByGrantId: async () => undefined,
  findByUid: notSupported,
  findByUserCode: notSupported,
});

/** The stored form of a payload: everything but the token, which is also the end of an address in it. */
function textOf(id: string, { jti: _jti, ...payload }: AdapterPayload): string {
  const returnTo = payload['returnTo'];
  return JSON.stringify(
    typeof returnTo === 'string' ? { ...payload, returnTo: returnTo.slice(0, -id.length) } : payload,
  );
}

function payloadOf({ payload, consumedAt }: OAuthRecord, id: string): AdapterPayload {
  const { returnTo, ...stored } = JSON.parse(payload) as AdapterPayload & { returnTo?: string };
  return {
    ...stored,
    jti: id,
    ...(returnTo === undefined ? {} : { returnTo: `${returnTo}${id}` }),
    ...(consumedAt ? { consumed: true } : {}),
  };
}
