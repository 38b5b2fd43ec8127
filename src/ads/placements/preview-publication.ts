import { rolesInAd } from '../../access/access.ts';
import type { Viewer } from '../../access/viewer.ts';
import { type AdStep, adRow } from '../../process/ad.ts';
import type { AppServices } from '../../services/services.ts';
import { AdStepNotAllowed, type AdWithOrder, adSnapshotFor, checkAdStep } from '../ad.ts';
import { computeFlightEnd, type FlightProgress, readProgress } from '../ad-flight.ts';
import { requireMovable } from './move-to-placement.ts';
import { decideAssignment, findDefaultPlacement, type PlacementAssignment } from './placements.ts';

/** The effects of publishing an ad now. */
export interface PublishPreview {
  /** End of the flight; null if the ad is not bought by days. */
  readonly endsAt: Date | null;
  /** Limit of impressions or clicks; null if neither were bought. */
  readonly limit: FlightProgress['limit'];
  /** Null without a placement: none was named, and the space has no default placement. */
  readonly assignment: PlacementAssignment | null;
}

/** The step that shows an ad of this status in a placement. */
const stepFor = ({ status }: AdWithOrder): AdStep => (adRow('placeAd').from.includes(status) ? 'placeAd' : 'publishAd');

/**
 * Previews the publication of this ad without changing anything.
 * @throws AdStepNotAllowed, InputInvalid in the same cases as the publication
 */
export async function previewPublication(
  app: AppServices,
  viewer: Viewer,
  { ad, placementId: named }: { readonly ad: AdWithOrder; readonly placementId: string | undefined },
): Promise<PublishPreview> {
  const step = stepFor(ad);
  const isRunning = step === 'placeAd';
  const roles = rolesInAd(ad, ad.order, viewer);
  const guardFailure = checkAdStep(ad, step, roles);
  if (guardFailure) throw new AdStepNotAllowed(step, guardFailure, adSnapshotFor(ad, roles));
  const at = app.clock.now();
  const placementId = named ?? (await findDefaultPlacement(app.db, ad));
  if (placementId !== undefined && isRunning) await requireMovable(app.db, ad, placementId);
  const [progress] = await readProgress(app.db, [ad.id]);
  return {
    endsAt: isRunning ? ad.endsAt : (await computeFlightEnd(app.db, ad, at)).endsAt,
    limit: progress?.limit ?? null,
    assignment: placementId === undefined ? null : await decideAssignment(app.db, { ad, placementId, at }),
  };
}
