/** The operations that an application has registered, found by their ids. */
import { LRUCache } from 'lru-cache';
import type { ApplicationViewer } from '../access/viewer.ts';
import type { Deprecation, Deprecations, Retirement } from '../graphql/document-info.ts';
import type { Db, Tx } from '../platform/db.ts';
import { tuning } from '../tuning.ts';

export interface RegisteredOperation {
  readonly text: string;
  /** Absent while a manifest that has it is not to be retired. */
  readonly retirement: Retirement | undefined;
}

/** An operation that is to be run. */
export interface RunnableOperation extends RegisteredOperation {
  readonly deprecations: readonly Deprecation[];
}

export interface RegisteredOperations {
  /** The operation that this application has registered under this id; undefined if there is none. */
  find(partner: ApplicationViewer, hash: string): Promise<RunnableOperation | undefined>;
}

interface CachedOperation extends RunnableOperation {
  /** The state of the registrations that it was read in, or an older one. */
  readonly revision: number;
}

/**
 * Keeps in memory what was found. It is never out of date: who asks brings along, read with its key, how often the
 * registrations have changed.
 */
export function createRegisteredOperations(db: Db, { usedBy }: Deprecations): RegisteredOperations {
  const cachedOperations = new LRUCache<string, CachedOperation>({
    max: tuning.applications.cachedOperations,
    maxSize: tuning.applications.cachedOperationCharacters,
    sizeCalculation: ({ text }) => text.length,
  });
  return {
    find: async ({ applicationId, operationsRevision }, hash) => {
      const key = `${applicationId}:${hash}`;
      const cached = cachedOperations.get(key);
      if (cached?.revision === operationsRevision) return cached;
      const registered = await findOperation(db, { applicationId, hash });
      if (!registered) {
        cachedOperations.delete(key);
        return undefined;
      }
      const operation = {
        ...registered,
        deprecations: cached?.deprecations ?? usedBy(registered.text),
        revision: operationsRevision,
      };
      cachedOperations.set(key, operation);
      return operation;
    },
  };
}

/** Reads the registered operation of an application with a hash. */
export async function findOperation(
  db: Db | Tx,
  { applicationId, hash }: { applicationId: string; hash: string },
): Promise<RegisteredOperation | undefined> {
  const document = await db.registeredDocument.findUnique({
    where: { applicationId_hash: { applicationId, hash } },
    select: { text: true, manifests: { select: { manifest: { select: { deprecatedAt: true, retiresAt: true } } } } },
  });
  if (!document) return undefined;
  return { text: document.text, retirement: retirementOf(document.manifests.map(({ manifest }) => manifest)) };
}

/**
 * The time at which the last of the manifests that have a document is retired; undefined if one of them is not retired.
 */
function retirementOf(
  manifests: readonly { readonly deprecatedAt: Date | null; readonly retiresAt: Date | null }[],
): Retirement | undefined {
  const retirements = manifests.flatMap(({ deprecatedAt, retiresAt }) =>
    deprecatedAt && retiresAt ? [{ saidAt: deprecatedAt, at: retiresAt }] : [],
  );
  if (retirements.length < manifests.length) return undefined;
  return retirements.reduce<Retirement | undefined>((last, one) => (last && last.at >= one.at ? last : one), undefined);
}
