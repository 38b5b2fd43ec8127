/**
 * Registration of the operations that an application may run: manifest versions are added, never changed, and retired
 * later.
 */

import { setImmediate } from 'node:timers/promises';
import { refuseViewers } from '../access/actor.ts';
import { isMember, type Viewer } from '../access/viewer.ts';
import type { OperationKind, OperationManifest } from '../generated/prisma/client.ts';
import type { Deprecations, DocumentInspection } from '../graphql/document-info.ts';
import { limits } from '../limits.ts';
import { webhooksTopic } from '../live/topics.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal, InputInvalid, LimitReached, NotSignedIn, notFound } from '../platform/errors.ts';
import { cutText } from '../platform/text.ts';
import { textProblem } from '../process/fields.ts';
import type { AppServices } from '../services/services.ts';
import { changeApplication, countChange, lockApplication } from './applications.ts';
import { lookedAt } from './deprecations.ts';
import { hashOfListed, type ListedDocument, readManifest } from './manifest.ts';

/** The faults of one document of a manifest. */
export interface DocumentProblem {
  readonly id: string;
  readonly messages: readonly string[];
}

const maxIdCharacters = 80;

export const OperationsRefused = defineRefusal<{ readonly problems: readonly DocumentProblem[] }>('OperationsRefused', {
  code: 'OPERATIONS_REFUSED',
  recovery: 'CORRECTABLE',
  message: ({ problems: [first, ...others] }) =>
    `Documents that cannot be registered: ${others.length + 1}. The first is ${cutText(first?.id ?? '', maxIdCharacters)}: ${first?.messages.join(' ')}`,
  example: { problems: [{ id: 'sha256:4f0c…', messages: ['Cannot query field "titel" on type "Order".'] }] },
  description: 'Documents of the manifest cannot be registered, so none of them was.',
  remedy: 'Correct the documents as `problems` says, and register the manifest again.',
});

export const VersionAlreadyExists = defineRefusal('VersionAlreadyExists', {
  code: 'VERSION_ALREADY_EXISTS',
  recovery: 'CORRECTABLE',
  message: ({ name, version }: { readonly name: string; readonly version: string }) =>
    `Version "${version}" of "${name}" is already registered with different documents. Register these documents as a new version.`,
  example: { name: 'storefront', version: '1.4.0' },
  description: 'The version is already registered with different documents.',
  remedy: 'A version never changes: register the documents under a new version.',
});

export const VersionNotFound = notFound('Version');

export interface Registration {
  readonly applicationId: string;
  readonly name: string;
  readonly version: string;
  /** The text of the manifest. */
  readonly manifest: string;
  /** Looks at the text of a document. */
  readonly inspect: (text: string) => DocumentInspection;
  readonly deprecations: Deprecations;
}

interface Accepted {
  readonly hash: string;
  readonly text: string;
  readonly operationName: string | null;
  readonly kind: OperationKind;
  readonly cost: number;
  readonly deprecationState: string | null;
  readonly notifiedDeprecations: readonly string[];
}

/**
 * Registers a version of the operations of an application; the application may do it itself. The same version with the
 * same documents again changes nothing.
 * @throws NotSignedIn, ApplicationNotFound, RateLimited, InputInvalid, OperationsRefused, VersionAlreadyExists, LimitReached
 */
export async function registerOperations(
  app: AppServices,
  viewer: Viewer,
  { applicationId, name, version, manifest, ...looking }: Registration,
): Promise<OperationManifest> {
  if (!isMember(viewer)) throw new NotSignedIn();
  if (viewer.kind === 'person') refuseViewers(viewer);
  await countChange(app, viewer);
  refuseWrongNames({ name, version });
  const documents = await acceptAll(readManifest(manifest), looking);
  return app.db.$transaction(async (tx) => {
    await lockApplication(tx, viewer, applicationId);
    const existing = await tx.operationManifest.findUnique({
      where: { applicationId_name_version: { applicationId, name, version } },
      include: { documents: { select: { hash: true } } },
    });
    if (existing && !isSame(existing.documents, documents)) throw new VersionAlreadyExists({ name, version });
    if (existing) return existing;
    const most = limits.applications.manifestsPerApplication;
    if ((await tx.operationManifest.count({ where: { applicationId } })) >= most)
      throw new LimitReached({
        owner: 'An application',
        max: most,
        objects: 'registered versions',
        advice: 'Retired versions count too.',
      });
    return write(tx, { applicationId, name, version, createdAt: app.clock.now() }, documents);
  });
}

