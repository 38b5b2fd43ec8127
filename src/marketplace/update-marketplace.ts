/** Changes of the settings of the marketplace by its operators. */
import { requireOperator } from '../access/operator-access.ts';
import { operatorAccountOf, type Viewer } from '../access/viewer.ts';
import { appendAuditEntry } from '../audit/append-audit-entry.ts';
import { replaceLogo } from '../files/replace-logo.ts';
import type { Marketplace } from '../generated/prisma/client.ts';
import { marketplaceTopic } from '../live/topics.ts';
import type { Tx } from '../platform/db.ts';
import { defineRefusal, InputInvalid } from '../platform/errors.ts';
import { marketplaceId, readMarketplace } from '../services/marketplace-settings.ts';
import type { AppServices } from '../services/services.ts';
import { parseSettings, type SettingsChanges } from './settings-fields.ts';

export const MarketplaceChanged = defineRefusal('MarketplaceChanged', {
  code: 'MARKETPLACE_CHANGED',
  recovery: 'CORRECTABLE',
  message: ({ currentRevision, expectedRevision }: MarketplaceChangedDetails) =>
    `The settings have changed (revision ${currentRevision}, expected ${expectedRevision}). Read them and try again.`,
  example: { currentRevision: 7, expectedRevision: 6 },
  description: 'Another operator has changed the settings of the marketplace since the client read them.',
  remedy: 'Read `marketplace` again, decide whether the change still applies, and send the new revision.',
});

interface MarketplaceChangedDetails {
  readonly currentRevision: number;
  readonly expectedRevision: number;
}

export interface MarketplaceUpdate {
  readonly expectedRevision: number;
  readonly changes: SettingsChanges;
  /** True to publish the text behind the address of the terms as a new version. */
  readonly newTermsVersion: boolean;
  /** The file of the new logo; null to remove the logo. */
  readonly logoFileId: string | null | undefined;
}

/**
 * Changes the settings of the marketplace. An update that changes nothing leaves the revision and the audit log as they are.
 * @throws NotSignedIn, ScopeMissing, OperatorRequired, AccountRefused, InputInvalid, MarketplaceChanged
 */
export async function updateMarketplace(app: AppServices, viewer: Viewer, update: MarketplaceUpdate): Promise<void> {
  const { personId } = requireOperator(viewer);
  const accountId = operatorAccountOf(viewer) ?? '';
  const columns = parseSettings(update.changes, app.config);
  await app.db.$transaction(async (tx) => {
    const current = await lockMarketplace(tx, update);
    const data = changedColumns(current, {
      ...columns,
      ...termsVersionOf(app, current, { columns, update }),
      ...(await logoColumn(app, tx, { current, update, accountId })),
    });
    if (Object.keys(data).length === 0) return;
    const revision = current.revision + 1;
    await tx.marketplace.update({ where: { id: marketplaceId }, data: { ...data, revision } });
    await appendAuditEntry(app, tx, {
      personId,
      action: 'MARKETPLACE_UPDATED',
      subject: { type: 'Marketplace', id: marketplaceId },
      details: { revision, from: valuesOf(current, data), to: data },
    });
  });
  app.live.publish(marketplaceTopic);
}

/** @throws MarketplaceChanged */
async function lockMarketplace(
  tx: Tx,
  { expectedRevision }: Pick<MarketplaceUpdate, 'expectedRevision'>,
): Promise<Marketplace> {
  await tx.$queryRaw`select 1 from marketplace where id = ${marketplaceId}::uuid for no key update`;
  // Read after the lock, so that a change which it waited for is seen.
  const current = await readMarketplace(tx);
  if (current.revision !== expectedRevision)
    throw new MarketplaceChanged({ currentRevision: current.revision, expectedRevision });
  return current;
}

/** The columns of a new version of the terms, if the address changes or a new version is requested. @throws InputInvalid */
function termsVersionOf(
  { clock }: AppServices,
  current: Marketplace,
  { columns, update }: { readonly columns: Partial<Marketplace>; readonly update: MarketplaceUpdate },
): Partial<Marketplace> {
  const termsUrl = columns.termsUrl === undefined ? current.termsUrl : columns.termsUrl;
  if (termsUrl === null) {
    if (!update.newTermsVersion) return {};
    throw new InputInvalid([{ field: 'newTermsVersion', message: 'must not be true without a `termsUrl`' }]);
  }
  if (termsUrl === current.termsUrl && !update.newTermsVersion) return {};
  return { termsVersion: current.termsVersion + 1, termsPublishedAt: clock.now() };
}

/** The column of another logo, whose file is claimed; empty if the logo does not change. @throws InputInvalid */
async function logoColumn(
  { clock }: AppServices,
  tx: Tx,
  call: { readonly current: Marketplace; readonly update: MarketplaceUpdate; readonly accountId: string },
): Promise<Partial<Marketplace>> {
  const { current, update, accountId } = call;
  if (update.logoFileId === undefined) return {};
  const logo = { fileId: update.logoFileId, currentId: current.logoId, at: clock.now() };
  return { logoId: await replaceLogo(tx, { ...logo, purpose: 'MARKETPLACE_LOGO', accountId }) };
}

/** Returns the files among these that the marketplace uses as its logo. */
export async function filesOfMarketplace(tx: Tx, fileIds: readonly string[]): Promise<readonly string[]> {
  const { logoId } = await readMarketplace(tx);
  return logoId !== null && fileIds.includes(logoId) ? [logoId] : [];
}

/** The columns whose value differs from the current one. */
function changedColumns(current: Marketplace, columns: Partial<Marketplace>): Partial<Marketplace> {
  const isChanged = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(current[name as keyof Marketplace]);
  return Object.fromEntries(Object.entries(columns).filter(isChanged));
}

/** The current values of the columns that change. */
const valuesOf = (current: Marketplace, data: Partial<Marketplace>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(data).map((name) => [name, current[name as keyof Marketplace]]));
