/** Creates and deletes sandboxes and their keys. The work on their databases is done by jobs. */

import { lockAccountToStart, requirePersonEditor, requireRole } from '../access/actor.ts';
import { canCreateApplicationsFor } from '../access/application-access.ts';
import { visibleSandboxes } from '../access/sandbox-access.ts';
import { type Person, soleOwnerOf, type Viewer } from '../access/viewer.ts';
import { createApplicationKey, revokeApplicationKey } from '../applications/application-keys.ts';
import { countChange } from '../applications/applications.ts';
import type { Sandbox } from '../generated/prisma/client.ts';
import { limits } from '../limits.ts';
import { sandboxTopic } from '../live/topics.ts';
import type { Tx } from '../platform/db.ts';
import { InputInvalid, LimitReached } from '../platform/errors.ts';
import { textProblem } from '../process/fields.ts';
import type { OrderServices } from '../services/order-services.ts';

import { createSandboxQueue, deleteSandboxQueue } from './sandbox-jobs.ts';

import { SandboxesDisabled, SandboxNotFound, SandboxUnavailable } from './sandbox-refusals.ts';

/** The viewer, if it may have sandboxes on this server. */
async function ownerIn(app: OrderServices, viewer: Viewer) {
  const person = requirePersonEditor(viewer);
  if (!app.sandboxes) throw new SandboxesDisabled();
  await countChange(app, person);
  return { person, sandboxes: app.sandboxes };
}

/**
 * Creates a sandbox for the viewer's account, or, for operators, for any account. It is READY within seconds.
 * @throws NotSignedIn, ScopeMissing, SandboxesDisabled, RateLimited, InputInvalid, LimitReached
 */
export async function requestSandbox(
  app: OrderServices,
  viewer: Viewer,
  { name, accountId }: { readonly name: string; readonly accountId: string },
): Promise<Sandbox> {
  const { person } = await ownerIn(app, viewer);
  const problem = textProblem(name, limits.sandboxes.nameCharacters);
  if (problem) throw new InputInvalid([{ field: 'name', message: problem }]);
  const sandbox = await app.db.$transaction(async (tx) => {
    // Concurrent requests wait for each other here, so that each counts the other.
    const isLocked = canCreateApplicationsFor(person, accountId) && (await lockAccountToStart(tx, accountId));
    if (!isLocked)
      throw new InputInvalid([{ field: 'accountId', message: 'must be your own account, unless you are an operator' }]);
    requireRole(person, accountId);
    const most = limits.sandboxes.perAccount;
    if ((await tx.sandbox.count({ where: { accountId } })) >= most)
      throw new LimitReached({
        owner: 'An account',
        max: most,
        objects: 'sandboxes',
        advice: 'Delete one first, and wait until it is deleted.',
      });
    const sandbox = await tx.sandbox.create({
      data: { name, accountId, status: 'PROVISIONING', createdAt: app.clock.now() },
    });
    await app.jobs.enqueue(tx, createSandboxQueue, [{ sandboxId: sandbox.id }]);
    return sandbox;
  });
  return sandbox;
}

/**
 * Deletes a sandbox with everything in it. Its keys are revoked immediately. Repeating the deletion changes nothing.
 * @throws NotSignedIn, ScopeMissing, SandboxesDisabled, RateLimited, SandboxNotFound
 */
export async function requestSandboxDeletion(app: OrderServices, viewer: Viewer, id: string): Promise<Sandbox> {
  await ownerIn(app, viewer);
  const sandbox = await app.db.$transaction(async (tx) => {
    await requireRoleInSandbox(tx, viewer, id);
    const { count } = await tx.sandbox.updateMany({
      where: { AND: [{ id, status: { not: 'DELETING' } }, visibleSandboxes(viewer)] },
      data: { status: 'DELETING', deletedAt: app.clock.now() },
    });
    if (count > 0) await app.jobs.enqueue(tx, deleteSandboxQueue, [{ sandboxId: id }]);
    return tx.sandbox.findFirst({ where: { AND: [{ id }, visibleSandboxes(viewer)] } });
  });
  if (!sandbox) throw new SandboxNotFound();
  app.live.publish(sandboxTopic(id));
  return sandbox;
}

/** @throws SandboxNotFound, AccountRefused for a person who may only read for the account of the sandbox */
async function requireRoleInSandbox(tx: Tx, viewer: Viewer, id: string): Promise<void> {
  const sandbox = await tx.sandbox.findFirst({ where: { AND: [{ id }, visibleSandboxes(viewer)] } });
  if (!sandbox) throw new SandboxNotFound();
  requireRole(viewer, sandbox.accountId);
}

/** The role in which an application of a sandbox acts. */
export type SandboxRole = 'advertiser' | 'seller';

/** One of the two applications of a sandbox, and the owner of its account. Both exist in the sandbox only. */
export interface SandboxApplication {
  readonly owner: Person;
  readonly applicationId: string;
}

/**
 * Calls `work` with the services of a sandbox of the viewer and one of its applications. The sandbox is leased until then.
 * @throws NotSignedIn, ScopeMissing, SandboxesDisabled, RateLimited, SandboxNotFound, SandboxUnavailable, and what `work` throws
 */
export async function inSandbox<Result>(
  app: OrderServices,
  viewer: Viewer,
  { sandboxId, role }: { readonly sandboxId: string; readonly role: SandboxRole },
  work: (tenant: OrderServices, application: SandboxApplication) => Promise<Result>,
): Promise<Result> {
  const { sandboxes } = await ownerIn(app, viewer);
  const sandbox = await app.db.sandbox.findFirst({ where: { AND: [{ id: sandboxId }, visibleSandboxes(viewer)] } });
  if (!sandbox) throw new SandboxNotFound();
  requireRole(viewer, sandbox.accountId);
  const applicationId = role === 'seller' ? sandbox.sellerApplicationId : sandbox.advertiserApplicationId;
  if (!applicationId) throw new SandboxUnavailable('SANDBOX_NOT_READY');
  const { app: tenant, release } = await sandboxes.acquire(sandboxId);
  try {
    const { accountId } = await tenant.db.application.findUniqueOrThrow({ where: { id: applicationId } });
    return await work(tenant, { owner: soleOwnerOf(accountId), applicationId });
  } finally {
    release();
  }
}

/**
 * Creates a key of an application of a sandbox, and returns its id. If two keys are valid already, the older is revoked.
 * @throws LimitReached
 */
export async function replaceKey(inside: OrderServices, owner: Person, applicationId: string): Promise<string> {
  const keys = await inside.db.applicationKey.findMany({
    where: { applicationId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
  });
  for (const { id } of keys.slice(limits.applications.keysPerApplication - 1))
    await revokeApplicationKey(inside, owner, id);
  return createApplicationKey(inside, owner, applicationId);
}