function refuseWrongNames({ name, version }: { name: string; version: string }): void {
  const { manifestNameCharacters, versionCharacters } = limits.applications;
  const problems = [
    { field: 'name', message: textProblem(name, manifestNameCharacters) },
    { field: 'version', message: textProblem(version, versionCharacters) },
  ].flatMap(({ field, message }) => (message ? [{ field, message }] : []));
  if (problems.length > 0) throw new InputInvalid(problems);
}

/**
 * Checks all documents. Other requests are handled between two of them.
 * @throws InputInvalid if they have too many tokens, OperationsRefused that says of each document what is wrong with it
 */
async function acceptAll(
  listed: readonly ListedDocument[],
  { inspect, deprecations }: Pick<Registration, 'inspect' | 'deprecations'>,
): Promise<readonly Accepted[]> {
  const problems: DocumentProblem[] = [];
  const accepted = new Map<string, Accepted>();
  let tokens = 0;
  for (const document of listed) {
    await setImmediate();
    const { id, text } = document;
    const hash = hashOfListed(document);
    const inspection = inspect(text);
    tokens += inspection.tokens;
    if (tokens > limits.applications.tokensPerManifest)
      throw new InputInvalid([
        {
          field: 'manifest',
          message: `must have at most ${limits.applications.tokensPerManifest} tokens in all documents together`,
        },
      ]);
    const messages = [...(hash ? [] : [idWrong]), ...(inspection.problems ?? [])];
    if (messages.length > 0) problems.push({ id, messages });
    else if (hash && !inspection.problems) {
      const { operationName, kind, cost } = inspection;
      accepted.set(hash, { hash, text, operationName, kind, cost, ...lookedAt(deprecations, text) });
    }
  }
  if (problems.length > 0) throw new OperationsRefused({ problems });
  return [...accepted.values()];
}

const idWrong =
  'The id must be the SHA-256 of the text in hexadecimal. In GraphQL Code Generator, set `hashAlgorithm` to "sha256".';

const isSame = (existing: readonly { readonly hash: string }[], documents: readonly Accepted[]): boolean =>
  existing.length === documents.length && documents.every(({ hash }) => existing.some((one) => one.hash === hash));

async function write(
  tx: Tx,
  manifest: Pick<OperationManifest, 'applicationId' | 'name' | 'version' | 'createdAt'>,
  documents: readonly Accepted[],
): Promise<OperationManifest> {
  const { applicationId } = manifest;
  await tx.registeredDocument.createMany({
    data: documents.map(({ notifiedDeprecations, ...document }) => ({
      ...document,
      applicationId,
      notifiedDeprecations: [...notifiedDeprecations],
    })),
    // Another version has it already: the same hash is the same text.
    skipDuplicates: true,
  });
  const created = await tx.operationManifest.create({ data: manifest });
  await tx.manifestDocument.createMany({
    data: documents.map(({ hash }) => ({ manifestId: created.id, applicationId, hash })),
  });
  await countRevision(tx, applicationId);
  return created;
}

export interface RetireInput {
  readonly applicationId: string;
  readonly name: string;
  readonly version: string;
  /** Time of the retirement; defaults to now. */
  readonly at: Date | undefined;
}

/**
 * Sets the time from which a version is refused. It can be changed until then; a retired version remains retired.
 * @throws NotSignedIn, ScopeMissing, RateLimited, ApplicationNotFound, VersionNotFound, InputInvalid
 */
export async function retireOperations(
  app: AppServices,
  viewer: Viewer,
  { applicationId, name, version, at }: RetireInput,
): Promise<OperationManifest> {
  const retired = await changeApplication(app, viewer, applicationId, async (tx) => {
    const manifest = await tx.operationManifest.findUnique({
      where: { applicationId_name_version: { applicationId, name, version } },
    });
    if (!manifest) throw new VersionNotFound();
    const now = app.clock.now();
    if (manifest.retiresAt && manifest.retiresAt <= now)
      throw new InputInvalid([
        { field: 'version', message: `must not be retired; it was retired at ${manifest.retiresAt.toISOString()}` },
      ]);
    if (at && at < now) throw new InputInvalid([{ field: 'at', message: 'must not be in the past' }]);
    await countRevision(tx, applicationId);
    return tx.operationManifest.update({
      where: { id: manifest.id },
      data: { retiresAt: at ?? now, deprecatedAt: manifest.deprecatedAt ?? now, noticeDueAt: now },
    });
  });
  app.live.publish(webhooksTopic);
  return retired;
}

/** Has every instance forget what it keeps of the application's operations. */
async function countRevision(tx: Tx, applicationId: string): Promise<void> {
  await tx.application.update({ where: { id: applicationId }, data: { operationsRevision: { increment: 1 } } });
}
